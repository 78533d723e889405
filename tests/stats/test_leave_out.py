"""Predicted against realised: when a gap is more than noise."""

from math import sqrt

import pytest

from factscan.stats import UnitSums, left_out, missing_mass_of_sums


def group(units: int, mentions: int, counted: int) -> UnitSums:
    """Units of equal size, each with as many mentions that count."""
    return UnitSums.of([mentions] * units, [counted] * units)


def test_the_ends_of_the_gap_are_those_of_its_two_sides_in_quadrature() -> None:
    rest, part = UnitSums.of([4] * 100, [1, 2] * 50), UnitSums.of([4] * 50, [3, 2] * 25)
    predicted, realised = missing_mass_of_sums(rest), missing_mass_of_sums(part)

    gap = left_out(rest, part).gap

    below = sqrt((0.625 - (realised.low or 0)) ** 2 + ((predicted.high or 0) - 0.375) ** 2)
    assert gap.estimate == pytest.approx(0.25)
    assert gap.low == pytest.approx(0.25 - below)


def test_a_part_like_the_rest_does_not_differ_and_another_kind_does() -> None:
    rest = UnitSums.of([4] * 200, [1, 2] * 100)

    assert left_out(rest, UnitSums.of([4] * 60, [1, 2] * 30)).parts is False
    assert left_out(rest, UnitSums.of([4] * 60, [3, 4] * 30)).parts is True


def test_many_looks_ask_for_a_larger_gap() -> None:
    rest, part = UnitSums.of([4] * 200, [1, 3] * 100), UnitSums.of([4] * 60, [1, 3, 2, 4] * 15)
    alone, among = left_out(rest, part), left_out(rest, part, looks=10**6)

    assert (alone.parts, among.parts) == (True, False)
    assert alone.gap == among.gap


def test_few_documents_and_single_units_are_not_judged() -> None:
    rest = group(200, 4, 1)

    few, one, none = (left_out(rest, group(units, 4, 4)) for units in (5, 1, 0))

    assert [found.parts for found in (few, one, none)] == [None, None, None]
    assert few.gap.estimate == pytest.approx(0.75)
    assert "too few" in few.gap.reason
    assert "one unit" in one.gap.reason
    assert (none.gap.estimate, none.gap.reason) == (None, "undefined: no mentions")
