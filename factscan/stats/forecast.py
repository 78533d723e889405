"""Forecast: the missing mass of a corpus up to twice as large, and how much more text brings it down to a target."""

from dataclasses import dataclass
from math import comb, log

import numpy as np
from numpy.typing import NDArray

from factscan.stats.growth import Spectrum, growth

SMOOTHING = 6
"""Number n of coins that smooth the series; see ``forecast``."""
MEASURED_ERROR = 0.10
"""Relative error of ``forecast`` at twice the units, where .05 ≤ M ≤ .5: 95 % of simulated corpora lie within it."""
SURE_UP_TO = 2.0
FARTHEST = 1000.0
_STEPS = 60

ALL_KNOWN = "undefined: nothing is missing"
TOO_FEW = "undefined: fewer than 4 units"
TOO_FAR = "more than twice the text: a forecast so far is a guess; ask for it (--beyond)"
NEVER = f"not with {FARTHEST:.0f} times the text"
GUESSED = (
    "a guess: beyond twice the text the law of the last doubling is drawn out; it may be off by a factor of 2"
)


def forecast(spectrum: Spectrum, times: float) -> float | None:
    """Expected missing mass when the units grow to ``times`` = 1 + t of their number, 1 ≤ times ≤ 2.

        M(1 + t) = Σ_{j=0}^{n} (−t)^j · P(B ≥ j) · M_{j+1}/N,    B ~ Binomial(n, 1/(1+t)),   n = 6

    kept between M(1)·(M(1)/M(½))^{2t} and M(1). Without P it is the growth curve drawn out to the right of its end:
    units are Poisson draws, a prompt of rate λ that a unit asks for is in no unit with chance e^{−λ} and in j with
    e^{−λ}λ^j/j!, and Σ (−t)^j·λ^j/j! = e^{−tλ} (Good and Toulmin 1956, for species). That series is unbiased under
    every law, and useless: its terms alternate, so a prompt in many units is worth ± all its mentions. The smoothing
    of Efron and Thisted 1976 (Orlitsky, Suresh and Wu 2016 prove what it costs) drops prompts in more than n + 1
    units, and asks no law either. That mentions of documents may be put in, and n = 6, are ours; n was chosen on four
    laws and tried on others (``benchmarks/forecast.py``). The bounds hold for every law, as the expected curve is a
    mixture of e^{−λx}: it falls, and its logarithm is convex.

    None: fewer than 4 units, or no mention missing now. ValueError outside 1 … 2.
    """
    if not 1 <= times <= SURE_UP_TO:
        raise ValueError(f"a forecast goes from 1 to {SURE_UP_TO:.0f} times the units, not to {times}")
    now = spectrum.missing_mass
    if not now or spectrum.units < 4:
        return None
    t = times - 1
    series = sum(
        (-t) ** j * chance * _mentions_at(spectrum, j + 1) for j, chance in enumerate(_smoothing(1 / times))
    )
    (half,) = growth(spectrum, [(spectrum.units - 1) / 2])
    return float(min(now, max(series / spectrum.total, now * (now / half) ** (2 * t))))


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

    Beyond twice the units only if asked: M(x) = M(2)·(x/2)^s, s = log2(M(2)/M(1)), the slope of the last doubling
    going on. Real curves rather get steeper, so it asks for too much rather than too little.
    """
    if not 0 < target < 1:
        raise ValueError(f"a target is a missing mass between 0 and 1, not {target}")
    now = spectrum.missing_mass
    if now is None or spectrum.units < 4:
        return Needed(None, TOO_FEW)
    if target >= now:
        return Needed(_smaller(spectrum, target))
    double = forecast(spectrum, SURE_UP_TO) or 0.0
    if target >= double:
        return Needed(_larger(spectrum, target))
    if not beyond:
        return Needed(None, TOO_FAR)
    slope = log(double / now) / log(2) if double else 0.0
    times = SURE_UP_TO * (target / double) ** (1 / slope) if slope < 0 else FARTHEST
    return Needed(float(times), GUESSED) if times < FARTHEST else Needed(None, NEVER)


def _smaller(spectrum: Spectrum, target: float) -> float:
    low, high = 0.0, spectrum.units - 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if growth(spectrum, [middle])[0] > target else (low, middle)
    return (high + 1) / spectrum.units


def _larger(spectrum: Spectrum, target: float) -> float:
    low, high = 1.0, SURE_UP_TO
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if (forecast(spectrum, middle) or 0.0) > target else (low, middle)
    return high


def _smoothing(chance: float) -> NDArray[np.float64]:
    """P(B ≥ j) for j = 0 … n of B ~ Binomial(n, chance)."""
    n = SMOOTHING
    exactly = [comb(n, j) * chance**j * (1 - chance) ** (n - j) for j in range(n + 1)]
    return np.cumsum(exactly[::-1])[::-1]


def _mentions_at(spectrum: Spectrum, k: int) -> float:
    place = int(np.searchsorted(spectrum.k, k))
    return float(spectrum.mentions[place]) if place < len(spectrum.k) and spectrum.k[place] == k else 0.0
