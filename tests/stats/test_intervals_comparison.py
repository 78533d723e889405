"""Groups compared: sums of the rest, covariance, differences, and Holm's rule."""

from dataclasses import astuple
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_corpora import CORPORA, STRADDLING, Corpus, between, of_groups

from factscan.stats import (
    CrossSums,
    Difference,
    UnitSums,
    all_but,
    covariance,
    difference,
    holm,
    missing_mass_of_sums,
)

P_VALUES = st.lists(st.floats(0, 1), max_size=8)


def compared(a: UnitSums, b: UnitSums, cross: CrossSums) -> Difference:
    variances = [(sums.variance or 0) / max(1, sums.mentions) ** 2 for sums in (a, b)]
    return difference(missing_mass_of_sums(a), missing_mass_of_sums(b), *variances, covariance(a, b, cross))


@given(st.one_of(CORPORA, STRADDLING))
@settings(max_examples=80, deadline=None)
def test_the_rest_has_the_sums_of_all_other_groups_taken_as_one(corpus: Corpus) -> None:
    ties = {(i, j): between(corpus, "ABC"[i], "ABC"[j]) for i, j in combinations(range(3), 2)}
    straddles = any(cross.mm for cross in ties.values())

    found = all_but([of_groups(corpus, group) for group in "ABC"], ties)

    for group, (rest, cross) in zip("ABC", found, strict=True):
        others = "ABC".replace(group, "")
        wanted = of_groups(corpus, others)
        assert astuple(cross) == pytest.approx(astuple(between(corpus, group, others)))
        names = ["mentions", "counted", "mm", "mu", "uu", "pairs", *([] if straddles else ["units", "cc"])]
        assert [getattr(rest, n) for n in names] == pytest.approx([getattr(wanted, n) for n in names])


@given(CORPORA)
@settings(max_examples=80, deadline=None)
def test_a_covariance_is_worked_out_from_the_pairs_of_units_and_is_the_same_turned(corpus: Corpus) -> None:
    a, b, cross = of_groups(corpus, "A"), of_groups(corpus, "B"), between(corpus, "A", "B")

    found = covariance(a, b, cross)

    assert found == covariance(b, a, cross.turned)
    assert found * max(1, a.mentions) * max(1, b.mentions) == pytest.approx(cross.pairs)


def test_a_group_that_is_compared_with_itself_covaries_as_it_varies() -> None:
    # One unit in both groups: residuals 3 − 5·M with M = 3/10, and 0 − 5·M
    sums = UnitSums.of([5, 5], [3, 0])
    cross = CrossSums(mm=sums.mm, mu=sums.mu, um=sums.mu, uu=sums.uu)

    assert sums.variance == pytest.approx(1.5**2 + 1.5**2)
    assert covariance(sums, sums, cross) == pytest.approx(sums.variance / 100)
    assert compared(sums, sums, cross).se == pytest.approx(0, abs=1e-9)


def test_a_difference_is_the_one_worked_out_by_hand() -> None:
    # V = 100/200² each (test_missing_mass.py), halves (2·¼ + z√(100 + 2·¼))/200 as e = 2·(1 − .5)² = .5
    a, b = UnitSums.of([2] * 100, [2] * 50 + [0] * 50), UnitSums.of([2] * 100, [2] * 50 + [0] * 50)
    half = (0.5 + 1.959964 * 100.5**0.5) / 200

    found = compared(a, b, CrossSums(pairs=25))

    assert found.estimate == 0
    assert found.p_value == 1
    assert found.se == pytest.approx((2 * 100 - 2 * 25) ** 0.5 / 200)
    assert found.high == pytest.approx((2 * half**2 - 2 * 1.959964**2 * 25 / 200**2) ** 0.5, rel=1e-6)
    assert found.low == -found.high


@given(st.one_of(CORPORA, STRADDLING))
@settings(max_examples=100, deadline=None)
def test_differences_are_ordered_turn_with_their_groups_and_agree_with_their_p_value(corpus: Corpus) -> None:
    a, b, cross = of_groups(corpus, "A"), of_groups(corpus, "BC"), between(corpus, "A", "BC")

    found, turned = compared(a, b, cross), compared(b, a, cross.turned)

    if found.estimate is None:
        assert found.reason
        assert astuple(found)[:5] == (None,) * 5
        return
    assert None not in (found.low, found.high, found.p_value, turned.low, turned.p_value)
    assert -1 <= found.low <= found.estimate <= found.high <= 1  # type: ignore[operator]
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))  # type: ignore[operator]
    assert turned.p_value == pytest.approx(found.p_value)
    away = max(found.low, -found.high)  # type: ignore[type-var, operator]
    if found.p_value < 0.05:  # type: ignore[operator]
        assert away > -1e-9  # type: ignore[operator]
    elif not cross.pairs and not cross.mm:
        assert away < 1e-9  # type: ignore[operator]


def test_nothing_missing_here_and_nothing_known_there_differ_as_far_as_their_edges_allow() -> None:
    none, every = UnitSums.of([1] * 50, [0] * 50, cc=50), UnitSums.of([1] * 50, [1] * 50)

    found = compared(every, none, CrossSums())

    assert (found.estimate, found.se, found.high) == (1, 0, 1)
    assert found.low == pytest.approx(1 - 2**0.5 * 3.7718 / 50, abs=1e-4)
    assert found.p_value is not None
    assert 0 <= found.p_value < 1e-9


def test_one_unit_or_no_mention_makes_a_difference_undefined_and_says_why() -> None:
    some, one, none = UnitSums.of([2] * 9, [1] * 9), UnitSums.of([2], [1]), UnitSums.of([], [])

    assert "one unit" in compared(some, one, CrossSums()).reason
    assert "no mentions" in compared(none, some, CrossSums()).reason


def test_holm_gives_what_is_known() -> None:
    # R 4.3: p.adjust(c(.01, .04, .03, .005), "holm")
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []


@given(P_VALUES, st.floats(0.001, 0.5))
def test_holm_rejects_what_stepping_down_rejects(p_values: list[float], alpha: float) -> None:
    rejected = set()
    for left, place in zip(
        range(len(p_values), 0, -1), sorted(range(len(p_values)), key=lambda i: p_values[i]), strict=True
    ):
        if p_values[place] * left > alpha:
            break
        rejected.add(place)

    adjusted = holm(p_values)

    assert {i for i, p in enumerate(adjusted) if p <= alpha} == rejected
    assert all(p <= q <= 1 for p, q in zip(p_values, adjusted, strict=True))
