"""Intervals hold the truth as often as they say, on simulated corpora; wrong formulas do not."""

import runpy
from pathlib import Path
from typing import Any

import pytest

SIMULATION = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "coverage.py"))
WORLDS = {world.name: world for world in SIMULATION["WORLDS"]}
RUNS = 400


def measure(name: str) -> Any:
    return SIMULATION["measure"](WORLDS[name], RUNS, seed=11)


@pytest.mark.parametrize(
    "name", ["burst 2", "burst 4", "topics of a few documents", "mix: a tenth counts", "few prompts"]
)
def test_intervals_cover_on_bursty_documents_and_esty_on_mentions_does_not(name: str) -> None:
    row = measure(name)

    # Three standard errors of a coverage of .95 over 400 runs: .033
    assert 0.917 < row.missing_mass.coverage < 0.995
    assert 0.917 < row.floor.coverage < 0.995
    assert row.esty.coverage < 0.5
    assert row.ratio == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("name", ["edge: ten documents", "edge: M near 1"])
def test_intervals_cover_at_the_edges_where_they_do_not_without_edge_terms(name: str) -> None:
    row = measure(name)

    assert row.missing_mass.coverage > 0.9
    assert row.floor.coverage > 0.9
    assert row.plain.coverage < 0.9


def test_one_mention_a_document_is_covered_either_way() -> None:
    row = measure("one mention a document")

    assert 0.917 < row.missing_mass.coverage < 0.98
    assert row.esty.coverage == pytest.approx(row.missing_mass.coverage, abs=0.02)
