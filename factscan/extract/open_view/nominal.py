"""What noun phrases state without a verb: appositions, titles, possessors, places, authors."""

from collections.abc import Iterator
from itertools import takewhile

from factscan.extract.open_view.spans import full_phrase, minimal_phrase, words
from factscan.extract.open_view.statement import Statement
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, is_name
from factscan.extract.text.names_data import INSTITUTION_WORDS, RANK_TITLES

_BETWEEN_NOUNS = frozenset(
    "in at near on across over along around off from between within above below under beside by".split()
)
_RANK_WORDS = RANK_TITLES | frozenset(
    """air rear vice wing squadron field flight lance staff petty major marshal commodore leader officer prime
    minister""".split()
)
_LOOSE = frozenset("of with for to against about".split())
_LISTING = {"such as": "are such as", "including": "include"}
_APPOSITION, _POSSESSION, _ATTRIBUTE = 0.5, 0.4, 0.2


def nominal_statements(analysis: Analysis) -> Iterator[Statement]:
    """The statements of the noun phrases of a sentence."""
    parse = analysis.parse
    for token, label in enumerate(parse.labels):
        if label == "appos":
            yield from _apposition(parse, parse.heads[token], token)
        elif label == "nmod:poss":
            yield from _possession(parse, token)
        elif label == "nmod":
            yield from _relation(analysis, token)
        elif label == "amod" and parse.pos[token] == "VERB" and parse.tags[token] in ("VBN", "VBG"):
            yield from _attribute(analysis, token)
        if parse.proper[token]:
            yield from _title(parse, token)
            yield from _rank(parse, token)


def _apposition(parse: Parse, name: int, other: int) -> Iterator[Statement]:
    """ "Michaelmas, the feast of St. Michael": it is the feast."""
    if not {parse.pos[name], parse.pos[other]} <= {"PROPN", "NOUN"}:
        return
    if parse.pos[other] == "PROPN" and parse.pos[name] == "NOUN":
        name, other = other, name
    left, right = words(parse, full_phrase(parse, name)), words(parse, full_phrase(parse, other))
    if left and right and left != right:
        places = {parse.names[name][2:], parse.names[other][2:]} <= {"LOC", "GPE"}
        yield Statement("is in" if places else _is(parse, name), (left, right), confidence=_APPOSITION)


def _attribute(analysis: Analysis, participle: int) -> Iterator[Statement]:
    """ "The escalating violence" is escalating."""
    parse = analysis.parse
    noun = parse.heads[participle]
    below = set(parse.descendants(participle))
    name = words(
        parse, [t for t in full_phrase(parse, noun) if t not in below and parse.lower[t] not in ("a", "an")]
    )
    if name:
        flags = analysis.assertion.flags(participle)
        yield Statement(f"{_is(parse, noun)} {words(parse, below)}", (name,), flags, _ATTRIBUTE)


def _title(parse: Parse, name: int) -> Iterator[Statement]:
    """ "The violinist Philippa Saul" is a violinist."""
    before = [
        c
        for c in parse.under(name, "compound", "nmod:desc", "amod", "nmod:unmarked")
        if c < name and parse.pos[c] == "NOUN" and parse.words[c].islower()
    ]
    left = [t for t in full_phrase(parse, name) if before and t > before[-1]]
    if left:
        title = [c for c in parse.under(name, "amod", "det") if c < before[-1]]
        title += minimal_phrase(parse, before[-1])
        yield Statement("is", (words(parse, left), words(parse, title)), confidence=_APPOSITION)


def _rank(parse: Parse, name: int) -> Iterator[Statement]:
    """ "Rear Admiral Olga Brandt" is a rear admiral."""
    if parse.labels[name] in ("compound", "flat"):
        return
    tokens = [
        t for t in full_phrase(parse, name) if parse.words[t][:1].isupper() or parse.lower[t] in _RANK_WORDS
    ]
    title = list(takewhile(lambda t: parse.lower[t] in _RANK_WORDS, tokens))
    rest = tokens[len(title) :]
    ranked = any(parse.lower[t] in RANK_TITLES for t in title)
    if not ranked or not rest or rest[0] != title[-1] + 1 or parse.lower[rest[-1]] in INSTITUTION_WORDS:
        return
    yield Statement("is", (words(parse, rest), words(parse, title)), confidence=_APPOSITION)


def _possession(parse: Parse, owner: int) -> Iterator[Statement]:
    """ "The station's website": the station has a website. Whose "its website" is, is not said here."""
    thing = parse.heads[owner]
    if parse.owner(thing) != owner or parse.pos[owner] == "PRON":
        return
    left = words(parse, [t for t in full_phrase(parse, owner) if parse.tags[t] != "POS" or t < owner])
    below = set(parse.descendants(owner))
    right = words(parse, [t for t in full_phrase(parse, thing) if t not in below])
    if left and right:
        yield Statement("has", (left, right), confidence=_POSSESSION)


def _relation(analysis: Analysis, token: int) -> Iterator[Statement]:
    """ "The bridge across the Elbe": it is across the Elbe. Only names tell where a thing is or whose.

    The looser prepositions say enough where the noun has a name about it: "the 1985 Sandviken single for EMI".
    """
    parse = analysis.parse
    case, noun = parse.case(token), parse.heads[token]
    if token < noun:
        return
    if case in _LISTING:
        yield from _members(parse, noun, token, _LISTING[case])
    if not is_name(parse, token) or analysis.date_at(token):
        return
    below = set(parse.descendants(token))
    left = [t for t in full_phrase(parse, noun) if t not in below]
    named = not is_name(parse, noun) and any(parse.pos[t] == "PROPN" for t in left)
    confidence = _POSSESSION if case in _BETWEEN_NOUNS else _ATTRIBUTE
    if left and (case in _BETWEEN_NOUNS or (case in _LOOSE and named)):
        right = words(parse, full_phrase(parse, token))
        yield Statement(f"{_is(parse, noun)} {case}", (words(parse, left), right), confidence=confidence)


def _members(parse: Parse, noun: int, first: int, relation: str) -> Iterator[Statement]:
    """ "Films such as A and B": the films are such as A, such as B."""
    below = set(parse.descendants(first))
    left = words(parse, [t for t in full_phrase(parse, noun) if t not in below])
    for member in coordinated(parse, first):
        right = words(parse, full_phrase(parse, member))
        if left and right:
            yield Statement(relation, (left, right), confidence=_APPOSITION)


def _is(parse: Parse, noun: int) -> str:
    return "are" if parse.tags[noun] in ("NNS", "NNPS") else "is"
