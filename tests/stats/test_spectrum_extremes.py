"""Numbers where a float loses its digits: unique names only, trillions of mentions, nothing unseen among millions."""

from fractions import Fraction
from math import expm1, factorial, log1p

import numpy as np
import pytest

from factscan.stats.spectrum import (
    FrequencySpectrum,
    chao1,
    chiu_chao_f1,
    coverage_at,
    good_turing_missing_mass,
    hill_shannon,
    incidence_estimates,
    jackknife,
    richness_at,
    smoothed_binomial,
    toolbox,
)


def spectrum_of(**classes: int) -> FrequencySpectrum:
    return FrequencySpectrum.from_pairs([int(k[1:]) for k in classes], list(classes.values()))


@pytest.mark.parametrize("pairs", [{1: 2 * 10**8}, {1: 539_090_652, 2: 1}, {1: 10**15}])
def test_next_to_nothing_but_unique_names_of_any_number_have_every_estimate(pairs: dict[int, int]) -> None:
    spectrum = FrequencySpectrum.from_pairs(list(pairs), list(pairs.values()))

    assert toolbox(spectrum).estimates["turing_coverage"].value == pytest.approx(0, abs=1e-8)
    # Unseen names that are all equally rare are as many as Chao1 has.
    assert hill_shannon(spectrum).value == pytest.approx(chao1(spectrum).value, rel=1e-6)


@pytest.mark.parametrize(
    ("n", "f1", "f2"), [(10**9, 10**8, 10**7), (10**12, 10**8, 10**7), (10**15, 10**9, 10**7)]
)
def test_curves_keep_their_digits_however_many_mentions(n: int, f1: int, f2: int) -> None:
    spectrum = FrequencySpectrum.from_pairs([1, 2, (n - f1 - 2 * f2) // 1000], [f1, f2, 1000])
    n = spectrum.n
    kept = log1p(-float(Fraction(2 * f2, (n - 1) * f1 + 2 * f2)))

    gained = (n - 1) / n * f1**2 / (2 * f2) * -expm1(n * kept)
    assert richness_at(spectrum, 2 * n) - spectrum.observed == pytest.approx(gained, rel=1e-12)
    assert coverage_at(spectrum, 2 * n) == pytest.approx(1 - f1 / n * (1 + expm1((n + 1) * kept)), abs=1e-15)


def test_the_ends_of_a_missing_mass_below_the_precision_of_1_are_kept() -> None:
    found = good_turing_missing_mass(spectrum_of(f1=1, f3=1, f1000000000=10**8))

    assert found.value == pytest.approx(1e-17, rel=1e-6, abs=0)
    assert found.interval is not None
    assert found.interval[0] == 0
    assert found.interval[1] == pytest.approx(2.96e-17, rel=1e-3, abs=0)


def test_a_coverage_of_the_infrequent_that_a_float_cannot_tell_from_0_leaves_ice_defined() -> None:
    once, samples = 10**8 + 2, 10**9 + 5
    spectrum = FrequencySpectrum.from_pairs([1, 10**9], [once, 10**8])
    coverage = Fraction(2, (samples - 1) * (once - 1) + 2)

    for name in ("ice", "ice1", "homogeneous"):
        found = incidence_estimates(spectrum, samples)[name]
        assert found.value == pytest.approx(float(10**8 + once / coverage)), name
        assert found.se is not None, name


def test_where_all_was_seen_the_interval_of_many_names_still_holds_the_observed_number() -> None:
    found = chao1(FrequencySpectrum.from_pairs([5, 6, 60], [416_616, 236_322, 9_000_000]))

    assert found.value == 9_652_938
    assert found.se is not None
    assert found.se > 0
    assert found.interval is not None
    assert found.interval[0] == found.value < found.interval[1]


def test_where_all_was_seen_in_few_units_there_is_no_standard_error_of_0() -> None:
    for name, found in incidence_estimates(spectrum_of(f7=153_995, f13=899_913), 167).items():
        if name.startswith(("chao2", "ichao2", "ice", "jackknife")):
            assert (found.value, found.se, found.interval) == (1_053_908, None, None), name
            assert "no positive variance" in found.reason, name


def test_a_jackknife_below_the_observed_number_has_no_interval_above_it() -> None:
    found = jackknife(spectrum_of(f2=2, f10=10**8), 3)

    assert found.value == 100_000_002
    assert "falls below" in found.reason
    assert found.interval is not None
    assert found.interval[0] <= found.value <= found.interval[1]


def test_growth_on_which_nothing_seen_has_a_weight_has_no_standard_error() -> None:
    found = smoothed_binomial(spectrum_of(f900=3), 2)

    assert (found.value, found.se, found.interval) == (0, None, None)
    assert "no standard error" in found.reason


@pytest.mark.parametrize("exponent", [0.7, 1.0, 1.3])
def test_the_warning_of_chiu_and_chao_gives_the_range_that_heavy_tails_have(exponent: float) -> None:
    law = np.arange(1.0, 20_001) ** -exponent
    mean = 16_000 * law / law.sum()
    expected = [round(float((np.exp(-mean) * mean**k).sum() / factorial(k))) for k in (1, 2, 3, 4)]

    found = chiu_chao_f1(FrequencySpectrum.from_pairs([1, 2, 3, 4], expected))
    assert found.value is not None
    assert 0.4 < found.value / expected[0] < 0.9
    assert "(.4 to .9 of it" in found.assumes
