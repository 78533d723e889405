"""Figures by relation, against their definition on a small corpus."""

import dataclasses
from pathlib import Path

from conftest import Stated, write_run
from reference import Figures, figures, placed, weights_of

from factscan.figures import Settings
from factscan.report import View, as_csv, as_table
from factscan.run import Run

COMMON = [Stated([(f"town {n % 110}", "mayor", f"name {n % 7}")] * (1 + n % 3)) for n in range(150)]
RARE = [
    Stated([("x", "river", "r"), ("y", "hill", "h")], domain="e"),
    Stated([("x", "river", "s"), ("y", "hill", "h"), ("z", "hill", "h")]),
]


def test_a_relation_is_reported_by_itself_or_with_the_rare_ones(tmp_path: Path) -> None:
    run, documents = _run(tmp_path)
    weights = weights_of(documents)
    whole = figures(documents, Settings(), "overall")["overall"]
    mayor, rare = run.report().relations
    assert (mayor.name, mayor.relations, rare.name, rare.relations) == ("mayor", 1, "rare: name", 2)
    for row, relations in ((mayor, {"mayor"}), (rare, {"river", "hill"})):
        its = dataclasses.replace(
            whole, units={prompt: units for prompt, units in whole.units.items() if prompt[1] in relations}
        )
        assert (row.mentions, row.prompts, row.singletons) == (
            its.mentions,
            len(its.units),
            len(its.singletons),
        )
        _equal(its, weights, row.missing_mass, row.floor)
    assert mayor.mentions + rare.mentions == run.report().overall.mentions


def test_the_floor_of_the_whole_is_that_of_its_relations(tmp_path: Path) -> None:
    report = _run(tmp_path)[0].report()
    missed = sum((row.floor.estimate or 0) * row.mentions for row in report.relations)
    assert abs(missed / report.overall.mentions - (report.overall.floor.estimate or 0)) < 1e-12


def test_relations_are_shown_as_a_table_and_as_csv(tmp_path: Path) -> None:
    report = _run(tmp_path)[0].report()
    assert "rare: name" in as_table(report, View("relation"))
    assert as_csv(report, View("relation")).splitlines()[1].startswith("mayor,1,")


def _run(folder: Path) -> tuple[Run, list]:  # type: ignore[type-arg]
    documents = [*COMMON, *RARE]
    run = write_run(folder / "run", documents)
    numbers = run.sql("select doc_no from documents order by record").column("doc_no").to_pylist()
    return run, placed(list(zip(numbers, documents, strict=True)))


def _equal(its: Figures, weights: dict[str, float], *found: object) -> None:
    for one, wanted in zip(found, its.estimates(weights), strict=True):
        for end in ("estimate", "low", "high"):
            assert abs(getattr(one, end) - getattr(wanted, end)) < 1e-8


def test_prompts_with_several_answers_are_told(tmp_path: Path) -> None:
    report = _run(tmp_path)[0].report()
    answers: dict[tuple[str, str], set[str]] = {}
    for document in (*COMMON, *RARE):
        for subject, relation, answer in document.facts:
            answers.setdefault((subject, relation), set()).add(answer)
    conflicting = sum(len(objects) > 1 for objects in answers.values())
    assert 0 < report.overall.conflicting == conflicting
    said = " ".join(as_table(report, View(details=True)).split())
    assert f"{conflicting} of {len(answers)} prompts have several answers" in said
    assert {row.name: row.conflicting for row in report.domains}["e"] == 1
