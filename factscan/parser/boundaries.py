"""Sentence starts of texts that come without: each token is judged in the middle of a window."""

import numpy as np
from numpy.typing import NDArray

from factscan.parser.graphs import Ints
from factscan.parser.network import Network

_THRESHOLD = 0.5


def find_starts(
    network: Network, window: int, orths: NDArray[np.uint64], starts: Ints, lengths: Ints
) -> NDArray[np.bool_]:
    """For each token whether it begins a sentence, in the texts that begin at ``starts``; the first always does.

    Windows overlap by half; of those that hold a token, the one counts in which it is nearest to the middle.
    """
    found = np.zeros(len(orths), dtype=bool)
    distance = np.full(len(orths), np.inf)
    for places, probabilities in network.start_probabilities(orths, *_windows(starts, lengths, window)):
        from_middle = np.abs(np.arange(places.shape[1]) - (places.shape[1] - 1) / 2)
        for place, probability in zip(places, probabilities, strict=True):
            nearer = from_middle < distance[place]
            distance[place[nearer]] = from_middle[nearer]
            found[place[nearer]] = probability[nearer] > _THRESHOLD
    found[starts] = True
    return found


def _windows(starts: Ints, lengths: Ints, window: int) -> tuple[Ints, Ints]:
    """Starts and lengths of the windows; the last of a text ends with it, as wide as the others."""
    wide = lengths > window
    sizes = np.minimum(lengths, window)
    firsts, widths = [starts[~wide]], [sizes[~wide]]
    for start, length in zip(starts[wide].tolist(), lengths[wide].tolist(), strict=True):
        last = start + length - window
        places = np.append(np.arange(start, last, window // 2), last)
        firsts.append(places)
        widths.append(np.full(len(places), window))
    return np.concatenate(firsts), np.concatenate(widths)
