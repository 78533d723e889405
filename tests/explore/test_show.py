"""What ``show`` says of an entity, a prompt and a fact: names found as they are keyed, counts those of the report."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb
import pytest
from conftest import MakeRun, Stated, write_run

from factscan.errors import UsageError
from factscan.explore.known import KnownEntity, KnownPrompt
from factscan.figures import Settings
from factscan.run import Run

ADA, OSLO = "Ada Lovelace", "Oslo"
BORN = "Ada Lovelace was born in 1815."


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return write_run(
        tmp_path_factory.mktemp("show") / "run",
        [
            Stated([(ADA, "birth date", "1815-12-10"), (ADA, "spouse", "William")], domain="bio", source="a"),
            Stated([(ADA, "birth date", "1815")], domain="bio", source="a", said=[BORN]),
            Stated([("ADA LOVELACE", "birth date", "1815")], domain="news", source="b", said=[BORN]),
            Stated([(ADA, "birth date", "1816")], domain="news", denied=[(ADA, "birth date", "1817")]),
            Stated(
                [(OSLO, "country", "Norway"), (OSLO, "country", "Denmark")], domain="geo", text="Oslo, Norway"
            ),
            Stated([(OSLO, "country", "Norway")], domain="geo", text="oslo,  Norway", source="c"),
            Stated([(OSLO, "country", "Norway")], domain="geo", near="n", source="c"),
            Stated([(OSLO, "country", "Norway")], domain="news", near="n", shard="t"),
            Stated([("skin rash", "cause", "measles")], domain="med", kind="concept"),
        ],
    )


def prompt(run: Run, *what: str, **options: object) -> KnownPrompt:
    known = run.show(*what, **options).known  # type: ignore[arg-type]
    assert isinstance(known, KnownPrompt)
    return known


@pytest.mark.parametrize(
    "what",
    [
        [ADA, "birth date"],
        ["ada lovelace / birth date"],
        ["Dr. Áda  LOVELACE’s / Birth-Date"],
        ["the Ada-Lovelace / birth date"],
    ],
)
def test_a_prompt_is_found_however_its_names_are_written(run: Run, what: list[str]) -> None:
    counts = prompt(run, *what).counts
    assert (counts.subject, counts.relation, counts.mentions) == ("ADA LOVELACE", "birth date", 4)


ENTITIES = {"ADA lovelace": 2, "Áda Lovelace": 2, "skin rashes": 1, "Skin Rash": 1, "the oslo": 1}


def test_an_entity_is_found_with_and_without_the_keys_of_the_build(run: Run, tmp_path: Path) -> None:
    older = Run(shutil.copytree(run.path, tmp_path / "older"))
    with duckdb.connect(f"{older.path}/factscan.duckdb") as connection:
        connection.execute("alter table prompts drop column subject_key")
    for one in (run, older):
        for name, prompts in ENTITIES.items():
            known = one.show(name).known
            assert isinstance(known, KnownEntity)
            assert known.total == prompts


def test_letters_that_are_written_with_others_meet(make_run: MakeRun) -> None:
    run = make_run([Stated([("Łódź", "country", "Poland"), ("Bræstrup", "country", "Denmark")])])
    assert run.show("Lodz").as_dict()["subject"] == "Łódź"
    assert run.show("Braestrup").as_dict()["subject"] == "Bræstrup"


@pytest.mark.parametrize(
    ("unit", "dedup"),
    [("document", "near"), ("cluster", "none"), ("source", "exact"), ("source", "none,sentences")],
)
def test_counts_are_those_of_the_report(run: Run, unit: str, dedup: str) -> None:
    settings = Settings(unit=unit, dedup=dedup)  # type: ignore[arg-type]
    numbers = [row["prompt_id"] for row in run.sql("select prompt_id from prompts").to_pylist()]
    counts = [prompt(run, str(number), settings=settings).counts for number in numbers]
    counted = [one for one in counts if one.subject_kind in settings.subjects and one.units]
    overall = run.report(settings).overall
    assert sum(one.mentions for one in counted) == overall.mentions
    assert len(counted) == overall.prompts
    assert sum(one.singleton for one in counted) == overall.singletons


def test_a_coarser_date_agrees_and_another_conflicts(run: Run) -> None:
    counts = prompt(run, ADA, "birth date").counts
    assert {one.object: one.coarse for one in counts.responses} == {
        "1815": True, "1815-12-10": False, "1816": False, "1817": False,
    }  # fmt: skip
    assert counts.conflicting
    assert not prompt(run, ADA, "spouse").counts.conflicting


def test_a_fact_is_found_by_another_way_to_write_its_date(run: Run) -> None:
    known = prompt(run, ADA, "birth date", "10 December 1815")
    assert known.fact
    assert known.fact.object == "1815-12-10"
    assert {one.object for one in known.evidence} == {"1815-12-10"}
    assert prompt(run, str(known.fact.fact_id)).fact == known.fact


def test_what_does_not_count_comes_last_and_says_why(run: Run) -> None:
    known = prompt(run, OSLO, "country")
    reasons = [one.left_out for one in known.evidence]
    assert reasons == sorted(reasons, key=lambda reason: reason is not None)
    assert set(reasons) == {None, "exact copy", "near-copy"}
    assert {one.reason: one.mentions for one in known.left_out} == Counter(filter(None, reasons))
    denied = prompt(run, ADA, "birth date", "1817")
    assert [one.flags for one in denied.evidence] == [["negated"]]
    assert "not counted: negated" in repr(run.show(ADA, "birth date", "1817"))


def test_sentences_can_be_of_one_domain_and_fewer(run: Run) -> None:
    assert {one.domain for one in prompt(run, ADA, "birth date", domain="news").evidence} == {"news"}
    assert len(prompt(run, ADA, "birth date", limit=1).evidence) == 1
    with pytest.raises(UsageError, match=r"no domain 'nwes'. Available: .*news"):
        run.show(ADA, domain="nwes")


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (["Ada Lovelase"], "Near: ADA LOVELACE"),
        (["lovelace"], "Near: ADA LOVELACE"),
        ([ADA, "birth place"], "It says: birth date, spouse"),
        ([ADA, "birth date", "1999"], "It says: 1815"),
        (["12345678901234567890"], "no prompt, fact or subject 12345678901234567890"),
        ([ADA, "birth date", "1815", "x"], "three parts"),
        ([" "], "name an entity"),
    ],
)
def test_what_is_unknown_is_answered_with_what_is_near(run: Run, what: list[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        run.show(*what)


def test_a_subject_that_is_a_number_is_no_id(make_run: MakeRun) -> None:
    run = make_run([Stated([("1984", "author", "George Orwell")])])
    assert run.show("1984").as_dict()["subject"] == "1984"


def test_the_command_prints_text_or_json_and_loads_no_more_than_it_needs(run: Run) -> None:
    def factscan(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-X", "importtime", "-m", "factscan", "show", run.path, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True)

    done = factscan("ada lovelace / spouse")
    assert "a singleton: one document alone states it" in done.stdout
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "duckdb" in loaded
    assert loaded.isdisjoint({"numpy", "pyarrow", "pandas", "pint", "spacy", "datasets"})
    answer = json.loads(factscan("ada lovelace / spouse", "--format", "json").stdout)
    assert (answer["singleton"], answer["responses"][0]["object"]) == (True, "William")
