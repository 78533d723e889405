"""How many sorts of a thing there are and which: "the two types of X are A and B", "X has three stages"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.rules.existentials import SORTS, counted_sorts
from factscan.extract.rules.frames import objects_of
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, noun_phrase

_TELLING = frozenset(
    "describe identify recognize recognise distinguish define report list differentiate".split()
)
_DIVIDING = frozenset("divide classify categorize categorise group split subdivide separate".split())
_HAVING = frozenset({"have", "comprise"})
_ANYBODY = frozenset(
    "researcher scientist doctor physician expert clinician author scholar biologist one".split()
)
_PLAIN = frozenset(
    "main major distinct different basic known principal separate recognized recognised".split()
)
_BEST = frozenset("most least".split())


def sort_facts(analysis: Analysis) -> Iterator[Candidate]:
    """The number of sorts of a thing, and the sorts."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        verb = parse.lemmas[clause.predicate]
        if clause.copular:
            yield from _named(parse, clause)
        elif verb == "include" and not clause.passive:
            yield from _included(parse, clause)
        elif verb in _TELLING:
            yield from _told(parse, clause)
        elif verb in _DIVIDING and clause.passive:
            yield from _of_whole(parse, clause, parse.under(clause.predicate, "obl"), "into")
        elif verb in _HAVING and not clause.passive:
            yield from _of_whole(parse, clause, parse.under(clause.predicate, "obj"), "")


def _whole(parse: Parse, sort: int) -> int | None:
    """What the sorts are of."""
    if parse.lemmas[sort] not in SORTS:
        return None
    return next((c for c in parse.under(sort, "nmod") if parse.case(c) == "of"), None)


def _named(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "The two main types of X are A and B", "the most common form of X is A"."""
    p = clause.predicate
    if parse.pos[p] not in ("NOUN", "PROPN") or parse.case(p):
        return
    for sort in clause.subjects:
        whole = _whole(parse, sort)
        if whole is None or not any(parse.lower[d] == "the" for d in parse.under(sort, "det")):
            continue
        label = parse.lemmas[sort]
        if parse.tags[sort] == "NNS":
            yield from counted_sorts(parse, whole, sort, (p,), clause.flags)
        else:
            before = [parse.lower[t] for t in noun_phrase(parse, sort) if t < sort]
            if not _BEST.intersection(before):
                continue
            label = " ".join([*before, label])
        yield from _each(parse, whole, p, label, clause)


def _included(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "Types of X include A and B"."""
    for sort in clause.subjects:
        whole = _whole(parse, sort)
        narrowed = (
            parse.child(sort, "acl", "acl:relcl") if whole is None else parse.child(whole, "acl", "acl:relcl")
        )
        if whole is not None and parse.tags[sort] == "NNS" and narrowed is None:
            for thing in parse.under(clause.predicate, "obj"):
                yield from _each(parse, whole, thing, parse.lemmas[sort], clause)


def _each(parse: Parse, whole: int, first: int, label: str, clause: Clause) -> Iterator[Candidate]:
    for thing in coordinated(parse, first):
        if any(parse.pos[t] == "CCONJ" for t in noun_phrase(parse, thing)):
            continue  # "red and white wine" are two
        words = (clause.predicate, thing)
        yield Candidate(whole, f"the {label}", label, thing, words, clause.flags, enough=Content.THING)


def _told(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "Researchers have described four types of X", "four types of X are recognised"."""
    anybody = clause.passive or all(parse.lemmas[s] in _ANYBODY for s in clause.subjects)
    sorts = clause.subjects if clause.passive else objects_of(parse, clause.predicate)
    for sort in sorts if anybody else ():
        whole = _whole(parse, sort)
        if whole is not None and parse.child(whole, "acl", "acl:relcl") is None:
            yield from counted_sorts(parse, whole, sort, (clause.predicate,), clause.flags)


def _is_narrowed(parse: Parse, sort: int) -> bool:
    """Whether they are no sorts of the whole: "two built-in types", "three types of disks"."""
    if parse.child(sort, "nmod", "compound", "acl", "acl:relcl") is not None:
        return True
    return any(parse.lower[c] not in _PLAIN for c in parse.under(sort, "amod"))


def _of_whole(parse: Parse, clause: Clause, nouns: list[int], preposition: str) -> Iterator[Candidate]:
    """ "X is divided into three types", "X has three stages"."""
    for sort in nouns:
        if parse.lemmas[sort] in SORTS and parse.case(sort) == preposition and not _is_narrowed(parse, sort):
            for subject in clause.subjects:
                yield from counted_sorts(parse, subject, sort, (clause.predicate,), clause.flags)
