"""Where things are: places in places ("Canterbury, Kent"), and what the table calls a location, level by level."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, outer_places
from factscan.extract.text.names_data import INSTITUTION_WORDS

_QUOTED = frozenset({"quoted", "attributed", "question"})
_INSIDE = frozenset({"in", "on", "at", "near"})
_MOVABLE = frozenset(
    """officer engineer minister executive justice staff financial operating technology act law bill song album film
    book series game strike election elections award awards prize cup trophy stakes league band""".split()
)
_STANDING = INSTITUTION_WORDS - _MOVABLE | frozenset(
    "studio studios olympics games prison cemetery institute center centre zoo airfield mine monastery temple".split()
)
_PLACES = frozenset({"LOC", "GPE"})


def place_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Names with a place after them: "Canterbury, Kent", "Record Plant in New York"."""
    parse = analysis.parse
    for token, label in enumerate(parse.labels):
        if not is_name(parse, token) or label in ("compound", "flat") or parse.case(token) not in _INSIDE:
            continue
        if analysis.date_at(token):
            continue
        flags = analysis.assertion.flags(token) & _QUOTED
        inner = token
        for outer in enclosing(parse, token):
            yield Candidate(inner, "be in", "location", outer, (), flags, confidence=0.6)
            inner = outer
        if parse.names[token][2:] in _PLACES:
            held = _held(parse, token)
            if held is not None and not analysis.date_at(held):
                yield Candidate(held, "be in", "location", token, (), flags, confidence=0.5)


def _held(parse: Parse, place: int) -> int | None:
    """The body in "Lund University in Sweden": the name that ends right before, wherever the parser hung the place."""
    head = parse.heads[place]
    before = next(iter(parse.under(place, "case")), 0) - 1
    if head < place and is_name(parse, head) and "," not in parse.words[head:place]:
        held = head
    elif before >= 0 and parse.heads[before] == head and parse.case(before):
        return before if is_name(parse, before) and parse.lower[before] in _STANDING else None
    else:
        return None
    return held if parse.labels[place] == "nmod" and _is_body(parse, held) else None


def enclosing(parse: Parse, place: int) -> list[int]:
    """The places around a place, from the inside out, as far as the pipeline takes them for places."""
    found: list[int] = []
    for outer in outer_places(parse, place):
        if parse.names[outer][2:] not in _PLACES:
            break
        found.append(outer)
    listed = any(parse.child(t, "conj") is not None for t in (place, *found))
    return [] if listed else found


def _is_body(parse: Parse, head: int) -> bool:
    """Whether a name is of something that stands in one place: an institution, a building, a park."""
    return parse.names[head][2:] == "ORG" or parse.lower[head] in _STANDING
