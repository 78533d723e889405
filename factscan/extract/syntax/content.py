"""How much a common noun phrase tells by itself: whether it answers a question, or only points at something."""

import re
from collections.abc import Sequence
from enum import IntEnum

from factscan.extract.syntax.content_cut import is_before_name, is_cut_short, is_end_of_range, is_torn
from factscan.extract.syntax.content_data import (
    AMOUNTS,
    EMPTY_MODIFIERS,
    GENERIC_NAMES,
    MEASURE_NOUNS,
    OPEN_NOUNS,
    PENDING_NOUNS,
    POINTING,
    POINTING_AHEAD,
    RANKS,
    RELATIVE_NOUNS,
    SMALL_NUMBERS,
    SUBORDINATE_BODIES,
    UNFINISHED_NOUNS,
    UNIQUE_NOUNS,
    UNKNOWN_NUMBERS,
    VERSIONS,
)
from factscan.extract.syntax.noun_data import CLASSIFIERS, PLACE_NOUNS, ROLE_NOUNS, WORK_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import LIST_PREPOSITIONS, is_name

_MAX_DEPTH = 4
_TOLD_BEFORE = PLACE_NOUNS | ROLE_NOUNS | WORK_NOUNS
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_APPOINTING = frozenset({"become", "appoint", "elect", "name"})  # to a post, which there is one of
_RESULTS = frozenset("win victory defeat loss draw tie result".split())  # "a 4–1 defeat", of or by whom?
_SETS = CLASSIFIERS | AMOUNTS | {"collection", "selection"}
_SCORE = re.compile(r"\d+[–-]\d+")


class Content(IntEnum):
    """From what identifies ("members of the Senate") to what does not ("her idea", "this place")."""

    NAMED = 0  # a name, a date, a number, or a phrase that holds one
    FULL = 1  # "atomic clocks"
    KIND = 2  # a bare plural or mass: "insects", "fever"
    THING = 3  # one of a kind, or the kind: "a shell", "the cornea"
    UNFINISHED = 4  # says little without more: "an opportunity", "the letters that …"
    POINTING = 5  # "her idea", "this place", "the town"
    BROKEN = 6  # part of a phrase, or of a relation: "the eventual wife", "call" of a "call to arms"


def content_of(parse: Parse, head: int, tokens: Sequence[int], depth: int = 0) -> Content:
    """How much the phrase of these tokens tells; names tell everything."""
    if is_name(parse, head):
        return Content.NAMED
    if parse.lemmas[head] in MEASURE_NOUNS:
        return Content.POINTING  # "grows to a height of" and no number
    if not depth and (is_cut_short(parse, head, tokens) or is_end_of_range(parse, head)):
        return Content.BROKEN
    if not depth and is_before_name(parse, head, tokens[-1]):
        return Content.POINTING
    if any(parse.tags[t] == "DT" and parse.lower[t] in _DEMONSTRATIVES for t in tokens):
        return Content.POINTING  # "some parts of this proposal"
    full = Content.NAMED if any(_is_named(parse, t) for t in tokens if t != head) else Content.FULL
    if any(parse.lower[c] in POINTING_AHEAD for c in parse.under(head, "amod")):
        return Content.POINTING  # "the following list of symptoms"
    inner = [c for c in parse.under(head, "nmod") if c in tokens]
    if any(parse.pos[c] in ("PRON", "DET", "ADJ", "ADV") for c in inner):
        return Content.POINTING  # "the best of all", "a population of close to …"
    if inner and depth < _MAX_DEPTH:
        told = max(content_of(parse, c, tokens, depth + 1) for c in inner)
        if told is Content.UNFINISHED and parse.lemmas[head] in _SETS:
            return told  # "a group of conditions"
        general = told is Content.KIND or (told < Content.POINTING and _is_general(parse, inner[0]))
        return full if general or told <= Content.FULL else told
    if _points(parse, head):
        return Content.POINTING
    lemma = parse.lemmas[head]
    cut = _is_cut(parse, head, tokens)
    relative = lemma in RELATIVE_NOUNS
    by_nouns = relative or (cut and lemma in UNFINISHED_NOUNS and lemma not in PENDING_NOUNS)
    modified = _is_modified(parse, head, tokens, by_nouns=by_nouns)
    if relative and not cut and not modified:
        return Content.BROKEN
    if _is_named_after(parse, head, tokens) or (cut and not modified and lemma in PENDING_NOUNS):
        return Content.POINTING
    if (modified or cut) and _is_spoken_of(parse, head, tokens, cut=cut, by_name=full is Content.NAMED):
        return Content.POINTING
    if modified and full is Content.FULL and _is_some(parse, head):
        return Content.KIND
    if (lemma in VERSIONS and not cut) or (lemma in OPEN_NOUNS and full is Content.FULL):
        return Content.UNFINISHED
    if modified:
        return (
            Content.UNFINISHED if lemma in UNFINISHED_NOUNS and _is_only_owned(parse, head, tokens) else full
        )
    if cut or lemma in UNFINISHED_NOUNS:
        return Content.UNFINISHED
    determiner = _determiner(parse, head)
    if determiner is None:
        return Content.KIND
    if len(tokens) == 1 and parse.lower[determiner] == "the" and lemma not in UNIQUE_NOUNS:
        return Content.POINTING
    return Content.THING


def name_content(parse: Parse, head: int, tokens: Sequence[int], name: str) -> Content:
    """How much a name tells: all, unless it is torn or short for a longer one ("the Museum", "School of Law")."""
    if is_torn(parse, tokens) or is_end_of_range(parse, head) or sum(c.isalpha() for c in name) < 2:
        return Content.BROKEN
    generic = len(tokens) == 1 and name.lower() in GENERIC_NAMES
    lower = {parse.lower[t] for t in tokens}
    part = (
        head == tokens[0] and parse.lower[head] in SUBORDINATE_BODIES and "of" in lower and "at" not in lower
    )
    alone = not any(parse.names[t][2:] in ("LOC", "GPE", "PER") for t in tokens)
    return Content.POINTING if generic or (part and alone) else Content.NAMED


def is_counted_together(parse: Parse, head: int) -> bool:
    """Whether the number counts two sorts of things as one: "120 synagogues and prayer houses"."""
    if parse.child(head, "nummod") is None:
        return False
    return any(
        parse.tags[c] == "NNS"
        and parse.child(c, "nummod", "det", "nmod:poss") is None
        and parse.case(c) == ""
        for c in parse.under(head, "conj")
    )


def counted_things(parse: Parse, token: int) -> int | None:
    """The plays in "a number of plays"; "the number of plays" is a number."""
    if parse.lemmas[token] not in AMOUNTS:
        return None
    if parse.lemmas[token] in ("number", "total") and _is_definite_or_owned(parse, token):
        return None
    things = (c for c in parse.under(token, "nmod") if parse.case(c) == "of")
    return next((c for c in things if parse.child(c, "det") is None), None)


def _determiner(parse: Parse, head: int) -> int | None:
    """The article of the noun, or the one that it shares: "the singer and guitarist"."""
    own = parse.child(head, "det")
    if own is None and parse.labels[head] == "conj" and parse.tags[head] == "NN":
        own = parse.child(parse.heads[head], "det")
    return own


def _is_definite(parse: Parse, head: int) -> bool:
    determiner = _determiner(parse, head)
    return determiner is not None and parse.lower[determiner] == "the"


def _is_definite_or_owned(parse: Parse, head: int) -> bool:
    return _is_definite(parse, head) or parse.child(head, "nmod:poss") is not None


def _is_spoken_of(parse: Parse, head: int, tokens: Sequence[int], *, cut: bool, by_name: bool) -> bool:
    """Whether "the" points at a thing of the text: "the television series", "shot the dark scenes".

    Of how things are, a definite thing is one that all know or have: "affects the nervous system". ``by_name``: a
    name in the phrase says which, though not among what a rank ranks.
    """
    if not _is_definite(parse, head):
        return False
    told = parse.child(head, "cop") is not None or _is_of_past(parse, head)
    if any(parse.tags[t] == "JJS" or parse.lower[t] in RANKS for t in tokens if t < head):
        return cut or told
    if by_name or parse.lemmas[parse.heads[head]] in _APPOINTING:
        return False
    if parse.lemmas[head] in _TOLD_BEFORE or (
        parse.labels[head] == "nsubj:pass" and parse.tags[head] == "NNS"
    ):
        return True
    return told and parse.child(head, "acl", "acl:relcl", "ccomp") is None


def _is_some(parse: Parse, head: int) -> bool:
    """Whether the phrase tells of an unknown many: "various youth teams"."""
    return any(parse.lower[c] in UNKNOWN_NUMBERS for c in parse.under(head, "amod", "det"))


def _is_of_past(parse: Parse, head: int) -> bool:
    """Whether the verb that the noun hangs on tells what happened."""
    verb = parse.heads[head]
    if parse.pos[verb] != "VERB":
        return False
    told = [verb, *parse.under(verb, "aux", "aux:pass")]
    return any(parse.tags[t] == "VBD" for t in told)


def _is_only_owned(parse: Parse, head: int, tokens: Sequence[int]) -> bool:
    """Whether nothing but its owner says what it is: "Vermeer's work"."""
    owner = parse.child(head, "nmod:poss")
    if owner is None or owner not in tokens or parse.case(head) == "about":
        return False
    of_owner = parse.descendants(owner)
    return all(t == head or t in of_owner for t in tokens)


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
    if any(parse.pos[c] == "PRON" for c in parse.under(owner, "nmod:poss")):
        return True  # "her daughter's house"
    return determiner is not None and not is_name(parse, owner) and parse.lower[determiner] not in ("a", "an")


def _is_modified(parse: Parse, head: int, tokens: Sequence[int], *, by_nouns: bool) -> bool:
    """Whether a modifier says which or what sort: "atomic clocks", not "several large clocks".

    ``by_nouns``: adjectives are not enough.
    """
    for t in tokens:
        if t == head or parse.pos[t] not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "X", "SYM"):
            continue
        if _SCORE.fullmatch(parse.words[t]) and parse.lemmas[head] in _RESULTS:
            continue
        if parse.pos[t] == "NUM" and not _SCORE.fullmatch(parse.words[t]):
            if parse.lower[t] in SMALL_NUMBERS:
                continue
            return True
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
