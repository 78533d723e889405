"""Forecast: the missing mass of a corpus up to twice as large, and how much more text brings it down to a target."""

from collections.abc import Callable
from dataclasses import dataclass
from math import lgamma, log

import numpy as np
from numpy.typing import NDArray

from factscan.stats.growth import Spectrum, growth
from factscan.stats.interval import Interval

Floats = NDArray[np.float64]

MEASURED_ERROR = 0.10
"""Relative error of a forecast at twice the units where .05 ≤ M ≤ .5: 19 of 20 simulated corpora lie within it."""
ERROR_BY_MASS = 4.0
"""The same where M itself is uncertain, in standard errors of M."""
ERROR_BY_FALL = 0.2
"""The same where M falls fast, for each unit of ln M that the forecast takes off."""
SURE_UP_TO = 2.0
FARTHEST = 16.0

TOO_FEW = "undefined: fewer than 4 units"
NO_FORECAST = "undefined: nothing is missing, or fewer than 4 units"
TOO_FAR = "more than twice the text: a forecast so far is a guess; ask for it (--beyond)"
NEVER = f"not within {FARTHEST:.0f} times the text, and no guess goes further"
GUESSED = (
    "a guess: in simulations off by up to a quarter of M at 4 times the text, by a factor of 2 or more at 8"
)

_COUNTED = 20
# Close where rates tell at all: a law of one rate between two of the grid is forecast within 8 % at M = .05.
_RATES: Floats = np.concatenate([[0.001, 0.003, 0.01], np.geomspace(0.02, 40, 80)])
_ROUNDS = 2000
_STEPS = 60


def forecast(spectrum: Spectrum, times: float) -> float | None:
    """Expected missing mass when the units grow to ``times`` their number, 1 ≤ times ≤ 2.

        M(x) = (M_1/N) · Σ_i w_i e^{−xλ_i} / Σ_i w_i e^{−λ_i}

    λ_i are rates on a grid, in units that state a prompt; w_i ≥ 0 the share of mentions whose prompts have that rate,
    fitted to M_k/N, k = 1 … 20 and more, by maximum likelihood. Units are taken for Poisson draws, so a mention of a
    prompt of rate λ stands in exactly k units with chance e^{−λ}λ^(k−1)/(k − 1)!, and is missing after x times the
    units with e^{−λx}. The fit asks no law of the rates: it is the mixed Poisson model of species counts (Norris and
    Pollock 1998 fit it so), here for mentions of documents, where M_k weighs and does not count: a quasi-likelihood.
    EM with 2,000 rounds from even weights; stopping there smooths what remains unsettled. Mentions in the place of
    species are ours, and held against ``slopes_forecast`` and the smoothed series of Good and Toulmin, law by law, in
    ``benchmarks/forecast.py``.

    None: fewer than 4 units, or no mention missing now. ValueError outside 1 … 2.
    """
    if not 1 <= times <= SURE_UP_TO:
        raise ValueError(f"a forecast goes from 1 to {SURE_UP_TO:.0f} times the units, not to {times}")
    now = spectrum.missing_mass
    if not now or spectrum.units < 4:
        return None
    return now * _left(fitted(spectrum), times)


def forecast_error(missing_mass: float, standard_error: float, estimate: float) -> float:
    """Relative error of a forecast M(2D) at twice the units, 19 times in 20.

        max( .10,  4·se(M)/M,  .2·ln(M / M(2D)) )

    ``missing_mass`` M > 0 now, with its document-clustered ``standard_error``; ``estimate`` M(2D) > 0. Measured, not
    derived: by how much forecasts missed what corpora of known laws miss once they are twice as large
    (``benchmarks/forecast.py --intervals``). The first term is that of large corpora, the second of small ones, the
    third of those that soon hold everything.
    """
    fall = log(missing_mass / estimate)
    return max(MEASURED_ERROR, ERROR_BY_MASS * standard_error / missing_mass, ERROR_BY_FALL * fall)


def forecast_interval(missing_mass: float, standard_error: float, estimate: float | None) -> Interval:
    """A forecast at twice the units with its 95 % interval, estimate·(1 ∓ ``forecast_error``) within [0, 1]."""
    if not estimate or not missing_mass:
        return Interval(None, None, None, NO_FORECAST)
    error = forecast_error(missing_mass, standard_error, estimate)
    return Interval(estimate, max(0.0, estimate * (1 - error)), min(1.0, estimate * (1 + error)))


def fitted(spectrum: Spectrum) -> Floats:
    """The weights w of ``forecast`` on its grid of rates, one each."""
    inside = spectrum.k <= _COUNTED
    shares = np.zeros(_COUNTED + 1)
    shares[spectrum.k[inside] - 1] = spectrum.mentions[inside]
    shares[_COUNTED] = max(0.0, float(spectrum.mentions.sum()) - shares.sum())
    shares /= shares.sum()
    chances = _chances()
    weights: Floats = np.full(len(_RATES), 1 / len(_RATES))
    for _ in range(_ROUNDS):
        weights = weights * (chances.T @ (shares / np.maximum(chances @ weights, 1e-300)))
    return weights


def _chances() -> Floats:
    """A mention's chance to stand in 1, 2, … 20 and more units (rows), by rate (columns)."""
    others = np.arange(_COUNTED, dtype=np.float64)[:, None]
    factorials = np.array([lgamma(j + 1) for j in range(_COUNTED)])[:, None]
    few = np.exp(others * np.log(_RATES) - _RATES - factorials)
    return np.vstack([few, np.maximum(0.0, 1 - few.sum(axis=0))])


def _left(weights: Floats, times: float) -> float:
    """What is left of the present missing mass."""
    return float(weights @ np.exp(-times * _RATES) / (weights @ np.exp(-_RATES)))


def slopes_forecast(spectrum: Spectrum) -> float | None:
    """Missing mass at twice the units by the slopes of the last two doublings.

        ln M(2D) = ln M(D) + s1·max(1, s1/s0),   s1 = ln M(D) − ln M(D/2),  s0 = ln M(D/2) − ln M(D/4)

    A rule of thumb that ``forecast`` is held against; exact where all prompts are equally frequent. None as there.
    """
    now = spectrum.missing_mass
    if not now or spectrum.units < 4:
        return None
    half, quarter = growth(spectrum, [(spectrum.units - 1) / 2, (spectrum.units - 1) / 4])
    s1, s0 = log(now / half), log(half / quarter)
    return float(now * np.exp(s1 * max(1.0, s1 / s0))) if s0 else now


@dataclass(frozen=True, slots=True)
class Needed:
    """How many times the present units bring the missing mass to a target; below 1, so many were enough.

    ``times`` None: there is no answer, and ``reason`` says why. A ``reason`` beside a number is a warning.
    """

    times: float | None
    reason: str = ""


def units_for(spectrum: Spectrum, target: float, *, beyond: bool = False) -> Needed:
    """The growth that brings the missing mass to ``target``: by ``growth`` if it is passed, else by ``forecast``.

    Beyond twice the units only if asked: the curve of ``forecast`` goes on, and the prompts that decide there are
    rarer than any that were seen twice.
    """
    if not 0 < target < 1:
        raise ValueError(f"a target is a missing mass between 0 and 1, not {target}")
    now = spectrum.missing_mass
    if now is None or spectrum.units < 4:
        return Needed(None, TOO_FEW)
    if target >= now:
        others = _crossing(lambda h: float(growth(spectrum, [h])[0]), target, 0.0, spectrum.units - 1.0)
        return Needed((others + 1) / spectrum.units)
    weights = fitted(spectrum)

    def at(times: float) -> float:
        return now * _left(weights, times)

    if target >= at(SURE_UP_TO):
        return Needed(_crossing(at, target, 1.0, SURE_UP_TO))
    if not beyond:
        return Needed(None, TOO_FAR)
    if target < at(FARTHEST):
        return Needed(None, NEVER)
    return Needed(_crossing(at, target, SURE_UP_TO, FARTHEST), GUESSED)


def _crossing(falling: Callable[[float], float], target: float, low: float, high: float) -> float:
    """Where a curve that falls from ``low`` to ``high`` passes the target."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > target else (low, middle)
    return high
