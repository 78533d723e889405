"""Adjectives that a parser took for verbs: "spread to neighbouring Siberia", "sells prepaid cards"."""

from factscan.extract.syntax.list_repairs import is_below

_DESCRIBING = frozenset(
    """neighbouring neighboring surrounding existing remaining outlying outstanding adjoining underlying prevailing
    corresponding upcoming ongoing overlying opposing emerging forthcoming incoming outgoing participating competing
    preexisting pre-existing prepaid pre-paid postpaid unpaid paid-for prerecorded pre-recorded refurbished handheld
    handmade hand-made""".split()
)
"""Participles that are no verbs before nouns, unless a determiner stands between: "by surrounding the town"."""

_VERBAL = frozenset({"VBG", "VBN", "VBD", "VBP", "VB", "NN"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_PARTS_OF_PHRASE = frozenset({"compound", "amod", "nummod", "flat", "punct", "cc", "conj"})
_BEGINNINGS = frozenset({"mark", "case", "det", "cc", "amod", "punct"})
_CLAUSES = frozenset({"advcl", "acl", "xcomp", "ccomp", "obl"})
_NO_GOVERNORS = frozenset({"aux", "aux:pass", "cop", "amod", "compound"})
_GOES_ALONG = frozenset({"conj", "appos", "nmod", "acl", "acl:relcl"})
_LONGEST = 6


def repair_participles(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]
) -> None:
    """Make adjectives of them, and hang the noun where the verb hung; in place."""
    for i, word in enumerate(lower):
        if pos[i] != "VERB" or tags[i] not in _VERBAL:
            continue
        listed = _is_out_of_tense(heads, labels, pos, tags, i)
        if word in _DESCRIBING or listed:
            noun = _noun_after(heads, labels, pos, i)
            if noun is not None and not (listed and pos[noun] == "PROPN"):
                _make_adjective(heads, labels, pos, tags, i, noun)
                if listed:
                    heads[noun], labels[noun] = i - 2, "conj"


def _is_out_of_tense(heads: list[int], labels: list[str], pos: list[str], tags: list[str], verb: int) -> bool:
    """Whether a past tense goes on with a list after a present: "has essays and recommended readings"."""
    if labels[verb] != "conj" or tags[verb] not in ("VBD", "VBN") or tags[heads[verb]] not in ("VBZ", "VBP"):
        return False
    if verb < 2 or pos[verb - 1] != "CCONJ" or pos[verb - 2] != "NOUN":
        return False
    return heads[verb - 1] == verb and labels[heads[verb]] != "amod"


def _noun_after(heads: list[int], labels: list[str], pos: list[str], verb: int) -> int | None:
    """The object right after the verb, with nothing between them that a phrase could begin with."""
    for i in range(verb + 1, min(verb + _LONGEST, len(heads))):
        if heads[i] == verb and labels[i] in ("obj", "compound", "nsubj"):
            return i if pos[i] in ("NOUN", "PROPN") else None
        if labels[i] not in _PARTS_OF_PHRASE:
            return None
    return None


def _make_adjective(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], verb: int, noun: int
) -> None:
    governor = _verb_before(heads, labels, tags, verb)
    if governor is None and heads[verb] == verb:
        return
    above = heads[verb] if governor is None else governor
    if governor is not None and heads[governor] == verb:  # "sells prepaid cards": taken for a subject
        heads[governor] = governor if heads[verb] == verb else heads[verb]
        labels[governor], pos[governor] = labels[verb], "VERB"
    heads[noun], labels[noun] = above, labels[verb]
    marked = any(head == noun and labels[i] == "case" for i, head in enumerate(heads))
    for i, head in enumerate(heads):
        if head == verb and i not in (noun, governor):
            before = i < verb and labels[i] in _BEGINNINGS
            heads[i] = noun if before or labels[i] in _GOES_ALONG else above
            marked = marked or labels[i] in ("mark", "case")
            if labels[i] == "mark":
                labels[i], pos[i] = "case", "ADP"
    if governor is not None or labels[noun] in _CLAUSES:
        labels[noun] = _label(pos[above], marked=marked)
    heads[verb], labels[verb], pos[verb], tags[verb] = noun, "amod", "ADJ", "JJ"


def _verb_before(heads: list[int], labels: list[str], tags: list[str], verb: int) -> int | None:
    """ "Sells" in "sells prepaid cards"."""
    before = verb - 1
    if before < 0 or tags[before] not in _FINITE:
        return None
    if heads[before] == verb:
        return before if labels[before] in ("nsubj", "nsubj:pass", "compound") else None
    if labels[before] in _NO_GOVERNORS or is_below(heads, before, verb):
        return None
    return before


def _label(above: str, *, marked: bool) -> str:
    """What the noun is in place of the clause."""
    if above not in ("VERB", "ADJ", "AUX"):
        return "nmod"
    return "obl" if marked else "obj"
