"""How sure a mention is: by its construction, by how its subject was resolved, and by the arcs of the parse it uses."""

from collections.abc import Iterable

from factscan.extract.syntax.parse import Parse

DOUBTFUL = "doubtful"
"""The flag of mentions that are too unsure to be counted."""

LEAST = 0.6
"""The least confidence of a mention that is counted."""

# How often mentions are right, by labelled passages and by samples judged by reading: with a competitor of the subject
# in sight three in four of what is right without one; with arcs of a probability p about p ** .2 of what is right with
# certain ones (.87 at .5, .98 at .9).
_LIKELY = 0.77
_OF_ARCS = 0.2


def confidence(construction: float, parse: Parse, tokens: Iterable[int], *, certain: bool) -> float:
    """The odds that a mention is right.

    ``construction``: a rule's grade of its construction, from 0 to 1; ``tokens``: those whose arcs the mention rests
    on; ``certain``: whether its names and pronouns were resolved without a competitor in sight.
    """
    arcs = 1.0 if parse.certainty is None else min((parse.certainty[t] for t in tokens), default=1.0)
    sure: float = (1 + construction) / 2 * (1.0 if certain else _LIKELY) * arcs**_OF_ARCS
    return round(sure, 3)
