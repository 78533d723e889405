"""Curves over the sample's size: names and coverage that fewer mentions show (rarefaction) or more (extrapolation).

iNEXT's conventions. With ``samples`` T the spectrum is incidence data, and sizes are sampling units.
"""

from dataclasses import dataclass
from math import exp, expm1, inf, log1p, sqrt

import numpy as np

from factscan.stats.spectrum.coverage import thinning
from factscan.stats.spectrum.factorials import log_missed
from factscan.stats.spectrum.spectrum import FrequencySpectrum

_PAIRS_AT_ONCE = 1 << 22
MOST_CLASSES = 1024
"""Distinct counts up to which the standard error of rarefaction, which costs their square, is worth its time."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What ``size`` mentions (or sampling units) show: names and their coverage.

    ``richness_se``: of rarefaction, how much random subsamples of this size differ; ``None`` elsewhere.
    """

    size: int
    method: str
    richness: float
    coverage: float
    richness_se: float | None


def curve(
    spectrum: FrequencySpectrum,
    sizes: list[int],
    *,
    samples: int | None = None,
    with_se: bool = False,
) -> list[CurvePoint]:
    """The points of both curves at ``sizes`` of at least 1, in their order; none where nothing is counted."""
    if spectrum.n == 0:
        return []
    units = spectrum.n if samples is None else samples
    se = with_se and samples is None and spectrum.ks.size <= MOST_CLASSES
    return [
        CurvePoint(
            size=size,
            method="rarefaction" if size < units else "observed" if size == units else "extrapolation",
            richness=richness_at(spectrum, size, samples=samples),
            coverage=coverage_at(spectrum, size, samples=samples),
            richness_se=rarefaction_se(spectrum, size) if se and size < units else None,
        )
        for size in sizes
    ]


def curve_sizes(units: int) -> list[int]:
    """A tenth, half, all, one and a half times and twice the units, as far as they are whole and differ."""
    return sorted({max(1, round(units * share)) for share in (0.1, 0.5, 1, 1.5, 2)})


def richness_at(spectrum: FrequencySpectrum, size: int, *, samples: int | None = None) -> float:
    """Expected names among ``size`` m of the u units.

        m < u:  Σ f_k·(1 − C(u − k, m)/C(u, m))                (Hurlbert 1971; Mao Tau of Colwell et al. 2004)
        m > u:  D + f̂0·(1 − A^(m − u)),  f̂0 Chao1's (or Chao2's) unseen, A = 1 − ``thinning``    (Colwell et al. 2012)

    Beyond 2u the second depends on f̂0 alone, a lower bound.
    """
    units = spectrum.n if samples is None else samples
    if size < units:
        return float(spectrum.fk @ -np.expm1(log_missed(units, size, spectrum.k)))
    return spectrum.observed - _unseen(spectrum, units) * expm1(_log_kept(spectrum, units, size - units))


def coverage_at(spectrum: FrequencySpectrum, size: int, *, samples: int | None = None) -> float:
    """Expected coverage of ``size`` m of the u units.

        m < u:  1 − Σ (k/n)·f_k·C(u − k, m)/C(u − 1, m),  n = Σ k·f_k
        m ≥ u:  1 − (f1/n)·A^(m − u + 1)

    Source: Chao and Jost 2012, Ecology 93; as iNEXT's ``Chat.Ind`` and ``Chat.Sam``. It says 1 where A = 0.
    """
    units, n = spectrum.n if samples is None else samples, spectrum.n
    if size < units:
        missed = np.exp(log_missed(units - 1, size, spectrum.k - 1))
        return 1 - float(spectrum.k * spectrum.fk @ missed) / n
    return 1 - spectrum.f(1) / n * exp(_log_kept(spectrum, units, size - units + 1))


def rarefaction_se(spectrum: FrequencySpectrum, size: int) -> float:
    """Standard deviation of the names in random subsamples of ``size`` m of the n mentions (vegan's ``rarefy``).

        var = Σ_i q_i(1 − q_i) + Σ_{i≠j} (q_ij − q_i·q_j)

    over names, q_i the chance that name i is missed and q_ij that i and j both are. It says nothing of how far another
    sample of n would differ. Names of equal count are taken together; the cost is the square of the distinct counts.
    Source: Heck, van Belle and Simberloff 1975, Ecology 56.
    """
    n, k, f = spectrum.n, spectrum.k, spectrum.fk
    missed = np.exp(log_missed(n, size, k))
    # q_ii as the pair formula has it stands for the pairs of names that share a count; the sum over i makes up for it.
    both_alike = np.exp(log_missed(n, size, 2 * k))
    variance = float(f @ (missed - both_alike))
    rows = max(1, _PAIRS_AT_ONCE // k.size)
    for start in range(0, k.size, rows):
        part = slice(start, start + rows)
        both = np.exp(log_missed(n, size, k[part, None] + k))
        variance += float(f[part] @ (both - missed[part, None] * missed) @ f)
    return sqrt(max(0.0, variance))


def _log_kept(spectrum: FrequencySpectrum, units: int, further: int) -> float:
    """ln A^further: how much of the missing mass is left after so many ``further`` units."""
    thinned = thinning(spectrum, units)
    if thinned == 1:
        return -inf if further else 0.0
    return further * log1p(-thinned)


def _unseen(spectrum: FrequencySpectrum, units: int) -> float:
    f1, f2 = float(spectrum.f(1)), float(spectrum.f(2))
    pairs = f1 * f1 / f2 if f2 else f1 * (f1 - 1)
    return (units - 1) / units * pairs / 2
