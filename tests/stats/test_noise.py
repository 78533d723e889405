"""What labels make of inflated figures: the formula, its edges, and its coverage where the truth is known."""

import runpy
from dataclasses import replace
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import UnitSums, floor_of_sums, missing_mass_of_sums
from factscan.stats.noise import Judged, corrected, without_junk

SIMULATION = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "noise.py"))
WORLDS = {world.name: world for world in SIMULATION["WORLDS"]}

# 1,000 documents of 10 mentions; in every one 4 are of singletons, one of these alike in all.
SUMS = UnitSums.of([10] * 1000, [4] * 1000, [1] * 50, [1] * 50, cc=10_000)
WEIGHTED = UnitSums.of([10] * 1000, [3] * 1000, [0.75] * 50, [0.75] * 50, cc=10_000)
ALL_RIGHT = Judged(400, 400)

counts = st.integers(min_value=0, max_value=60)
judged = st.tuples(counts, counts).map(lambda pair: Judged(min(pair), max(pair)))
documents = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted), min_size=1, max_size=20)


def test_the_missing_mass_is_the_right_singletons_over_the_right_mentions() -> None:
    found = corrected(SUMS, WEIGHTED, Judged(300, 400), Judged(190, 200))
    right = 0.4 * 0.75 + 0.6 * 0.95
    assert found.right == pytest.approx(right)
    assert found.missing_mass.estimate == pytest.approx(0.4 * 0.75 / right)
    assert found.floor.estimate == pytest.approx(0.3 * 0.75 / right)
    assert (found.singletons.estimate, found.others.estimate) == (0.75, 0.95)


def test_where_all_is_right_nothing_changes_but_the_interval_knows_the_labels_are_few() -> None:
    plain = missing_mass_of_sums(SUMS)
    many = corrected(SUMS, WEIGHTED, Judged(40_000, 40_000), Judged(40_000, 40_000)).missing_mass
    few = corrected(SUMS, WEIGHTED, Judged(20, 20), Judged(20, 20)).missing_mass
    assert many.ends == pytest.approx(plain.ends, abs=2e-4)
    assert few.estimate == pytest.approx(0.4)
    assert few.ends[0] < plain.ends[0] - 0.02
    assert few.ends[2] > plain.ends[2] + 0.02


def test_the_half_width_is_that_of_the_variance_where_labels_are_many() -> None:
    """z·M(1−M)·√((1−π)/(nπ) + (1−ρ)/(nρ)) by the delta method, the corpus being large."""
    corpus = UnitSums(10**6, 1e7, 4e6, 1.1e8, 4.1e7, 1.7e7, cc=1e7)
    found = corrected(corpus, corpus, Judged(3000, 4000), Judged(3800, 4000)).missing_mass
    low, mass, high = found.ends
    half = 1.96 * mass * (1 - mass) * sqrt((0.25 / 0.75 + 0.05 / 0.95) / 4000)
    assert (high - low) / 2 == pytest.approx(half, rel=0.03)


def test_pairs_weigh_more_where_most_of_what_is_seen_once_is_junk() -> None:
    """Junk takes no part in the pairs: their share of the variance, 2P·((1−M)/(1−s))²/N², does not shrink by (M/s)²."""
    labels = Judged(10**9 / 4, 10**9), Judged(10**9, 10**9)
    sums = replace(SUMS, mm=1e5, mu=4e4, uu=1.6e4, pairs=90_000.0)  # residuals of 0
    low, mass, high = corrected(sums, sums, *labels).missing_mass.ends
    assert (high - low) / 2 == pytest.approx(1.96 * sqrt(180_000) * (1 - mass) / 0.6 / 1e4, rel=0.02)


def test_bursts_of_junk_make_labels_worth_less() -> None:
    labels = Judged(300, 400), Judged(380, 400)
    single, bursty = (corrected(replace(SUMS, cc=cc), WEIGHTED, *labels).missing_mass for cc in (1e4, 3e4))
    assert bursty.ends[0] < single.ends[0]
    assert bursty.ends[2] > single.ends[2]
    assert bursty.estimate == single.estimate


@pytest.mark.parametrize(
    ("sums", "singletons", "others", "estimate"),
    [
        (SUMS, Judged(0, 30), ALL_RIGHT, 0.0),
        (SUMS, Judged(30, 30), Judged(0, 30), 1.0),
        (UnitSums.of([3] * 50, [0] * 50, cc=150), Judged(0, 0), ALL_RIGHT, 0.0),
        (UnitSums.of([3] * 50, [3] * 50, cc=150), Judged(1, 30), Judged(0, 0), 1.0),
    ],
)
def test_at_the_edges_the_estimate_stands_and_the_interval_has_a_width(
    sums: UnitSums, singletons: Judged, others: Judged, estimate: float
) -> None:
    found = corrected(sums, sums, singletons, others)
    assert found.missing_mass.estimate == found.floor.estimate == estimate
    assert found.missing_mass.ends[2] - found.missing_mass.ends[0] > 0.005
    assert not found.missing_mass.reason


@pytest.mark.parametrize(
    ("sums", "singletons", "others", "reason"),
    [
        (UnitSums.of([], []), ALL_RIGHT, ALL_RIGHT, "no mentions"),
        (SUMS, Judged(0, 0), ALL_RIGHT, "no mention of singletons is labelled"),
        (SUMS, ALL_RIGHT, Judged(0, 0), "no mention of prompts that several units state is labelled"),
        (SUMS, Judged(0, 9), Judged(0, 9), "no labelled mention is right"),
    ],
)
def test_what_cannot_be_told_is_undefined_with_the_reason(
    sums: UnitSums, singletons: Judged, others: Judged, reason: str
) -> None:
    found = corrected(sums, sums, singletons, others)
    assert found.missing_mass.estimate is found.floor.estimate is found.right is None
    assert reason in found.missing_mass.reason


def test_one_unit_tells_nothing_of_how_units_differ() -> None:
    found = corrected(UnitSums.of([10], [4]), UnitSums.of([10], [3]), ALL_RIGHT, ALL_RIGHT).missing_mass
    assert found.ends == (0, pytest.approx(0.4), 1)
    assert found.reason.startswith("one unit")


@settings(deadline=None)
@given(documents, judged, judged)
def test_estimates_stay_shares_inside_their_intervals(
    docs: list[list[int]], singletons: Judged, others: Judged
) -> None:
    u, m = zip(*docs, strict=True)
    weighted = UnitSums.of(m, [0.7 * of for of in u], cc=float(sum(m)))
    found = corrected(UnitSums.of(m, u, cc=float(sum(m))), weighted, singletons, others)
    if found.missing_mass.estimate is None:
        assert found.missing_mass.reason
        return
    for interval in (found.missing_mass, found.floor):
        low, estimate, high = interval.ends
        assert 0 <= low <= estimate <= high <= 1
    assert found.floor.ends[1] <= found.missing_mass.ends[1] + 1e-12


@settings(deadline=None)
@given(judged, judged, st.floats(1.5, 8))
def test_with_more_labels_that_say_the_same_the_interval_is_narrower(
    singletons: Judged, others: Judged, times: float
) -> None:
    few = corrected(SUMS, WEIGHTED, singletons, others).missing_mass
    more = corrected(
        SUMS, WEIGHTED, *(Judged(of.right * times, of.judged * times) for of in (singletons, others))
    ).missing_mass
    if few.estimate is not None:
        assert more.estimate == pytest.approx(few.estimate)
        assert more.ends[2] - more.ends[0] <= few.ends[2] - few.ends[0] + 1e-9


@settings(deadline=None)
@given(st.floats(0, 1), st.floats(0, 0.9))
def test_taking_junk_out_undoes_putting_it_in(missing_mass: float, junk: float) -> None:
    seen = (1 - junk) * missing_mass + junk
    assert without_junk(seen, junk) == pytest.approx(missing_mass, abs=1e-9)
    assert seen - missing_mass == pytest.approx(junk * (1 - missing_mass))


@pytest.mark.parametrize(
    ("world", "burst", "junk"), [("M .05", 4, 0.1), ("M .2", 1, 0.01), ("M .35", 4, 0.05), ("M .5", 1, 0.1)]
)
def test_an_audit_of_400_gives_the_truth_back_and_its_interval_covers(
    world: str, burst: float, junk: float
) -> None:
    row = SIMULATION["measure"](WORLDS[world], burst, junk, 400, runs=200, seed=5)
    assert row.missing_mass.rmse < 0.015
    assert row.floor.rmse < 0.015
    # Three standard errors of a coverage of .95 over 200 runs: .046
    assert row.missing_mass.coverage > 0.904
    assert row.floor.coverage > 0.904
    if junk >= 0.05:  # there was something to correct
        assert row.missing_mass.rmse < (row.seen - 1) * row.truth / 3


def test_labels_of_the_same_mentions_tell_more_together_than_apart() -> None:
    row = SIMULATION["measure"](WORLDS["M .5"], 1, 0.1, 400, runs=200, seed=5)
    assert row.missing_mass.rmse < 0.7 * row.apart.rmse


def test_floor_and_missing_mass_keep_their_ratio() -> None:
    found = corrected(SUMS, WEIGHTED, Judged(300, 400), Judged(190, 200))
    plain = floor_of_sums(WEIGHTED, SUMS).ends[1] / missing_mass_of_sums(SUMS).ends[1]
    assert found.floor.ends[1] / found.missing_mass.ends[1] == pytest.approx(plain)
