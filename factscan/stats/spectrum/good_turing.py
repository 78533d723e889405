"""Simple Good–Turing: the chance of the unseen, and what each count is worth once it is discounted."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from factscan.stats.spectrum.estimate import EMPTY, Estimate, undefined
from factscan.stats.spectrum.spectrum import Floats, FrequencySpectrum, Ints

CONFIDENCE = 1.65
_ASSUMES = "independent mentions; Turing's p0 = f1/n"


@dataclass(frozen=True, eq=False)
class SimpleGoodTuring:
    """p0 = f1/n and the discounted counts r*, normalised so that Σ f_r·r*/n = 1 − p0.

    ``r`` int64 and ``r_star`` float64, one for each count that occurs; ``switch`` is the first r from which on the
    fitted line ln Z = ``intercept`` + ``slope``·ln r is used in place of Turing's estimates. Where the line cannot be
    used, ``r_star`` and ``switch`` are ``None`` and ``reason`` says why; p0 stands all the same.
    """

    p0: float | None
    slope: float | None
    intercept: float | None
    switch: int | None
    r: Ints
    r_star: Floats | None
    reason: str = ""


def simple_good_turing(spectrum: FrequencySpectrum, confidence: float = CONFIDENCE) -> SimpleGoodTuring:
    """Simple Good–Turing smoothing. Source: Gale and Sampson 1995, Journal of Quantitative Linguistics 2.

    f_r is averaged over the gap around r, Z_r = f_r/((t − q)/2) with q and t the counts before and after (the last:
    t = 2r − q), and a line fitted through ln Z over ln r. r* is Turing's (r + 1)·f_{r+1}/f_r as long as it lies
    more than ``confidence`` standard deviations from the line's (r + 1)·e^(slope·ln((r + 1)/r)), and the line's
    from then on. 1.65 is the paper's and Sampson's; NLTK takes 1.96. A slope above −1 would raise counts in place
    of lowering them.
    """
    r, f = spectrum.ks, spectrum.fk
    if spectrum.n == 0:
        return SimpleGoodTuring(None, None, None, None, r, None, EMPTY)
    p0 = spectrum.f(1) / spectrum.n
    if r.size < 2:
        reason = "undefined: one line through one count"
        return SimpleGoodTuring(p0, None, None, None, r, None, reason)
    slope, intercept = _line(spectrum)
    if slope > -1:
        reason = f"the slope is {slope:.3f}, above −1: r* would not be discounts"
        return SimpleGoodTuring(p0, slope, intercept, None, r, None, reason)
    stars = (spectrum.k + 1) * np.exp(slope * np.log1p(1 / spectrum.k))
    switch = 0
    while (turing := _turing(spectrum, switch, stars, confidence)) is not None:
        stars[switch] = turing
        switch += 1
    stars *= (1 - p0) * spectrum.n / float(f @ stars)
    return SimpleGoodTuring(p0, slope, intercept, int(r[switch]), r, stars)


def simple_good_turing_p0(spectrum: FrequencySpectrum) -> Estimate:
    """The chance of the unseen in Simple Good–Turing, f1/n; for its interval see ``good_turing_missing_mass``."""
    if spectrum.n == 0:
        return undefined(_ASSUMES, EMPTY)
    return Estimate(spectrum.f(1) / spectrum.n, None, None, _ASSUMES, simple_good_turing(spectrum).reason)


def _line(spectrum: FrequencySpectrum) -> tuple[float, float]:
    """Slope and intercept of the least-squares line through ln Z over ln r."""
    r = spectrum.k
    before = np.concatenate([[0.0], r[:-1]])
    after = np.concatenate([r[1:], [2 * r[-1] - before[-1]]])
    x, y = np.log(r), np.log(2 * spectrum.fk / (after - before))
    centred = x - x.mean()
    slope = float(centred @ (y - y.mean()) / (centred @ centred))
    return slope, float(y.mean() - slope * x.mean())


def _turing(spectrum: FrequencySpectrum, place: int, line: Floats, confidence: float) -> float | None:
    """Turing's (r + 1)·f_{r+1}/f_r at a place, or ``None`` where r + 1 does not occur or the line is as good."""
    r = int(spectrum.ks[place])
    following, here = float(spectrum.f(r + 1)), float(spectrum.fk[place])
    if not following:
        return None
    turing = (r + 1) * following / here
    deviation = (r + 1) * sqrt(following * (1 + following / here)) / here
    return turing if abs(turing - line[place]) > confidence * deviation else None
