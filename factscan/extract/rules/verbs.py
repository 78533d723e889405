"""Verbal clauses: active and passive, objects and agents, receivers, light verbs."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.objects import date_value
from factscan.extract.rules.attachment import is_in_title, may_speak_of, unbroken
from factscan.extract.rules.carried import RETAINING, says_less, says_less_of_agent
from factscan.extract.rules.complements import APPOINTING, became_facts, complement_facts
from factscan.extract.rules.frames import (
    NOMINAL,
    Frame,
    agents_of,
    frame_of,
    is_alternative,
    is_open,
    objects_of,
    receivers_of,
)
from factscan.extract.rules.labels import label_of_object
from factscan.extract.rules.measures import measure_of
from factscan.extract.rules.obliques import oblique_facts
from factscan.extract.rules.possessives import LISTING_VERBS
from factscan.extract.rules.respectively import own_share
from factscan.extract.rules.set_phrases import AWARDING, INSTRUMENTS, set_phrase_facts
from factscan.extract.rules.verbs_data import (
    CALLING_VERBS,
    EMPTY_VERBS,
    KIND_VERBS,
    NAMING_VERBS,
    NEVER_STATED,
    REGARDING_VERBS,
    SUFFERERS,
    SUFFERING_VERBS,
)
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.content_data import CIRCUMSTANCE_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, coordinated_names, is_name, noun_phrase

_NAMERS = NAMING_VERBS | CALLING_VERBS
_COUNTING = frozenset(
    "have contain number total score reach measure weigh exceed sell kill employ earn cost win lose equal".split()
)
_NAMES = frozenset("name nickname title alias pseudonym acronym initial moniker".split())
_PURPOSES = frozenset(
    {
        "for",
        "without",
        "instead",
        "of",
        "about",
        "from",
        "against",
        "besides",
        "towards",
        "toward",
        "such",
        "like",
    }
)


def verbal_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts of all clauses whose predicate is a verb."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        if clause.copular or parse.pos[clause.predicate] not in ("VERB", "AUX"):
            continue
        if parse.lemmas[clause.predicate] in NEVER_STATED or _is_opinion(parse, clause.predicate):
            continue
        if _is_purpose(parse, clause.predicate) or is_in_title(parse, clause.predicate):
            continue
        for subject in clause.subjects:
            if not may_speak_of(parse, clause.predicate, subject):
                continue
            sufferers = (
                sufferer_of(parse, subject) if parse.lemmas[clause.predicate] in SUFFERING_VERBS else None
            )
            if sufferers is not None and not clause.passive:
                yield from _symptoms(analysis, clause, sufferers)
                continue
            frame = frame_of(analysis, clause, subject)
            if frame is not None:
                yield from set_phrase_facts(frame)
                yield from _objects(frame)
                yield from complement_facts(frame)
                if frame.lemma not in EMPTY_VERBS and not _is_about_to(analysis, clause.predicate):
                    yield from oblique_facts(frame)


def _is_opinion(parse: Parse, verb: int) -> bool:
    """Whether the clause is what somebody calls a thing: "was described as aimed at reform"."""
    head = parse.heads[verb]
    return (
        parse.labels[verb] in ("obl", "advcl", "xcomp", "ccomp")
        and parse.lemmas[head] in REGARDING_VERBS
        and any(parse.lower[c] == "as" for c in parse.under(verb, "case", "mark"))
    )


def _is_purpose(parse: Parse, verb: int) -> bool:
    """Whether the gerund is what something is for or without: "a tool for extracting archives"."""
    if parse.tags[verb] != "VBG":
        return False
    while parse.labels[verb] == "conj" and parse.tags[parse.heads[verb]] == "VBG":
        verb = parse.heads[verb]
    return any(parse.lower[c] in _PURPOSES for c in parse.under(verb, "mark", "case"))


def sufferer_of(parse: Parse, subject: int) -> int | None:
    """The disease in "people with X"."""
    if parse.lemmas[subject] not in SUFFERERS:
        return None
    return next((c for c in parse.under(subject, "nmod") if parse.case(c) == "with"), None)


def _symptoms(analysis: Analysis, clause: Clause, disease: int) -> Iterator[Candidate]:
    """ "People with X have A and B": what they have is a symptom of X."""
    parse = analysis.parse
    for target in objects_of(parse, clause.predicate):
        for of in coordinated(parse, disease):
            words = (clause.predicate,)
            yield Candidate(
                of, "the symptom", "symptom", target, words, clause.flags, False, 0.7, Content.THING
            )


def _is_about_to(analysis: Analysis, verb: int) -> bool:
    """Whether time and place go with what the verb only leads up to: "planned to release it in May"."""
    complement = analysis.parse.child(verb, "xcomp")
    if complement is None or analysis.parse.tags[complement] != "VB":
        return False
    return bool(analysis.assertion.flags(complement) - analysis.assertion.flags(verb))


def _objects(frame: Frame) -> Iterator[Candidate]:
    parse, verb, lemma = frame.analysis.parse, frame.verb, frame.lemma
    enough = Content.KIND if parse.lemmas[verb] in KIND_VERBS and not frame.general else None
    for target in own_share(frame, unbroken(parse, objects_of(parse, verb))):
        if (date := date_value(frame.analysis, target)) is not None and not frame.passive:
            yield frame.fact(f"{lemma} on", f"{lemma} on", date)
        elif lemma in ("become", "remain") or (frame.passive and lemma in APPOINTING):
            yield from became_facts(frame, target)
        elif frame.passive:
            if lemma in RETAINING:
                enough = Content.UNFINISHED if lemma in _NAMERS else enough
                yield frame.fact(f"be {lemma}", lemma, target, enough=enough)
        elif lemma == "have" and is_name(parse, target):
            continue  # "had a daughter, R"
        elif lemma == "have" and measure_of(parse, target) is not None:
            continue
        elif lemma == "have" and _is_caused(parse, verb, target):
            continue  # "had the house built"
        elif lemma == "play" and parse.lower[target] in INSTRUMENTS:
            continue  # a set phrase
        elif parse.pos[target] == "NUM" and lemma not in _COUNTING and parse.child(target, "nmod") is None:
            continue  # "joined 1." is a text cut short
        elif lemma == "spend" and parse.lemmas[target] in CIRCUMSTANCE_NOUNS:
            continue  # "spent six seasons"
        elif lemma in AWARDING:
            continue  # who awards a prize does not have it
        elif lemma not in EMPTY_VERBS and not says_less(frame, target):
            told_either_way = parse.lemmas[verb] not in LISTING_VERBS
            loosened = enough is None and not frame.general and _is_listed(parse, target)
            least = Content.KIND if loosened else enough
            yield frame.fact(lemma, lemma, target, transitive=told_either_way, enough=least)
    yield from _receivers(frame)
    if frame.passive and not frame.prefix and not says_less_of_agent(frame):
        for child in agents_of(parse, verb):
            for agent in unbroken(parse, coordinated_names(parse, child)):
                if lemma == "know" and parse.lemmas[child] in _NAMES:
                    yield frame.fact("be know as", "name", agent)  # "known by the nicknames A and B"
                elif lemma == "know" or _introduces(parse, agent):
                    continue
                elif frame.analysis.date_at(agent) is None and parse.pos[agent] in NOMINAL:
                    yield _of_agent(
                        frame, agent, alternative=is_name(parse, agent) and is_alternative(parse, child)
                    )


def _is_caused(parse: Parse, verb: int, thing: int) -> bool:
    """Whether the thing is what somebody has something done to, rather than what he has."""
    after = max(noun_phrase(parse, thing)) + 1
    if after >= len(parse) or parse.tags[after] != "VBN":
        return False
    definite = parse.child(thing, "det", "nmod:poss") is not None or is_name(parse, thing)
    indefinite = any(parse.lower[d] in ("a", "an") for d in parse.under(thing, "det"))
    return parse.heads[after] in (verb, thing) and definite and not indefinite


def _is_listed(parse: Parse, target: int) -> bool:
    """Whether it is an example of what the object names: "offers courses such as law and medicine"."""
    first = parse.heads[target] if parse.labels[target] == "conj" else target
    return parse.case(first) == "such as"


def _of_agent(frame: Frame, agent: int, *, alternative: bool) -> Candidate:
    enough = Content.THING if frame.general else Content.FULL
    if not frame.general and _points(frame.analysis.parse, frame.subject):
        enough = Content.NAMED
    if is_open(f"be {frame.lemma} by"):
        enough = Content.UNFINISHED
    words = (frame.verb, agent)
    lemma, subject = frame.lemma, frame.subject
    flags = frame.flags | {"modal"} if alternative else frame.flags
    return Candidate(agent, lemma, lemma, subject, words, flags, True, 0.8, enough)


def _introduces(parse: Parse, noun: int) -> bool:
    """Whether a common noun stands before the name of whom it means, which the parser did not join to it."""
    return parse.pos[noun] == "NOUN" and parse.pos[noun + 1 : noun + 2] == ["PROPN"]


def _points(parse: Parse, patient: int) -> bool:
    """Whether the patient is one that only the text before tells: "the film score"."""
    definite = any(parse.lower[d] == "the" for d in parse.under(patient, "det"))
    return definite and not is_name(parse, patient) and parse.child(patient, "nmod") is None


def _receivers(frame: Frame) -> Iterator[Candidate]:
    """To whom something is given: "gave Russia influence" is "give influence to"."""
    parse = frame.analysis.parse
    given = [] if frame.passive else objects_of(parse, frame.verb)
    for child in receivers_of(parse, frame.verb) if given else []:
        if frame.lemma in AWARDING:
            for receiver in coordinated_names(parse, child):
                yield frame.fact("be award", "award", given[0], about=receiver)
        elif what := label_of_object(frame, given[0], cut=True):
            label = f"{frame.lemma} {what} to"
            for receiver in coordinated_names(parse, child):
                yield frame.fact(label, label, receiver, given[0])
