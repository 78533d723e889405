"""Intervals hold the truth as often as they say, on simulated corpora; wrong formulas do not."""

import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
RUNS = 600


@pytest.fixture(scope="module")
def simulation() -> Any:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return runpy.run_path(str(BENCHMARKS / "coverage.py"))
    finally:
        sys.path.remove(str(BENCHMARKS))


def measure(simulation: Any, name: str, documents: int = 80) -> Any:
    worlds = [*simulation["named_worlds"]([documents]), *simulation["OTHERS"]]
    world = next(world for world in worlds if world.name == name)
    return simulation["measure"](world, RUNS, seed=11)


@pytest.mark.parametrize("name", ["Zipf 1.0, burst 2", "kinked, burst 4", "burst 4, uneven sizes"])
def test_intervals_cover_on_bursty_documents_and_esty_on_mentions_does_not(
    simulation: Any, name: str
) -> None:
    for row in measure(simulation, name).values():
        # Three standard errors of a coverage of .95 over 600 runs: .027
        assert 0.923 < row.missing_mass.coverage < 0.985
        assert 0.923 < row.floor.coverage < 0.985
        assert row.jackknife.coverage > 0.92
        assert row.esty.coverage < 0.5
        assert row.ratio == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("name", ["edge: ten documents", "edge: M near 1"])
def test_intervals_cover_at_the_edges_where_they_do_not_without_edge_terms(
    simulation: Any, name: str
) -> None:
    (row,) = measure(simulation, name).values()

    assert row.missing_mass.coverage > 0.91
    assert row.floor.coverage > 0.9
    assert row.plain.coverage < 0.9


def test_one_mention_a_document_is_covered_either_way(simulation: Any) -> None:
    (row,) = measure(simulation, "one mention a document").values()

    assert 0.923 < row.missing_mass.coverage < 0.98
    assert row.esty.coverage == pytest.approx(row.missing_mass.coverage, abs=0.02)


def test_the_simulation_sums_what_the_definitions_sum(simulation: Any) -> None:
    """One little corpus of every batch, cell by cell, against loops."""
    worlds = sys.modules["worlds"]
    world = worlds.World("little", 12, draws=4, burst=2, law=worlds.zipf(0.7, 40), counted=0.5)
    law = worlds._Law.of(world, worlds.np.random.default_rng(3), 0.02, 0.5)
    cells = worlds._Cells.drawn(world, law, 5, worlds.np.random.default_rng(4))
    inside = cells.kept(cells.of_domain)
    found = {
        "mix": worlds._sums(cells, inside, cells, law),
        "alone": worlds._sums(inside, inside, inside, law),
    }
    for run in range(5):
        rows = [
            (int(doc), int(prompt), int(n), bool(counts))
            for r, doc, prompt, n, counts in zip(
                cells.run, cells.doc, cells.prompt, cells.mentions, cells.of_domain, strict=True
            )
            if r == run
        ]
        for scope, batch in found.items():
            known: dict[int, set[int]] = {}
            for doc, prompt, _, counts in rows:
                if counts or scope == "mix":
                    known.setdefault(prompt, set()).add(doc)
            own = [row for row in rows if row[3]]
            u = [(doc, n) for doc, prompt, n, _ in own if known[prompt] == {doc}]
            o: dict[tuple[int, int], int] = {}
            for doc, prompt, n, _ in own:
                if len(known[prompt]) == 2:
                    (other,) = known[prompt] - {doc}
                    o[doc, other] = o.get((doc, other), 0) + n
            pairs = sum(n * o.get((b, a), 0) for (a, b), n in o.items() if a < b)
            gains = [0] * 20
            for part in range(20):
                for doc, prompt, n, _ in own:
                    left = known[prompt] - {d for d, p, _, _ in own if p == prompt and d % 20 == part}
                    if left == {doc} != known[prompt]:
                        gains[part] += n
            assert batch.mentions[run] == sum(n for _, _, n, _ in own)
            assert batch.u[run] == sum(n for _, n in u)
            assert batch.pairs[run] == pairs
            assert batch.part_gained[run].tolist() == gains
            assert batch.missing_mass[run] == pytest.approx(1 - sum(law.asked[list(known)]))
