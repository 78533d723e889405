"""Measures: "has an area of 23 square kilometres", "a city with a population of 4,000", "a length of 13 miles"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.rules.possessives import relation_noun
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse

_HOLDING = frozenset({"have", "cover", "reach", "span", "occupy"})


def measure_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts whose relation is the noun that is measured and whose object is the quantity."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        if parse.lemmas[clause.predicate] in _HOLDING and not clause.passive:
            for noun in parse.under(clause.predicate, "obj"):
                quantity = measure_of(parse, noun)
                for subject in clause.subjects if quantity is not None else ():
                    yield _measured(parse, subject, noun, quantity or 0, clause.flags)
    for noun, label in enumerate(parse.labels):
        if (
            label in ("nmod", "obl")
            and parse.case(noun) == "with"
            and parse.pos[parse.heads[noun]] in ("NOUN", "PROPN")
        ):
            quantity = measure_of(parse, noun)
            if quantity is not None:
                for subject in analysis.clauses.antecedent(parse.heads[noun]):
                    flags = analysis.assertion.flags(parse.heads[noun])
                    yield _measured(parse, subject, noun, quantity, flags)


def measure_of(parse: Parse, noun: int) -> int | None:
    """The quantity in "an area of 23 square kilometres"."""
    if parse.pos[noun] != "NOUN":
        return None
    for child in parse.under(noun, "nmod"):
        counted = parse.pos[child] == "NUM" or parse.child(child, "nummod") is not None
        if counted and parse.case(child).split(" ")[0] == "of":
            return child
    return None


def _measured(parse: Parse, subject: int, noun: int, quantity: int, flags: frozenset[str]) -> Candidate:
    label = relation_noun(parse, noun)
    return Candidate(subject, f"the {parse.lemmas[noun]}", label, quantity, (noun,), flags, confidence=0.8)
