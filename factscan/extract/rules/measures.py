"""Measures: "has an area of 23 km²", "a city with a population of 400", "rises to a height of 90 m", "is 5 km long"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.rules.possessives import relation_noun
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.concepts import is_bare_definite
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.parse import Parse

_HOLDING = frozenset({"have", "cover", "reach", "span", "occupy"})
_MEASURED = frozenset(
    "height elevation altitude depth length width breadth area population cost price weight mass".split()
)
_DIMENSIONS = {
    "long": "length",
    "tall": "height",
    "high": "height",
    "deep": "depth",
    "wide": "width",
    "broad": "width",
    "thick": "thickness",
    "old": "age",
}


def measure_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts whose relation is the noun that is measured and whose object is the quantity."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        yield from _of_clause(parse, clause)
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


def _of_clause(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    if clause.copular:
        yield from _dimensions(parse, clause)
        yield from _of_topic(parse, clause)
        return
    holds = parse.lemmas[clause.predicate] in _HOLDING and not clause.passive
    nouns = parse.under(clause.predicate, "obj") if holds else []
    nouns += [
        noun
        for noun in parse.under(clause.predicate, "obl")
        if parse.lemmas[noun] in _MEASURED and parse.case(noun) in ("to", "at", "with")
    ]
    for noun in nouns:
        quantity = measure_of(parse, noun)
        for subject in clause.subjects if quantity is not None else ():
            yield _measured(parse, subject, noun, quantity or 0, clause.flags)


def _dimensions(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "is 85 km long", "is an 85 km long river"."""
    for word in (clause.predicate, *parse.under(clause.predicate, "amod")):
        name = _DIMENSIONS.get(parse.lower[word])
        if name is None or (name == "age" and not _is_now(parse, clause.predicate)):
            continue
        around = (*parse.children[word], *parse.under(clause.predicate, "compound"))
        unit = next((c for c in around if c == word - 1 and parse.child(c, "nummod") is not None), None)
        for subject in clause.subjects if unit is not None else ():
            yield Candidate(subject, f"the {name}", name, unit or 0, (word,), clause.flags, confidence=0.8)


def _of_topic(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "The population was 3,200": of what, the text knows."""
    p = clause.predicate
    if parse.pos[p] != "NUM" and parse.child(p, "nummod") is None:
        return
    for subject in clause.subjects:
        if parse.lemmas[subject] in _MEASURED and is_bare_definite(parse, subject):
            yield Candidate(subject, "be", "be", p, (p,), clause.flags, confidence=0.7, enough=Content.THING)


def _is_now(parse: Parse, predicate: int) -> bool:
    """Whether an age is told as of today, and not as the time of something else: "when she was 7 years old"."""
    copula = parse.child(predicate, "cop")
    return parse.labels[predicate] != "advcl" and copula is not None and parse.tags[copula] in ("VBZ", "VBP")


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
