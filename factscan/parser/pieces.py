"""Cutting what is too long for one arc matrix."""

import numpy as np

from factscan.parser.graphs import Ints

LONGEST = 200
_SHORTEST = 100


def cut_long(
    starts: Ints, lengths: Ints, stops: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> tuple[Ints, Ints]:
    """Starts and lengths of pieces of at most ``LONGEST`` tokens, in text order.

    A piece ends after the last of its tokens that ``stops`` marks, if that leaves it half its length.
    """
    if not (lengths > LONGEST).any():
        return starts, lengths
    pieces: list[tuple[int, int]] = []
    for start, length in zip(starts.tolist(), lengths.tolist(), strict=True):
        at, end = start, start + length
        while end - at > LONGEST:
            marks = np.flatnonzero(stops[at + _SHORTEST : at + LONGEST])
            size = _SHORTEST + int(marks[-1]) + 1 if len(marks) else LONGEST
            pieces.append((at, size))
            at += size
        pieces.append((at, end - at))
    table = np.array(pieces, dtype=np.int64)
    return table[:, 0], table[:, 1]
