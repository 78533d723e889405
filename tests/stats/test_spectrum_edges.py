"""The edges: nothing, one name, no singletons, singletons only, numbers of any size."""

from math import isfinite, sqrt

import pytest

from factscan.stats.spectrum import (
    FrequencySpectrum,
    ace,
    chao1,
    chao2,
    chao2_bias_corrected,
    chao_jost_coverage,
    chiu_chao_f1,
    curve,
    curve_sizes,
    estimates,
    good_toulmin,
    homogeneous,
    ice,
    ichao1,
    ichao1_delta,
    ichao2,
    incidence_estimates,
    jackknife,
    simple_good_turing,
    smoothed_poisson,
    toolbox,
    turing_coverage,
    zhang_huang_coverage,
)


def spectrum_of(**classes: int) -> FrequencySpectrum:
    return FrequencySpectrum.from_pairs([int(k[1:]) for k in classes], list(classes.values()))


EMPTY = FrequencySpectrum.from_counts([])


def test_of_nothing_nothing_is_estimated() -> None:
    for found in (estimates(EMPTY), incidence_estimates(EMPTY, 5)):
        for name, estimate in found.items():
            assert (estimate.value, estimate.se, estimate.interval) == (None, None, None), name
            assert "nothing is counted" in estimate.reason, name
    assert toolbox(EMPTY).curve == []


def test_without_singletons_everything_was_seen_and_the_interval_still_has_a_width() -> None:
    spectrum = spectrum_of(f2=1, f3=2, f40=1)

    for estimator in (chao1, ace, homogeneous, ichao1, ichao1_delta):
        found = estimator(spectrum)
        assert found.value == 4
        assert found.interval is not None
        assert found.interval[0] < found.interval[1] < 6
    assert turing_coverage(spectrum).value == chao_jost_coverage(spectrum).value == 1
    assert zhang_huang_coverage(spectrum).value == 1


def test_without_doubletons_chao1_is_bias_corrected() -> None:
    spectrum = spectrum_of(f1=5, f3=1, f9=2)
    n = spectrum.n

    assert chao1(spectrum).value == pytest.approx(8 + (n - 1) / n * 10)
    assert chao_jost_coverage(spectrum).value == pytest.approx(1 - 5 / n * (n - 1) * 4 / ((n - 1) * 4 + 2))


def test_one_singleton_without_doubletons_tells_of_nothing_unseen() -> None:
    spectrum = spectrum_of(f1=1, f5=3)

    assert chao1(spectrum).value == 4
    assert chao_jost_coverage(spectrum).value == 1


def test_singletons_only_cover_nothing() -> None:
    spectrum = spectrum_of(f1=6)

    assert turing_coverage(spectrum).value == zhang_huang_coverage(spectrum).value == 0
    interval = turing_coverage(spectrum).interval
    assert interval is not None
    assert interval[0] == 0
    assert 0.3 < interval[1] < 1
    assert ace(spectrum).value == chao1(spectrum).value == 6 + 5 / 6 * 15
    assert "Chao1 in its place" in ace(spectrum).reason
    assert homogeneous(spectrum).value is None
    assert simple_good_turing(spectrum).r_star is None
    assert simple_good_turing(spectrum).p0 == 1


def test_one_mention_has_no_coverage_to_speak_of() -> None:
    spectrum = spectrum_of(f1=1)

    assert chao_jost_coverage(spectrum).value is None
    assert jackknife(spectrum, 1).value is None
    assert turing_coverage(spectrum).value == 0


def test_one_name_that_is_everything_has_coverage_1() -> None:
    spectrum = spectrum_of(f50=1)

    assert [
        estimator(spectrum).value for estimator in (turing_coverage, zhang_huang_coverage, chao1, ace)
    ] == [1, 1, 1, 1]
    for name, estimate in estimates(spectrum).items():
        for number in (estimate.value, estimate.se, *(estimate.interval or ())):
            assert number is None or isfinite(number), name


def test_where_one_name_has_half_of_the_mentions_chao_and_jost_stand_in_for_zhang_and_huang() -> None:
    spectrum = spectrum_of(f1=4, f2=1, f9=1)

    found = zhang_huang_coverage(spectrum)
    assert found.value == chao_jost_coverage(spectrum).value
    assert "half of the mentions" in found.reason


def test_the_standard_error_of_ichao1_without_quadrupletons_is_chao1s_as_in_spader() -> None:
    spectrum = spectrum_of(f1=20, f2=8, f3=4, f7=2)

    assert ichao1(spectrum).value == pytest.approx((chao1(spectrum).value or 0) + 4 / 4 * (20 - 8 * 4 / 2))
    assert ichao1(spectrum).se == chao1(spectrum).se


@pytest.mark.parametrize(
    "spectrum",
    [
        spectrum_of(f1=20, f2=11, f3=4, f4=3, f7=2, f30=1),
        spectrum_of(f1=20, f3=4, f4=3, f7=2, f30=1),
        spectrum_of(f1=31, f2=18, f3=9, f4=6),
    ],
)
def test_the_full_delta_method_of_ichao1_has_the_derivatives_of_its_value(
    spectrum: FrequencySpectrum,
) -> None:
    value, n = ichao1(spectrum).value, spectrum.n
    assert value is not None

    def formula(f: list[float], others: float) -> float:
        f1, f2, f3, f4 = f
        factor = (n - 1) / n
        unseen = f1**2 / f2 if spectrum.f(2) else f1 * (f1 - 1) / (f2 + 1)
        added = f3 / (4 * f4) * max(f1 - f2 * f3 / (2 * f4), 0)
        return sum(f) + others + factor * unseen / 2 + added

    low = [float(spectrum.f(k)) for k in (1, 2, 3, 4)]
    others = spectrum.observed - sum(low)
    assert formula(low, others) == pytest.approx(value)
    slopes = []
    for place in range(4):
        more, less = low.copy(), low.copy()
        more[place] += 1e-5
        less[place] -= 1e-5
        slopes.append((formula(more, others) - formula(less, others)) / 2e-5)
    squares = sum(d * d * f for d, f in zip(slopes, low, strict=True)) + others
    linear = sum(d * f for d, f in zip(slopes, low, strict=True)) + others
    assert ichao1_delta(spectrum).se == pytest.approx(sqrt(squares - linear**2 / value), rel=1e-6)


def test_one_sampling_unit_tells_nothing_of_repeats() -> None:
    spectrum = spectrum_of(f1=7)

    assert chao2(spectrum, 1).value is None
    assert ice(spectrum, 1).value is None
    assert "one sampling unit" in chao2_bias_corrected(spectrum, 1).reason
    assert "fewer than 4" in ichao2(spectrum, 3).reason


def test_a_name_cannot_be_in_more_units_than_there_are() -> None:
    with pytest.raises(ValueError, match="of 4 sampling units"):
        incidence_estimates(spectrum_of(f5=1), 4)


def test_a_jackknife_below_the_observed_number_is_the_observed_number() -> None:
    spectrum = spectrum_of(f1=2, f2=9, f3=4)

    found = jackknife(spectrum, 2)
    assert found.value == 15
    assert "falls below" in found.reason


def test_good_toulmin_beyond_twice_the_mentions_is_left_to_the_smoothed_forms() -> None:
    spectrum = spectrum_of(f1=20, f2=8, f3=4)

    assert good_toulmin(spectrum, 1.5).value is None
    assert smoothed_poisson(spectrum, 1.0).value is None
    assert smoothed_poisson(spectrum, 1.5).value is not None
    with pytest.raises(ValueError, match="above 0"):
        good_toulmin(spectrum, 0)


def test_the_diagnostic_of_chiu_and_chao_warns_and_has_no_negative_value() -> None:
    assert chiu_chao_f1(spectrum_of(f1=12, f2=4, f4=1)).value == pytest.approx(64 / 3)
    assert "no correction" in chiu_chao_f1(spectrum_of(f1=12, f2=4)).assumes
    assert chiu_chao_f1(spectrum_of(f1=3, f2=1, f3=9, f4=1)).value is None


def test_counts_of_a_trillion_cost_nothing_and_stay_finite() -> None:
    spectrum = FrequencySpectrum.from_pairs([1, 2, 3, 10**12, 7 * 10**12], [10**9, 10**8, 10**7, 900, 1])

    assert spectrum.n == 10**9 + 2 * 10**8 + 3 * 10**7 + 907 * 10**12
    points = curve(spectrum, curve_sizes(spectrum.n))
    assert points[0].richness == pytest.approx(901 + 0.1 * 10**9 + 0.19 * 10**8 + 0.271 * 10**7)
    for name, estimate in estimates(spectrum).items():
        for number in (estimate.value, estimate.se, *(estimate.interval or ())):
            assert number is None or isfinite(number), name


@pytest.mark.parametrize("counts", [[1.5], [-1], [2**54], ["x"]])
def test_what_is_no_count_is_refused(counts: list[object]) -> None:
    with pytest.raises(ValueError, match="count"):
        FrequencySpectrum.from_counts(counts)  # type: ignore[arg-type]


def test_pairs_of_one_k_are_added_and_a_k_of_0_is_refused() -> None:
    assert FrequencySpectrum.from_pairs([2, 1, 2], [3, 5, 4]).f(2) == 7
    with pytest.raises(ValueError, match="starts at 1"):
        FrequencySpectrum.from_pairs([0], [3])
    with pytest.raises(ValueError, match="values of k"):
        FrequencySpectrum.from_pairs([1, 2], [3])
