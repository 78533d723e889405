"""Forecasts on laws that were not used to choose them, and what they refuse."""

from math import lgamma

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from factscan.stats import (
    Spectrum,
    forecast,
    forecast_error,
    forecast_interval,
    growth,
    slopes_forecast,
    units_for,
)
from factscan.stats.forecast import GUESSED, NEVER, TOO_FAR

RANKS = np.arange(1, 20_001)
UNITS = 10_000
LAWS = {
    "gamma .5": np.sort(-np.log((RANKS - 0.5) / RANKS[-1])) ** 2,
    "zipf .85": RANKS**-0.85,
    "exponential": np.exp(-RANKS / 3000),
    "head and flat tail": np.where(RANKS < 200, 50.0, 1.0),
}


def expected(law: NDArray[np.float64], draws: float) -> tuple[Spectrum, float]:
    """The expected spectrum of a law when ``draws`` prompts are drawn, and the missing mass of twice as many."""
    p = law / law.sum()
    rate = draws * p
    k = np.arange(1, 60)
    logs = np.array([(j - 1) * np.log(rate) - rate - lgamma(j) for j in k])
    at_k = (np.exp(logs) * p).sum(axis=1)
    return Spectrum.of(UNITS, k, 1e6 * at_k, total=1e6), float((p * np.exp(-2 * rate)).sum())


@pytest.mark.parametrize("draws", [10_000, 20_000, 40_000])
@pytest.mark.parametrize("name", list(LAWS))
def test_a_doubling_is_forecast_within_a_tenth_under_laws_not_tuned_on(name: str, draws: int) -> None:
    spectrum, truth = expected(LAWS[name], draws)
    now = spectrum.missing_mass
    assert now is not None

    found = forecast(spectrum, 2)

    if 0.05 <= now <= 0.5:
        assert found == pytest.approx(truth, rel=0.1)


def test_the_slopes_are_exact_where_all_prompts_are_equally_frequent() -> None:
    spectrum, truth = expected(np.ones(20_000), 30_000)

    assert slopes_forecast(spectrum) == pytest.approx(truth, rel=1e-2)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12).filter(lambda found: found[0] > 0))
@settings(max_examples=15, deadline=None)
def test_a_forecast_starts_at_what_is_missing_and_falls_ever_slower(found: list[int]) -> None:
    spectrum = Spectrum.of(50, range(1, len(found) + 1), found)
    values = [forecast(spectrum, times) for times in (1, 1.25, 1.5, 1.75, 2)]

    logs = np.log(np.array(values, dtype=np.float64))

    assert values[0] == pytest.approx(spectrum.missing_mass)
    assert (np.diff(logs) <= 1e-12).all()
    assert (np.diff(logs, 2) >= -1e-9).all()


def test_a_target_is_reached_where_the_curve_or_the_forecast_passes_it() -> None:
    spectrum, _ = expected(LAWS["zipf .85"], 20_000)
    now = spectrum.missing_mass
    assert now is not None

    before, after = units_for(spectrum, now * 1.5), units_for(spectrum, now * 0.9)

    assert before.times is not None
    assert after.times is not None
    assert before.times < 1 < after.times < 2
    assert growth(spectrum, [before.times * UNITS - 1])[0] == pytest.approx(now * 1.5, rel=1e-6)
    assert forecast(spectrum, after.times) == pytest.approx(now * 0.9, rel=1e-6)


def test_beyond_twice_the_text_is_refused_until_asked_for_and_then_called_a_guess() -> None:
    spectrum, _ = expected(LAWS["zipf .85"], 20_000)
    double = forecast(spectrum, 2)
    assert double is not None

    guess = units_for(spectrum, double * 0.7, beyond=True)

    assert units_for(spectrum, double * 0.7).reason == TOO_FAR
    assert guess.reason == GUESSED
    assert guess.times is not None
    assert 2 < guess.times < 8
    with pytest.raises(ValueError, match="from 1 to 2"):
        forecast(spectrum, 2.5)


def test_what_has_no_forecast_says_why() -> None:
    nothing = Spectrum.of(100, [2], [50])
    flat = Spectrum.of(100, [1], [50])

    assert forecast(nothing, 2) is None
    assert forecast(Spectrum.of(3, [1], [5]), 2) is None
    assert units_for(Spectrum.of(3, [1, 2], [5, 5]), 0.1).times is None
    assert forecast(flat, 2) == pytest.approx(1, abs=0.05)
    assert units_for(spectrum_of_two_kinds(), 0.05, beyond=True).reason == NEVER


def spectrum_of_two_kinds() -> Spectrum:
    """A fifth of the mentions is unique, the rest common."""
    return Spectrum.of(1000, [1, 500], [20, 80])


def test_the_interval_of_a_forecast_is_a_tenth_unless_the_mass_is_uncertain_or_falls_fast() -> None:
    assert forecast_error(0.5, 0.001, 0.45) == pytest.approx(0.1)
    assert forecast_error(0.5, 0.05, 0.45) == pytest.approx(0.4)
    assert forecast_error(0.5, 0.001, 0.5 / np.e) == pytest.approx(0.2)
    assert forecast_interval(0.5, 0.05, 0.45).ends == (pytest.approx(0.27), 0.45, pytest.approx(0.63))
    assert forecast_interval(0.9, 0.3, 0.8).ends == (0, 0.8, 1)
    assert forecast_interval(0.0, 0.0, None).reason.startswith("undefined")
