"""Ratios of binomial coefficients that stay exact to 12 digits and more where n is 10^15.

The difference of two ``gammaln`` of 10^15 is off by whole units: each is about 3·10^16, and a float keeps 16 digits.
"""

from typing import cast

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from factscan.stats.spectrum.spectrum import Floats

_SMALL = 64.0
_FEW = 32.0


def log_falling(n: float, k: npt.ArrayLike) -> Floats:
    """ln n!/(n − k)! for 0 ≤ k ≤ n, with an error of about k times the precision of a float.

    For large n it is k·ln n − (n − k + ½)·ln(1 − k/n) − k + s(n) − s(n − k), Stirling's series with the large terms
    cancelled by hand; s(x) is its rest.
    """
    many = np.asarray(k, np.float64)
    rest = n - many
    direct: Floats = gammaln(n + 1) - gammaln(rest + 1)
    if n < _SMALL:
        return direct
    safe = np.where(rest < _FEW, n / 2, many)
    stirling = safe * np.log(n) - (n - safe + 0.5) * np.log1p(-safe / n) - safe
    return np.where(rest < _FEW, direct, stirling + _rest(n) - _rest(n - safe))


def log_missed(n: float, m: float, k: npt.ArrayLike) -> Floats:
    """ln C(n − k, m)/C(n, m): the log of the chance that m of n mentions, drawn at random, hold none of given k.

    Symmetric in k and m, and computed with the smaller of the two as j and the larger as o: ln (n−o)!/(n−o−j)!
    − ln n!/(n−j)!. −inf where k + m > n: they cannot be missed.
    """
    many = np.asarray(k, np.float64)
    fewer, more = np.minimum(many, m), np.maximum(many, m)
    left = n - more - fewer
    with np.errstate(divide="ignore", invalid="ignore"):
        if n < _SMALL:
            result = gammaln(n - more + 1) - gammaln(left + 1) - gammaln(n + 1) + gammaln(n - fewer + 1)
        else:
            result = np.where(left < _FEW, _few_left(n, fewer, left), _many_left(n, fewer, more))
    return cast(Floats, np.where(left < 0, -np.inf, result))


def _few_left(n: float, fewer: Floats, left: Floats) -> Floats:
    return cast(Floats, gammaln(left + fewer + 1) - gammaln(left + 1) - log_falling(n, fewer))


def _many_left(n: float, fewer: Floats, more: Floats) -> Floats:
    base = n - more
    # Near m = n it is the small n − more that is known to all its digits.
    terms = fewer * np.where(base < more, np.log(base / n), np.log1p(-more / n))
    terms = terms - (base - fewer + 0.5) * np.log1p(-fewer / base) + (n - fewer + 0.5) * np.log1p(-fewer / n)
    return terms + _rest(base) - _rest(base - fewer) - _rest(n) + _rest(n - fewer)


def _rest(x: npt.ArrayLike) -> Floats:
    """What Stirling's formula leaves out of ln x!, for x from 32 on: 1/12x − 1/360x³ + 1/1260x⁵ − 1/1680x⁷."""
    inverse = 1 / np.asarray(x, np.float64)
    square = inverse * inverse
    return inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
