"""Predicted floor: the missing mass less the lucky guesses of a calibrated model."""

import numpy as np
from numpy.typing import ArrayLike

from factscan.stats.interval import LEVEL, Interval, clustered_interval
from factscan.stats.missing_mass import NO_MENTIONS, ONE_UNIT
from factscan.stats.unit_sums import UnitSums


def floor(
    m: ArrayLike,
    u: ArrayLike,
    w: ArrayLike,
    ow_ab: ArrayLike = (),
    ow_ba: ArrayLike = (),
    *,
    cc: float | None = None,
    level: float = LEVEL,
) -> Interval:
    """Predicted hallucination rate F = Σw/Σm of a calibrated base model, with its interval (derived here).

    As ``missing_mass``, with every mention of a prompt weighted by 1 − κ of its relation's group
    (``kappa``): ``w`` is u so weighted, ``ow_ab`` and ``ow_ba`` the pairs' mentions so weighted. So F =
    Σ_g (M1_g/N)·(1 − κ_g), and the variance is ``UnitSums.variance`` of w: residuals w_d − F·m_d, and
    pairs of weighted mentions (weighting prompts by constants leaves its derivation as it is).

    Interval: ``clustered_interval`` with b = Σw²/Σw, and with the b' and the M of the *unweighted* u: a mention
    that turns out to be known takes up to 1 from Σw. (Σ(m−w)²/Σ(m−w) would be nearly 0 where everything is
    missing and κ is small, as if lucky guesses were known facts.)

    Assumes what ``missing_mass`` assumes, and takes κ as given: the interval leaves out the error of κ. It
    predicts the rate of a calibrated model asked as the documents state; it measures no model.
    ``None`` without mentions; with one unit the interval is 0 to 1.
    """
    w_, u_ = np.asarray(w, dtype=np.float64), np.asarray(u, dtype=np.float64)
    if w_.shape == u_.shape and (w_ > u_ * (1 + 1e-9)).any():
        raise ValueError("w must not exceed u in any unit: a weight 1 − κ is at most 1")
    return floor_of_sums(UnitSums.of(m, w, ow_ab, ow_ba, cc=cc), UnitSums.of(m, u, cc=cc), level=level)


def floor_of_sums(weighted: UnitSums, unweighted: UnitSums, *, level: float = LEVEL) -> Interval:
    """``floor`` of a group whose sums are known: those of w with the weighted pairs, and those of u."""
    variance = weighted.variance
    if variance is None:
        return Interval(None, None, None, NO_MENTIONS)
    if weighted.units < 2:
        return Interval(min(1.0, weighted.counted / weighted.mentions), 0.0, 1.0, ONE_UNIT)
    known = unweighted.rest / unweighted.mentions
    return clustered_interval(
        weighted.counted,
        weighted.mentions,
        variance,
        edge_above=weighted.burst * known**2,
        edge_below=unweighted.edge_below,
        level=level,
    )
