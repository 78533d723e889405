"""The named questions: every one runs, says what a row is, and answers a small corpus right."""

import pytest
from conftest import MakeRun, Stated

from factscan.errors import UsageError
from factscan.extract.text.dates import refines
from factscan.run import Run
from factscan.store.queries import query, query_names
from factscan.store.statements import FOLDER

DATES = [
    "1815-12-10",
    "1815-12",
    "1815",
    "1810s",
    "1801/1900",
    "1815-12/1816",
    "-0044-03-15",
    "-0100/-0001",
    "Oslo",
]


@pytest.fixture
def run(make_run: MakeRun) -> Run:
    oslo = ("Oslo", "country", "Norway")
    return make_run(
        [
            Stated([oslo, oslo], domain="geo"),
            Stated([oslo, ("Oslo", "country", "Denmark")], domain="news", shard="t"),
            Stated([("Ada", "birth date", "1815")], domain="bio", text="Ada was born in 1815."),
            Stated([("Ada", "birth date", "1815")], domain="bio", text="ada was  born in 1815."),
        ]
    )


def answer(run: Run, name: str, **given: str) -> list[dict[str, object]]:
    question = query(name)
    rows: list[dict[str, object]] = run.sql(question.text, question.bind(given)).to_pylist()
    return rows


@pytest.mark.parametrize("name", query_names())
def test_every_question_is_documented_and_runs_on_its_defaults(run: Run, name: str) -> None:
    question = query(name)
    assert question.title
    assert "-- One row: " in question.text
    given = {parameter.name: "Oslo" for parameter in question.parameters if parameter.required}
    run.sql(question.text, question.bind(given))


def test_every_statement_says_what_a_row_is() -> None:
    for path in FOLDER.glob("figures/*.sql"):
        assert "One row: " in path.read_text(encoding="utf-8"), path.name


def test_top_facts_are_ordered_by_mentions(run: Run) -> None:
    first = answer(run, "top-facts", limit="1")[0]
    assert first == {
        "subject": "Oslo",
        "relation": "country",
        "object": "Norway",
        "mentions": 3,
        "documents": 2,
    }
    assert answer(run, "top-facts", domain="bio")[0]["subject"] == "Ada"


def test_singletons_come_once_with_their_evidence_though_copied(run: Run) -> None:
    (only,) = answer(run, "singletons")
    assert (only["subject"], only["domain"]) == ("Ada", "bio")
    assert str(only["sentence"]).lower().startswith("a")


def test_conflicts_show_both_answers(run: Run) -> None:
    (conflict,) = answer(run, "conflicts")
    assert conflict["answers"] == ["Norway × 3", "Denmark × 1"]


def test_a_date_and_a_finer_one_inside_it_are_no_conflict(make_run: MakeRun) -> None:
    born = [("Ada", "birth date", date) for date in ("1815", "1815-12-10", "1810s", "1815-12")]
    died = [("Ada", "death date", date) for date in ("1852", "1852-11-27", "1852-11-28")]
    (conflict,) = answer(make_run([Stated(born + died)]), "conflicts")
    assert (conflict["relation"], conflict["answers"]) == (
        "death date",
        ["1852-11-27 × 1", "1852-11-28 × 1"],
    )


@pytest.mark.parametrize("one", DATES)
@pytest.mark.parametrize("other", DATES)
def test_the_macro_refines_is_the_rule_of_the_extractor(run: Run, one: str, other: str) -> None:
    table = run.sql("select coalesce(refines($one, $other), false) as inside", {"one": one, "other": other})
    assert table.to_pylist() == [{"inside": refines(one, other)}]


def test_frequencies_count_prompts_by_mentions_and_documents(run: Run) -> None:
    assert answer(run, "frequencies") == [
        {"k": 1, "prompts_with_k_mentions": 1, "prompts_in_k_documents": 1},
        {"k": 2, "prompts_with_k_mentions": 0, "prompts_in_k_documents": 1},
        {"k": 4, "prompts_with_k_mentions": 1, "prompts_in_k_documents": 0},
    ]


def test_reports_in_sql_agree_with_the_report(run: Run) -> None:
    figures = run.report()
    by_name = {row["domain"]: row for row in answer(run, "domain-report")}
    for row in figures.domains:
        assert by_name[row.name]["missing_mass"] == pytest.approx(row.missing_mass.estimate or 0.0, abs=1e-12)
        assert by_name[row.name]["mentions"] == row.mentions


def test_shards_in_sql_agree_with_the_report(copied: Run) -> None:
    rows = answer(copied, "shard-report")
    assert [(row["shard"], row["mentions"], row["missing_mass"]) for row in rows] == [
        (row.name, row.mentions, row.missing_mass.estimate) for row in copied.report().shards
    ]


def test_overlap_is_a_share_of_the_first_domain(run: Run) -> None:
    rows = {(row["domain"], row["other"]): row["share_of_domain"] for row in answer(run, "domain-overlap")}
    assert rows == {("geo", "news"): 1.0, ("news", "geo"): 1.0}


def test_unknown_and_missing_parameters_are_named(run: Run) -> None:
    with pytest.raises(UsageError, match="needs --param subject"):
        answer(run, "subject")
    with pytest.raises(UsageError, match="no parameter 'domian'"):
        answer(run, "top-facts", domian="geo")
    with pytest.raises(UsageError, match="is a whole number"):
        answer(run, "top-facts", limit="1; drop table facts")


@pytest.fixture
def copied(make_run: MakeRun) -> Run:
    """Three near-copies, two of them exact copies too, and a sentence in two documents of two domains."""
    oslo, said = [("Oslo", "country", "Norway")], ["All rights reserved."]
    return make_run(
        [
            Stated(oslo, text="Oslo is in Norway.", near="m", domain="geo", title="Oslo"),
            Stated(
                oslo, text="oslo is  in Norway.", near="m", domain="news", shard="t", title="Oslo (mirror)"
            ),
            Stated(oslo, text="Oslo lies in Norway.", near="m", domain="geo"),
            Stated([("Ada", "rights", "reserved")], said=said, domain="bio"),
            Stated([("Bob", "rights", "reserved")], said=said, domain="law"),
        ]
    )


def test_clusters_name_the_near_copies_and_where_they_are(copied: Run) -> None:
    (cluster,) = answer(copied, "clusters")
    assert (cluster["documents"], cluster["texts"]) == (3, 2)
    assert cluster["titles"] == ["Oslo", "Oslo (mirror)", "s-1"]
    assert (cluster["domains"], cluster["shards"]) == (["geo", "news"], ["s", "t"])
    assert answer(copied, "clusters", domain="news") == [cluster]
    assert answer(copied, "clusters", domain="law") == []
    assert [row["copies"] for row in answer(copied, "duplicates")] == [2]


def test_boilerplate_is_what_documents_of_different_clusters_say_alike(copied: Run) -> None:
    (row,) = answer(copied, "boilerplate")
    assert row == {
        "sentence": "All rights reserved.",
        "documents": 2,
        "prompts": 2,
        "repeats": 1,
        "domains": ["bio", "law"],
    }
    # The mention that is left out stands in the later document only.
    by_domain = [answer(copied, "boilerplate", domain=domain) for domain in ("bio", "law")]
    assert sorted(len(rows) for rows in by_domain) == [0, 1]
