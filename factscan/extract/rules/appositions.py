"""Noun phrases beside a name: "Curie, a Polish chemist,", "pop singer Joelma", "its capital, Oslo"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.rules.origins import demonym, is_demonym, is_part_of_demonym
from factscan.extract.rules.possessives import relation_noun
from factscan.extract.rules.predicates import predicate_facts
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import NONE, Flags
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.noun_data import EVALUATIVE
from factscan.extract.syntax.phrases import coordinated, is_name, is_title, named, text_of
from factscan.extract.text.names import is_vague

_KIN = frozenset({"son", "child", "niece", "nephew", "sibling"})
# nouns before a name that say whose or where it is, not what it is: "the city stadium", "home team"
_NO_TITLES = frozenset(
    "city state world home team league season government county village town club school national".split()
)


def apposition_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from appositions between a name and a common noun, whichever comes first."""
    parse = analysis.parse
    for second, label in enumerate(parse.labels):
        if label != "appos":
            continue
        first = _nearest_name(analysis, second)
        flags = _flags(analysis, first)
        if (
            is_name(parse, first)
            and parse.words[second][:1] in '"“'
            and parse.child(second, "det") is not None
        ):
            yield Candidate(first, "name", "name", second, (), flags, confidence=0.7)
            continue
        if is_name(parse, first) and parse.pos[second] == "NOUN":
            if "(" in parse.words[first:second]:
                continue
            for who in _described(analysis, first, second):
                for noun in coordinated(parse, second):
                    yield from predicate_facts(analysis, who, noun, flags, confidence=0.7)
        elif parse.pos[first] == "NOUN" and is_name(parse, second):
            owner = parse.owner(first)
            if owner is not None:
                lemma = _kind(analysis, first)
                yield Candidate(
                    owner, f"the {parse.lemmas[first]}", lemma, second, (first,), flags, confidence=0.7
                )
            elif parse.child(first, "cop") is None and (
                parse.child(first, "det") is not None or second == first + 1
            ):
                for name in coordinated(parse, second):
                    yield from predicate_facts(analysis, name, first, flags, confidence=0.5)


def _described(analysis: Analysis, name: int, noun: int) -> list[int]:
    """Whom the apposition speaks of: after "born in Leeds, the son of a miner" not of Leeds but of who was born."""
    parse = analysis.parse
    if parse.names[name][2:] not in ("LOC", "GPE") or not parse.case(name):
        return [name]
    if not is_person(parse, noun) and parse.lemmas[noun] not in _KIN:
        return [name]
    verb = parse.heads[name]
    while parse.pos[verb] != "VERB" and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    return list(analysis.clauses.subjects(verb))


def _nearest_name(analysis: Analysis, second: int) -> int:
    """What an apposition stands beside: the name right before its comma, wherever the parser hung it."""
    parse = analysis.parse
    head = parse.heads[second]
    comma = min(parse.descendants(second)) - 1
    if comma >= 0 and parse.words[comma] != ",":
        comma += 1
    at = comma - 1
    if head >= at or at < 0 or parse.words[min(comma, len(parse) - 1)] != "," or parse.pos[at] != "PROPN":
        return head
    while (
        parse.labels[at] in ("compound", "flat", "nmod")
        and is_name(parse, parse.heads[at])
        and head < parse.heads[at]
    ):
        at = parse.heads[at]
    return at if parse.heads[at] == head and parse.labels[at] in ("nmod", "obl", "obj", "conj") else head


def title_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from common nouns set before a name: "the Australian pop singer John Paul Young"."""
    parse = analysis.parse
    for name in range(len(parse)):
        if not is_name(parse, name):
            continue
        titles = [c for c in parse.children[name] if is_title(parse, name, c) and parse.pos[c] == "NOUN"]
        titles = [c for c in titles if parse.lemmas[c] not in _NO_TITLES]
        if not titles:
            continue
        flags = _flags(analysis, name)
        last = titles[-1]
        tokens = [
            t
            for title in titles
            for t in parse.descendants(title)
            if t <= last and not is_part_of_demonym(parse, t) and parse.pos[t] in ("NOUN", "ADJ", "PROPN")
        ]
        tokens = sorted(t for t in tokens if parse.lemmas[t] not in EVALUATIVE)
        if tokens and not is_vague(text := text_of(parse, tokens)):
            if parse.case(name) == "under":
                for led in _led(analysis, name):
                    yield Candidate(led, f"the {text}", text, name, (last,), flags, confidence=0.7)
            value = Value(text, "phrase", parse.starts[tokens[0]], parse.ends[tokens[-1]])
            yield Candidate(name, "be", "be", value, (last,), flags, confidence=0.6)
        for child in parse.under(name, "amod", "compound", "nmod:desc"):
            for t in parse.descendants(child):
                if t < last and is_demonym(parse, t):
                    value = demonym(parse, t)
                    yield Candidate(name, "nationality", "nationality", value, (t,), flags, confidence=0.6)


def _led(analysis: Analysis, name: int) -> list[int]:
    """Who did something "under head coach X": the subject of the clause, where it is a thing and has a name."""
    parse = analysis.parse
    verb = parse.heads[name]
    while parse.pos[verb] != "VERB" and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    return [s for s in analysis.clauses.subjects(verb) if not is_person(parse, s)]


def introduced_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from a noun that introduces a name as its head: "singer John Paul Young", "the authors A and B"."""
    parse = analysis.parse
    for noun, pos in enumerate(parse.pos):
        if pos != "NOUN" or parse.child(noun, "cop") is not None or is_name(parse, noun):
            continue
        for name in named(parse, noun):
            if name != noun and parse.labels[name] != "appos":
                flags = _flags(analysis, noun)
                yield from predicate_facts(analysis, name, noun, flags, confidence=0.5)
                for led in _led(analysis, noun) if parse.case(noun) == "under" else ():
                    label = relation_noun(parse, noun)
                    yield Candidate(led, f"the {label}", label, name, (noun,), flags, confidence=0.7)


def _kind(analysis: Analysis, noun: int) -> str:
    parse = analysis.parse
    ordinals = [
        c
        for c in parse.under(noun, "amod")
        if parse.lower[c] in ("first", "second", "third", "last", "debut", "only")
    ]
    return " ".join([*(parse.lower[o] for o in ordinals), parse.lemmas[noun]])


def _flags(analysis: Analysis, noun: int) -> Flags:
    """A nominal is asserted by the way, whatever the verb says of it, unless somebody else says it."""
    flags = analysis.assertion.flags(noun) & frozenset({"quoted", "attributed", "question"})
    return flags or NONE
