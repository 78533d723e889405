"""Which pairs of minhashes are looked at: those that agree in a whole band.

A minhash of P values is cut into b bands of r values. Documents of Jaccard similarity J agree in one value with
probability J, in a band with J^r, and become a candidate pair if they agree in any band:

    p(J) = 1 − (1 − J^r)^b

the s-curve of locality-sensitive hashing (Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, 3.4). A larger r
makes it steeper: fewer pairs below the threshold to look at, but more of those above it missed.
"""

from dataclasses import dataclass

RECALL = 0.98
"""Of the pairs that lie at the threshold itself, the share that must become candidates. Above it the share rises."""


@dataclass(frozen=True, slots=True)
class Bands:
    """``count`` bands of ``rows`` values each."""

    count: int
    rows: int

    def recall(self, jaccard: float) -> float:
        """p(J): the share of the pairs of this similarity that become candidates."""
        return float(1 - (1 - jaccard**self.rows) ** self.count)


def choose_bands(threshold: float, permutations: int) -> Bands:
    """The steepest bands that find ``RECALL`` of the pairs at the threshold.

    Where no bands do (a low threshold, few permutations) bands of one value find the most.
    """
    for rows in range(permutations, 1, -1):
        bands = Bands(permutations // rows, rows)
        if bands.recall(threshold) >= RECALL:
            return bands
    return Bands(permutations, 1)
