"""How much a common noun phrase tells by itself: whether it answers a question, or only points at something."""

import re
from collections.abc import Sequence
from enum import IntEnum

from factscan.extract.syntax.content_data import (
    AMOUNTS,
    EMPTY_MODIFIERS,
    MEASURE_NOUNS,
    POINTING,
    UNFINISHED_NOUNS,
    UNIQUE_NOUNS,
)
from factscan.extract.syntax.noun_data import PLACE_NOUNS, ROLE_NOUNS, WORK_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import LIST_PREPOSITIONS, is_name

_MAX_DEPTH = 4
_TOLD_BEFORE = PLACE_NOUNS | ROLE_NOUNS | WORK_NOUNS
_SCORE = re.compile(r"\d+[–-]\d+")


class Content(IntEnum):
    """From what identifies ("members of the Senate") to what does not ("her idea", "this place")."""

    NAMED = 0  # a name, a date, a number, or a phrase that holds one
    FULL = 1  # "atomic clocks"
    KIND = 2  # a bare plural or mass: "insects", "fever"
    THING = 3  # one of a kind, or the kind: "a shell", "the cornea"
    UNFINISHED = 4  # says little without more: "an opportunity", "the letters that …"
    POINTING = 5  # "her idea", "this place", "the town"


def content_of(parse: Parse, head: int, tokens: Sequence[int], depth: int = 0) -> Content:
    """How much the phrase of these tokens tells; names tell everything."""
    if is_name(parse, head):
        return Content.NAMED
    if parse.lemmas[head] in MEASURE_NOUNS:
        return Content.POINTING  # "grows to a height of" and no number
    full = Content.NAMED if any(_is_named(parse, t) for t in tokens if t != head) else Content.FULL
    inner = [c for c in parse.under(head, "nmod") if c in tokens]
    if any(parse.pos[c] in ("PRON", "DET", "ADJ", "ADV") for c in inner):
        return Content.POINTING  # "the best of all", "a population of close to …"
    if inner and depth < _MAX_DEPTH:
        told = max(content_of(parse, c, tokens, depth + 1) for c in inner)
        general = told is Content.KIND or (told < Content.POINTING and _is_general(parse, inner[0]))
        return full if general or told <= Content.FULL else told
    if _points(parse, head) or _is_named_after(parse, head, tokens):
        return Content.POINTING
    lemma = parse.lemmas[head]
    cut = _is_cut(parse, head, tokens)
    if _is_modified(parse, head, tokens, by_nouns=cut and lemma in UNFINISHED_NOUNS):
        told_before = lemma in _TOLD_BEFORE and full is Content.FULL and _is_definite(parse, head)
        return Content.POINTING if told_before else full  # "the television series"
    if cut or lemma in UNFINISHED_NOUNS:
        return Content.UNFINISHED
    determiner = parse.child(head, "det")
    if determiner is None:
        return Content.KIND
    if len(tokens) == 1 and parse.lower[determiner] == "the" and lemma not in UNIQUE_NOUNS:
        return Content.POINTING
    return Content.THING


def counted_things(parse: Parse, token: int) -> int | None:
    """The plays in "a number of plays"."""
    if parse.lemmas[token] not in AMOUNTS:
        return None
    things = (c for c in parse.under(token, "nmod") if parse.case(c) == "of")
    return next((c for c in things if parse.child(c, "det") is None), None)


def _is_definite(parse: Parse, head: int) -> bool:
    return any(parse.lower[c] == "the" for c in parse.under(head, "det"))


def _is_named_after(parse: Parse, head: int, tokens: Sequence[int]) -> bool:
    """Whether the thing has its name after it, outside the phrase: "the television series, Dark Water"."""
    if any(
        c > head and c not in tokens and parse.labels[c] == "appos" and parse.pos[c] == "PROPN"
        for c in parse.children[head]
    ):
        return True
    after = parse.pos[head + 1 : head + 3] == ["PUNCT", "PROPN"] and parse.words[head + 1] == ","
    return after and _is_definite(parse, head)


def _is_named(parse: Parse, token: int) -> bool:
    """Whether the token is a name, a number or an adjective from a name: "Japanese forces"."""
    return parse.pos[token] in ("PROPN", "NUM") or (
        parse.pos[token] == "ADJ" and parse.words[token][:1].isupper()
    )


def _is_general(parse: Parse, head: int) -> bool:
    """Whether "a" or nothing stands before the noun: "the head of a committee", but not "the end of the road"."""
    determiner = parse.child(head, "det")
    return determiner is None or parse.lower[determiner] in ("a", "an")


def _points(parse: Parse, head: int) -> bool:
    for c in parse.children[head]:
        label = parse.labels[c]
        if label in ("det", "amod") and parse.lower[c] in POINTING:
            return True
        if label == "nmod:poss" and (parse.pos[c] in ("PRON", "DET") or _is_told(parse, c)):
            return True
    return False


def _is_told(parse: Parse, owner: int) -> bool:
    """Whether the owner is spoken of as known: "the group's minister"."""
    determiner = parse.child(owner, "det")
    if parse.lemmas[owner] in ("man", "woman", "boy", "girl", "child", "lady"):
        return False
    return determiner is not None and not is_name(parse, owner) and parse.lower[determiner] not in ("a", "an")


def _is_modified(parse: Parse, head: int, tokens: Sequence[int], *, by_nouns: bool) -> bool:
    """Whether a modifier says which or what sort: "atomic clocks", not "several large clocks".

    ``by_nouns``: adjectives are not enough.
    """
    for t in tokens:
        if t == head or parse.pos[t] not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "X", "SYM"):
            continue
        if parse.pos[t] == "NUM" and not _SCORE.fullmatch(parse.words[t]):
            return parse.lower[t] != "one"
        if by_nouns and parse.pos[t] not in ("NOUN", "PROPN"):
            continue
        if parse.lemmas[t] not in EMPTY_MODIFIERS and parse.lower[t] not in EMPTY_MODIFIERS:
            return True
    return False


def _is_cut(parse: Parse, head: int, tokens: Sequence[int]) -> bool:
    """Whether what would identify the thing is left out: "the letters that he wrote", "claims on the islands"."""
    for c in parse.children[head]:
        label = parse.labels[c]
        if parse.case(c) in LIST_PREPOSITIONS:
            continue
        if c > head and label in ("nmod", "acl", "acl:relcl", "ccomp", "advcl") and c not in tokens:
            comma = c > head + 1 and "," in parse.lower[head + 1 : c]
            if not comma:
                return True
    return False
