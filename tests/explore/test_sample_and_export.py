"""What ``sample`` draws and ``export`` writes: the same anywhere, what counts and no more, whole or not at all."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import datasets
import pyarrow.parquet as pq
import pytest
from conftest import Stated, write_run

from factscan.audit.item import CLOSE, OPEN
from factscan.errors import UsageError
from factscan.explore import export as exporting
from factscan.report.drawn import render_drawn
from factscan.run import Run

HOSTILE = "=cmd|'<script>alert(1)</script>\x1b[31m"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Twelve singletons of five domains, one prompt of four documents, copies, a concept, what is denied."""
    common = ("Oslo", "country", "Norway")
    alone = [
        Stated([(f"Subject {n}", "relation", "one"), (f"Subject {n}", "relation", "two")], domain=f"d{n % 4}")
        for n in range(10)
    ]
    others = [
        Stated([common, ("Oslo", "mayor", "Anne")], domain="geo"),
        Stated([common, common], domain="geo"),
        Stated([common], domain="d0", text="a copy"),
        Stated([common], domain="d1", text="A  copy"),
        Stated([(HOSTILE, HOSTILE, HOSTILE)], domain="d1", denied=[("Denied", "is", "so")]),
        Stated([("rash", "cause", "measles")], kind="concept"),
    ]
    return write_run(tmp_path_factory.mktemp("sample") / "run", [*alone, *others])


def named(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["subject"], row["relation"]) for row in rows]


@pytest.mark.parametrize("of", ["mentions", "singletons", "frequent"])
def test_a_sample_begins_with_the_smaller_one_and_follows_the_seed(run: Run, of: Any) -> None:
    small, large = (run.sample(size, of=of).to_pylist() for size in (3, 8))
    assert large[:3] == small
    assert run.sample(8, of=of).to_pylist() == large
    if of != "frequent":
        assert run.sample(8, of=of, seed=1).to_pylist() != large


def test_mentions_are_those_that_the_report_counts(run: Run) -> None:
    rows = run.sample(1_000).to_pylist()
    assert len(rows) == run.report().overall.mentions
    assert {row["subject"] for row in rows}.isdisjoint({"rash", "Denied"})


def test_singletons_come_once_each_and_the_frequent_in_order(run: Run) -> None:
    singletons = run.sample(1_000, of="singletons").to_pylist()
    assert len(set(named(singletons))) == len(singletons) == run.report().overall.singletons
    assert all(row["units"] == 1 for row in singletons)
    assert {row["domain"] for row in run.sample(1_000, of="singletons", domain="d1").to_pylist()} == {"d1"}
    frequent = run.sample(2, of="frequent").to_pylist()
    assert (named(frequent)[0], frequent[0]["units"]) == (("Oslo", "country"), 3)


def test_drawn_facts_are_shown_with_their_words_marked_and_harmless(run: Run) -> None:
    rows = run.sample(1_000).to_pylist()
    text = render_drawn(rows, "table", pretty=False)
    assert OPEN in text
    assert "\x1b" not in text
    as_json = json.loads(render_drawn(rows, "json", pretty=False))
    lines = [json.loads(line) for line in render_drawn(rows, "jsonl", pretty=False).splitlines()]
    table = list(csv.DictReader(io.StringIO(render_drawn(rows, "csv", pretty=False))))
    assert lines == as_json
    assert [row["sentence"] for row in table] == [row["sentence"] for row in lines]
    assert all(row["sentence"].count(OPEN) == row["sentence"].count(CLOSE) == 1 for row in lines)


@pytest.mark.parametrize("what", ["singletons", "gaps", "prompts"])
def test_every_form_holds_the_same_rows(run: Run, tmp_path: Path, what: Any) -> None:
    out = {form: tmp_path / f"{what}.{form}" for form in exporting.FORMS}
    done = [run.export(what, path, form) for form, path in out.items()]
    rows = pq.read_table(out["parquet"]).to_pylist()
    assert rows
    assert {one.rows for one in done} == {len(rows)}
    assert [json.loads(line) for line in out["jsonl"].read_text().splitlines()] == rows
    assert datasets.load_from_disk(str(out["datasets"])).to_list() == rows
    with out["csv"].open(newline="") as file:
        assert [row["subject"] for row in csv.DictReader(file)] == [row["subject"] for row in rows]
    assert set(tmp_path.iterdir()) == set(out.values())


def test_exports_agree_with_the_report(run: Run, tmp_path: Path) -> None:
    overall = run.report().overall

    def rows(what: Any, **options: Any) -> list[dict[str, Any]]:
        out = io.StringIO()
        run.export(what, out, "jsonl", **options)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    prompts = rows("prompts")
    assert sum(row["mentions"] for row in prompts) == overall.mentions
    assert len(prompts) == overall.prompts
    assert prompts[0] == prompts[0] | {
        "subject": "Oslo",
        "units": 3,
        "answer": "Norway",
        "answers": 1,
        "domains": 2,
    }
    singletons = rows("singletons")
    assert len({row["prompt_id"] for row in singletons}) == overall.singletons
    assert len(singletons) == 22  # two answers each of ten
    assert {row["domain"] for row in rows("singletons", domain="d2")} == {"d2"}
    assert len(rows("prompts", limit=3)) == 3


def test_a_gap_is_a_singleton_of_a_subject_that_others_speak_of(run: Run) -> None:
    out = io.StringIO()
    run.export("gaps", out, "jsonl")
    (gap,) = map(json.loads, out.getvalue().splitlines())
    expected = {"subject": "Oslo", "relation": "mayor", "object": "Anne", "subject_units": 3}
    assert gap == gap | expected | {"subject_prompts": 2, "subject_singletons": 1}


def test_an_export_overwrites_nothing_and_leaves_nothing_when_it_fails(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there.parquet"
    there.write_text("mine")
    with pytest.raises(UsageError, match="exists"):
        run.export("prompts", there)
    assert there.read_text() == "mine"
    with pytest.raises(UsageError, match="not to stdout"):
        run.export("prompts", io.StringIO(), "parquet")

    def fail(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "_write_parquet", fail)
    with pytest.raises(KeyboardInterrupt):
        run.export("prompts", tmp_path / "new" / "out.parquet")
    assert list((tmp_path / "new").iterdir()) == []
