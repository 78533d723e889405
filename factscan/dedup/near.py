"""Near-duplicates: what is kept of a document so that the build can tell how much it shares with another.

The likeness of two documents is the Jaccard similarity J = |A ∩ B| / |A ∪ B| of their sets of shingles (k words in a
row). A signature holds two samples of that set. The *minhash* (datasketch) proposes pairs: its values agree with
probability J. The *sketch* judges them: the smallest hashes of the set, which tell J exactly where they are the whole
set, else with a standard error of √(J(1−J)/1024), .0125 at J = .8.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from factscan.dedup.exact import normalised
from factscan.dedup.words import Hashes, mix, word_hashes
from factscan.errors import UsageError

if TYPE_CHECKING:
    from datasketch import MinHash

THRESHOLD = 0.8
"""Jaccard similarity from which on two documents are near-duplicates, unless one chooses another."""

SKETCH = 1024
"""Hashes in a sketch, at most."""

_BLOCK = 1 << 16  # characters: the arrays of a block stay in the processor's cache
_CHUNK = 1 << 10  # shingles that are permuted at once, for the same reason
_MANTISSA = 18
_FACTOR = np.uint64(0xD1342543DE82EF95)

Number = TypeVar("Number", np.uint32, np.uint64)


@dataclass(frozen=True, slots=True)
class NearOptions:
    """``shingle`` words in a row are compared; ``permutations`` is the length of a minhash.

    Raises:
        UsageError: out of the range in which they make sense.
    """

    shingle: int = 5
    permutations: int = 128

    def __post_init__(self) -> None:
        _check("shingle (words that are compared as one)", self.shingle, 1, 100)
        _check("permutations (values of a minhash)", self.permutations, 16, 1024)


def check_threshold(jaccard: float) -> float:
    """The threshold itself. Below .2 half of all text would be copies of the other half.

    Raises:
        UsageError: it is no share of common shingles that makes sense.
    """
    _check("threshold (Jaccard similarity)", jaccard, 0.2, 1)
    return jaccard


def _check(name: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise UsageError(f"near-duplicates: {name} is between {least} and {most}, not {value}")


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a document.

    ``shingles``: how many distinct ones there are, estimated from ``SKETCH`` on (standard error 3 %). ``minhash``:
    little-endian uint32s. ``sketch``: sorted codes of the smallest hashes (``_codes``); it is the whole set where there
    are fewer than ``SKETCH`` shingles. A text without words has no shingles, and is like no other.
    """

    shingles: int
    minhash: bytes
    sketch: NDArray[np.uint32]


class Signer:
    """Makes signatures: the same for a text on every machine, whatever its case and white space."""

    def __init__(self, options: NearOptions) -> None:
        self._shingle = options.shingle
        self._permutations = options.permutations

    @cached_property
    def _minhash(self) -> "MinHash":
        from datasketch import MinHash  # a third of a second, which who signs nothing is spared

        # update_batch() calls hashfunc for every item: one item that is an array of hashes goes through in bulk.
        return MinHash(num_perm=self._permutations, scheme="affine32", hashfunc=_unchanged)

    def sign(self, text: str) -> Signature:
        """The signature of a text, in memory that does not grow with it."""
        self._minhash.clear()
        smallest = np.empty(0, dtype=np.uint64)
        for hashes in self._shingles(text):
            distinct = _distinct(np.sort(hashes))
            self._permute(distinct)
            distinct = distinct[:SKETCH]
            if len(smallest):
                distinct = _distinct(np.sort(np.concatenate((smallest, distinct))))[:SKETCH]
            smallest = distinct
        return Signature(
            _estimated_size(smallest), self._minhash.digest().astype("<u4").tobytes(), _codes(smallest)
        )

    def _permute(self, hashes: Hashes) -> None:
        # the low bits: they stay random among the smallest hashes, which the sketch takes
        low = hashes.astype(np.uint32)
        for start in range(0, len(low), _CHUNK):
            self._minhash.update_batch([low[start : start + _CHUNK]])

    def _shingles(self, text: str) -> Iterator[Hashes]:
        """The hashes of a text's shingles, block by block; a text shorter than one shingle is one."""
        last = np.empty(0, dtype=np.uint64)
        whole = False
        for block in normalised(text, _BLOCK):
            words = np.concatenate((last, word_hashes(block)))
            if len(words) >= self._shingle:
                whole = True
                yield self._combined(words, self._shingle)
            last = words[-(self._shingle - 1) :] if self._shingle > 1 else last
        if len(last) and not whole:
            yield self._combined(last, len(last))

    def _combined(self, words: Hashes, length: int) -> Hashes:
        """The hashes of all runs of ``length`` words."""
        count = len(words) - length + 1
        total = words[:count].copy()
        for place in range(1, length):
            total *= _FACTOR
            total += words[place : place + count]
        return mix(total)


def _unchanged(hashes: Hashes) -> Hashes:
    return hashes


def _estimated_size(smallest: Hashes) -> int:
    """How many distinct shingles there are: (s − 1)/u, u the s-th smallest hash as a fraction of all."""
    if len(smallest) < SKETCH:
        return len(smallest)
    return max(SKETCH, ((SKETCH - 1) << 64) // int(smallest[-1]))


def _codes(hashes: Hashes) -> NDArray[np.uint32]:
    """Hashes in 24 bits, in their order: as floating numbers, 6 bits of exponent and 18 of mantissa.

    The smallest hashes of a long document lie close together; a fixed number of leading bits would call them equal.
    With a floating point two different hashes of two sketches are taken for one in 1 of 500 cases, at any length.
    """
    numbers = ((hashes >> np.uint64(11)) | np.uint64(1)).astype(np.float64)  # 53 bits: exact
    bits = numbers.view(np.uint64) >> np.uint64(52 - _MANTISSA)
    return _distinct((bits - np.uint64(1023 << _MANTISSA)).astype(np.uint32))


def _distinct(ordered: NDArray[Number]) -> NDArray[Number]:
    """Sorted numbers, each once. (``numpy.unique`` takes four times as long for a few hundred.)"""
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]]
