"""Which rows a report shows, in which order, in every form."""

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from click.testing import CliRunner
from conftest import Stated, write_run

from factscan.cli import cli
from factscan.errors import UsageError
from factscan.figures import Report, Settings
from factscan.report import Page, View, as_csv, as_json, as_markdown, as_table
from factscan.report.view import BYS, sorts
from factscan.run import Run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A domain that states what no other does, one that repeats, a tiny one without a source; a shard for each."""
    law = [
        Stated([(f"l{n}", "r", f"o{n}")] * 2, domain="law", shard="law.csv", source="gazette")
        for n in range(60)
    ]
    web = [
        Stated([(f"w{n % 9}", "r", "x")], domain="web", shard="web.csv", source="crawl") for n in range(60)
    ]
    tiny = [Stated([("t", "r", "x"), ("w1", "r", "x")], domain="tiny", shard="tiny.csv")]
    return write_run(tmp_path_factory.mktemp("view") / "r", [*law, *web, *tiny])


@pytest.fixture(scope="module")
def report(run: Run) -> Report:
    return run.report(Settings(by_source=True))


def names(text: str) -> list[str]:
    """The names of the first table, without the corpus."""
    rows = text.split("\n\n")[1].splitlines()[2:]
    return [row.split("  ")[0] for row in rows if "[" in row or "–" in row]


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (View(), ["law", "tiny", "web"]),
        (View(sort="name"), ["law", "tiny", "web"]),
        (View(sort="-name"), ["web", "tiny", "law"]),
        (View(sort="n"), ["tiny", "web", "law"]),
        (View(sort="-M"), ["law", "tiny", "web"]),
        (View(min_n=10), ["law", "web"]),
        (View(only=("t*", "law")), ["law", "tiny"]),
        (View("shard", only=("[lw]*",)), ["law.csv", "web.csv"]),
        (View("source", sort="name"), ["(none)", "crawl", "gazette"]),
        (View("relation"), ["rare: name"]),
    ],
)
def test_rows_are_chosen_and_sorted(view: View, shown: Sequence[str], report: Report) -> None:
    assert names(as_table(report, view)) == shown


def test_csv_json_and_markdown_hold_the_chosen_rows(report: Report) -> None:
    view = View(sort="-n", only=("law", "web"), min_n=10)
    rows = list(csv.DictReader(io.StringIO(as_csv(report, view))))
    assert [row["name"] for row in rows] == ["overall", "law", "web"]
    data = json.loads(as_json(report, view))
    assert [row["name"] for row in data["domains"]] == ["law", "web"]
    assert len(data["shards"]) == len(data["sources"]) == 3
    assert "tiny" not in as_markdown(report, view).split("\n\n")[1]
    assert "1 domain with fewer than 10 mentions left out" in as_table(report, View(min_n=10))


def test_the_answer_names_the_highest_of_all_rows_only(report: Report) -> None:
    assert "most for law" in as_table(report)
    assert "most for" not in as_table(report, View(only=("web", "law")))


def test_undefined_figures_stand_last_upwards_and_downwards(report: Report) -> None:
    nothing = replace(
        report.domains[0], name="nothing", floor=replace(report.domains[0].floor, estimate=None)
    )
    more = replace(report, domains=[nothing, *report.domains])
    for sort in ("floor", "-floor"):
        assert [row["name"] for row in json.loads(as_json(more, View(sort=sort)))["domains"]][-1] == "nothing"


@pytest.mark.parametrize("by", BYS)
def test_rows_can_be_sorted_by_whatever_is_offered(by: str, report: Report) -> None:
    for column in sorts(by):  # type: ignore[arg-type]
        assert as_csv(report, View(by, sort=f"-{column}"))  # type: ignore[arg-type]


def test_what_does_not_exist_is_refused_with_what_does(report: Report) -> None:
    with pytest.raises(UsageError, match="Available: name, floor"):
        View(sort="size")
    with pytest.raises(UsageError, match="a relation is not sorted by 'words'"):
        View("relation", sort="words")
    with pytest.raises(UsageError, match=r"no domain is called 'lw'\. Available: law, tiny, web"):
        as_table(report, View(only=("lw",)))


def test_sources_are_computed_only_when_they_are_asked_for(run: Run) -> None:
    plain = run.report()
    assert plain.sources is None
    assert json.loads(as_json(plain))["sources"] is None
    with pytest.raises(UsageError, match="by_source=True"):
        as_csv(plain, View("source"))
    told = CliRunner().invoke(
        cli, ["report", run.path, "--by", "source", "--format", "json"], catch_exceptions=False
    )
    assert {row["name"] for row in json.loads(told.output)["sources"]} == {"", "gazette", "crawl"}


def test_of_many_rows_the_first_are_printed_and_the_rest_counted(report: Report) -> None:
    many = replace(report, domains=[replace(report.domains[0], name=f"d{n:03}") for n in range(200)])
    told = as_table(many, View(sort="name"))
    assert len(names(told)) == 20
    assert "and 180 more: --details prints all" in told
    assert len(names(as_table(many, View(sort="name", only=("d1*",))))) == 100
    assert "d199" in as_table(many, View(details=True))


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("by", BYS)
def test_every_report_fits_its_page(by: str, width: int, report: Report) -> None:
    big = {"mentions": 87_654_321, "prompts": 87_654_321, "singletons": 87_654_321}
    texts = {"words": 10**12, "documents": 10**9}
    rows = {
        field: [
            replace(row, name=f"{row.name} 法律{'/very/long' * 30}", **big) for row in getattr(report, field)
        ]
        for field in ("shards", "domains", "sources", "relations")
    }
    wide = replace(report, overall=replace(report.overall, **big, **texts), **rows)
    for details in (False, True):
        told = as_table(wide, View(by, details=details), Page(width))  # type: ignore[arg-type]
        assert max(map(len, told.splitlines())) <= width


def test_colours_add_nothing_that_is_not_in_the_text(report: Report) -> None:
    plain, coloured = (as_table(report, View(), Page(100, colour)) for colour in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
    law = next(line for line in coloured.splitlines() if "law" in line and "[" in line and "+" in line)
    assert law.startswith("\x1b[33m")
    assert "vs rest" in plain
