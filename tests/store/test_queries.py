"""The named questions: every one runs, says what a row is, and answers a small corpus right."""

from pathlib import Path

import pytest
from conftest import MakeRun, Stated, write_run

from factscan.errors import InputError, UsageError
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


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    oslo = ("Oslo", "country", "Norway")
    return write_run(
        tmp_path_factory.mktemp("asked") / "run",
        [
            Stated([oslo, oslo], domain="geo"),
            Stated([oslo, ("Oslo", "country", "Denmark")], domain="news", shard="t"),
            Stated([("Ada", "birth date", "1815")], domain="bio", text="Ada was born in 1815."),
            Stated([("Ada", "birth date", "1815")], domain="bio", text="ada was  born in 1815."),
        ],
    )


def answer(run: Run, name: str, **given: str) -> list[dict[str, object]]:
    question = query(name)
    rows: list[dict[str, object]] = run.sql(question.text, question.bind(given)).to_pylist()
    return rows


@pytest.mark.parametrize("name", query_names())
def test_every_question_is_documented_and_runs_on_its_defaults(run: Run, name: str) -> None:
    question = query(name)
    assert question.title
    assert question.row
    assert all(parameter.help for parameter in question.parameters)
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


def test_the_macro_refines_is_the_rule_of_the_extractor(run: Run) -> None:
    pairs = run.sql(
        "select one, other, coalesce(refines(one, other), false) as inside "
        "from (select unnest($dates) as one), (select unnest($dates) as other)",
        {"dates": DATES},
    ).to_pylist()
    assert len(pairs) == len(DATES) ** 2
    for pair in pairs:
        assert pair["inside"] == refines(pair["one"], pair["other"]), pair


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


def test_overlap_is_a_share_of_the_mentions_that_the_other_domain_knows(run: Run) -> None:
    rows = {(row["domain"], row["other"]): row["share_of_mentions"] for row in answer(run, "domain-overlap")}
    assert rows == {("geo", "news"): 1.0, ("news", "geo"): 1.0}


@pytest.mark.parametrize("domain", [None, "d0", "d1"])
def test_growth_in_sql_is_that_of_the_report(make_run: MakeRun, domain: str | None) -> None:
    """Many documents, of which some share a prompt, in two domains."""
    documents = [
        Stated([(f"s{number % 7}", "r", "o"), (f"t{number}", "r", "o")], domain=f"d{number % 2}")
        for number in range(40)
    ]
    run = make_run(documents)
    found = {
        row["share"]: row["missing_mass"]
        for row in answer(run, "growth", **({"domain": domain} if domain else {}))
    }
    (expected,) = [each for each in run.report().checks.growth if each.group == (domain or "overall")]
    for share, value in zip((1 / 16, 1 / 8, 1 / 4, 1 / 2, 1), (*expected.smaller, expected.now), strict=True):
        assert found[share] == pytest.approx(value, abs=1e-9)


def test_a_list_is_given_by_its_members_or_by_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text("Oslo\n\n  Ada, Countess \n", encoding="utf-8")
    by_file = answer(run, "coverage", entities=f"@{file}")
    assert {row["entity"]: row["mentions"] for row in by_file} == {"Ada, Countess": 0, "Oslo": 4}
    assert [row["entity"] for row in answer(run, "coverage", entities=" Oslo ,")] == ["Oslo"]
    with pytest.raises(InputError, match="no-such-file"):
        answer(run, "coverage", entities="@no-such-file")


def test_every_question_takes_hostile_values_as_values(run: Run) -> None:
    hostile = "x' or 1=1; drop table facts; -- $limit"
    for name in query_names():
        question = query(name)
        given = {p.name: hostile for p in question.parameters if not (p.default or "").isdecimal()}
        rows = run.sql(question.text, question.bind(given)).to_pylist()
        if name in ("subject", "object", "singletons", "head"):
            assert rows == [], name
    assert run.sql("select count(*) as n from facts").to_pylist() == [{"n": 3}]


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
