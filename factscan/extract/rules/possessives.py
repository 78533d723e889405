"""Relations told by a noun with its owner: "X's capital is Y", "the capital of X is Y", "his father was Y"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.mention import ObjectType
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.noun_data import EVENT_DATES, RELATIONAL_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, is_name

LISTING_VERBS = frozenset({"include", "comprise", "feature"})


def owned_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts of clauses whose subject is a noun with an owner, and of names set beside such a noun."""
    for clause in analysis.clauses.all:
        for subject in clause.subjects:
            if clause.copular and not analysis.parse.case(clause.predicate):
                yield from _of_clause(analysis, clause, subject, [clause.predicate])
            elif analysis.parse.lemmas[clause.predicate] in LISTING_VERBS and not clause.passive:
                yield from _of_clause(
                    analysis, clause, subject, analysis.parse.under(clause.predicate, "obj")
                )
    yield from _beside(analysis)
    yield from _dated(analysis)


def owner_of(parse: Parse, noun: int) -> int | None:
    """Who has the thing: "X" in "X's capital" and in "the capital of X"."""
    if parse.pos[noun] != "NOUN":
        return None
    owner = parse.owner(noun)
    if owner is not None:
        return owner
    for child in parse.under(noun, "nmod"):
        definite = (parse.lower[d] in ("the", "this") for d in parse.under(child, "det"))
        if parse.case(child) == "of" and (
            is_name(parse, child)
            or parse.lemmas[noun] in RELATIONAL_NOUNS
            or any(definite)
            or (parse.tags[child] == "NN" and len(parse.children[child]) == 1)
        ):
            return child
    return None


def relation_noun(parse: Parse, noun: int) -> str:
    """The noun as a relation: with the modifiers that tell it from others of its kind ("first album")."""
    modifiers = [
        parse.lower[c]
        for c in parse.under(noun, "amod", "compound")
        if c < noun and parse.pos[c] in ("ADJ", "NOUN", "NUM") and noun - c <= 3
    ]
    return " ".join([*modifiers, parse.lemmas[noun]])


def _of_clause(analysis: Analysis, clause: Clause, subject: int, targets: list[int]) -> Iterator[Candidate]:
    parse = analysis.parse
    owner = owner_of(parse, subject)
    if owner is None:
        return
    for first in targets:
        for target in coordinated(parse, first):
            for who in _owners(analysis, owner):
                yield from _owned(parse, who, subject, target, clause.flags)


def _owners(analysis: Analysis, owner: int) -> list[int]:
    """Who has it; for "whose", what the relative clause speaks of."""
    parse = analysis.parse
    if parse.tags[owner] != "WP$":
        return coordinated(parse, owner)
    noun = owner - 1 - (parse.words[owner - 1] == ",") if owner else -1
    if noun < 0 or parse.pos[noun] not in ("NOUN", "PROPN"):
        return []
    while parse.labels[noun] in ("compound", "flat") and parse.heads[noun] < owner:
        noun = parse.heads[noun]
    return analysis.clauses.antecedent(noun)


def _owned(parse: Parse, owner: int, noun: int, target: int, flags: Flags) -> Iterator[Candidate]:
    value: int | Value = target
    if parse.pos[target] not in ("NOUN", "PROPN", "NUM", "SYM", "X"):
        # "the symptoms are fever and fatigue": taken for an adjective, though it is one of several things
        listed = parse.tags[noun] == "NNS" and any(
            parse.pos[c] == "NOUN" for c in parse.under(target, "conj")
        )
        if not is_name(parse, target) and not listed:
            return
        sort: ObjectType = "name" if is_name(parse, target) else "phrase"
        value = Value(parse.words[target], sort, parse.starts[target], parse.ends[target])
    label = relation_noun(parse, noun)
    yield Candidate(owner, f"the {parse.lemmas[noun]}", label, value, (noun,), flags, confidence=0.7)


def _beside(analysis: Analysis) -> Iterator[Candidate]:
    """A name that an owned noun introduces: "Murphy's first album Aquashow"."""
    parse = analysis.parse
    for name in range(len(parse)):
        if not is_name(parse, name):
            continue
        owner = parse.owner(name)
        noun = next(
            (
                c
                for c in parse.under(name, "compound", "nmod:desc", "nmod:unmarked")
                if c < name and parse.tags[c] == "NN"
            ),
            None,
        )
        if owner is None or noun is None or not parse.words[noun].islower() or owner > noun:
            continue
        flags = analysis.assertion.flags(name) & frozenset({"quoted", "attributed", "question"})
        ordinal = [parse.lower[c] for c in parse.under(name, "amod") if owner < c < noun]
        label = " ".join([*ordinal, parse.lemmas[noun]])
        yield Candidate(owner, f"the {parse.lemmas[noun]}", label, name, (noun,), flags, confidence=0.7)


def _dated(analysis: Analysis) -> Iterator[Candidate]:
    """An event that somebody has, with its date: "since its establishment in 1966", "his death in 1990"."""
    parse = analysis.parse
    for noun, lemma in enumerate(parse.lemmas):
        owner = parse.owner(noun) if parse.pos[noun] == "NOUN" and lemma in EVENT_DATES else None
        if owner is None:
            continue
        flags = analysis.assertion.flags(noun)
        for child in parse.under(noun, "nmod"):
            date = analysis.date_at(child)
            if date is not None and parse.case(child) in ("in", "on"):
                label = EVENT_DATES[lemma]
                value = Value(date[2], "date", date[0], date[1])
                yield Candidate(owner, label, label, value, (noun, child), flags, confidence=0.7)
