"""The frequency spectrum: how many names were seen once, twice, …, which is all that these estimators need."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

LARGEST = 2**53
"""Counts above this are refused: from here on a float, and so every formula, can no longer tell k from k + 1."""

_FEWEST_PLACES, _MOST_PLACES = 1 << 10, 1 << 16


@dataclass(frozen=True, eq=False)
class FrequencySpectrum:
    """Frequencies of frequencies: ``fs[i]`` names were seen exactly ``ks[i]`` times each.

    ``ks`` ascend and are at least 1, ``fs`` are at least 1; both are int64 of one length, which is all the memory
    and (for most estimators) all the time that an estimate costs, however many mentions there are. Make it with
    ``from_counts``, ``from_pairs`` or ``from_names``, which check. For incidence data k is the number of sampling
    units that a name was found in.
    """

    ks: Ints
    fs: Ints

    @classmethod
    def from_counts(cls, counts: npt.ArrayLike) -> "FrequencySpectrum":
        """From one count a name, in any order; zeros are names that were not seen and are left out.

        Raises:
            ValueError: a count is negative, not whole, or above 2^53.
        """
        numbers = _whole(counts, "count")
        # Counting into places is faster than sorting, unless there are more places than counts to fill them.
        dense = min(_MOST_PLACES, max(_FEWEST_PLACES, numbers.size // 8))
        large = numbers >= dense
        places = np.bincount(numbers[~large])
        ks = np.flatnonzero(places)
        ks = ks[ks > 0]
        many, times = np.unique(numbers[large], return_counts=True)
        return cls(np.concatenate([ks, many]), np.concatenate([places[ks], times]))

    @classmethod
    def from_pairs(cls, ks: npt.ArrayLike, fs: npt.ArrayLike) -> "FrequencySpectrum":
        """From pairs k, f_k in any order; the f_k of a k that comes twice are added, and pairs with f_k = 0 left out.

        Raises:
            ValueError: the lengths differ, a k is below 1, or a number is negative, not whole, or above 2^53.
        """
        keys, values = _whole(ks, "k"), _whole(fs, "f_k")
        if keys.shape != values.shape:
            raise ValueError(f"{keys.size} values of k and {values.size} of f_k")
        if keys.size and keys.min() < 1:
            raise ValueError("k starts at 1: names that were never seen are not counted")
        distinct, place = np.unique(keys, return_inverse=True)
        total = np.zeros(distinct.size, np.int64)
        np.add.at(total, place, values)
        kept = total > 0
        return cls(distinct[kept], total[kept])

    @classmethod
    def from_names(cls, names: Iterable[Any]) -> "FrequencySpectrum":
        """From one name a mention, in any order; memory grows with the distinct names."""
        return cls.from_counts(list(Counter(names).values()))

    @cached_property
    def n(self) -> int:
        """Mentions: Σ k·f_k, exactly."""
        return sum(k * f for k, f in zip(self.ks.tolist(), self.fs.tolist(), strict=True))

    @cached_property
    def observed(self) -> int:
        """Distinct names: Σ f_k."""
        return int(self.fs.sum())

    @property
    def largest(self) -> int:
        """The count of the most frequent name; 0 without any."""
        return int(self.ks[-1]) if self.ks.size else 0

    def f(self, k: int) -> int:
        """How many names were seen exactly ``k`` times."""
        place = int(np.searchsorted(self.ks, k))
        return int(self.fs[place]) if place < self.ks.size and self.ks[place] == k else 0

    @cached_property
    def k(self) -> Floats:
        """``ks`` as floats, for formulas."""
        return self.ks.astype(np.float64)

    @cached_property
    def fk(self) -> Floats:
        """``fs`` as floats, for formulas."""
        return self.fs.astype(np.float64)


def _whole(numbers: npt.ArrayLike, what: str) -> Ints:
    array = np.asarray(numbers).reshape(-1)
    if array.size == 0:
        return np.zeros(0, np.int64)
    if array.dtype.kind not in "iuf" or (array.dtype.kind == "f" and not (array == np.floor(array)).all()):
        raise ValueError(f"every {what} must be a whole number")
    if array.min() < 0:
        raise ValueError(f"a negative {what}: {array.min()}")
    if array.max() > LARGEST:
        raise ValueError(f"a {what} above 2^53: {array.max()}")
    return array.astype(np.int64, copy=False)
