"""Clauses turned round: "In Odense stands the Holm Museum"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, is_name

_STANDING = frozenset({"stand", "lie", "sit", "hang", "rise"})
_WHERE = frozenset({"in", "on", "at", "near", "within"})


def inversion_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Where a thing is, told before the verb, with the thing after it: these verbs have no object."""
    parse = analysis.parse
    for verb, lemma in enumerate(parse.lemmas):
        if (
            lemma not in _STANDING
            or parse.pos[verb] != "VERB"
            or parse.tags[verb] not in ("VBZ", "VBP", "VBD")
        ):
            continue
        place, thing = _place_before(parse, verb), _thing_after(parse, verb)
        if place is None or thing is None or analysis.date_at(place) is not None:
            continue
        label = f"{lemma} {parse.case(place)}"
        for each in coordinated(parse, thing):
            yield Candidate(
                each, label, label, place, (verb, place), analysis.assertion.flags(verb), confidence=0.7
            )


def _place_before(parse: Parse, verb: int) -> int | None:
    own = [o for o in parse.under(verb, "obl") if o < verb and parse.case(o) in _WHERE]
    return own[0] if len(own) == 1 and is_name(parse, own[0]) else None


def _thing_after(parse: Parse, verb: int) -> int | None:
    if any(s < verb for s in parse.under(verb, "nsubj", "expl")):
        return None
    return next((s for s in parse.under(verb, "nsubj", "obj") if s > verb and is_name(parse, s)), None)
