"""Causes that a verb tells with more than an object: "causes the skin to peel", "causes some cases of X".

And what something is there to make: "provides instructions for making a protein called X".
"""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.rules.frames import objects_of
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated

_CASES = frozenset({"case", "form", "percent", "%", "majority", "type"})
_PROVIDING = frozenset("provide give contain carry hold".split())
_PLANS = frozenset({"instruction", "blueprint", "code"})
_HAPPENING = frozenset("form occur develop arise appear happen".split())
_BECAUSE = frozenset({"due to", "because of", "in response to", "owing to"})
_LONGEST = 12  # words of what is caused


def cause_facts(analysis: Analysis) -> Iterator[Candidate]:
    """What causes something to happen, what causes some of its cases, and what something is the plan of."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        if clause.passive or clause.copular or not clause.subjects:
            continue
        if parse.lemmas[clause.predicate] in _HAPPENING:
            yield from _reasons(parse, clause)
        if parse.lemmas[clause.predicate] == "cause":
            yield from _effects(parse, clause)
            yield from _of_cases(parse, clause)
        elif parse.lemmas[clause.predicate] in _PROVIDING:
            yield from _plans(parse, clause)


def _effects(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "The disease causes the skin to become thick and to peel": what it causes is all of it."""
    verb = clause.predicate
    thing = parse.child(verb, "obj")
    first = next((c for c in parse.under(verb, "xcomp", "advcl", "ccomp") if _is_infinitive(parse, c)), None)
    if first is None or _speaks_of_event(parse, verb):
        return
    if thing is None:  # "causes ammonia to accumulate": the parser made it the subject of what it does
        thing = parse.child(first, "nsubj")
    if thing is None or not verb < thing < first:
        return
    before = [t for t in sorted(parse.descendants(thing)) if verb < t < first]
    while before and (parse.pos[before[0]] == "DET" or parse.tags[before[0]] == "PRP$"):
        before = before[1:]
    separate = [c for c in parse.under(first, "conj") if _is_infinitive(parse, c)]
    for happens in (first, *separate):
        apart = [c for c in parse.under(happens, "conj") if c in separate]
        inner = {t for c in (*apart, *parse.under(happens, "cc", "punct")) for t in parse.descendants(c)}
        after = [
            t for t in sorted(parse.descendants(happens)) if t not in inner and t not in before and t > thing
        ]
        if not before or not after or len(before) + len(after) > _LONGEST:
            continue
        words = [*before, *after] if parse.lower[after[0]] == "to" else [*before, *_to(parse, first), *after]
        text = " ".join("".join(_spelled(parse, words)).split())
        value = Value(text, "phrase", parse.starts[before[0]], parse.ends[after[-1]], content=Content.FULL)
        for subject in clause.subjects:
            yield Candidate(subject, "cause", "cause", value, (verb,), clause.flags, confidence=0.8)


def _speaks_of_event(parse: Parse, verb: int) -> bool:
    """Whether the clause may be of all that was said: "moved to Oslo, which caused …"."""
    subject = parse.child(verb, "nsubj")
    return subject is not None and parse.lower[subject] == "which" and parse.words[subject - 1] == ","


def _reasons(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "Blisters form in response to injury or friction": each is a cause."""
    for outer in parse.under(clause.predicate, "obl"):
        phrase: int | None = outer
        if parse.lower[outer] == "response" and parse.case(outer) == "in":
            phrase = next((c for c in parse.under(outer, "nmod") if parse.case(c) == "to"), None)
        elif parse.case(outer) not in _BECAUSE:
            continue
        if phrase is None:
            continue
        for subject in clause.subjects:
            for reason in coordinated(parse, phrase):
                words = (clause.predicate, phrase)
                yield Candidate(
                    subject, "the cause", "cause", reason, words, clause.flags, enough=Content.UNFINISHED
                )


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] == "to" for c in parse.under(verb, "mark", "aux"))


def _to(parse: Parse, verb: int) -> list[int]:
    return [c for c in parse.under(verb, "mark", "aux") if parse.lower[c] == "to"]


def _spelled(parse: Parse, tokens: list[int]) -> Iterator[str]:
    """The words with the blanks that the text has after them."""
    for t in tokens:
        after = parse.ends[t] < len(parse.text) and parse.text[parse.ends[t]].isspace()
        yield parse.words[t] + (" " if after else "")


def _of_cases(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "Mutations in this gene cause some cases of X": a cause of X."""
    for cases in objects_of(parse, clause.predicate):
        illness = next((c for c in parse.under(cases, "nmod") if parse.case(c) == "of"), None)
        if parse.lemmas[cases] not in _CASES or illness is None:
            continue
        for subject in clause.subjects:
            yield Candidate(
                illness,
                "the cause",
                "cause",
                subject,
                (clause.predicate, cases),
                clause.flags,
                enough=Content.FULL,
            )


def _plans(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "The gene provides instructions for making a protein": what it provides them for."""
    verb = clause.predicate
    plan = next((o for o in parse.under(verb, "obj") if parse.lemmas[o] in _PLANS), None)
    if plan is None:
        return
    gerunds = [
        c for n in (plan, verb) for c in parse.under(n, "acl", "advcl", "nmod") if parse.tags[c] == "VBG"
    ]
    for making in gerunds:
        if parse.lower[making - 1] != "for" or making < plan:
            continue
        label = f"{parse.lemmas[verb]} {parse.lower[plan]} for {parse.lower[making]}"
        for subject in clause.subjects:
            for made in objects_of(parse, making):
                yield Candidate(
                    subject,
                    label,
                    label,
                    called(parse, made),
                    (verb, making),
                    clause.flags,
                    enough=Content.THING,
                )


def called(parse: Parse, noun: int) -> int:
    """The name of a thing, where it has one: "cellulitis" for "skin infections called cellulitis"."""
    naming = next((c for c in parse.under(noun, "acl") if parse.lower[c] in ("called", "termed")), None)
    name = parse.child(naming, "xcomp", "obj") if naming is not None else None
    return noun if name is None or parse.pos[name] not in ("NOUN", "PROPN") else name
