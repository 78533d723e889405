"""One figure in two corpora: how much it changed, where the two may share most of their documents."""

from dataclasses import dataclass
from math import erfc, sqrt

from factscan.stats.comparison import CrossSums, Difference, covariance
from factscan.stats.interval import LEVEL, Interval, quantile
from factscan.stats.unit_sums import UnitSums


@dataclass(frozen=True, slots=True)
class Tie:
    """What the estimates of a group in two corpora A and B have in common.

    ``a`` and ``b``: the sums of the group in each. ``cross``: over the units that are in both. ``apart_a`` and
    ``apart_b``: the share of the mentions that are in units of one corpus only, of the group's or of all, whichever is
    larger (in the scope ``mix`` what other groups state changes what is known); 1 where the same unit is not read in
    the same way in both. ``hits_a`` and ``hits_b``: what such units, of whatever group, are expected to take from or
    give to the units of the group, squared: φ(1 − φ)·Σ over d in the group, d' in the corpus, of o_dd'², φ the share of
    the corpus's units that are in it alone.
    """

    a: UnitSums
    b: UnitSums
    cross: CrossSums
    apart_a: float
    apart_b: float
    hits_a: float = 0.0
    hits_b: float = 0.0


def change(a: Interval, b: Interval, tie: Tie | None = None, *, level: float = LEVEL) -> Difference:
    """b − a of a share (missing mass or floor) in two corpora (derived here).

        d = b − a,   V = max( V_a + V_b − 2·Cov, H_a/N_a² + H_b/N_b² )
        low  = d − √( z²V + φ_b·e(b−l_b) + φ_a·e(h_a−a) ),   e(x) = x² − z²·V_b (or V_a)
        high = d + √( z²V + φ_b·e(h_b−b) + φ_a·e(a−l_a) ),   p = P(|normal| > |d|·z/half towards 0)

    ``tie`` tells the units that both corpora hold; None: they share none, or it is not known. Documents are three
    independent Poisson processes then: those of A alone, of B alone, of both. For functions f and g of such processes
    E δ(f)δ(g) = E Σ_d f_d·g_d + E Σ_{d≠d'} D_d'f_d · D_d g_d', and where f is of A and g of B, a term is not 0 only for
    units in both: it is ``covariance`` with those as the units of both groups,

        Cov = [ Σ_{d in both} (u_d − M·m_d)^A·(u_d − M·m_d)^B + Σ_{d≠d' in both} o_dd'^A·o_d'd^B ] / (N_A·N_B)

    so that V is the variance of the linearised difference itself, Σ_d δ_d² + 2·Σ Δ_dd'·Δ_d'd with δ_d = (u_d −
    M·m_d)^B/N_B − (u_d − M·m_d)^A/N_A: a unit that is the same in both and knows the same in both hardly counts. Where
    the same documents were read in two ways, m, u and o differ and the formula holds as it stands.

    The second V is for corpora that hardly differ: a document that only one of them has may happen to state nothing
    that one document of the other states alone, and nothing of the group changes; but it makes some prompts known,
    which lowers the mass that is missing. H (``hits``) says how much that comes to in most cases. Without it, intervals
    of the domains held the truth in .59 where one document of 300 was replaced (``benchmarks/changing.py``).

    The halves of the two intervals beyond their z²V, which hold near 0 and 1 (``clustered_interval``), enter as far as
    the corpora are ``apart`` (φ): what they share cannot part them. φ = 1 and Cov = 0 give ``difference`` of
    independent shares (Zou and Donner 2008). Unlike there the p-value takes all of the covariance: it comes from all
    units in both, and from the very pairs that V_a and V_b have, not from a few.

    Undefined where either interval is; all shares equal in units that are all the same give 0, exactly.
    """
    reason = a.reason or b.reason
    if reason or a.estimate is None or b.estimate is None:
        return Difference(None, None, None, None, None, reason=reason)
    z = quantile(level)
    variance_a, variance_b = _variances(a, b, tie, z)
    apart_a, apart_b = (tie.apart_a, tie.apart_b) if tie else (1.0, 1.0)
    shared = covariance(tie.a, tie.b, tie.cross) if tie else 0.0
    variance = max(_hits(tie), variance_a + variance_b - 2 * shared)

    def half(of_b: float, of_a: float) -> float:
        beyond = apart_b * (of_b**2 - z * z * variance_b) + apart_a * (of_a**2 - z * z * variance_a)
        return sqrt(z * z * variance + max(0.0, beyond))

    (a_low, a_is, a_high), (b_low, b_is, b_high) = a.ends, b.ends
    distance = b_is - a_is
    down, up = half(b_is - b_low, a_high - a_is), half(b_high - b_is, a_is - a_low)
    towards = down if distance > 0 else up
    return Difference(
        distance,
        sqrt(variance),
        max(-1.0, distance - down),
        min(1.0, distance + up),
        _p_value(abs(distance), towards / z),
    )


def _variances(a: Interval, b: Interval, tie: Tie | None, z: float) -> tuple[float, float]:
    """Of the two shares; without their sums, as if the intervals were z standard errors on either side."""
    if tie is None:
        return _of_interval(a, z), _of_interval(b, z)
    return _of_sums(tie.a), _of_sums(tie.b)


def _of_interval(interval: Interval, z: float) -> float:
    low, _, high = interval.ends
    return ((high - low) / (2 * z)) ** 2


def _of_sums(sums: UnitSums) -> float:
    return (sums.variance or 0.0) / max(1.0, sums.mentions) ** 2


def _hits(tie: Tie | None) -> float:
    if tie is None:
        return 0.0
    return tie.hits_a / max(1.0, tie.a.mentions) ** 2 + tie.hits_b / max(1.0, tie.b.mentions) ** 2


def _p_value(distance: float, error: float) -> float:
    """Two-sided, of a normal ``distance`` with the standard error ``error``."""
    if distance == 0:
        return 1.0
    return erfc(distance / error / sqrt(2)) if error else 0.0
