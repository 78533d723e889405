"""Missing mass and floor: values that are known, and what must not change them."""

from math import isclose, sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import Interval, UnitSums, effective_units, floor, missing_mass, missing_mass_of_sums
from factscan.stats.floor import floor_of_sums

# Published spectra, one mention a unit: n, f1, f2, f1/n and Esty's 95 % interval
REFERENCE = [
    (168, 12, 4, 0.07142857142857142, (0.020384866615482278, 0.12247227624166057)),
    (202, 6, 4, 0.0297029702970297, (-0.006369737498163296, 0.0657756780922227)),
    (142, 43, 16, 0.3028169014084507, (0.19415392794307618, 0.4114798748738252)),
    (30902, 120, 40, 0.003883243802990098, (0.002987322282005724, 0.0047791653239744715)),
    (884647, 14376, 4343, 0.016250549654268878, (0.015915803459787523, 0.016585295848750233)),
]


@st.composite
def groups(draw: st.DrawFn) -> tuple[list[int], list[int], list[float], list[tuple[int, int]]]:
    """m, u, w of units, and pairs of mentions of two-unit prompts."""
    units = draw(st.lists(st.tuples(st.integers(0, 50), st.floats(0, 1), st.floats(0, 1)), max_size=12))
    m = [size for size, _, _ in units]
    u = [round(size * part) for size, part, _ in units]
    w = [missing * weight for missing, (_, _, weight) in zip(u, units, strict=True)]
    pairs = draw(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=6))
    return m, u, w, pairs


def ends(interval: Interval) -> tuple[float, float, float]:
    assert interval.estimate is not None
    assert interval.low is not None
    assert interval.high is not None
    return interval.low, interval.estimate, interval.high


def close(a: Interval, b: Interval) -> bool:
    if a.estimate is None or b.estimate is None:
        return a == b
    return all(isclose(x, y, abs_tol=1e-9) for x, y in zip(ends(a), ends(b), strict=True))


@pytest.mark.parametrize(("n", "f1", "f2", "good_turing", "esty"), REFERENCE)
def test_one_mention_a_unit_gives_good_turing_and_the_variance_of_esty_1983(
    n: int, f1: int, f2: int, good_turing: float, esty: tuple[float, float]
) -> None:
    sums = UnitSums.of([1] * n, [1] * f1 + [0] * (n - f1), [1] * f2, [1] * f2)

    assert missing_mass_of_sums(sums).estimate == pytest.approx(good_turing)
    assert sums.variance is not None
    half = 1.959963984540054 * sqrt(sums.variance) / n
    assert (good_turing - half, good_turing + half) == pytest.approx(esty, rel=1e-9)


def test_the_interval_is_the_one_worked_out_by_hand() -> None:
    # A = 6, N = 40, M = .15; residuals (4−1.5)² + (2−.75)² + 5·.75² = 10.625; pairs 2·(2·3) = 12
    # e = (16+4)/6·(1−M)²; e' = (36 + 9 + 5·25)/34·M² = 5·M², whose low end lies under 0
    v, e = 22.625, 20 / 6 * 0.85**2

    interval = missing_mass([10, 5, 5, 5, 5, 5, 5], [4, 2, 0, 0, 0, 0, 0], [2], [3])

    high = (6 + e + 1.959964 * sqrt(v + 2 * e**2)) / 40
    assert ends(interval) == pytest.approx((0.0, 0.15, high), abs=1e-6)


def test_the_low_end_is_the_one_worked_out_by_hand() -> None:
    # 100 units of 2 mentions, both missing in 50 of them: V = 50·1 + 50·1 = 100, e = e' = 2·½²
    half = 0.5 + 1.959964 * sqrt(100 + 0.5)

    interval = missing_mass([2] * 100, [2] * 50 + [0] * 50)

    assert ends(interval) == pytest.approx(((100 - half) / 200, 0.5, (100 + half) / 200), abs=1e-6)


def test_nothing_missing_widens_by_the_mentions_of_a_prompt_in_a_unit() -> None:
    # b = Σc²/Σc = 4 and V = 0
    interval = missing_mass([8] * 50, [0] * 50, cc=1600)

    assert ends(interval) == pytest.approx((0, 0, 4 * (1 + 1.959964 * sqrt(2)) / 400), abs=1e-6)


def test_nothing_missing_takes_whole_units_for_bursts_when_these_are_unknown() -> None:
    assert missing_mass([8] * 50, [0] * 50).high == pytest.approx(8 * (1 + 1.959964 * sqrt(2)) / 400)


def test_everything_missing_widens_by_a_whole_unit() -> None:
    interval = missing_mass([8] * 50, [8] * 50)

    assert ends(interval) == pytest.approx((1 - 8 * (1 + 1.959964 * sqrt(2)) / 400, 1, 1), abs=1e-6)


def test_no_mentions_are_undefined_and_say_so() -> None:
    for interval in (missing_mass([], []), missing_mass([0, 0], [0, 0]), floor([], [], [])):
        assert (interval.estimate, interval.low, interval.high) == (None, None, None)
        assert interval.reason.startswith("undefined")


def test_one_unit_has_an_estimate_and_an_unknown_interval() -> None:
    interval = missing_mass([10, 0], [4, 0])

    assert ends(interval) == (0, 0.4, 1)
    assert "one unit" in interval.reason
    assert ends(floor([10], [4], [2])) == (0, 0.2, 1)


def test_a_higher_level_is_wider() -> None:
    narrow, wide = (missing_mass([2] * 100, [1] * 100, level=level) for level in (0.8, 0.99))

    assert ends(wide)[0] < ends(narrow)[0]
    assert ends(wide)[2] > ends(narrow)[2]


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_outside_0_to_1_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        missing_mass([1, 1], [1, 0], level=level)


@pytest.mark.parametrize(
    ("m", "u"), [([1, 2], [1]), ([1, 2], [2, 2]), ([1, 2], [-1, 2]), ([[1, 2]], [[1, 2]])]
)
def test_counts_that_cannot_be_are_refused(m: list[int], u: list[int]) -> None:
    with pytest.raises(ValueError, match="must"):
        missing_mass(m, u)


def test_a_weight_above_1_is_refused() -> None:
    with pytest.raises(ValueError, match="must not exceed u"):
        floor([3, 3], [1, 1], [2, 1])


def test_effective_units_count_equal_units_and_discount_uneven_ones() -> None:
    assert effective_units([7] * 30) == pytest.approx(30)
    assert effective_units([100, 1, 1]) == pytest.approx(102**2 / 10002)
    assert effective_units([]) is None


@given(groups())
@settings(max_examples=100, deadline=None)
def test_intervals_are_ordered_and_shares(
    group: tuple[list[int], list[int], list[float], list[tuple[int, int]]],
) -> None:
    m, u, w, pairs = group
    ab, ba = [a for a, _ in pairs], [b for _, b in pairs]
    for interval in (missing_mass(m, u, ab, ba), floor(m, u, w, ab, ba)):
        if interval.estimate is None:
            assert not sum(m)
        else:
            low, estimate, high = ends(interval)
            assert 0 <= low <= estimate <= high <= 1


@given(groups(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_units_orientation_of_pairs_and_empty_units_do_not_matter(
    group: tuple[list[int], list[int], list[float], list[tuple[int, int]]], random: Random
) -> None:
    m, u, w, pairs = group
    units = [*zip(m, u, w, strict=True), (0, 0, 0.0)]
    random.shuffle(units)
    turned = [(b, a) for a, b in pairs]
    m2, u2, w2 = ([unit[i] for unit in units] for i in range(3))

    before, after = ([a for a, _ in p] for p in (pairs, turned))
    assert close(missing_mass(m, u, before, after), missing_mass(m2, u2, after, before))
    assert close(floor(m, u, w, before, after), floor(m2, u2, w2, after, before))


@given(groups())
@settings(max_examples=60, deadline=None)
def test_counting_every_mention_k_times_changes_nothing(
    group: tuple[list[int], list[int], list[float], list[tuple[int, int]]],
) -> None:
    m, u, _, pairs = group
    once = missing_mass(m, u, [a for a, _ in pairs], [b for _, b in pairs], cc=sum(m))
    thrice = missing_mass(
        [3 * x for x in m],
        [3 * x for x in u],
        [3 * a for a, _ in pairs],
        [3 * b for _, b in pairs],
        cc=9 * sum(m),
    )

    assert close(once, thrice)


@given(groups())
@settings(max_examples=60, deadline=None)
def test_a_floor_without_lucky_guesses_is_the_missing_mass(
    group: tuple[list[int], list[int], list[float], list[tuple[int, int]]],
) -> None:
    m, u, _, pairs = group
    ab, ba = [a for a, _ in pairs], [b for _, b in pairs]

    assert close(floor(m, u, u, ab, ba), missing_mass(m, u, ab, ba))


def test_one_kappa_for_all_scales_the_floor_and_its_variance() -> None:
    m, u, ab, ba = [5, 9, 4, 7] * 30, [2, 0, 4, 1] * 30, [1, 2] * 20, [3, 1] * 20
    plain = UnitSums.of(m, u, ab, ba)
    weighted = UnitSums.of(m, [0.75 * x for x in u], [0.75 * x for x in ab], [0.75 * x for x in ba])

    assert plain.variance is not None
    assert weighted.variance == pytest.approx(0.75**2 * plain.variance)
    estimate = missing_mass_of_sums(plain).estimate
    assert estimate is not None
    assert floor_of_sums(weighted, plain).estimate == pytest.approx(0.75 * estimate)


def test_everything_missing_leaves_the_floor_as_unsure_as_the_missing_mass() -> None:
    # Lucky guesses are no known mentions: κ = .01 must not narrow the interval to its own size.
    m = [1] * 50
    mass, lucky = missing_mass(m, m), floor(m, m, [0.99] * 50)

    assert ends(lucky)[0] <= ends(mass)[0]


def test_sums_of_parts_add_up_to_the_sums_of_the_whole() -> None:
    one, two = UnitSums.of([3, 4], [1, 0]), UnitSums.of([5], [2])
    whole = UnitSums.of([3, 4, 5], [1, 0, 2])

    assert whole.mm == one.mm + two.mm
    assert (whole.units, whole.mentions, whole.mu) == (3, one.mentions + two.mentions, one.mu + two.mu)
