"""Batches of sentences of one length: without padding, a sentence's results can't depend on its company."""

from collections.abc import Iterator

import numpy as np

from factscan.parser.graphs import Ints

_TOKENS = 1_024  # larger batches leave the caches of a core
_ARCS = 100_000


def batches(starts: Ints, lengths: Ints) -> Iterator[Ints]:
    """The positions of the tokens of each batch, [sentences, length], for sentences that lie in one array.

    No sentence may be empty.
    """
    order = np.argsort(lengths, kind="stable")
    ordered = lengths[order]
    edges = np.flatnonzero(np.diff(ordered, prepend=-1, append=-1))
    for first, after in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        length = int(ordered[first])
        size = max(1, min(_TOKENS // length, _ARCS // length**2))
        inside = np.arange(length)
        for at in range(first, after, size):
            yield starts[order[at : min(at + size, after)], None] + inside
