"""The interval that every estimate is given as, and the shape it takes near 0 and near 1."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the two ends of its interval; ``None`` where there is none, and why.

    A share of mentions, so all three lie in [0, 1] and ``low <= estimate <= high``. ``reason`` is empty for
    an ordinary interval; otherwise it says in words what is undefined (``None``) or unknown (0 to 1).
    """

    estimate: float | None
    low: float | None
    high: float | None
    reason: str = ""

    @property
    def ends(self) -> tuple[float, float, float]:
        """Low, estimate and high of an interval that is defined."""
        assert self.low is not None
        assert self.estimate is not None
        assert self.high is not None
        return self.low, self.estimate, self.high


def quantile(level: float) -> float:
    """z with a standard normal inside ±z at chance ``level``: 1.96 for .95."""
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not at {level}")
    return NormalDist().inv_cdf((1 + level) / 2)


def clustered_interval(
    total: float,
    mentions: float,
    variance: float,
    edge_above: float,
    edge_below: float,
    level: float = LEVEL,
) -> Interval:
    """Interval of the share ``total / mentions`` that keeps its width at the edges (derived here).

        [ A − e' − z·√(V + 2e'²),  A + e + z·√(V + 2e²) ] / N,   clipped to [0, 1]
        e = b·(1 − M)²,   e' = b'·M²,   M = A/N

    ``total`` A and ``mentions`` N in mentions; ``variance`` V the estimated variance of A, in mentions
    squared; ``edge_above`` e and ``edge_below`` e' from the bursts b, the mentions that one more unit would bring
    to A at a time, and b', those that one more unit would take from it (``UnitSums``). At A = 0 it ends at
    (1 + z√2)·b, 3.77·b for .95, where an exact Poisson interval ends at 3.69·b. Far from an edge e and e' must
    vanish: there V tells how unsure A is, and b and b' in full (as one would write first) hold the truth in up to
    99 % of corpora. The squares were chosen by simulation (``benchmarks/coverage.py``) among the powers 0, 1, 1.5
    and 2. The 2 under the root suits .95; at .99 it is short of the exact Poisson end (4.64·b against 5.30·b).
    """
    z = quantile(level)
    low = total - edge_below - z * sqrt(variance + 2 * edge_below**2)
    high = total + edge_above + z * sqrt(variance + 2 * edge_above**2)
    return Interval(_share(total, mentions), _share(low, mentions), _share(high, mentions))


def _share(count: float, mentions: float) -> float:
    return min(1.0, max(0.0, count / mentions))
