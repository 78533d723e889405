"""How alike two documents are, from their sketches: for many pairs at once."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy import sparse

from factscan.dedup.near import SKETCH

_CODES = 1 << 24


@dataclass(frozen=True, slots=True)
class Sketches:
    """The sketches of documents, one after another: document i has ``codes[starts[i]:starts[i + 1]]``.

    ``limits``: up to where a sketch holds all that there is; beyond all codes where it is the whole set.
    """

    codes: NDArray[np.int32]
    starts: NDArray[np.int32]
    limits: NDArray[np.int32]

    @classmethod
    def of(cls, sketches: pa.ListArray, shingles: NDArray[np.int64]) -> "Sketches":
        """From the columns ``sketch`` and ``shingles``. No sketch may be empty."""
        codes = sketches.flatten().to_numpy().astype(np.int32)
        offsets = sketches.offsets.to_numpy()
        starts = (offsets - offsets[0]).astype(np.int32)
        limits = np.where(shingles < SKETCH, _CODES, codes[starts[1:] - 1]).astype(np.int32)
        return cls(codes, starts, limits)

    def set(self) -> sparse.csr_matrix:
        """A row for each document, a column for each code."""
        ones = np.ones(len(self.codes), dtype=np.int8)
        matrix = sparse.csr_matrix((ones, self.codes, self.starts), shape=(len(self.limits), _CODES))
        matrix.has_canonical_format = True
        return matrix


def jaccard(left: Sketches, right: Sketches) -> NDArray[np.float64]:
    """The Jaccard similarity of the i-th document of ``left`` and the i-th of ``right``, estimated.

    Below the smaller limit θ of the two, both samples are whole, so J = |A ∩ B| / |A ∪ B| is taken there. It is exact
    if neither has a limit. (The theta sketch: Dasgupta, Lang, Rhodes, Thaler, *A framework for estimating stream
    expression cardinalities*, ICDT 2016.)
    """
    limits = np.minimum(left.limits, right.limits)
    common = left.set().multiply(right.set())
    shared = _below(common.indices, common.indptr, limits)
    each = _below(left.codes, left.starts, limits) + _below(right.codes, right.starts, limits)
    return shared / (each - shared)


def _below(
    codes: NDArray[np.int32], starts: NDArray[np.int32], limits: NDArray[np.int32]
) -> NDArray[np.int64]:
    """How many codes of each document are less than its limit."""
    below = codes < np.repeat(limits, np.diff(starts))
    total = np.concatenate(([0], np.cumsum(below)))
    return total[starts[1:]] - total[starts[:-1]]
