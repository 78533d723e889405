"""Seven sums over the units of a group: all that the missing mass and its interval need.

They add up over disjoint parts of the units, and SQL can compute them where the rows are, so that a group of
10⁸ documents comes down to seven numbers.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True)
class UnitSums:
    """Sums over the units d of a group; m_d are its mentions, u_d those (or the weight of those) counted.

    ``units`` units with m_d > 0 · ``mentions`` N = Σ m · ``counted`` A = Σ u · ``mm`` = Σ m² · ``mu`` = Σ
    m·u · ``uu`` = Σ u² · ``pairs`` = Σ over d < d' of o_dd'·o_d'd, o_dd' being the mentions (or their
    weight) in d of prompts found in exactly the units d and d', summed over such prompts before
    multiplying · ``cc`` = Σ c², c the mentions of one prompt in one unit: used when A = 0 only; ``None``:
    unknown · ``design``: what sampling the prompts put into ``uu`` (``factscan.stats.sampling``),
    ``extra`` what it adds to the variance of A besides, ``clump`` the squares of what it draws at once.
    """

    units: int
    mentions: float
    counted: float
    mm: float
    mu: float
    uu: float
    pairs: float = 0.0
    cc: float | None = None
    design: float = 0.0
    extra: float = 0.0
    clump: float = 0.0

    @classmethod
    def of(
        cls,
        m: ArrayLike,
        u: ArrayLike,
        o_ab: ArrayLike = (),
        o_ba: ArrayLike = (),
        *,
        cc: float | None = None,
    ) -> "UnitSums":
        """The sums of ``m`` and ``u``, one entry a unit, and of ``o_ab`` and ``o_ba``, one entry a pair.

        ValueError when lengths differ, or when a unit counts more than its mentions or less than none.
        """
        m_, u_ = _same_length(m, u, "m", "u")
        ab, ba = _same_length(o_ab, o_ba, "o_ab", "o_ba")
        # Weighted u are sums of floats: they may exceed m by rounding.
        if (u_ < 0).any() or (u_ > m_ * (1 + 1e-9)).any():
            raise ValueError("u must lie between 0 and m in every unit")
        return cls(
            units=int(np.count_nonzero(m_ > 0)),
            mentions=float(m_.sum()),
            counted=float(u_.sum()),
            mm=float(m_ @ m_),
            mu=float(m_ @ u_),
            uu=float(u_ @ u_),
            pairs=float(ab @ ba),
            cc=cc,
        )

    @property
    def n_eff(self) -> float | None:
        """Effective number of units N²/Σm²: as many units of equal size would tell as much. None if N = 0.

        Under 40 the intervals are rough: warn.
        """
        return self.mentions**2 / self.mm if self.mm else None

    @property
    def rest(self) -> float:
        """N − A: what is not counted."""
        return max(0.0, self.mentions - self.counted)

    @property
    def variance(self) -> float | None:
        """Estimated variance of A = Σ u, document-clustered Esty (derived here). None if N = 0.

            V = Σ_d (u_d − (A/N)·m_d)² + 2·Σ_{d<d'} o_dd'·o_d'd

        In mentions squared; V/N² is the variance of A/N about the missing mass. Assumes that the units are
        independent draws, in a number that is itself Poisson; nothing about what is inside a unit. (The
        squared error of Σ_d g(x_d, others) against its expectation over a new unit is, by Mecke's formula,
        E Σ g² + E Σ_{d≠d'} D_d' g_d · D_d g_d', where D_d' g_d is what d loses when d' comes: the prompts in
        exactly these two. The ratio to N turns g into g − M·m, and leaves D as it is.) One mention a unit
        gives f1(1 − f1/N) + 2·f2: Esty 1983, The Annals of Statistics 11(3), 905–912.
        """
        if not self.mentions:
            return None
        share = self.counted / self.mentions
        residual = self.uu - 2 * share * self.mu + share**2 * self.mm
        return max(0.0, max(0.0, residual) + 2 * self.pairs + self.extra)

    @property
    def burst(self) -> float:
        """b = Σu²/Σu: what the unit of a counted mention counts. At A = 0: Σc²/Σc, else the bound Σm²/Σm."""
        if self.counted > 0:
            return max(self.uu, self.clump) / self.counted
        if not self.mentions:
            return 0.0
        return (self.mm if self.cc is None else self.cc) / self.mentions

    @property
    def rest_burst(self) -> float:
        """b' = Σ(m−u)²/Σ(m−u): the same for what is not counted. At A = N: Σm²/N.

        In a sample, A and the squares err apart, so that their ratio may be anything near A = N: no more than
        Σm²/N there.
        """
        if not self.mentions:
            return 0.0
        edge = self.mm / self.mentions
        if self.counted >= self.mentions:
            return edge
        burst = max(0.0, self.mm - 2 * self.mu + self.uu - self.design) / self.rest
        return min(burst, edge) if self.design else burst

    @property
    def edge_above(self) -> float:
        """b·(1 − M)², M = A/N: what ``clustered_interval`` adds above, in full where hardly anything counts."""
        return self.burst * (self.rest / self.mentions) ** 2 if self.mentions else 0.0

    @property
    def edge_below(self) -> float:
        """b'·M²: what ``clustered_interval`` adds below, in full where nearly everything counts."""
        return self.rest_burst * (self.counted / self.mentions) ** 2 if self.mentions else 0.0


def _same_length(
    a: ArrayLike, b: ArrayLike, a_name: str, b_name: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    a_, b_ = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if a_.ndim != 1 or a_.shape != b_.shape:
        raise ValueError(
            f"{a_name} and {b_name} must be flat and of one length, not {a_.shape} and {b_.shape}"
        )
    return a_, b_
