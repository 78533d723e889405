"""What every estimator returns, and the intervals and variances that many of them share."""

from dataclasses import dataclass
from math import exp, log1p, sqrt

import numpy as np

from factscan.stats.interval import LEVEL, quantile
from factscan.stats.spectrum.spectrum import Floats, FrequencySpectrum


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate, its standard error, its interval, and what must hold for them.

    ``None`` where something is undefined or unknown, and then ``reason`` says why; never NaN or infinite.
    """

    value: float | None
    se: float | None
    interval: tuple[float, float] | None
    assumes: str
    reason: str = ""


EMPTY = "undefined: nothing is counted"


def undefined(assumes: str, reason: str) -> Estimate:
    return Estimate(None, None, None, assumes, reason)


def delta_variance(gradient: Floats, frequencies: Floats, total: float) -> float:
    """Variance Σ d_k²·f_k − (Σ d_k·f_k)²/Ŝ of an estimate of the number of names, by the delta method.

    ``gradient`` d_k: the estimate's derivative by f_k; ``total`` Ŝ: the estimate. It takes the spectrum, the unseen
    included, for multinomial: names fall into frequency classes independently. Source: Chao and Lee 1992, JASA 87.
    """
    linear = float(gradient @ frequencies)
    return float(gradient**2 @ frequencies) - linear * linear / total


def richness_estimate(
    spectrum: FrequencySpectrum,
    value: float,
    variance: float,
    *,
    units: int,
    assumes: str,
    level: float = LEVEL,
    reason: str = "",
) -> Estimate:
    """An estimate of the number of names with Chao's interval, which does not fall below the observed number D.

        [ D + (Ŝ − D)/K,  D + (Ŝ − D)·K ],   K = exp( z·√ln(1 + var/(Ŝ − D)²) )

    The number of unseen names is taken for lognormal (Chao 1987, Biometrics 43). Where nothing is estimated to be
    unseen this is void, and ``seen_all`` applies. ``units``: mentions, or sampling units of incidence data.
    """
    unseen = value - spectrum.observed
    if round(unseen, 5) == 0:
        return seen_all(spectrum, value, units=units, assumes=assumes, level=level, reason=reason)
    if not variance > 0:
        why = "the delta method gives no positive variance here"
        return Estimate(value, None, None, assumes, "; ".join(filter(None, (reason, why))))
    factor = exp(quantile(level) * sqrt(log1p(variance / unseen**2)))
    interval = (spectrum.observed + unseen / factor, spectrum.observed + unseen * factor)
    return Estimate(value, sqrt(variance), interval, assumes, reason)


def seen_all(
    spectrum: FrequencySpectrum,
    value: float,
    *,
    units: int,
    assumes: str,
    level: float = LEVEL,
    reason: str = "",
) -> Estimate:
    """The estimate where nothing is estimated to be unseen: the observed number D, with an interval all the same.

        var = Σ f_k (e^−k − e^−2k) − (Σ k·e^−k·f_k)²/units,   P = Σ f_k·e^−k / D
        [ max(D, (D − z·√var)/(1 − P)),  (D + z·√var)/(1 − P) ]

    as SpadeR 0.1.1 has it: with counts taken for Poisson, a name seen k times is missed with chance e^−k. Unlike
    SpadeR's the interval holds its value, even where (D − z·√var)/(1 − P) lies above D, as it does for many names; and
    there is none where var ≤ 0, as can be where ``units`` are few.
    """
    missed = np.exp(-spectrum.k)
    variance = float(spectrum.fk @ (missed - missed**2))
    variance -= float(spectrum.fk @ (spectrum.k * missed)) ** 2 / units
    if not variance > 0:
        why = "nothing is estimated unseen, and counts taken for Poisson give no positive variance"
        return Estimate(value, None, None, assumes, "; ".join(filter(None, (reason, why))))
    half = quantile(level) * sqrt(variance)
    observed, kept = spectrum.observed, 1 - float(spectrum.fk @ missed) / spectrum.observed
    low, high = max(float(observed), (observed - half) / kept), (observed + half) / kept
    return Estimate(value, sqrt(variance), (min(low, value), max(high, value)), assumes, reason)


def normal(value: float, se: float, assumes: str, level: float = LEVEL, reason: str = "") -> Estimate:
    """An estimate with the interval value ± z·se, or with neither where se is 0."""
    if se == 0:
        why = "no standard error: what was seen was seen too often to weigh in"
        return Estimate(value, None, None, assumes, "; ".join(filter(None, (reason, why))))
    half = quantile(level) * se
    return Estimate(value, se, (value - half, value + half), assumes, reason)
