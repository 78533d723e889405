"""The jackknife of any order for the number of names (Burnham and Overton)."""

from fractions import Fraction
from math import comb, factorial

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
from factscan.stats.spectrum.spectrum import FrequencySpectrum

ORDERS = 5


def jackknife(
    spectrum: FrequencySpectrum, order: int, level: float = LEVEL, *, samples: int | None = None
) -> Estimate:
    """The jackknife of ``order`` r over u units: mentions, or ``samples`` T sampling units of incidence data.

        Ŝ = D + Σ_{i ≤ r} a_i·f_i,   var = Σ_k (1 + a_k)²·f_k − Ŝ   (a_k = 0 beyond r)

    r = 1: D + (u−1)/u · f1; r = 2: D + (2u−3)/u · f1 − (u−2)²/(u(u−1)) · f2. Where it falls below D, D is given, as
    SpadeR does for mentions. Undefined for r ≥ u. Higher orders have less bias and much more variance. Sources:
    Burnham and Overton 1978, Biometrika 65, and 1979, Ecology 60.
    """
    assumes = f"the expected number of names is a polynomial of degree {order} in 1/units"
    if spectrum.n == 0:
        return undefined(assumes, EMPTY)
    units = spectrum.n if samples is None else samples
    if order >= units:
        return undefined(assumes, f"undefined: {units} units leave none over at order {order}")
    added = np.array(jackknife_coefficients(units, order))
    gradient = np.ones(spectrum.ks.size)
    rare = spectrum.ks <= order
    gradient[rare] += added[spectrum.ks[rare] - 1]
    value = float(gradient @ spectrum.fk)
    if value < spectrum.observed:
        reason = "falls below the observed number, which is given"
        return seen_all(spectrum, spectrum.observed, units=units, assumes=assumes, level=level, reason=reason)
    variance = delta_variance(gradient, spectrum.fk, value)
    return richness_estimate(spectrum, value, variance, units=units, assumes=assumes, level=level)


def jackknife_coefficients(units: int, order: int) -> list[float]:
    """a_1 … a_r of the jackknife of ``order`` r, from the r-fold difference of (u − j)^r times what u − j units show.

        a_i = −(1/r!) Σ_{j=i}^r (−1)^j·C(r, j)·(u − j)^r·C(u − i, j − i)/C(u, j)

    In whole numbers: the sum cancels in all but the last digits of u^r. For large u, a_i → (−1)^(i+1)·C(r, i).
    """
    return [float(_coefficient(units, order, i)) for i in range(1, order + 1)]


def _coefficient(units: int, order: int, i: int) -> Fraction:
    total = sum(
        (-1) ** j * comb(order, j) * (units - j) ** order * Fraction(comb(units - i, j - i), comb(units, j))
        for j in range(i, order + 1)
    )
    return -Fraction(total) / factorial(order)
