"""The report as a page: what stands in it, for runs of every shape, and that a corpus cannot write markup."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MakeRun, Stated, write_run
from hostile import PAYLOADS, Found, hostile_run, parsed

from factscan.cli import cli
from factscan.figures import Settings
from factscan.figures.pages import Page
from factscan.figures.report import PooledDomain
from factscan.report.html import View, as_html, paged_domains
from factscan.run import Run
from factscan.sampling import Sampling

SECTIONS = ["answer", "floors", "table", "pages", "shards", "rejected", "assumptions", "reproduce"]
TAGS = set(
    "html head meta title style body a header main nav section article footer h1 h2 h3 h4 h5 p ol ul li dl dt dd div "
    "span b em strong code pre q bdi blockquote mark table caption thead tbody tr th td details summary figure "
    "figcaption form label input output button svg g line circle rect path text script".split()
)
"""All that a page is made of: nothing that loads, embeds or leads away."""


def page_of(run: Run) -> str:
    return as_html(run.view(run.report()))


def words(page: Found) -> str:
    return " ".join(" ".join(page.text).split())


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Run:
    shared = ("Oslo", "country", "Norway")
    documents = [
        Stated(
            [shared, (f"s{n}", "be", f"o{n}")],
            "law" if n % 2 else "art",
            f"shard{n % 4}",
            f"source{n % 3}",
            title=f"Title {n}",
            said=["Oslo lies in Norway.", f"Everyone knows that s{n} is o{n}."],
        )
        for n in range(60)
    ]
    return write_run(tmp_path_factory.mktemp("ordinary") / "corpus-run", documents)


@pytest.fixture(scope="module")
def view(ordinary: Run) -> View:
    return ordinary.view(ordinary.report())


@pytest.fixture(scope="module")
def page(view: View) -> str:
    return as_html(view)


def test_the_sections_come_in_order_and_headings_skip_no_level(page: str) -> None:
    found = parsed(page)
    assert [value for tag, name, value in found.attributes if (tag, name) == ("section", "id")] == SECTIONS
    levels = [int(tag[1]) for tag in found.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_answer_is_one_sentence_with_the_figure_its_interval_and_the_extremes(page: str) -> None:
    said = words(parsed(page[page.index('class="answer"') : page.index('class="lead"')]))
    assert said.count(".") == len(re.findall(r"\d\.\d", said)) + 1
    assert "calibrated base model" in said
    assert re.search(r"least 49\.2\s% of the time \(95\s% interval 48", said)
    assert " in art " in said
    assert " in law" in said


def test_every_plot_has_a_table_behind_it(page: str) -> None:
    plots = page.count('class="plot"') + page.count('class="dots"') + page.count('class="strip"')
    weak_and_strong = page.count("Weakest")
    assert plots - weak_and_strong == page.count('class="behind"')


def test_examples_have_their_sentence_with_the_words_of_the_fact_marked(page: str) -> None:
    assert "Oslo" in re.findall(r'<li><p class="fact"><bdi class="name">([^<]*)', page)
    assert "<mark>" in page


def test_without_evidence_no_text_of_the_corpus_is_left(ordinary: Run, view: View) -> None:
    page = as_html(ordinary.view(view.report, evidence=False))
    for text in ("Oslo", "Norway", "Title", "Everyone knows", "shard0-0"):
        assert text not in page
    assert "law" in page
    assert "--no-evidence" in page


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy[1]


def test_the_same_run_gives_the_same_page(ordinary: Run, page: str) -> None:
    assert page_of(ordinary) == page


def test_the_page_says_how_to_make_it_again(ordinary: Run, view: View) -> None:
    asked = replace(view.report, settings=Settings(dedup="none", subjects=("name",)))
    said = words(parsed(as_html(ordinary.view(asked))))
    assert "factscan report RUN --html FILE.html --dedup none --subjects name" in said
    assert ordinary.identity in said


def test_a_hostile_corpus_stays_text(tmp_path: Path) -> None:
    page = page_of(hostile_run(tmp_path / "<b>run</b>"))
    found = parsed(page)
    assert set(found.tags) <= TAGS
    assert found.tags.count("script") == 1
    assert not [
        name for _, name, _ in found.attributes if name.startswith("on") or name in ("src", "style", "action")
    ]
    assert all(re.fullmatch(r"#[a-z]+(-\d+)?", link) for link in found.values("href"))
    said = words(found)
    for payload in PAYLOADS[:-2]:
        assert " ".join(payload.split())[:40] in said
    assert not set(page) & set("\u202e\u2066\x00\x07\x1b\x9b\u2028")
    assert len(page) < 1_000_000


@pytest.mark.parametrize("by", ["prompts", "subjects"])
def test_of_a_sample_the_page_says_what_is_left_out(tmp_path: Path, by: str) -> None:
    documents = [Stated([(f"s{n}", "be", "x"), (f"t{n}", "be", "y")], shard=f"s{n % 3}") for n in range(80)]
    sampling = Sampling(by, 2)  # type: ignore[arg-type]
    said = words(parsed(page_of(write_run(tmp_path / "run", documents, sampling))))
    assert f"one in 2 {by} was kept" in said
    assert "Not from a sample" in said


def test_a_run_without_facts_says_so(make_run: MakeRun) -> None:
    said = words(parsed(page_of(make_run([Stated()]))))
    assert "There is no floor to predict: no mentions." in said


def test_a_run_that_keeps_no_sentences_shows_its_facts_without_them(make_run: MakeRun) -> None:
    import duckdb

    run = make_run([Stated([("Ada", "be", "poet")], title="A"), Stated([("Bo", "be", "poet")])])
    with duckdb.connect(str(Path(run.path) / "factscan.duckdb")) as connection:
        connection.execute("delete from sentences")
    page = page_of(run)
    assert "Ada" in page
    assert "<blockquote>" not in page


def test_two_hundred_shards_are_a_strip_of_lines(view: View) -> None:
    shards = [replace(view.report.shards[n % 4], name=f"shard {n:03}") for n in range(200)]
    page = as_html(replace(view, report=replace(view.report, shards=shards)))
    assert page.count('class="strip-line"') == 4
    assert page.count('class="shade shade-') == 200 + 9


def test_thousands_of_domains_make_one_row_or_a_bounded_page(view: View) -> None:
    row, empty = view.report.domains[0], Page()
    many = [replace(row, name=f"domain {n}") for n in range(5000)]
    apart = replace(view.report, domains=many)
    pages = replace(view.pages, domains=dict.fromkeys(paged_domains(apart), empty))
    page = as_html(replace(view, report=apart, pages=pages))
    assert page.count("<article") == 41
    assert "4,000 more are in factscan report RUN --format csv" in words(parsed(page))
    assert len(page) < 3_000_000
    pooled = [PooledDomain(f"domain {n}", 1, 1) for n in range(5000)]
    page = as_html(replace(view, report=replace(view.report, pooled_domains=pooled)))
    assert "5,000 domains with fewer than 100 mentions" in words(parsed(page))


def test_the_command_writes_the_file_over_an_older_report(ordinary: Run, page: str, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    target.write_text(page[: len(page) // 2])
    result = CliRunner().invoke(cli, ["report", ordinary.path, "--html", str(target)], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text() == page
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]


@pytest.mark.parametrize(
    ("file", "says"), [("notes.txt", "no factscan report"), ("", "is a folder"), ("no/x", "no folder")]
)
def test_the_command_refuses_to_take_the_place_of_anything_else(tmp_path: Path, file: str, says: str) -> None:
    from factscan.errors import UsageError

    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=says):
        CliRunner().invoke(
            cli,
            ["report", "nowhere", "--html", str(tmp_path / file)],
            catch_exceptions=False,
            standalone_mode=False,
        )
    assert (tmp_path / "notes.txt").read_text() == "mine"
