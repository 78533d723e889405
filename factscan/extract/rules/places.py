"""Where things are: places in places ("Canterbury, Kent"), and what the table calls a location, level by level."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.phrases import is_name, outer_places

_QUOTED = frozenset({"quoted", "attributed", "question"})
_INSIDE = frozenset({"in", "on", "at", "near"})


def place_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Names with a place after them: "Canterbury, Kent", "Record Plant in New York"."""
    parse = analysis.parse
    for token, label in enumerate(parse.labels):
        if not is_name(parse, token) or label in ("compound", "flat") or analysis.date_at(token):
            continue
        flags = analysis.assertion.flags(token) & _QUOTED
        inner = token
        if parse.case(token) in _INSIDE or parse.names[token][2:] == "LOC":
            for outer in outer_places(parse, token):
                yield Candidate(inner, "be in", "location", outer, (), flags, confidence=0.6)
                inner = outer
        head = parse.heads[token]
        if label == "nmod" and head < token and is_name(parse, head) and parse.names[token][2:] == "LOC":
            case = parse.case(token)
            if case in _INSIDE and parse.names[head][2:] in ("LOC", "ORG") and not analysis.date_at(head):
                yield Candidate(head, "be in", "location", token, (), flags, confidence=0.5)
