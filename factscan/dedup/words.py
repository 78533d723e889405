"""The words of a text as 64-bit hashes, in bulk: no step of Python for a word or a character.

A word is a run of letters, marks and digits; in scripts written without spaces every sign is a word. A word's hash is a
polynomial of its code points, read off one running sum over the text:

    S(i) = Σ_{j<i} c(j)·B^j,   hash(start, end) = mix((S(end) − S(start))·B^−start)   mod 2^64
"""

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_GAP, _LETTER, _SIGN = 0, 1, 2
_LAST = 0x20000  # all code points from here on are ideographs
# Thai, Lao; Tibetan; Myanmar; Khmer; kana; ideographs (old and new). Hangul is written with spaces.
_WITHOUT_SPACES = (
    (0x0E00, 0x0F00),
    (0x0F00, 0x1000),
    (0x1000, 0x10A0),
    (0x1780, 0x1800),
    (0x3040, 0x3100),
    (0x31F0, 0x3200),
    (0x3400, 0xA000),
    (0xF900, 0xFB00),
    (_LAST, _LAST + 1),
)
_BASE = 0x9E3779B97F4A7C15
_WIDTH = 1 << 64


def word_hashes(text: str) -> Hashes:
    """The hashes of the words of a text in its order. The text is taken as it is: normalise it first."""
    if not text:
        return np.empty(0, dtype=np.uint64)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    kinds = _kinds().take(codes, mode="clip")
    edges = np.flatnonzero((kinds[1:] != kinds[:-1]) | (kinds[1:] == _SIGN)) + 1
    bounds = np.concatenate(([0], edges, [len(codes)]))
    is_word = kinds[bounds[:-1]] != _GAP
    starts, ends = bounds[:-1][is_word], bounds[1:][is_word]
    powers, inverses = _powers(1 << len(codes).bit_length())
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(codes * powers[: len(codes)], out=sums[1:])
    return mix((sums[ends] - sums[starts]) * inverses[starts])


def mix(hashes: Hashes) -> Hashes:
    """Spread every bit over all 64 (the finaliser of MurmurHash3, a bijection)."""
    hashes = hashes ^ (hashes >> np.uint64(33))
    hashes *= np.uint64(0xFF51AFD7ED558CCD)
    hashes ^= hashes >> np.uint64(33)
    hashes *= np.uint64(0xC4CEB9FE1A85EC53)
    hashes ^= hashes >> np.uint64(33)
    return hashes


@cache
def _kinds() -> NDArray[np.uint8]:
    """What each code point is to a word: a gap, a letter of it, or a word by itself."""
    kinds = np.array(
        [_LETTER if unicodedata.category(chr(code))[0] in "LMN" else _GAP for code in range(_LAST + 1)],
        dtype=np.uint8,
    )
    for first, end in _WITHOUT_SPACES:
        kinds[first:end] *= _SIGN
    return kinds


@cache
def _powers(length: int) -> tuple[Hashes, Hashes]:
    """B^0, B^1, … and their inverses modulo 2^64."""
    return _progression(_BASE, length), _progression(pow(_BASE, -1, _WIDTH), length)


def _progression(factor: int, length: int) -> Hashes:
    factors = np.full(length, factor, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)
