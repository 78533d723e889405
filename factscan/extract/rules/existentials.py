"""Existential clauses: "There are four types of X", "there are three schools in Oslo"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags, is_negative_phrase
from factscan.extract.syntax.concepts import is_bare_definite
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.noun_data import PLACE_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, is_name
from factscan.extract.text.quantities import parse_quantity

SORTS = frozenset(
    """type kind form sort variety stage subtype class category grade phase division branch group version level
    pattern""".split()
)
_TYPES = frozenset({"types", "kinds", "forms", "sorts", "varieties"})  # one question, whatever the word
_MEMBERS = ("conj", "appos", "list", "parataxis", "dep")


def existential_facts(analysis: Analysis) -> Iterator[Candidate]:
    """How many of a kind something has, which they are, and what a named place has."""
    parse = analysis.parse
    for there, label in enumerate(parse.labels):
        if label != "expl" or parse.lower[there] != "there":
            continue
        verb = parse.heads[there]
        noun = next((s for s in parse.under(verb, "nsubj", "obj") if s > there), None)
        if noun is None or parse.lemmas[verb] not in ("be", "exist"):
            continue
        flags = analysis.assertion.flags(verb)
        if is_negative_phrase(parse, noun):
            flags = flags | {"negated"}
        owner = next((c for c in parse.under(noun, "nmod") if parse.case(c) in ("of", "to")), None)
        if owner is not None and parse.case(owner) == "of":
            yield from _counted(parse, owner, noun, flags)
        yield from _at_place(parse, verb, noun, flags)


def counted_sorts(
    parse: Parse, owner: int, noun: int, words: tuple[int, ...], flags: Flags
) -> Iterator[Candidate]:
    """How many types of X there are, if the phrase "two types" says it."""
    number = parse.child(noun, "nummod")
    if number is None or parse.lemmas[noun] not in SORTS:
        return
    count = parse_quantity(parse.words[number])
    if count is not None:
        label = f"number of {'types' if parse.lower[noun] in _TYPES else parse.lower[noun]}"
        value = Value(count, "quantity", parse.starts[number], parse.ends[number])
        yield Candidate(owner, f"the {label}", label, value, (*words, noun), flags, confidence=0.7)


def _counted(parse: Parse, owner: int, noun: int, flags: Flags) -> Iterator[Candidate]:
    """How many types of X there are, and what follows the colon."""
    counted = list(counted_sorts(parse, owner, noun, (), flags))
    yield from counted
    colon = next((t for t in range(owner + 1, len(parse)) if parse.words[t] == ":"), None)
    if colon is None or not counted:
        return
    lemma = parse.lemmas[noun]
    for head in (owner, noun):
        for item in parse.under(head, *_MEMBERS):
            if item > colon and parse.pos[item] in ("NOUN", "PROPN"):
                for each in coordinated(parse, item):
                    yield Candidate(owner, f"the {lemma}", lemma, each, (noun,), flags, confidence=0.7)


def _at_place(parse: Parse, verb: int, noun: int, flags: Flags) -> Iterator[Candidate]:
    """ "There is a lighthouse on Foulness": the place has it."""
    things = coordinated(parse, noun)
    places = [*parse.under(verb, "obl"), *(p for thing in things for p in parse.under(thing, "nmod"))]
    for place in places:
        if parse.case(place) in ("in", "on", "at", "within") and _is_known(parse, place):
            for thing in things:
                yield Candidate(
                    place, "have", "have", thing, (verb,), flags, confidence=0.6, enough=Content.THING
                )
            return


def _is_known(parse: Parse, place: int) -> bool:
    """Whether the place is named, or is one that the text may have named: "at the village"."""
    return is_name(parse, place) or (
        parse.lemmas[place] in PLACE_NOUNS and is_bare_definite(parse, place) and parse.pos[place] == "NOUN"
    )
