"""How many new names t times as many further mentions would bring: Good–Toulmin and its smoothed forms."""

from math import ceil, log, sqrt

import numpy as np
from scipy.special import betainc, gammainc

from factscan.stats.interval import LEVEL
from factscan.stats.spectrum.estimate import EMPTY, Estimate, normal, undefined
from factscan.stats.spectrum.spectrum import Floats, FrequencySpectrum

EULER_TERMS = 9
"""Efron and Thisted's x0: with t = 1 and u = ½ their Euler transform ends after so many terms."""

_POISSON = "counts are Poisson; se = √Σ w_k²·f_k; the further mentions are drawn as the present ones were"


def good_toulmin(spectrum: FrequencySpectrum, t: float, level: float = LEVEL) -> Estimate:
    """Good and Toulmin's U(t) = Σ (−1)^(k+1)·t^k·f_k new names in t·n further mentions; se² = Σ t^2k·f_k.

    Undefined for t > 1, where the alternating series is ruled by the most frequent names. Sources: Good and Toulmin
    1956, Biometrika 43; the standard error: Efron and Thisted 1976, Biometrika 63.
    """
    _positive(t)
    if spectrum.n == 0:
        return undefined(_POISSON, EMPTY)
    if t > 1:
        return undefined(_POISSON, "undefined for t > 1: the series diverges; see the smoothed forms")
    return _weighted(spectrum, t, np.ones(spectrum.ks.size), level)


def smoothed_poisson(
    spectrum: FrequencySpectrum, t: float, level: float = LEVEL, rate: float | None = None
) -> Estimate:
    """Good–Toulmin cut at a Poisson place: Σ −(−t)^k·P(L ≥ k)·f_k, L ~ Poisson(r).

    r = ln(n(t + 1)²/(t − 1))/(2t) unless ``rate`` is given. Undefined for t ≤ 1, where nothing need be cut. Source:
    Orlitsky, Suresh and Wu 2016, PNAS 113, table 1. Half-normal errors grow fast with t beyond ln n.
    """
    _positive(t)
    if (reason := _no_smoothing(spectrum, t)) and (rate is None or spectrum.n == 0):
        return undefined(_POISSON, reason)
    r = log(spectrum.n * (t + 1) ** 2 / (t - 1)) / (2 * t) if rate is None else rate
    return _weighted(spectrum, t, gammainc(spectrum.k, r), level)


def smoothed_binomial(
    spectrum: FrequencySpectrum,
    t: float,
    level: float = LEVEL,
    *,
    q: float | None = None,
    terms: int | None = None,
) -> Estimate:
    """Good–Toulmin cut at a binomial place: Σ −(−t)^k·P(L ≥ k)·f_k, L ~ Binomial(terms, q).

    By default q = 2/(t + 2), the better of the paper's two, and terms = ½·log₃(n·t²/(t − 1)), rounded up. Source:
    Orlitsky, Suresh and Wu 2016, table 1. Undefined for t ≤ 1 unless ``terms`` are given.
    """
    _positive(t)
    if (reason := _no_smoothing(spectrum, t)) and (terms is None or spectrum.n == 0):
        return undefined(_POISSON, reason)
    if terms is None:
        terms = ceil(log(spectrum.n * t * t / (t - 1), 3) / 2)
    return _weighted(spectrum, t, _binomial_tail(spectrum.k, terms, 2 / (t + 2) if q is None else q), level)


def smoothed_binomial_euler(spectrum: FrequencySpectrum, t: float, level: float = LEVEL) -> Estimate:
    """The other binomial form of Orlitsky, Suresh and Wu: q = 1/(t + 1), terms = ½·log₂(n·t²/(t − 1)), rounded up."""
    _positive(t)
    if reason := _no_smoothing(spectrum, t):
        return undefined(_POISSON, reason)
    terms = ceil(log(spectrum.n * t * t / (t - 1), 2) / 2)
    return smoothed_binomial(spectrum, t, level, q=1 / (t + 1), terms=terms)


def efron_thisted(
    spectrum: FrequencySpectrum, t: float, level: float = LEVEL, terms: int = EULER_TERMS
) -> Estimate:
    """Good–Toulmin by Euler's transform of ``terms`` x0 terms: weights P(Binomial(x0, 1/(1 + t)) ≥ k).

    Source: Efron and Thisted 1976. The choice of x0 trades bias for variance, and at t ≥ 2 decides the outcome.
    """
    _positive(t)
    if spectrum.n == 0:
        return undefined(_POISSON, EMPTY)
    return _weighted(spectrum, t, _binomial_tail(spectrum.k, terms, 1 / (1 + t)), level)


def _positive(t: float) -> None:
    if not t > 0:
        raise ValueError(f"t is how many times the mentions grow by, and above 0, not {t}")


def _no_smoothing(spectrum: FrequencySpectrum, t: float) -> str:
    if spectrum.n == 0:
        return EMPTY
    return "" if t > 1 else "undefined for t ≤ 1: nothing to smooth; see good_toulmin"


def _binomial_tail(k: Floats, terms: int, q: float) -> Floats:
    """P(Binomial(terms, q) ≥ k)."""
    tail = np.zeros_like(k)
    within = k <= terms
    tail[within] = betainc(k[within], terms - k[within] + 1, q)
    return tail


def _weighted(spectrum: FrequencySpectrum, t: float, tail: Floats, level: float) -> Estimate:
    """Σ w_k·f_k with w_k = −(−t)^k·tail_k, √Σ w_k²·f_k and the normal interval.

    Logarithms, as t^k overflows long before the tail reaches 0.
    """
    kept = tail > 0
    k, f = spectrum.k[kept], spectrum.fk[kept]
    sign = np.where(spectrum.ks[kept] % 2 == 1, 1.0, -1.0)
    weight = sign * np.exp(k * log(t) + np.log(tail[kept]))
    return normal(float(weight @ f), sqrt(float(weight**2 @ f)), _POISSON, level)
