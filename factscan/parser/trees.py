"""From scores of arcs to trees with one root.

``arcs[.., i, 0]`` is the log-probability that token i is the root, ``arcs[.., i, j + 1]`` that token j is its head.
Heads are given as these columns: 0 is the root.
"""

import numpy as np
from numpy.typing import NDArray

from factscan.parser.graphs import Floats, Ints

_RULED_OUT = -1e4  # still better than no arc at all


def best_trees(arcs: Floats) -> Ints:
    """The heads [B, T] of a batch of sentences; writes on the diagonal of ``arcs``.

    The best head of every token, unless they form no tree: then the tree of the highest sum.
    """
    _, length, _ = arcs.shape
    inside = np.arange(length)
    arcs[:, inside, inside + 1] = -np.inf
    heads: Ints = arcs.argmax(axis=2)
    for sentence in np.flatnonzero(~are_trees(heads)).tolist():
        heads[sentence] = maximum_tree(arcs[sentence])
    return heads


def are_trees(heads: Ints) -> NDArray[np.bool_]:
    """For each row of heads [B, T] whether it is a tree with one root: as many steps as log T."""
    count, length = heads.shape
    above = np.zeros((count, length + 1), dtype=heads.dtype)
    above[:, 1:] = heads
    for _ in range(length.bit_length()):
        above = np.take_along_axis(above, above, axis=1)
    result: NDArray[np.bool_] = ~above.any(axis=1) & ((heads == 0).sum(axis=1) == 1)
    return result


def maximum_tree(arcs: Floats) -> Ints:
    """The heads [T] of the spanning tree of the highest sum (Chu and Liu 1965, Edmonds 1967).

    Where that has several roots, the best tree that has one of them alone.
    """
    length = len(arcs)
    scores = np.full((length + 1, length + 1), -np.inf)
    scores[1:] = np.maximum(arcs, _RULED_OUT)
    np.fill_diagonal(scores, -np.inf)
    heads = _arborescence(scores)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        trees = [_arborescence(_rooted(scores, root)) for root in roots.tolist()]
        heads = max(trees, key=lambda tree: scores[1:][np.arange(length), tree[1:]].sum())
    return heads[1:]


def _rooted(scores: NDArray[np.float64], root: int) -> NDArray[np.float64]:
    """The scores with a token as the only root."""
    changed = scores.copy()
    changed[1:, 0] = -np.inf
    changed[root] = -np.inf
    changed[root, 0] = scores[root, 0]
    return changed


def _arborescence(scores: NDArray[np.float64]) -> Ints:
    """The best head of every node (node 0 is the root and its own): cycles are contracted until there is none."""
    levels = []
    heads = _greedy(scores)
    while (cycle := _cycle(heads)) is not None:
        inner = np.zeros(len(heads), dtype=bool)
        inner[cycle] = True
        outer = np.flatnonzero(~inner)
        entering = scores[cycle][:, outer] - scores[cycle, heads[cycle]][:, None]
        leaving = scores[outer][:, cycle]
        levels.append((heads, cycle, outer, entering, leaving))
        size = len(outer) + 1
        smaller = np.full(
            (size, size), -np.inf
        )  # the cycle is the last node: entering it costs the arc it breaks
        smaller[:-1, :-1] = scores[outer][:, outer]
        smaller[:-1, -1] = leaving.max(axis=1)
        smaller[-1, :-1] = entering.max(axis=0)
        scores, heads = smaller, _greedy(smaller)
    for former, cycle, outer, entering, leaving in reversed(levels):
        heads = _expanded(heads, former, cycle, outer, entering, leaving)
    return heads


def _greedy(scores: NDArray[np.float64]) -> Ints:
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    return heads


def _cycle(heads: Ints) -> Ints | None:
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    looped = np.flatnonzero(above)
    if not len(looped):
        return None
    first = at = int(above[looped[0]])
    cycle = []
    while True:
        cycle.append(at)
        at = int(heads[at])
        if at == first:
            return np.array(cycle)


def _expanded(
    heads: Ints,
    former: Ints,
    cycle: Ints,
    outer: Ints,
    entering: NDArray[np.float64],
    leaving: NDArray[np.float64],
) -> Ints:
    """The heads of the larger graph from those of the one in which ``cycle`` is the last node."""
    last = len(outer)
    whole = former.copy()  # right for the cycle, but where it is entered
    from_cycle = cycle[leaving.argmax(axis=1)]
    whole[outer] = np.where(heads[:-1] == last, from_cycle, outer[np.minimum(heads[:-1], last - 1)])
    source = int(heads[-1])
    whole[cycle[entering[:, source].argmax()]] = outer[source]
    whole[0] = 0
    return whole
