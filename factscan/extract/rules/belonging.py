"""Whether a prepositional phrase or a clause belongs to the verb at all, or to a noun beside it."""

from factscan.extract.objects import names_field
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, noun_phrase

_WAYS = frozenset({"from", "to", "into", "through"})
_PHASES = frozenset("begin start continue cease stop finish keep proceed resume commence go".split())


def may_be_nouns(analysis: Analysis, child: int, phrases: list[int]) -> bool:
    """Whether the phrase may as well say more of the noun before it: "associated with defects in that gene"."""
    parse = analysis.parse
    if parse.case(child) == "in" and _is_of_goal(parse, child, phrases):
        return True
    if parse.case(child) not in ("in", "of") or analysis.date_at(child) or parse.names[child]:
        return False
    first = min(parse.descendants(child))
    before = first - 1
    if names_field(analysis, first):
        return True
    return before in phrases and parse.pos[before] == "NOUN" and parse.labels[child] != "nmod"


def _is_of_goal(parse: Parse, child: int, phrases: list[int]) -> bool:
    """Whether a place tells where the goal before it is: "was sent to Holm in Lund"."""
    before = next(iter(parse.under(child, "case")), 0) - 1
    return parse.names[child][2:] in ("LOC", "GPE") and any(
        p < child and parse.case(p) in _WAYS and is_name(parse, p) and before in noun_phrase(parse, p)
        for p in phrases
    )


def leaves_object(parse: Parse, verb: int) -> bool:
    """Whether a relative clause without a pronoun leaves out what it is about: "the surveys she led at Lund"."""
    if parse.labels[verb] != "acl:relcl" or parse.child(verb, "obj", "ccomp", "xcomp", "cop") is not None:
        return False
    subject = parse.child(verb, "nsubj")
    relative = any(parse.tags[c] in ("WDT", "WP", "WRB", "WP$") for c in parse.descendants(verb) if c < verb)
    stranded = any(parse.case(o) == "" for o in parse.under(verb, "obl")) or relative
    return subject is not None and subject < verb and parse.lower[subject] != "that" and not stranded


def leads_up(parse: Parse, verb: int) -> bool:
    """Whether the verb only says that another begins or ends: "in 1990 he began to write"."""
    return parse.lemmas[verb] in _PHASES and parse.child(verb, "xcomp") is not None


def opens_period(parse: Parse, verb: int) -> bool:
    """Whether the verb only says since when the main one holds: "Starting in 2014, they toured"."""
    return (
        parse.lemmas[verb] in ("start", "begin", "commence")
        and parse.tags[verb] == "VBG"
        and parse.labels[verb] in ("advcl", "case", "obl")
        and parse.child(verb, "aux", "obj", "xcomp") is None
    )


def belongs_to_name(parse: Parse, target: int, preposition: str) -> bool:
    """Whether the phrase is part of the name before it: "the Committee on the Judiciary"."""
    first = next(iter(parse.under(target, "case")), 0)
    return (
        preposition in ("on", "for")
        and first > 0
        and parse.lower[first - 1] in ("committee", "subcommittee", "commission")
    )


def is_close(parse: Parse, objects: list[int], target: int) -> bool:
    """Whether the phrase stands right after the only object: "offers courses in science"."""
    first = min(t for t in parse.descendants(target))
    return len(objects) == 1 and first == max(noun_phrase(parse, objects[0])) + 1


def is_after_comma(parse: Parse, thing: int, place: int) -> bool:
    first = next(iter(parse.under(place, "case")), 0)
    return first > 1 and parse.words[first - 1] == "," and thing < first and parse.pos[first - 2] == "PROPN"
