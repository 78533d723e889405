"""Hill numbers: how many equally frequent names would be as diverse (order 0 counts names, 2 the frequent ones)."""

from math import exp, log

import numpy as np
from scipy.special import digamma

from factscan.stats.spectrum.coverage import thinning
from factscan.stats.spectrum.estimate import EMPTY, Estimate, undefined
from factscan.stats.spectrum.spectrum import FrequencySpectrum

_NO_SE = "no closed-form s.e. (iNEXT's is a bootstrap)"
_OBSERVED = f"of the sample itself, an underestimate for the whole; {_NO_SE}"


def hill_observed(spectrum: FrequencySpectrum, q: float) -> Estimate:
    """Hill number of order q of the sample, (Σ p^q)^(1/(1−q)) with p = k/n. Source: Hill 1973, Ecology 54.

    q = 0: the observed number; q → 1: e^H with H = −Σ p·ln p.
    """
    if spectrum.n == 0:
        return undefined(_OBSERVED, EMPTY)
    if q == 0:
        return _known(spectrum.observed, _OBSERVED)
    share = spectrum.k / spectrum.n
    if q == 1:
        return _known(exp(-float(spectrum.fk @ (share * np.log(share)))), _OBSERVED)
    # The largest share is taken out, as p^q may fall below the smallest float for large q.
    top = float(share[-1])
    inner = float(spectrum.fk @ (share / top) ** q)
    return _known(exp((q * log(top) + log(inner)) / (1 - q)), _OBSERVED)


def hill_shannon(spectrum: FrequencySpectrum) -> Estimate:
    """Hill number of order 1 of the whole: e^H with the entropy estimate of Chao, Wang and Jost.

        H = Σ (k/n)·f_k·(ψ(n) − ψ(k)) + (f1/n)·(1 − B)^(1−n)·{ −ln B − Σ_{r<n} (1 − B)^r/r }

    B of ``thinning``; f1 = 0 leaves the first sum. Source: Chao, Wang and Jost 2013, Methods in Ecology and
    Evolution 4.
    """
    assumes = f"independent mentions; the unseen are as rare as f1 and f2 tell; {_NO_SE}"
    if spectrum.n == 0:
        return undefined(assumes, EMPTY)
    n, f1 = spectrum.n, spectrum.f(1)
    seen = float(spectrum.fk @ (spectrum.k / n * (digamma(n) - digamma(spectrum.k))))
    thinned = thinning(spectrum, n)
    unseen = f1 / n * _entropy_tail(n, thinned) if thinned < 1 else 0.0
    return _known(exp(seen + unseen), assumes)


def hill_simpson(spectrum: FrequencySpectrum) -> Estimate:
    """Hill number of order 2 of the whole, n(n − 1)/Σ k(k − 1)·f_k: the inverse of an unbiased estimate of Σ p².

    Undefined where no name was seen twice.
    """
    assumes = f"independent mentions; {_NO_SE}"
    if spectrum.n == 0:
        return undefined(assumes, EMPTY)
    pairs = float(spectrum.fk @ (spectrum.k * (spectrum.k - 1)))
    if pairs == 0:
        return undefined(assumes, "undefined: no name was seen twice")
    return _known(float(spectrum.n) * (spectrum.n - 1) / pairs, assumes)


def _known(value: float, assumes: str) -> Estimate:
    return Estimate(value, None, None, assumes)


def _entropy_tail(n: int, thinned: float) -> float:
    """A^(1−n)·Σ_{r≥n} A^r/r for 0 < A = 1 − B < 1, the braces above without their cancellation.

    It is ∫_0^∞ A·e^(−v)/(n(1 − A·e^(−v/n))) dv, and with v = e^s a smooth integral that dies off on both sides,
    where the trapezoid rule is exact to the last digits.
    """
    kept = 1 - thinned
    start = min(0.0, log(n * thinned)) - 45
    s = np.linspace(start, 7, 4001)
    v = np.exp(s)
    inner = kept * np.exp(s - v) / (n * (thinned - kept * np.expm1(-v / n)))
    return float(inner.sum() * (s[1] - s[0]))
