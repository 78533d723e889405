"""Intervals at the edges: nothing missing, everything missing, one document, none – and no extra width elsewhere."""

from math import isfinite, sqrt

import pytest
from hypothesis import given, settings
from little_corpora import CORPORA, STRADDLING, Corpus, of_groups

from factscan.stats import Interval, UnitSums, floor_of_sums, missing_mass_of_sums


@given(CORPORA | STRADDLING)
@settings(max_examples=150, deadline=None)
def test_every_group_has_finite_shares_in_order_or_says_why_not(corpus: Corpus) -> None:
    for groups in ("A", "B", "ABC"):
        sums = of_groups(corpus, groups)
        for interval in (missing_mass_of_sums(sums), floor_of_sums(sums, sums)):
            held = (interval.low, interval.estimate, interval.high)
            if not sums.mentions:
                assert held == (None, None, None)
                assert interval.reason
            else:
                assert all(x is not None and isfinite(x) for x in held)
                assert 0 <= held[0] <= held[1] <= held[2] <= 1  # type: ignore[operator]
                assert bool(interval.reason) == (sums.units < 2)


def test_the_edges_vanish_with_the_square_of_the_distance_from_them() -> None:
    # 100 units of 10 mentions, 2 of them missing: V = 0, b = 2 and b' = 8, M = .2
    interval = missing_mass_of_sums(UnitSums.of([10] * 100, [2] * 100))

    reach = 1 + 1.959964 * sqrt(2)
    assert ends(interval) == pytest.approx(
        (0.2 - 8 * 0.2**2 * reach / 1000, 0.2, 0.2 + 2 * 0.8**2 * reach / 1000)
    )


def test_the_floor_has_the_edges_of_its_missing_mass() -> None:
    # Everything missing, half of it guessed: what turns out to be known takes whole mentions away
    plain, weighted = UnitSums.of([4] * 50, [4] * 50), UnitSums.of([4] * 50, [2] * 50)

    assert ends(floor_of_sums(weighted, plain)) == pytest.approx(
        (0.5 - 4 * (1 + 1.959964 * sqrt(2)) / 200, 0.5, 0.5)
    )


def test_a_thousand_documents_at_the_edge_narrow_to_a_few_mentions() -> None:
    none = missing_mass_of_sums(UnitSums.of([5] * 1000, [0] * 1000, cc=5000))
    every = missing_mass_of_sums(UnitSums.of([1] * 1000, [1] * 1000))

    assert ends(none) == (0, 0, pytest.approx(3.7718 / 5000, rel=1e-4))
    assert ends(every) == (pytest.approx(1 - 3.7718 / 1000, rel=1e-4), 1, 1)


def ends(interval: Interval) -> tuple[float | None, float | None, float | None]:
    return interval.low, interval.estimate, interval.high
