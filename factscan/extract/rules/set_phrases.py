"""Verbs that with their object are one wording: "earned a degree from", "had a daughter, R", "in honour of N"."""

from collections.abc import Iterator
from dataclasses import replace

from factscan.extract.candidate import Candidate
from factscan.extract.rules.frames import Frame
from factscan.extract.rules.labels import label_of_object
from factscan.extract.rules.predicates import classifier
from factscan.extract.rules.verbs_data import DEGREES, GAINING
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.noun_data import AWARD_NOUNS, TAXA
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, coordinated_names, is_name, named

# (verbs, noun, prepositions): with its object the verb is the wording of a relation
_PHRASES: tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...] = tuple(
    (frozenset(verbs.split()), frozenset(nouns.split()), tuple(prepositions.split()))
    for verbs, nouns, prepositions in (
        ("have maintain keep", "headquarters headquarter seat capital source", "in at"),
        ("form make constitute", "part", "of"),
        ("have share", "border boundary", "with"),
        ("take get derive receive", "name", "from"),
    )
)
AWARDING = frozenset({"award", "bestow", "confer"})
_BESTOWING = frozenset("award present give grant bestow confer".split())
_VOTES = frozenset({"election", "elections", "by-election", "by-elections"})
_TEACHING = frozenset({"offer", "award", "provide", "teach"})
_COURSES = frozenset("course degree program programme major minor diploma certificate class training".split())
INSTRUMENTS = frozenset(
    """guitar guitars bass drums percussion keyboard keyboards piano organ violin viola cello flute
    clarinet saxophone trumpet trombone harmonica banjo mandolin accordion harp sitar tabla ukulele oboe
    bassoon horn tuba fiddle synthesizer""".split()
)
_PARTS = frozenset({"role", "part", "lead"})
_KIN = frozenset("son daughter child brother sister wife husband".split())


def set_phrase_facts(frame: Frame) -> Iterator[Candidate]:
    """Facts of the frame whose relation lies in the object of the verb."""
    parse, verb = frame.analysis.parse, frame.verb
    objects = [t for o in parse.under(verb, "obj") for t in coordinated(parse, o)]
    for thing in objects if not frame.passive else ():
        lemma = parse.lemmas[thing]
        if parse.lemmas[verb] in GAINING and lemma in DEGREES:
            fields = parse.under(thing, "nmod")  # "a degree in physics from …" hangs on either
            hung = (thing, verb, *fields)
            for school in _under(parse, hung, ("from",)) or _under(parse, hung, ("at",)):
                fact = frame.fact("receive degree from", "receive degree from", school, thing)
                yield replace(fact, either=True)
        elif parse.lemmas[verb] in GAINING and lemma == "nomination":
            for prize in _under(parse, (thing,), ("for",)):
                yield frame.fact("be nominate for", "nominate for", prize, thing)
        elif parse.lemmas[verb] == "have" and lemma in _KIN:
            for name in _given_names(parse, thing):
                yield frame.fact(f"the {lemma}", lemma, name, thing)
        elif parse.lemmas[verb] == "play" and lemma in _PARTS:
            for work in _under(parse, (thing, verb), ("in",)):
                yield replace(frame.fact("act in", "act in", work, thing), either=True)
        elif parse.lemmas[verb] in _BESTOWING and AWARD_NOUNS & {parse.lower[t] for t in named(parse, thing)}:
            for winner in _under(parse, (thing, verb), ("to", "on", "upon")):
                yield frame.fact("be award", "award", thing, about=winner)
        elif parse.lemmas[verb] == "play" and parse.lower[thing] in INSTRUMENTS:
            yield frame.fact("play", "instrument", thing, enough=Content.POINTING)
        elif parse.lemmas[verb] == "play":
            for club in _under(parse, (thing, verb), ("for",)):
                fact = frame.fact("play for", "play for", club, thing)  # "played cricket for Kent"
                yield replace(fact, either=True)
        elif parse.lemmas[verb] in _TEACHING and lemma in _COURSES:
            label = f"{frame.lemma} {label_of_object(frame, thing, cut=True)} in"
            for subject in _below(parse, (thing, verb), "in"):
                if parse.pos[subject] in ("NOUN", "PROPN") and frame.analysis.date_at(subject) is None:
                    yield replace(frame.fact(label, label, subject, thing, enough=Content.KIND), either=True)
        for verbs, nouns, prepositions in _PHRASES:
            if parse.lemmas[verb] in verbs and lemma in nouns:
                for name in _under(parse, (thing, verb), prepositions):
                    label = f"{parse.lemmas[verb]} {lemma} {prepositions[0]}"
                    yield frame.fact(label, label, name, thing)
    if frame.lemma == "play" and not objects:
        roles = [o for o in parse.under(verb, "obl") if parse.case(o) == "as"]
        for club in _under(parse, tuple(roles), ("for",)):
            yield frame.fact("play for", "play for", club, roles[0])  # "plays as a midfielder for Kent"
    if frame.lemma == "belong":
        for group in _under(parse, (verb,), ("to",)):
            kind = classifier(parse, group)
            if kind in TAXA:
                yield frame.fact(f"the {kind}", kind, group)
    if parse.lower[frame.subject].rsplit(" ", 1)[-1] in _VOTES:
        for aim in parse.under(verb, "advcl", "xcomp"):
            if parse.lemmas[aim] == "elect" and parse.tags[aim] == "VB":
                for office in (t for o in parse.under(aim, "obj") for t in coordinated(parse, o)):
                    yield frame.fact("elect", "elect", office, aim)
    for honour in parse.under(verb, "obl"):
        if parse.lemmas[honour] in ("honor", "honour") and parse.case(honour) == "in":
            for name in _under(parse, (honour,), ("of",)):
                pattern = f"{'be ' if frame.passive else ''}{frame.lemma} in honor of"
                yield frame.fact(pattern, f"{frame.lemma} in honor of", name, honour)


def _below(parse: Parse, heads: tuple[int, ...], preposition: str) -> list[int]:
    """What hangs on the heads with the preposition."""
    children = (c for head in heads for c in parse.under(head, "nmod", "obl") if parse.case(c) == preposition)
    return [t for child in children for t in coordinated(parse, child)]


def _under(parse: Parse, heads: tuple[int, ...], prepositions: tuple[str, ...]) -> list[int]:
    """The names that hang on the heads with one of the prepositions."""
    return [
        name
        for head in heads
        for child in parse.under(head, "nmod", "obl")
        if parse.case(child) in prepositions
        for name in coordinated_names(parse, child)
        if is_name(parse, name)
    ]


def _given_names(parse: Parse, noun: int) -> list[int]:
    """ "R" in "a daughter, R", "a son named R"."""
    named = [
        o
        for c in parse.under(noun, "acl")
        if parse.lemmas[c] in ("name", "call")
        for o in parse.under(c, "obj", "xcomp")
    ]
    listed = [c for c in parse.under(noun, "conj") if parse.words[noun + 1 : noun + 2] in ([","], [":"])]
    if parse.tags[noun] == "NNS":  # "had three children, A, B and C"
        return [t for o in listed for t in coordinated(parse, o) if is_name(parse, t)]
    return [
        t for o in (*parse.under(noun, "appos"), *named) for t in coordinated(parse, o) if is_name(parse, t)
    ]
