"""Chao's lower bounds of the number of names, for mentions (Chao1, iChao1) and sampling units (Chao2, iChao2).

Both are one formula: what n mentions are to the first, T sampling units are to the second; ``units`` stands for either.
"""

import numpy as np

from factscan.stats.interval import LEVEL
from factscan.stats.spectrum.estimate import (
    EMPTY,
    Estimate,
    delta_variance,
    richness_estimate,
    seen_all,
    undefined,
)
from factscan.stats.spectrum.spectrum import Floats, FrequencySpectrum

_BOUND = "a lower bound: unseen names are at least as rare as singletons"
_SPADER_SE = "s.e. as SpadeR prints it, .4 to 1.0 of the true spread in simulations: see its _delta"
ONE_UNIT = "undefined: one sampling unit tells nothing of repeats"


def chao1(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """Chao1, D + (n−1)/n · f1²/(2·f2); f2 = 0: D + (n−1)/n · f1(f1 − 1)/2.

    With a = (n−1)/n and r = f1/f2, var = f2·(a·r²/2 + a²·r³ + a²·r⁴/4). SpadeR's, iNEXT's and copia's convention.
    Sources: Chao 1984, Scandinavian Journal of Statistics 11; variance: Chao 1987, Biometrics 43.
    """
    if spectrum.n == 0:
        return undefined(_BOUND, EMPTY)
    return chao(spectrum, spectrum.n, (spectrum.n - 1) / spectrum.n, _BOUND, level)


def chao1_bias_corrected(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """Bias-corrected Chao1, D + (n−1)/n · f1(f1 − 1)/(2(f2 + 1)): SpadeR's Chao1-bc.

    Source: Chao 2005, Encyclopedia of Statistical Sciences, "Species estimation and applications".
    """
    if spectrum.n == 0:
        return undefined(_BOUND, EMPTY)
    return chao_bias_corrected(spectrum, spectrum.n, (spectrum.n - 1) / spectrum.n, _BOUND, level)


def chao1_classic(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """Chao1 without (n−1)/n, as printed in 1984: scikit-bio (bias_corrected=False), SPECIES, breakaway."""
    if spectrum.n == 0:
        return undefined(_BOUND, EMPTY)
    return chao(spectrum, spectrum.n, 1.0, f"{_BOUND}; without (n−1)/n", level)


def chao1_classic_bias_corrected(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """Bias-corrected Chao1 without (n−1)/n: scikit-bio's default, and vegan's point estimate."""
    if spectrum.n == 0:
        return undefined(_BOUND, EMPTY)
    return chao_bias_corrected(spectrum, spectrum.n, 1.0, f"{_BOUND}; without (n−1)/n", level)


def ichao1(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """iChao1, Chao1 + f3/(4·f4) · max(f1 − f2·f3/(2·f4), 0); f4 = 0 counts as 1.

    Standard error as SpadeR 0.1.1 prints it. Its derivatives carry the wrong sign in f1 and f2, lack a term in f3, and
    leave out that every f_k is part of the estimate, so that it is .41 to .99 of the spread of the estimates over
    simulated samples (``benchmarks/estimate.py simulate``); that of ``ichao1_delta`` is .99 to 1.17. Source: Chiu,
    Wang, Walther and Chao 2014, Biometrics 70.
    """
    if spectrum.n == 0:
        return undefined(_BOUND, EMPTY)
    return _ichao_spader(spectrum, spectrum.n, 1.0, 1.0, level)


def ichao1_delta(spectrum: FrequencySpectrum, level: float = LEVEL) -> Estimate:
    """iChao1 with the variance of the full delta method, over all f_k with the derivatives of the formula itself."""
    assumes = f"{_BOUND}; s.e. by the full delta method"
    if spectrum.n == 0:
        return undefined(assumes, EMPTY)
    return _ichao_delta(spectrum, spectrum.n, 1.0, 1.0, assumes, level)


def chao(
    spectrum: FrequencySpectrum, units: int, factor: float, assumes: str, level: float = LEVEL
) -> Estimate:
    """D + a·f1²/(2·f2), or with f2 = 0 the bias-corrected form; ``factor`` a is (u − 1)/u or 1."""
    f1, f2 = float(spectrum.f(1)), float(spectrum.f(2))
    if f2 == 0:
        return chao_bias_corrected(spectrum, units, factor, assumes, level)
    if f1 == 0:
        return seen_all(spectrum, spectrum.observed, units=units, assumes=assumes, level=level)
    return richness_estimate(
        spectrum,
        spectrum.observed + factor * f1 * f1 / (2 * f2),
        _chao_variance(f1, f2, factor),
        units=units,
        assumes=assumes,
        level=level,
    )


def _chao_variance(f1: float, f2: float, factor: float) -> float:
    ratio = f1 / f2
    return f2 * (factor * ratio**2 / 2 + factor**2 * (ratio**3 + ratio**4 / 4))


def chao_bias_corrected(
    spectrum: FrequencySpectrum, units: int, factor: float, assumes: str, level: float = LEVEL
) -> Estimate:
    """D + a·f1(f1 − 1)/(2(f2 + 1)), with Chao's variances for f2 > 0 and for f2 = 0."""
    f1, f2 = float(spectrum.f(1)), float(spectrum.f(2))
    unseen = factor * f1 * (f1 - 1) / (2 * (f2 + 1))
    value = spectrum.observed + unseen
    variance = unseen + factor**2 * f1 * (2 * f1 - 1) ** 2 / (4 * (f2 + 1) ** 2)
    if f2 > 0:
        variance += factor**2 * f1**2 * f2 * (f1 - 1) ** 2 / (4 * (f2 + 1) ** 4)
    else:
        variance -= factor**2 * f1**4 / (4 * value)
    return richness_estimate(spectrum, value, variance, units=units, assumes=assumes, level=level)


def _ichao(spectrum: FrequencySpectrum, units: int, third: float, second: float) -> tuple[Estimate, float]:
    """Chao's bound, and what the third and fourth class add to it: b·f3/(4·f4) · max(f1 − c·f2·f3/(2·f4), 0)."""
    bound = chao(spectrum, units, (units - 1) / units, _BOUND)
    f1, f2, f3, f4 = (float(spectrum.f(k)) for k in (1, 2, 3, 4))
    f4 = max(f4, 1.0)
    return bound, third * f3 / (4 * f4) * max(f1 - second * f2 * f3 / (2 * f4), 0.0)


def _ichao_spader(
    spectrum: FrequencySpectrum, units: int, third: float, second: float, level: float
) -> Estimate:
    bound, added = _ichao(spectrum, units, third, second)
    assumes = f"{_BOUND}; {_SPADER_SE}"
    if bound.value is None:
        return bound
    value = bound.value + added
    f1, f2, f3, f4 = (float(spectrum.f(k)) for k in (1, 2, 3, 4))
    # For mentions, SpadeR keeps Chao1's variance if f3 = 0, and decides with 1 in the place of f2 = 0.
    mentions = third == 1
    doubled = max(f2, 1.0) if mentions else f2
    if f4 == 0 or (f3 == 0 and mentions) or f1 - second * doubled * f3 / (2 * f4) <= 0:
        variance = (bound.se or 0.0) ** 2
    else:
        factor = (units - 1) / units
        gradient = _spader_gradient(f1, f2, f3, f4, factor, third, second)
        variance = delta_variance(gradient, np.array([f1, f2, f3, f4]), value)
    return richness_estimate(spectrum, value, variance, units=units, assumes=assumes, level=level)


def _spader_gradient(
    f1: float, f2: float, f3: float, f4: float, factor: float, third: float, second: float
) -> Floats:
    """The derivatives that SpadeR takes: see ``ichao1`` for what is wrong with them."""
    added = third * f3 / (4 * f4)
    both = third * second
    if f1 > 0 and f2 > 0:
        return np.array(
            [
                factor * f1 / f2 - added,
                factor * f1**2 / (2 * f2**2) - both * f3**2 / (8 * f4**2),
                third * f1 / (4 * f4),
                -third * f1 * f3 / (4 * f4**2) + both * f2 * f3**2 / (4 * f4**3),
            ]
        )
    if f1 > 1:
        return np.array(
            [
                factor * (2 * f1 - 1) / 2 + added,
                -factor * f1 * (f1 - 1) / 2,
                third * f1 / (4 * f4),
                -third * f1 * f3 / (4 * f4**2),
            ]
        )
    return np.zeros(4)


def _ichao_delta(
    spectrum: FrequencySpectrum, units: int, third: float, second: float, assumes: str, level: float
) -> Estimate:
    bound, added = _ichao(spectrum, units, third, second)
    if bound.value is None:
        return bound
    value = bound.value + added
    factor = (units - 1) / units
    f1, f2, f3, f4 = (float(spectrum.f(k)) for k in (1, 2, 3, 4))
    if f2 > 0:
        slopes = np.array([factor * f1 / f2, -factor * f1**2 / (2 * f2**2), 0.0, 0.0])
    else:
        slopes = np.array([factor * (2 * f1 - 1) / 2, -factor * f1 * (f1 - 1) / 2, 0.0, 0.0])
    if added > 0:
        fourth, both = max(f4, 1.0), third * second
        slopes += np.array(
            [
                third * f3 / (4 * fourth),
                -both * f3**2 / (8 * fourth**2),
                third * f1 / (4 * fourth) - both * f2 * f3 / (4 * fourth**2),
                -third * f1 * f3 / (4 * fourth**2) + both * f2 * f3**2 / (4 * fourth**3),
            ]
        )
    gradient = np.ones(spectrum.ks.size)
    rare = spectrum.ks <= slopes.size
    gradient[rare] += slopes[spectrum.ks[rare] - 1]
    variance = delta_variance(gradient, spectrum.fk, value)
    return richness_estimate(spectrum, value, variance, units=units, assumes=assumes, level=level)


def chao2(spectrum: FrequencySpectrum, samples: int, level: float = LEVEL) -> Estimate:
    """Chao2 for incidence data, D + (T−1)/T · Q1²/(2·Q2): Chao1 with T sampling units for n mentions.

    ``spectrum`` holds Q_k, the names that were found in exactly k of the ``samples`` T units. Source: Chao 1987.
    """
    if (reason := unusable(spectrum, samples)) is not None:
        return undefined(_BOUND, reason)
    return chao(spectrum, samples, (samples - 1) / samples, _BOUND, level)


def chao2_bias_corrected(spectrum: FrequencySpectrum, samples: int, level: float = LEVEL) -> Estimate:
    """Bias-corrected Chao2, D + (T−1)/T · Q1(Q1 − 1)/(2(Q2 + 1)): SpadeR's Chao2-bc, except for Q2 = 0 in the variance.

    SpadeR keeps the variance of Q2 > 0 there; the one for Q2 = 0 that it uses in Chao1-bc is used here too.
    """
    if (reason := unusable(spectrum, samples)) is not None:
        return undefined(_BOUND, reason)
    return chao_bias_corrected(spectrum, samples, (samples - 1) / samples, _BOUND, level)


def ichao2(spectrum: FrequencySpectrum, samples: int, level: float = LEVEL) -> Estimate:
    """iChao2, Chao2 + (T−3)/T · Q3/(4·Q4) · max(Q1 − (T−3)/(T−1) · Q2·Q3/(2·Q4), 0); Q4 = 0 counts as 1.

    Standard error as SpadeR 0.1.1 prints it; see ``ichao1``. Source: Chiu, Wang, Walther and Chao 2014.
    """
    if (reason := unusable(spectrum, samples)) is not None:
        return undefined(_BOUND, reason)
    if samples < 4:
        return undefined(_BOUND, "undefined: fewer than 4 sampling units")
    return _ichao_spader(spectrum, samples, (samples - 3) / samples, (samples - 3) / (samples - 1), level)


def ichao2_delta(spectrum: FrequencySpectrum, samples: int, level: float = LEVEL) -> Estimate:
    """iChao2 with the variance of the full delta method."""
    assumes = f"{_BOUND}; s.e. by the full delta method"
    if (reason := unusable(spectrum, samples)) is not None:
        return undefined(assumes, reason)
    if samples < 4:
        return undefined(assumes, "undefined: fewer than 4 sampling units")
    third, second = (samples - 3) / samples, (samples - 3) / (samples - 1)
    return _ichao_delta(spectrum, samples, third, second, assumes, level)


def unusable(spectrum: FrequencySpectrum, samples: int) -> str | None:
    """Why incidence data allow no estimate of the number of names, or ``None`` where they do."""
    if spectrum.n == 0:
        return EMPTY
    return ONE_UNIT if samples == 1 else None
