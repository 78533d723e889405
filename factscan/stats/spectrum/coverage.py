"""Sample coverage: the share of all mentions, seen and to come, that belongs to the names seen so far."""

from math import log, sqrt

import numpy as np
from scipy.special import gammaln

from factscan.stats.interval import LEVEL, clustered_interval, quantile
from factscan.stats.spectrum.estimate import EMPTY, Estimate, undefined
from factscan.stats.spectrum.factorials import log_falling
from factscan.stats.spectrum.spectrum import FrequencySpectrum

_INDEPENDENT = "independent mentions"
_ESTY = f"{_INDEPENDENT}; Esty's normal interval"
_CHAO_JOST = f"{_INDEPENDENT}; the unseen are about as rare as f1 and f2 tell; Esty's variance"
_ZHANG_HUANG = f"{_INDEPENDENT}; normal law with variance (f1 + 2·f2)/n²"


def turing_coverage(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """Turing's coverage 1 − f1/n with Esty's interval.

        var = [ f1·(1 − f1/n) + 2·f2 ] / n²

    of the difference of estimate and truth. The interval is clipped to [0, 1]; where the variance is 0 (f1 = f2 =
    0, or f1 = n) the project's own edge form widens it. Sources: Good 1953, Biometrika 40; Esty 1983, Annals of
    Statistics 11.
    """
    missing = good_turing_missing_mass(spectrum, level)
    return missing if missing.value is None else _covered(missing)


def good_turing_missing_mass(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """The Good–Turing missing mass f1/n: the chance that the next mention is of an unseen name. 1 − coverage."""
    if spectrum.n == 0:
        return undefined(_ESTY, EMPTY)
    return _with_esty(spectrum, spectrum.f(1) / spectrum.n, _ESTY, level)


def esty_variance(spectrum: FrequencySpectrum) -> float:
    """Esty's variance of f1/n − missing mass; 0 for f1 = f2 = 0 and for f1 = n."""
    f1, f2, n = spectrum.f(1), spectrum.f(2), spectrum.n
    return (f1 * (1 - f1 / n) + 2 * f2) / n**2


def thinning(spectrum: FrequencySpectrum, units: int) -> float:
    """Chao and Jost's B = 1 − A: each further unit takes this share of the missing mass away.

        B = 2·f2 / ((u − 1)·f1 + 2·f2),   f2 = 0: 2 / ((u − 1)(f1 − 1) + 2),   f1 = 0: 1

    ``units`` u: mentions n, or sampling units T of incidence data. B and not A: from u = 10^9 on A has lost digits
    of B that powers of A need, and with 10^8 singletons and nothing else it is 1.
    """
    f1, f2 = spectrum.f(1), spectrum.f(2)
    if f1 == 0:
        return 1.0
    once, twice = (f1, 2 * f2) if f2 else (f1 - 1, 2)
    return twice / ((units - 1) * once + twice)


def chao_jost_coverage(
    spectrum: FrequencySpectrum, level: float = LEVEL, *, samples: int | None = None
) -> Estimate:
    """Chao and Jost's coverage 1 − (f1/n)·(1 − B), with B of ``thinning``; ``samples`` T for incidence data.

    f1 = 0 gives 1. Undefined for a single mention or sampling unit, where the formula would say 1. For singletons
    only, entropart says 0; this follows the formula, as iNEXT does. Esty's variance serves here too: the two estimates
    differ by O(1/n²). Source: Chao and Jost 2012, Ecology 93.
    """
    if spectrum.n == 0:
        return undefined(_CHAO_JOST, EMPTY)
    units = spectrum.n if samples is None else samples
    if units == 1:
        return undefined(_CHAO_JOST, "undefined: one mention or sampling unit tells nothing of repeats")
    missing = spectrum.f(1) / spectrum.n * (1 - thinning(spectrum, units))
    return _covered(_with_esty(spectrum, missing, _CHAO_JOST, level))


def zhang_huang_coverage(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """Zhang and Huang's coverage 1 − Σ (−1)^(k+1)·f_k/C(n, k), with the least bias of any.

    Its bias is Σ p·(−p)^n over names of chance p (derived here), so it fails only where one name takes nearly
    everything; from a share of ½ on, Chao and Jost's value stands in, as in entropart. f1 = 0 gives 1 and f1 = n
    gives 0. The normal interval is that of Zhang and Zhang 2009, Annals of Statistics 37. Source: Zhang and Huang
    2007, Statistics and Probability Letters 77.
    """
    if spectrum.n == 0:
        return undefined(_ZHANG_HUANG, EMPTY)
    f1, f2, n = spectrum.f(1), spectrum.f(2), spectrum.n
    reason = ""
    if f1 in (0, n):
        missing = f1 / n
    elif 2 * spectrum.largest >= n:
        missing = f1 / n * (1 - thinning(spectrum, n))
        reason = "one name has half of the mentions or more: Chao and Jost's value in its place"
    else:
        sign = np.where(spectrum.ks % 2 == 1, 1.0, -1.0)
        nearer = np.minimum(spectrum.k, n - spectrum.k)
        # C(n, k) = C(n, n − k), and of the two the smaller k has the smaller error.
        chosen = log_falling(n, nearer) - gammaln(nearer + 1)
        missing = float(sign * spectrum.fk @ np.exp(-chosen))
    half = quantile(level) * sqrt(f1 + 2 * f2) / n
    if half == 0 or f1 == n:
        return _covered(_with_esty(spectrum, missing, _ZHANG_HUANG, level, reason))
    ends = _clipped(missing - half, missing + half)
    return _covered(Estimate(missing, sqrt(f1 + 2 * f2) / n, ends, _ZHANG_HUANG, reason))


def mcallester_ortiz_bound(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """How far the missing mass can lie from f1/n, with chance ``level``: 1/n + 2.42·√(ln(4/γ)/n), γ = 1 − level.

    A guarantee for any law of the names, not an estimate; above 1 it says nothing. Source: McAllester and Ortiz
    2003, JMLR 4, as Kalai and Vempala 2024 (arXiv 2311.14648) state it.
    """
    assumes = f"{_INDEPENDENT}; any law: |missing mass − f1/n| is at most this with chance {level:g}"
    if spectrum.n == 0:
        return undefined(assumes, EMPTY)
    value = 1 / spectrum.n + 2.42 * sqrt(log(4 / (1 - level)) / spectrum.n)
    return Estimate(value, None, None, assumes, "" if value < 1 else "above 1: says nothing at this n")


def _with_esty(
    spectrum: FrequencySpectrum, missing: float, assumes: str, level: float, reason: str = ""
) -> Estimate:
    """The missing mass with Esty's interval; of the missing mass, as near 0 its digits are lost to 1 − coverage."""
    variance, n = esty_variance(spectrum), spectrum.n
    if variance > 0:
        half = quantile(level) * sqrt(variance)
        return Estimate(missing, sqrt(variance), _clipped(missing - half, missing + half), assumes, reason)
    mass = spectrum.f(1) / n
    low, _, high = clustered_interval(
        spectrum.f(1), n, 2 * spectrum.f(2), (1 - mass) ** 2, mass**2, level
    ).ends
    why = "Esty's variance is 0 here: interval by its edge form"
    ends = min(missing, low), max(missing, high)
    return Estimate(missing, None, ends, assumes, "; ".join(filter(None, (reason, why))))


def _covered(missing: Estimate) -> Estimate:
    """The coverage, given the missing mass."""
    assert missing.value is not None
    assert missing.interval is not None
    low, high = missing.interval
    return Estimate(1 - missing.value, missing.se, (1 - high, 1 - low), missing.assumes, missing.reason)


def _clipped(low: float, high: float) -> tuple[float, float]:
    return min(1.0, max(0.0, low)), min(1.0, max(0.0, high))
