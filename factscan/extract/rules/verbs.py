"""Verbal clauses: active and passive, objects, obliques with their prepositions, bare dates, light verbs."""

from collections.abc import Iterator
from dataclasses import dataclass

from factscan.extract.candidate import Candidate, Value
from factscan.extract.objects import date_value, read_value
from factscan.extract.rules.measures import measure_of
from factscan.extract.rules.possessives import LISTING_VERBS, owner_of, relation_noun
from factscan.extract.rules.predicates import relational
from factscan.extract.rules.verbs_data import (
    EMPTY_VERBS,
    FOR_VERBS,
    HEDGES,
    IDIOMS,
    LIGHT_VERBS,
    MAKING_VERBS,
    NEVER_STATED,
    OBLIQUE_IDIOMS,
    SKIPPED_PREPOSITIONS,
    SUFFERERS,
    SUFFERING_VERBS,
)
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags, is_negative_phrase
from factscan.extract.syntax.assertion_data import IMPLICATIVE_GOVERNORS
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.concepts import is_bare_definite
from factscan.extract.syntax.noun_data import RELATIONAL_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, coordinated_names, is_name

_MOVABLE = frozenset({"in", "on", "at", "from", "to", "with", "against", "about"})
_NOMINAL = ("NOUN", "PROPN", "NUM", "SYM", "X", "PRON")


@dataclass(frozen=True, slots=True)
class _Frame:
    """A verb with one of its subjects.

    ``prefix``: where the subject is a thing of ``subject``'s ("his face"), that thing.
    """

    analysis: Analysis
    verb: int
    lemma: str
    passive: bool
    subject: int
    prefix: str
    flags: Flags

    def fact(
        self,
        pattern: str,
        label: str,
        target: int | Value,
        *words: int,
        about: int | None = None,
        transitive: bool = False,
    ) -> Candidate:
        """A candidate of this verb; ``about`` another subject than the frame's."""
        parse = self.analysis.parse
        flags = self.flags
        if isinstance(target, int) and is_negative_phrase(parse, target):
            flags = flags | {"negated"}
        prefix = self.prefix if about is None else ""
        if prefix:
            pattern, label, transitive = f"{prefix} {pattern}", f"{prefix} {label}", False
        subject = self.subject if about is None else about
        return Candidate(
            subject,
            pattern,
            label,
            target,
            (self.verb, *words),
            flags,
            transitive,
            0.8 if transitive else 0.6,
        )


def verbal_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts of all clauses whose predicate is a verb."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        if clause.copular or parse.pos[clause.predicate] not in ("VERB", "AUX"):
            continue
        if parse.lemmas[clause.predicate] in NEVER_STATED:
            continue
        for subject in clause.subjects:
            sufferers = (
                sufferer_of(parse, subject) if parse.lemmas[clause.predicate] in SUFFERING_VERBS else None
            )
            if sufferers is not None and not clause.passive:
                yield from _symptoms(analysis, clause, sufferers)
                continue
            frame = _frame(analysis, clause, subject)
            if frame is not None:
                yield from _objects(frame)
                yield from _complements(frame)
                if frame.lemma not in EMPTY_VERBS and not _is_about_to(parse, clause.predicate):
                    yield from _obliques(frame)


def sufferer_of(parse: Parse, subject: int) -> int | None:
    """The disease in "people with X"."""
    if parse.lemmas[subject] not in SUFFERERS:
        return None
    return next((c for c in parse.under(subject, "nmod") if parse.case(c) == "with"), None)


def _symptoms(analysis: Analysis, clause: Clause, disease: int) -> Iterator[Candidate]:
    """ "People with X have A and B": what they have is a symptom of X."""
    parse = analysis.parse
    for target in _objects_of(parse, clause.predicate):
        for of in coordinated(parse, disease):
            words = (clause.predicate,)
            yield Candidate(of, "the symptom", "symptom", target, words, clause.flags, confidence=0.7)


def _is_about_to(parse: Parse, verb: int) -> bool:
    """Whether time and place go with what the verb only leads up to: "planned to release it in May"."""
    complement = parse.child(verb, "xcomp")
    return (
        complement is not None
        and parse.tags[complement] == "VB"
        and parse.lemmas[verb] not in IMPLICATIVE_GOVERNORS
    )


def _frame(analysis: Analysis, clause: Clause, subject: int) -> _Frame | None:
    parse = analysis.parse
    flags = clause.flags
    if is_negative_phrase(parse, subject):
        flags = flags | {"negated"}
    verb, prefix = clause.predicate, ""
    owner = parse.owner(subject) if parse.pos[subject] == "NOUN" else None
    if owner_of(parse, subject) is not None and parse.lemmas[verb] in LISTING_VERBS:
        return None
    if owner is not None:
        subject, prefix = owner, relation_noun(parse, subject)
    return _Frame(analysis, verb, verb_lemma(parse, verb), clause.passive, subject, prefix, flags)


def verb_lemma(parse: Parse, verb: int) -> str:
    """The lemma with its particle ("set up") or with the noun it is nothing without ("take place")."""
    particle = parse.child(verb, "compound:prt")
    if (
        particle is None
        and verb + 1 < len(parse)
        and parse.tags[verb + 1] == "RP"
        and parse.heads[verb + 1] == verb
    ):
        particle = verb + 1
    lemma = parse.lemmas[verb] + (f" {parse.lower[particle]}" if particle is not None else "")
    if lemma in OBLIQUE_IDIOMS:
        for o in parse.under(verb, "obl"):
            if (parse.case(o), parse.lower[o]) == OBLIQUE_IDIOMS[lemma]:
                return f"{lemma} {parse.case(o)} {parse.lower[o]}"
    inner = idiom_object(parse, verb)
    return f"{lemma} {parse.lower[inner]}" if inner is not None else lemma


def idiom_object(parse: Parse, verb: int) -> int | None:
    """The object that makes one verb with its verb: "place" in "took place"."""
    nouns = IDIOMS.get(parse.lemmas[verb])
    if nouns is None:
        return None
    return next((o for o in parse.under(verb, "obj") if parse.lower[o] in nouns), None)


def _objects_of(parse: Parse, verb: int) -> list[int]:
    idiom = idiom_object(parse, verb)
    return [
        t for child in parse.under(verb, "obj") if child != idiom for t in coordinated_names(parse, child)
    ]


def _objects(frame: _Frame) -> Iterator[Candidate]:
    parse, verb, lemma = frame.analysis.parse, frame.verb, frame.lemma
    for target in _objects_of(parse, verb):
        if (date := date_value(frame.analysis, target)) is not None and not frame.passive:
            yield frame.fact(f"{lemma} on", f"{lemma} on", date)
        elif frame.passive:
            yield frame.fact(f"be {lemma}", lemma, target)
        elif lemma in ("become", "remain"):
            yield frame.fact(lemma, lemma, target)
        elif lemma == "have" and measure_of(parse, target) is not None:
            continue
        elif lemma not in EMPTY_VERBS and not _is_light(frame, target):
            yield frame.fact(lemma, lemma, target, transitive=True)
    yield from _receivers(frame)
    if frame.passive and not frame.prefix:
        for child in _agents(parse, verb):
            for agent in coordinated_names(parse, child):
                if frame.analysis.date_at(agent) is None and parse.pos[agent] in _NOMINAL:
                    yield Candidate(
                        agent,
                        lemma,
                        lemma,
                        frame.subject,
                        (verb, agent),
                        frame.flags,
                        transitive=True,
                        confidence=0.8,
                    )


def _receivers(frame: _Frame) -> Iterator[Candidate]:
    """To whom something is given: "gave Russia influence" is "give influence to"."""
    parse = frame.analysis.parse
    given = [] if frame.passive else _objects_of(parse, frame.verb)
    for child in parse.under(frame.verb, "iobj") if given else []:
        if what := _bare(frame.analysis, given[0]):
            label = f"{frame.lemma} {what} to"
            for receiver in coordinated_names(parse, child):
                yield frame.fact(label, label, receiver, given[0])


def _is_light(frame: _Frame, target: int) -> bool:
    """Whether verb and object say nothing without the phrase that follows: "gave reports from Manila"."""
    parse = frame.analysis.parse
    if frame.lemma not in LIGHT_VERBS or parse.pos[target] != "NOUN":
        return False
    bare = not [
        c for c in parse.children[target] if parse.labels[c] in ("amod", "compound", "nummod", "nmod:poss")
    ]
    return bare and bool(_inside_objects(frame.analysis, [target]) or parse.under(frame.verb, "obl"))


def _agents(parse: Parse, verb: int) -> list[int]:
    agents = parse.under(verb, "obl:agent")
    return agents or [
        o for o in parse.under(verb, "obl", "nmod") if parse.case(o) == "by" and parse.tags[o] != "VBG"
    ]


def _complements(frame: _Frame) -> Iterator[Candidate]:
    """Nominal and adjectival complements: "became king", "was named chairman", "became interested in racing"."""
    parse, verb, lemma = frame.analysis.parse, frame.verb, frame.lemma
    patient = None if frame.passive else parse.child(verb, "obj")
    for child in parse.under(verb, "xcomp"):
        if parse.pos[child] in ("VERB", "AUX") and parse.tags[child] != "VBN":
            continue
        if parse.child(child, "mark", "cop", "aux", "obj") is not None:
            continue
        inner = [o for o in parse.under(child, "obl", "nmod") if parse.case(o) not in ("", "of", "for")]
        if inner and parse.pos[child] in ("ADJ", "VERB"):
            for target in (t for o in inner for t in coordinated(parse, o)):
                label = f"{lemma} {parse.lower[child]} {parse.case(target) or parse.case(inner[0])}"
                yield frame.fact(label, label, target, child)
            continue
        if (
            lemma == "become"
            and parse.lemmas[child] in RELATIONAL_NOUNS
            and (parse.child(child, "nmod") is not None and not frame.prefix)
        ):
            yield from relational(frame.analysis, frame.subject, child, frame.flags, 0.7)
            continue
        pattern = f"be {lemma} as" if frame.passive or patient is not None else lemma
        for target in coordinated(parse, child):
            yield frame.fact(pattern, lemma, target, about=patient)


def _obliques(frame: _Frame) -> Iterator[Candidate]:
    parse = frame.analysis.parse
    objects = [] if frame.passive else _objects_of(parse, frame.verb)
    phrases = _phrases(frame, objects)
    dated = {parse.case(p) for p in phrases if frame.analysis.date_at(p) is not None}
    for child in phrases:
        if parse.case(child) in dated and frame.analysis.date_at(child) is None and not is_name(parse, child):
            continue  # "adopted on first reading on 2 May": the reading only says more of the date
        for token in coordinated_names(parse, child):
            preposition = parse.case(token) or parse.case(child)
            for relation, target in _places_and_times(frame.analysis, preposition, token):
                yield from _oblique(frame, relation, token, target, objects)


def _phrases(frame: _Frame, objects: list[int]) -> list[int]:
    """The prepositional phrases and bare dates of the verb, and what of those inside its objects may be its."""
    analysis, verb = frame.analysis, frame.verb
    parse = analysis.parse
    agents = _agents(parse, verb) if frame.passive else []
    own = [
        o
        for o in parse.under(verb, "obl", "obl:unmarked")
        if o not in agents and not frame.lemma.endswith(parse.lower[o])
    ]
    places = [o for o in own if analysis.date_at(o) is None and not objects]
    inside = [p for p in _inside_objects(analysis, objects or places) if objects or is_name(parse, p)]
    return [*own, *_dates_below(analysis, verb), *inside]


def _inside_objects(analysis: Analysis, objects: list[int]) -> list[int]:
    """Phrases inside an object that could as well hang on the verb: "gave reports from Manila"."""
    parse = analysis.parse
    found = []
    for noun in objects:
        inner = [
            p for p in parse.under(noun, "nmod") if parse.case(p) in _MOVABLE and analysis.date_at(p) is None
        ]
        if inner and not is_name(parse, noun):
            found.append(inner[0])
    return found


def _dates_below(analysis: Analysis, verb: int) -> list[int]:
    """Dates that the parser hung on an object or a place of the verb: "won the cup in 1921"."""
    parse = analysis.parse
    return [
        date
        for noun in parse.under(verb, "obj", "obl", "obl:agent")
        if analysis.date_at(noun) is None and (parse.labels[noun] != "obl:agent" or is_name(parse, noun))
        for date in parse.under(noun, "nmod", "nmod:unmarked")
        if analysis.date_at(date) is not None
        and parse.case(date) in ("in", "on", "since", "from", "until", "during", "by")
    ]


def _places_and_times(analysis: Analysis, preposition: str, token: int) -> Iterator[tuple[str, int | Value]]:
    """The preposition and the object it governs; a range of dates is a beginning and an end."""
    date = date_value(analysis, token)
    if date is None:
        if preposition and preposition not in SKIPPED_PREPOSITIONS:
            yield preposition, token
        return
    begin, _, end = date.canonical.partition("/")
    if end and preposition in ("from", "between", "to", "until", "till"):
        yield "from", Value(begin, "date", date.start, date.end)
        yield "until", Value(end, "date", date.start, date.end)
    elif preposition in ("", "about", "around", "circa", "c.", "in about", "in around", "at"):
        yield "on" if len(begin) == len("2000-01-01") else "in", date
    else:
        yield preposition, date


def _is_vague_for(frame: _Frame, preposition: str, target: int | Value) -> bool:
    """Whether it is a purpose ("for integration"); with a name, "for" tells whom or what something is for."""
    return preposition == "for" and isinstance(target, int) and not is_name(frame.analysis.parse, target)


def _oblique(
    frame: _Frame, preposition: str, token: int, target: int | Value, objects: list[int]
) -> Iterator[Candidate]:
    parse, lemma = frame.analysis.parse, frame.lemma
    if _is_vague_for(frame, preposition, target) and lemma not in FOR_VERBS:
        return
    label = f"{lemma} {preposition}"
    if frame.passive:
        inner = next(iter(_objects_of(parse, frame.verb)), None)
        if inner is not None:
            label = f"{lemma} {_bare(frame.analysis, inner)} {preposition}"
        yield frame.fact(f"be {lemma} {preposition}", label, target, token)
    elif preposition in HEDGES and not isinstance(target, Value):
        if not objects and parse.child(token, "nummod") is not None:
            yield frame.fact(lemma, lemma, target, token)
    elif not objects:
        yield frame.fact(label, label, target, token)
    elif lemma in MAKING_VERBS and (is_name(parse, objects[0]) or is_bare_definite(parse, objects[0])):
        # the time and place of making a thing are the thing's
        for thing in objects:
            yield frame.fact(f"be {label}", label, target, token, about=thing)
    elif middle := _bare(frame.analysis, objects[0]):
        yield frame.fact(label, f"{lemma} {middle} {preposition}", target, token, objects[0])


def _bare(analysis: Analysis, noun: int) -> str:
    """The object inside a relation label: a name as it is, a noun with its compounds in lower case."""
    parse = analysis.parse
    if parse.pos[noun] == "PRON":
        return ""
    if is_name(parse, noun):
        value = read_value(analysis, noun)
        return value.canonical if value is not None and len(value.canonical) < 60 else ""
    tokens = [
        t for t in parse.under(noun, "compound") if noun - 3 <= t < noun and parse.words[t].islower()
    ] + [noun]
    text = " ".join(parse.lower[t] for t in sorted(tokens))
    return text if read_value(analysis, noun) is not None or text.isalpha() else ""
