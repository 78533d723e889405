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

# Whether it matters that the parser halves its mind over words that state a relation depends on the arc. A circumstance
# or a relative clause that may hang elsewhere speaks of something else there; whether a place belongs to the verb or to
# its object is often one and the same. Of the 31 facts of 600 open documents that fall below these odds 20 were wrong
# by reading; of the 17 not seen when the odds were chosen 7, where about one fact in four is: a mild sieve.
_LEAST_ARC = {
    "advcl": 0.55,
    "advcl:relcl": 0.55,
    "acl:relcl": 0.5,
    "nsubj": 0.5,
    "nsubj:pass": 0.5,
    "parataxis": 0.5,
}


def confidence(
    construction: float, parse: Parse, tokens: Iterable[int], *, certain: bool, stating: Iterable[int] = ()
) -> float:
    """The odds that a mention is right; none where the words ``stating`` the relation may well hang elsewhere.

    ``construction``: a rule's grade of its construction, from 0 to 1; ``tokens``: those whose arcs the mention rests
    on; ``certain``: whether its names and pronouns were resolved without a competitor in sight.
    """
    if parse.certainty is not None and any(_is_loose(parse, t, parse.certainty[t]) for t in stating):
        return 0.0
    arcs = 1.0 if parse.certainty is None else min((parse.certainty[t] for t in tokens), default=1.0)
    sure: float = (1 + construction) / 2 * (1.0 if certain else _LIKELY) * arcs**_OF_ARCS
    return round(sure, 3)


def _is_loose(parse: Parse, token: int, certainty: float) -> bool:
    return certainty < _LEAST_ARC.get(parse.labels[token], 0.0)
