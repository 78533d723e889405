"""Coverage-based estimators of the number of names: homogeneous, ACE and ACE-1, and ICE and ICE-1 for incidence data.

Only the rare names (seen at most ``cutoff`` times) tell of the unseen. All five are one formula with two choices:
how the coverage C of the rare names is estimated, and how much heterogeneity is allowed for.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from factscan.stats.interval import LEVEL
from factscan.stats.spectrum.chao import chao1, unusable
from factscan.stats.spectrum.estimate import (
    EMPTY,
    Estimate,
    delta_variance,
    richness_estimate,
    undefined,
)
from factscan.stats.spectrum.spectrum import Floats, FrequencySpectrum

CUTOFF = 10
Heterogeneity = Literal["none", "cv", "cv1"]
_HETEROGENEITY: dict[Heterogeneity, str] = {
    "none": "rare names are equally frequent",
    "cv": "rare names differ as their CV tells",
    "cv1": "rare names differ much: CV corrected upwards",
}


@dataclass(frozen=True)
class _Rare:
    """The rare names and their coverage; the derivatives are by each f_k with k up to the cutoff, in order."""

    k: Floats
    names: float
    mentions: float
    pairs: float
    once: float
    abundant: float
    inflation: float
    coverage: float
    coverage_slope: Floats


def homogeneous(spectrum: FrequencySpectrum, level: float = LEVEL, cutoff: int = CUTOFF) -> Estimate:
    """D_abundant + D_rare/C, C = 1 − f1/n_rare: rare names taken for equally frequent (SpadeR: Homogeneous Model)."""
    return _mentions(spectrum, "none", level, cutoff)


def ace(spectrum: FrequencySpectrum, level: float = LEVEL, cutoff: int = CUTOFF) -> Estimate:
    """ACE, the abundance-based coverage estimator.

        D_abundant + D_rare/C + f1/C·γ²,   C = 1 − f1/n_rare,
        γ² = max( D_rare/C · Σ k(k−1)f_k / (n_rare(n_rare − 1)) − 1, 0 ),   sums over k ≤ cutoff

    Variance by the delta method, as SpadeR prints it; vegan prints another, much smaller one. Where all rare names are
    singletons (C = 0), Chao1 stands in, as in SpadeR. Source: Chao and Lee 1992, JASA 87; Chao, Ma and Yang 1993.
    """
    return _mentions(spectrum, "cv", level, cutoff)


def ace1(spectrum: FrequencySpectrum, level: float = LEVEL, cutoff: int = CUTOFF) -> Estimate:
    """ACE-1, for names of very different frequency: γ² times 1 + (1 − C)/C · Σ k(k−1)f_k/(n_rare − 1)."""
    return _mentions(spectrum, "cv1", level, cutoff)


def homogeneous_incidence(
    spectrum: FrequencySpectrum, samples: int, level: float = LEVEL, cutoff: int = CUTOFF
) -> Estimate:
    """D_frequent + D_infrequent/C for incidence data, C as in ``ice``."""
    return _incidence(spectrum, samples, "none", level, cutoff)


def ice(spectrum: FrequencySpectrum, samples: int, level: float = LEVEL, cutoff: int = CUTOFF) -> Estimate:
    """ICE, the incidence-based coverage estimator: ACE with sampling units T in two places.

        C = 1 − Q1/n_infrequent · (1 − A),   A = 2·Q2/((T−1)·Q1 + 2·Q2),   Q2 = 0: A = 2/((T−1)(Q1 − 1) + 2)
        γ² = max( D_infrequent/C · T/(T−1) · Σ k(k−1)Q_k / (n(n − 1)) − 1, 0 )

    Source: Lee and Chao 1994, Biometrics 50, in the form of SpadeR 0.1.1.
    """
    return _incidence(spectrum, samples, "cv", level, cutoff)


def ice1(spectrum: FrequencySpectrum, samples: int, level: float = LEVEL, cutoff: int = CUTOFF) -> Estimate:
    """ICE-1: ICE with γ² corrected upwards as in ``ace1``."""
    return _incidence(spectrum, samples, "cv1", level, cutoff)


def _mentions(
    spectrum: FrequencySpectrum, heterogeneity: Heterogeneity, level: float, cutoff: int
) -> Estimate:
    assumes = _assumes(heterogeneity, cutoff)
    if spectrum.n == 0:
        return undefined(assumes, EMPTY)
    k, f, n = _rare_classes(spectrum, cutoff)
    if n == spectrum.f(1) > 0:
        if heterogeneity == "none":
            return undefined(assumes, "undefined: all rare names are singletons")
        bound = chao1(spectrum, level)
        why = "all rare names are singletons: Chao1 in its place"
        why = "; ".join(filter(None, (why, bound.reason)))
        return Estimate(bound.value, bound.se, bound.interval, assumes, why)
    once = float(spectrum.f(1))
    coverage = (n - once) / n if n else 1.0
    slope = np.where(k == 1, -coverage, once * k / n) / n if n else k
    return _estimate(
        spectrum, _rare(spectrum, k, f, 1.0, coverage, slope), heterogeneity, spectrum.n, assumes, level
    )


def _incidence(
    spectrum: FrequencySpectrum, samples: int, heterogeneity: Heterogeneity, level: float, cutoff: int
) -> Estimate:
    assumes = _assumes(heterogeneity, cutoff)
    if (reason := unusable(spectrum, samples)) is not None:
        return undefined(assumes, reason)
    k, f, n = _rare_classes(spectrum, cutoff)
    once, twice, further = float(spectrum.f(1)), float(spectrum.f(2)), samples - 1
    coverage, slope = 1.0, np.zeros_like(k)
    if once:
        share = 2 * twice / (further * once + 2 * twice) if twice else 2 / (further * (once - 1) + 2)
        # 1 − Q1/n·(1 − A), added up so that a tiny coverage is not rounded to 0.
        coverage = (n - once + once * share) / n
        # The derivative where Q2 > 0, which SpadeR takes for Q2 = 0 as well.
        pairs = further * once + 2 * twice
        falling = -((n - once) / n + 2 * twice / pairs)
        rising = once * (k / n + 2 * (k == 2) / pairs)
        slope = np.where(k == 1, falling, rising) * further * once / (n * pairs)
    rare = _rare(spectrum, k, f, samples / further, coverage, slope)
    return _estimate(spectrum, rare, heterogeneity, samples, assumes, level)


def _assumes(heterogeneity: Heterogeneity, cutoff: int) -> str:
    return f"{_HETEROGENEITY[heterogeneity]}; rare: seen at most {cutoff} times"


def _rare_classes(spectrum: FrequencySpectrum, cutoff: int) -> tuple[Floats, Floats, float]:
    rare = spectrum.ks <= cutoff
    k, f = spectrum.k[rare], spectrum.fk[rare]
    return k, f, float(k @ f)


def _rare(
    spectrum: FrequencySpectrum,
    k: Floats,
    f: Floats,
    inflation: float,
    coverage: float,
    slope: Floats,
) -> _Rare:
    names = float(f.sum())
    return _Rare(
        k=k,
        names=names,
        mentions=float(k @ f),
        pairs=float((k * (k - 1)) @ f),
        once=float(spectrum.f(1)),
        abundant=spectrum.observed - names,
        inflation=inflation,
        coverage=coverage,
        coverage_slope=slope,
    )


def _estimate(
    spectrum: FrequencySpectrum,
    rare: _Rare,
    heterogeneity: Heterogeneity,
    units: int,
    assumes: str,
    level: float,
) -> Estimate:
    """D_a + D/C + f1/C·γ² and its delta-method variance, with the derivatives taken term by term.

    w = inflation·Σk(k−1)f_k / (C·n(n−1)), γ² = D·w − 1, and for "cv1" γ²(1 + f1·w).
    """
    c, dc, dn = rare.coverage, rare.coverage_slope, rare.k
    d1 = (rare.k == 1).astype(np.float64)
    value = rare.abundant + rare.names / c
    slope = (c - rare.names * dc) / c**2
    weight = 0.0
    if rare.pairs > 0:
        weight = rare.inflation * rare.pairs / (c * rare.mentions * (rare.mentions - 1))
    spread = rare.names * weight - 1
    if heterogeneity != "none" and spread > 0:
        relative = rare.k * (rare.k - 1) / rare.pairs - dc / c - dn / rare.mentions - dn / (rare.mentions - 1)
        weight_slope = weight * relative
        spread_slope = weight + rare.names * weight_slope
        lead, lead_slope = rare.once / c, d1 / c - rare.once * dc / c**2
        if heterogeneity == "cv1":
            more = 1 + rare.once * weight
            spread_slope = spread_slope * more + spread * (d1 * weight + rare.once * weight_slope)
            spread *= more
        value += lead * spread
        slope = slope + lead_slope * spread + lead * spread_slope
    gradient = np.ones(spectrum.ks.size)
    gradient[: rare.k.size] = slope
    variance = delta_variance(gradient, spectrum.fk, value)
    return richness_estimate(spectrum, value, variance, units=units, assumes=assumes, level=level)
