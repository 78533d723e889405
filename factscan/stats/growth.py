"""Growth: the missing mass that a smaller corpus of the same kind would have, exactly."""

from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# exp of less is 0: prompts in more documents are known for certain.
_NEVER = -745.0
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Spectrum:
    """Mentions of a group, by the number k of units that state their prompts.

    ``units`` D, the units that grow: those of the whole corpus, or of the group · ``k`` ascending, flat ·
    ``mentions`` M_k, the group's mentions of prompts that exactly k units state · ``total`` N, all mentions of
    the group. Where only the group grows, prompts that others state are known anyway: they belong to N and to no M_k.
    """

    units: int
    k: NDArray[np.int64]
    mentions: Floats
    total: float

    @classmethod
    def of(cls, units: int, k: ArrayLike, mentions: ArrayLike, total: float | None = None) -> "Spectrum":
        """From one entry a k, in any order. ``total`` is the sum of ``mentions`` if None.

        ValueError when lengths differ, a k occurs twice or lies outside 1 … ``units``, or mentions are negative or
        exceed ``total``.
        """
        k_, mentions_ = np.asarray(k, dtype=np.int64), np.asarray(mentions, dtype=np.float64)
        if k_.ndim != 1 or k_.shape != mentions_.shape:
            raise ValueError(
                f"k and mentions must be flat and of one length, not {k_.shape}, {mentions_.shape}"
            )
        order = np.argsort(k_)
        k_, mentions_ = k_[order], mentions_[order]
        if len(k_) and (k_[0] < 1 or k_[-1] > units or (np.diff(k_) == 0).any()):
            raise ValueError(f"every k must occur once and lie between 1 and the {units} units")
        whole = float(mentions_.sum()) if total is None else float(total)
        if (mentions_ < 0).any() or mentions_.sum() > whole * (1 + 1e-9):
            raise ValueError("mentions must not be negative, nor exceed the total")
        return cls(units, k_, mentions_, whole)

    @property
    def missing_mass(self) -> float | None:
        """M_1/N, what the whole corpus misses; None without mentions."""
        if not self.total:
            return None
        return float(self.mentions[0]) / self.total if len(self.k) and self.k[0] == 1 else 0.0


def growth(spectrum: Spectrum, others: ArrayLike) -> Floats:
    """M(h): the missing mass that a unit would meet among ``others`` = h units of the other D − 1, for each h.

        M(h) = Σ_k (M_k/N) · Π_{j=0}^{k−2} (D − 1 − h − j) / (D − 1 − j)

    A mention stands in one unit; its prompt stands in k − 1 others. Draw h of the D − 1 others without putting
    back: none of the k − 1 is among them with the chance C(D−k, h) / C(D−1, h), which is the product. So it is the
    mean over all draws, no simulation of halves. M(0) = Σ M_k/N, M(D − 1) = M_1/N, and it falls all the way.
    h need not be whole: the product is its own interpolation, cut off at 0. Coleman 1981's random placement and
    rarefaction (Hurlbert 1971) are the same argument for species; for mentions derived here.

    Summed in logarithms, in blocks, until what is left is 0: k up to 10⁶ and D up to 10⁸ keep 12 digits.
    ValueError unless 0 ≤ h ≤ D − 1, or when there are no mentions.
    """
    h = np.asarray(others, dtype=np.float64)
    if not spectrum.total:
        raise ValueError("no mentions: the curve is undefined")
    if (h < 0).any() or (h > max(0, spectrum.units - 1)).any():
        raise ValueError(f"others must lie between 0 and {spectrum.units - 1}")
    values = [float(spectrum.mentions @ _unseen(spectrum, one)) / spectrum.total for one in h.ravel()]
    return np.array(values, dtype=np.float64).reshape(h.shape)


def _unseen(spectrum: Spectrum, h: float) -> Floats:
    """For each k, the chance that none of the k − 1 other units is among h of them."""
    others = spectrum.k - 1
    chance = np.where(others == 0, 1.0, 0.0)
    if h == 0:
        return np.ones_like(chance)
    before = 0.0
    for start in range(0, int(others.max(initial=0)), _BLOCK):
        left = spectrum.units - 1 - np.arange(start, min(start + _BLOCK, int(others.max())))
        with np.errstate(divide="ignore"):
            logs = before + np.cumsum(np.log1p(np.maximum(-h / left, -1.0)))
        inside = slice(*np.searchsorted(others, [start + 1, start + len(logs) + 1]))
        chance[inside] = np.exp(logs[others[inside] - 1 - start])
        before = float(logs[-1])
        if before < _NEVER or before == -inf:
            break
    return chance
