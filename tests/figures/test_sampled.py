"""Runs that keep a sample of the prompts, beside the same runs whole."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from conftest import Stated, write_run
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factscan.errors import UsageError
from factscan.extract.text.keys import subject_id
from factscan.figures import Settings
from factscan.figures.reach import reach
from factscan.figures.report import Row
from factscan.report import View, as_table
from factscan.run import Run
from factscan.sampling import Sampling, sampling_of

FACTS = st.tuples(st.sampled_from("abcdef"), st.sampled_from(["r", "q"]), st.sampled_from("xyz"))
DOCUMENTS = st.lists(
    st.builds(
        Stated,
        facts=st.lists(FACTS, max_size=5),
        domain=st.sampled_from(["law", "bio"]),
        shard=st.sampled_from(["s1", "s2"]),
        source=st.sampled_from(["", "web"]),
        text=st.sampled_from(["", "", "copied text"]),
        kind=st.sampled_from(["name", "topic", "concept"]),
        near=st.sampled_from(["", "", "mirror"]),
        said=st.sampled_from([(), ("Said twice.",)]),
    ),
    min_size=1,
    max_size=9,
)
CHOICES = st.builds(
    Settings,
    unit=st.sampled_from(["document", "cluster", "source"]),
    scope=st.sampled_from(["mix", "alone"]),
    dedup=st.sampled_from(["none", "near", "near,sentences"]),
    subjects=st.sampled_from([("name", "topic"), ("name",), ("concept",)]),
)


# units that lie in several shards, a prompt in two of them
SHARED = [
    Stated([("a", "r", "x")], domain="law", shard="s1"),
    Stated([("b", "r", "x")], domain="law", shard="s2", near="mirror"),
    Stated([("a", "r", "x"), ("a", "q", "x")], domain="law", shard="s1", near="mirror"),
    Stated([("a", "r", "x"), ("a", "q", "x"), ("b", "r", "x")], domain="law", shard="s1"),
]


@settings(max_examples=6, deadline=None)
@given(DOCUMENTS, CHOICES)
@example(SHARED, Settings(unit="cluster", dedup="none"))
def test_a_sample_of_one_in_one_gives_the_figures_of_the_whole_run(
    documents: list[Stated], choices: Settings
) -> None:
    with TemporaryDirectory() as folder:
        whole = write_run(Path(folder) / "whole", documents).report(choices).as_dict()
        sampled = write_run(Path(folder) / "all", documents, Sampling("prompts", 1)).report(choices).as_dict()
    assert sampled.pop("sampled") == {"by": "prompts", "rate": "1/1"}
    assert whole.pop("sampled") is None
    assert sampled.pop("bound_2024") is None
    del whole["bound_2024"]
    for row in _rows(sampled) + _rows(whole):
        for name in ("bound", "bound_terms"):  # a sample proves nothing
            del row[name]
    assert _rounded(sampled) == _rounded(whole)


def _rows(report: dict) -> list[dict]:  # type: ignore[type-arg]
    return [report["overall"], *report["domains"], *report["shards"]]


def _rounded(value: object) -> object:
    return json.loads(json.dumps(value), parse_float=lambda text: round(float(text), 9))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Run]:
    """300 documents of some 20 mentions each, half of whose subjects other documents name as well: whole and 1/4."""
    documents = [
        Stated(
            [(f"s{(17 * d * k) % (700 if k % 2 else 9000)}", f"r{k % 5}", f"o{d % 7}") for k in range(1, 21)],
            domain="ab"[d % 2],
            kind="concept" if d % 10 == 0 else "name",
        )
        for d in range(300)
    ]
    folder = tmp_path_factory.mktemp("runs")
    return write_run(folder / "whole", documents), write_run(
        folder / "quarter", documents, Sampling("prompts", 4)
    )


def test_a_sampled_run_counts_every_mention_of_a_document_and_keeps_few_rows(runs: tuple[Run, Run]) -> None:
    whole, sampled = runs
    mentions = "select doc_no, mentions from documents order by all"
    assert sampled.sql(mentions) == whole.sql(mentions)
    kept, all_ = (run.sql("from prompts order by all").to_pylist() for run in (sampled, whole))
    assert kept == [row for row in all_ if row["prompt_id"] < 2**62]
    rows = "select count(*) as n from prompt_documents"
    assert sampled.sql(rows).to_pylist()[0]["n"] < 0.3 * whole.sql(rows).to_pylist()[0]["n"]


def test_the_figures_of_a_sampled_run_meet_those_of_the_whole(runs: tuple[Run, Run]) -> None:
    (whole, sampled) = (run.report(Settings(subjects=("name", "concept"))) for run in runs)
    for row, of_sample in zip(
        [whole.overall, *whole.domains], [sampled.overall, *sampled.domains], strict=True
    ):
        assert of_sample.mentions == row.mentions
        assert of_sample.prompts == pytest.approx(row.prompts, rel=0.1)
        assert _within(of_sample, row)
        assert _width(of_sample) > _width(row)
        assert of_sample.bound.value is None


def _within(of_sample: Row, row: Row) -> bool:
    pairs = ((of_sample.missing_mass, row.missing_mass), (of_sample.floor, row.floor))
    return all(
        known.estimate is not None
        and found.low is not None
        and found.high is not None
        and found.low < known.estimate < found.high
        for found, known in pairs
    )


def _width(row: Row) -> float:
    assert row.missing_mass.low is not None
    assert row.missing_mass.high is not None
    return row.missing_mass.high - row.missing_mass.low


def test_a_report_says_that_its_run_is_a_sample(runs: tuple[Run, Run]) -> None:
    shown = as_table(runs[1].report(), View(details=True))
    assert "sampled 1/4 of the prompts" in shown
    assert "not certifiable from a sample" in shown


def test_a_domain_of_which_nothing_was_kept_is_not_called_known(tmp_path: Path) -> None:
    run = write_run(
        tmp_path / "run", [Stated([("a", "r", "x")]), Stated([("b", "r", "y")])], Sampling("prompts", 1 << 20)
    )
    overall = run.report().overall
    assert (overall.mentions, overall.missing_mass.estimate, overall.missing_mass.high) == (2, 0, 1)


@pytest.mark.parametrize("rate", ["64", "2/3", "1/0", "0.1", "1/-4", ""])
def test_a_rate_is_one_over_a_number(rate: str) -> None:
    with pytest.raises(UsageError, match="1/N"):
        sampling_of({"sample_prompts": rate})


def test_one_in_so_many_hashes_is_kept() -> None:
    edge = 6_148_914_691_236_517_206  # the least that is no less than 2**64 / 3
    assert [Sampling("prompts", 3).keeps(key) for key in (0, edge - 1, edge, 2**64 - 1)] == [
        True,
        True,
        False,
        False,
    ]


def test_what_needs_every_prompt_is_refused_of_a_sample(runs: tuple[Run, Run]) -> None:
    sample = runs[1]
    report = sample.report()
    assert (report.checks.left_out, report.checks.growth, report.comparisons, report.relations) == (
        [],
        [],
        [],
        [],
    )
    assert "not from a sample" in as_table(report, View(details=True))
    with pytest.raises(UsageError, match="sample"):
        reach(report, 0.5)
    with pytest.raises(UsageError, match="sample"):
        sample.mix({})


def test_a_sample_of_subjects_has_no_figures_without_counted_sentences_and_none_of_concepts(
    tmp_path: Path,
) -> None:
    documents = [Stated([(f"s{k}", "r", "x") for k in range(20)])]
    run = write_run(tmp_path / "run", documents, Sampling("subjects", 2))
    overall = run.report().overall
    assert overall.mentions == 0
    assert overall.missing_mass.reason == "undefined: no mentions"
    with pytest.raises(UsageError, match="leave concepts out"):
        run.report(Settings(subjects=("name", "concept")))


def test_a_sample_of_subjects_keeps_all_prompts_of_a_subject(tmp_path: Path) -> None:
    documents = [Stated([(f"s{k}", relation, "x") for k in range(40) for relation in "pqr"])]
    run = write_run(tmp_path / "run", documents, Sampling("subjects", 4))
    held = run.sql("select subject, count(*) as n from prompts group by subject").to_pylist()
    assert {row["n"] for row in held} == {3}
    assert {row["subject"] for row in held} == {f"s{k}" for k in range(40) if subject_id(f"s{k}") < 2**62}
