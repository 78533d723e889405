"""Groups compared: the difference of two missing masses or floors, and many differences without false alarms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from math import erfc, sqrt

import numpy as np

from factscan.stats.interval import LEVEL, Interval, quantile
from factscan.stats.unit_sums import UnitSums


@dataclass(frozen=True, slots=True)
class CrossSums:
    """What ties two groups A and B together; all 0 for groups that have nothing to do with each other.

    ``pairs`` = Σ over d in A, d' in B of o_dd'·o_d'd, as in ``UnitSums`` with a unit in each group · over the units
    that lie in both, m_A their mentions in A and u_A those counted: ``mm`` = Σ m_A·m_B · ``mu`` = Σ m_A·u_B ·
    ``um`` = Σ u_A·m_B · ``uu`` = Σ u_A·u_B (0 for documents, each of which lies in one domain).
    """

    pairs: float = 0.0
    mm: float = 0.0
    mu: float = 0.0
    um: float = 0.0
    uu: float = 0.0

    def __add__(self, other: "CrossSums") -> "CrossSums":
        return CrossSums(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def turned(self) -> "CrossSums":
        """The same ties, of B and A."""
        return CrossSums(self.pairs, self.mm, self.um, self.mu, self.uu)


@dataclass(frozen=True, slots=True)
class Difference:
    """One share less another, its standard error, interval and two-sided p-value; ``None`` and why where undefined.

    ``adjusted`` is the p-value among all that were asked together (``holm``).
    """

    estimate: float | None
    se: float | None
    low: float | None
    high: float | None
    p_value: float | None
    adjusted: float | None = None
    reason: str = ""


def covariance(a: UnitSums, b: UnitSums, cross: CrossSums) -> float:
    """Covariance of the estimates A/N of two groups about their missing masses (derived here).

        Cov = [ Σ_{d∈A, d'∈B} o_dd'·o_d'd + Σ_{d in both} (u_A − M_A·m_A)(u_B − M_B·m_B) ] / (N_A·N_B)

    The variance of ``UnitSums`` with the two factors of each product taken from two groups: for functions f, g of a
    Poisson process, E δ(f)δ(g) = E Σ_d f_d·g_d + E Σ_{d≠d'} D_d'f_d · D_d g_d'. Never negative for documents: two
    domains that share half-known prompts err together. 0 without mentions.
    """
    if not a.mentions or not b.mentions:
        return 0.0
    share_a, share_b = a.counted / a.mentions, b.counted / b.mentions
    in_both = cross.uu - share_b * cross.um - share_a * cross.mu + share_a * share_b * cross.mm
    return (cross.pairs + in_both) / (a.mentions * b.mentions)


def all_but(
    groups: Sequence[UnitSums], ties: Mapping[tuple[int, int], CrossSums]
) -> list[tuple[UnitSums, CrossSums]]:
    """For every group the sums of all others together, and what ties it (as A) to them (as B).

    ``ties`` holds, under the places of two groups, the lower first, what ties them; nothing where nothing does.
    """
    of_each = [CrossSums()] * len(groups)
    whole = CrossSums()
    for (one, other), cross in ties.items():
        of_each[one] += cross
        of_each[other] += cross.turned
        whole += cross
    names = ("units", "mentions", "counted", "mm", "mu", "uu", "pairs", "cc")
    table = np.array([[getattr(group, name) or 0.0 for name in names] for group in groups])
    rest = table.sum(axis=0) - table if len(table) else table
    return [
        (_joined(dict(zip(names, map(float, row), strict=True)), whole, cross), cross)
        for row, cross in zip(rest, of_each, strict=True)
    ]


def _joined(added: dict[str, float], whole: CrossSums, own: CrossSums) -> UnitSums:
    """The sums of groups that add up to ``added``, and what ties them: the ``whole`` less one group's ``own``."""
    return UnitSums(
        units=int(added["units"]),
        mentions=added["mentions"],
        counted=max(0.0, added["counted"]),
        mm=added["mm"] + 2 * (whole.mm - own.mm),
        mu=added["mu"] + (whole.mu + whole.um) - (own.mu + own.um),
        uu=max(0.0, added["uu"] + 2 * (whole.uu - own.uu)),
        pairs=max(0.0, added["pairs"] + whole.pairs - own.pairs),
        cc=added["cc"],
    )


def difference(
    a: Interval, b: Interval, variance_a: float, variance_b: float, covariance: float, *, level: float = LEVEL
) -> Difference:
    """a − b, for two shares with their intervals (at ``level``), the variances of the shares and their covariance.

        low  = d − √( (a−l_a)² + (h_b−b)² − 2z²·Cov ),   high = d + √( (h_a−a)² + (b−l_b)² − 2z²·Cov )
        d = a − b,   se = √(V_a + V_b − 2·Cov),   no half shorter than z·se

    The ends are put together from those of the two intervals, which hold near 0 and 1 where se is 0: Newcombe 1998,
    Statistics in Medicine 17, 873–890, for independent shares; Zou and Donner 2008, Statistics in Medicine 27,
    1693–1702, for dependent ones – with the covariance itself here and not the correlation, as edge terms are not
    correlated. The p-value asks how many standard errors d is from 0, the standard error being that of the end
    towards 0 *without* a positive covariance: so it is below 1 − ``level`` only if the interval leaves 0 out. The
    covariance comes from few pairs where M is small; unbiased as it is, its noise raised false alarms among five
    domains from .05 to .13 (``benchmarks/comparing.py``, few prompts). Undefined where either interval is unknown.
    """
    reason = a.reason or b.reason
    if reason or a.estimate is None or b.estimate is None:
        return Difference(None, None, None, None, None, reason=reason)
    z = quantile(level)
    variance = max(0.0, variance_a + variance_b - 2 * covariance)

    def together(x: float, y: float, less: float = covariance) -> float:
        return sqrt(max(x * x + y * y - 2 * z * z * less, z * z * variance))

    towards = ((_below(a), _above(b)), (_above(a), _below(b)))
    down, up = (together(*halves) for halves in towards)
    distance = a.estimate - b.estimate
    careful = together(*towards[distance < 0], less=min(0.0, covariance))
    return Difference(
        distance,
        sqrt(variance),
        max(-1.0, distance - down),
        min(1.0, distance + up),
        _p_value(abs(distance), careful / z),
    )


def _below(interval: Interval) -> float:
    assert interval.estimate is not None
    assert interval.low is not None
    return interval.estimate - interval.low


def _above(interval: Interval) -> float:
    assert interval.estimate is not None
    assert interval.high is not None
    return interval.high - interval.estimate


def _p_value(distance: float, error: float) -> float:
    """Two-sided, of a normal ``distance`` with the standard error ``error``."""
    if distance == 0:
        return 1.0
    return erfc(distance / error / sqrt(2)) if error else 0.0


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's adjusted p-values, in the order given: p_(i) becomes max over j ≤ i of min(1, (n − j + 1)·p_(j)).

    Calling those under α different makes any false alarm at all with a chance of at most α, whatever depends on what.
    Source: Holm 1979, Scandinavian Journal of Statistics 6(2), 65–70.
    """
    p = np.asarray(p_values, dtype=np.float64)
    order = np.argsort(p, kind="stable")
    stepped = np.minimum(1.0, p[order] * np.arange(len(p), 0, -1))
    adjusted = np.empty_like(p)
    adjusted[order] = np.maximum.accumulate(stepped)
    return [float(x) for x in adjusted]
