"""What holds of every spectrum: order, names and form of the data do not matter, estimates keep their bounds."""

from collections import Counter
from fractions import Fraction
from math import comb, isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats.spectrum import (
    Estimate,
    FrequencySpectrum,
    coverage_at,
    estimates,
    hill_shannon,
    incidence_estimates,
    jackknife_coefficients,
    rarefaction_se,
    richness_at,
    simple_good_turing,
    zhang_huang_coverage,
)
from factscan.stats.spectrum.factorials import log_falling, log_missed

COUNTS = st.lists(
    st.one_of(st.integers(1, 4), st.integers(1, 40), st.integers(1, 10**12)), min_size=1, max_size=60
)
SMALL = st.lists(st.integers(1, 12), min_size=2, max_size=25)


def spectrum_of(counts: list[int]) -> FrequencySpectrum:
    return FrequencySpectrum.from_counts(counts)


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.randoms())
def test_order_does_not_matter_and_unseen_names_are_left_out(counts: list[int], random: object) -> None:
    shuffled = [*counts, 0, 0]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert estimates(spectrum_of(shuffled)) == estimates(spectrum_of(counts))


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_counts_pairs_and_names_agree(counts: list[int]) -> None:
    from_counts = spectrum_of(counts)
    pairs = Counter(counts)
    from_pairs = FrequencySpectrum.from_pairs(list(pairs), list(pairs.values()))
    names = [name for name, count in enumerate(counts) for _ in range(count)]

    for other in (from_pairs, FrequencySpectrum.from_names(names[::-1])):
        assert other.ks.tolist() == from_counts.ks.tolist()
        assert other.fs.tolist() == from_counts.fs.tolist()
    assert (from_counts.n, from_counts.observed) == (sum(counts), len(counts))


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_every_estimate_is_a_value_within_its_interval_or_says_why_not(counts: list[int]) -> None:
    spectrum = spectrum_of(counts)

    for name, estimate in estimates(spectrum).items():
        check(name, estimate, spectrum)


@settings(max_examples=60, deadline=None)
@given(SMALL, st.integers(0, 20))
def test_every_incidence_estimate_is_a_value_within_its_interval_or_says_why_not(
    counts: list[int], more: int
) -> None:
    spectrum = spectrum_of(counts)

    for name, estimate in incidence_estimates(spectrum, max(counts) + more).items():
        check(name, estimate, spectrum)


def check(name: str, estimate: Estimate, spectrum: FrequencySpectrum) -> None:
    numbers = [estimate.value, estimate.se, *(estimate.interval or ())]
    assert all(isfinite(number) for number in numbers if number is not None), name
    if estimate.value is None:
        assert estimate.reason, name
        return
    if name.endswith("coverage"):
        assert 0 <= estimate.value <= 1, name
    if name.startswith(("chao1", "chao2", "ichao", "ace", "ice", "homogeneous", "jackknife")):
        assert estimate.value >= spectrum.observed * (1 - 1e-12), name
    assert estimate.se is None or estimate.se > 0, name
    if estimate.interval is not None:
        low, high = estimate.interval
        slack = 1e-12 * abs(estimate.value)
        assert low - slack <= estimate.value <= high + slack, name


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_curves_rise_and_meet_the_observed_number(counts: list[int]) -> None:
    spectrum = spectrum_of(counts)
    sizes = range(1, 2 * spectrum.n + 1)

    names = [richness_at(spectrum, size) for size in sizes]
    coverage = [coverage_at(spectrum, size) for size in sizes]

    assert names[0] == pytest.approx(1)
    assert names[spectrum.n - 1] == pytest.approx(spectrum.observed)
    assert np.diff(names).min() >= -1e-9
    assert np.diff(coverage[: spectrum.n - 1]).min(initial=0) >= -1e-9
    assert np.diff(coverage[spectrum.n - 1 :]).min() >= -1e-9


@settings(max_examples=60, deadline=None)
@given(SMALL, st.data())
def test_rarefaction_is_the_mean_over_all_subsamples(counts: list[int], data: st.DataObject) -> None:
    spectrum, n = spectrum_of(counts), sum(counts)
    size = data.draw(st.integers(1, n - 1))

    def missed(k: int) -> Fraction:
        return Fraction(comb(n - k, size), comb(n, size))

    mean = sum(1 - missed(k) for k in counts)
    pairs = sum(
        missed(a + b) - missed(a) * missed(b)
        for i, a in enumerate(counts)
        for j, b in enumerate(counts)
        if i != j
    )
    variance = pairs + sum(missed(k) * (1 - missed(k)) for k in counts)
    assert richness_at(spectrum, size) == pytest.approx(float(mean), rel=1e-11)
    assert rarefaction_se(spectrum, size) ** 2 == pytest.approx(float(variance), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_simple_good_turing_gives_all_the_chance_away(counts: list[int]) -> None:
    spectrum = spectrum_of(counts)
    found = simple_good_turing(spectrum)

    assert found.p0 == spectrum.f(1) / spectrum.n
    if found.r_star is None:
        assert found.reason
    else:
        assert float(spectrum.fk @ found.r_star) / spectrum.n + found.p0 == pytest.approx(1)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**16), st.data())
def test_binomial_ratios_are_exact_for_any_size(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, min(n, 60)))
    m = data.draw(st.one_of(st.integers(0, n), st.integers(max(0, n - 70), n)))

    exact = Fraction(1)
    for j in range(k):
        exact *= Fraction(max(0, n - m - j), n - j)
    falling = 1
    for j in range(k):
        falling *= n - j

    assert float(np.exp(log_missed(n, m, k))) == pytest.approx(float(exact), rel=1e-11, abs=1e-290)
    assert float(log_falling(n, k)) == pytest.approx(log_of(falling), rel=1e-12)


def log_of(number: int) -> float:
    """ln of a whole number of any size."""
    shift = max(0, number.bit_length() - 900)
    return float(np.log(float(number >> shift))) + shift * float(np.log(2))


@pytest.mark.parametrize("units", [8, 50, 10**12])
def test_jackknife_coefficients_are_the_published_ones(units: int) -> None:
    t = units
    third = [
        Fraction(3 * t - 6, t),
        -Fraction(3 * t * t - 15 * t + 19, t * (t - 1)),
        Fraction((t - 3) ** 3, t * (t - 1) * (t - 2)),
    ]

    assert jackknife_coefficients(units, 3) == [float(a) for a in third]
    assert jackknife_coefficients(10**15, 5) == pytest.approx([5, -10, 10, -5, 1])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=3, max_size=12))
def test_zhang_and_huang_sum_over_all_counts(counts: list[int]) -> None:
    spectrum, n = spectrum_of(counts), sum(counts)
    if 2 * max(counts) >= n or spectrum.f(1) in (0, n):
        return
    exact = 1 - sum(Fraction((-1) ** (k + 1), comb(n, k)) for k in counts)

    assert zhang_huang_coverage(spectrum).value == pytest.approx(float(exact), abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_the_shannon_number_is_that_of_the_printed_sum(counts: list[int]) -> None:
    spectrum, n = spectrum_of(counts), sum(counts)
    f1, f2 = spectrum.f(1), spectrum.f(2)
    entropy = sum(k / n * sum(1 / r for r in range(k, n)) for k in counts)
    once, twice = (f1, 2 * f2) if f2 else (f1 - 1, 2)
    if f1 and once:
        kept = (n - 1) * once / ((n - 1) * once + twice)
        entropy += f1 / n * sum(kept ** (r - n + 1) / r for r in range(n, n + 40_000))

    value = hill_shannon(spectrum).value
    assert value is not None
    assert np.log(value) == pytest.approx(entropy, abs=1e-5)
