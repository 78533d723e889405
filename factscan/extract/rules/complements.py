"""Complements of verbs that are no clauses: "became king", "was named chairman", "became interested in racing"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.rules.copulas_data import RELATING_ADJECTIVES
from factscan.extract.rules.frames import Frame
from factscan.extract.rules.predicates import relational
from factscan.extract.rules.verbs_data import REGARDING_VERBS
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.noun_data import RELATIONAL_NOUNS, ROLE_NOUNS
from factscan.extract.syntax.phrases import coordinated

APPOINTING = frozenset({"elect", "appoint", "name", "make", "choose", "select"})
# verbs whose complement says what somebody is or is called
_LINKING = APPOINTING | frozenset(
    """become remain call title entitle dub nickname rename term style declare proclaim crown consider deem
    stay seem appear turn finish go""".split()
)
_MAKING = APPOINTING | {"become"}


def complement_facts(frame: Frame) -> Iterator[Candidate]:
    """Facts from nominal and adjectival complements; of a clause, its own rule tells."""
    parse, verb, lemma = frame.analysis.parse, frame.verb, frame.lemma
    if lemma in REGARDING_VERBS:
        return
    patient = None if frame.passive else parse.child(verb, "obj")
    for child in parse.under(verb, "xcomp"):
        if parse.pos[child] in ("VERB", "AUX") and parse.tags[child] != "VBN":
            continue
        if parse.child(child, "mark", "cop", "aux", "obj") is not None:
            continue
        if parse.pos[child] == "PROPN" and lemma not in _LINKING and _is_transitive(frame):
            for thing in coordinated(parse, child):
                yield frame.fact(
                    lemma, lemma, thing, transitive=True
                )  # "who was born in Odense, founded Novo"
            continue
        if parse.pos[child] == "NOUN" and lemma not in _LINKING and (frame.passive or patient is not None):
            continue  # "taken prisoner"
        inner = [o for o in parse.under(child, "obl", "nmod") if parse.case(o) not in ("", "of", "for")]
        if inner and parse.pos[child] in ("ADJ", "VERB"):
            for target in (t for o in inner if _relates(frame, child, o) for t in coordinated(parse, o)):
                label = f"{lemma} {parse.lower[child]} {parse.case(target) or parse.case(inner[0])}"
                yield frame.fact(label, label, target, child, enough=max(frame.enough, Content.FULL))
            continue
        yield from became_facts(frame, child, patient)


def _is_transitive(frame: Frame) -> bool:
    """Whether a verb with a name for its complement has it for its object: it has a subject and no auxiliary."""
    parse, verb = frame.analysis.parse, frame.verb
    alone = parse.child(verb, "aux", "aux:pass", "obj") is None
    return (
        alone and parse.child(verb, "nsubj") is not None and parse.tags[verb] in ("VBN", "VBD", "VBZ", "VBP")
    )


def _relates(frame: Frame, adjective: int, target: int) -> bool:
    """Whether "became interested in …" says more than how long or when."""
    parse = frame.analysis.parse
    if frame.analysis.date_at(target) is not None:
        return True
    return (parse.lower[adjective], parse.case(target)) in RELATING_ADJECTIVES


def became_facts(frame: Frame, child: int, patient: int | None = None) -> Iterator[Candidate]:
    """What the subject became, was named or is called; ``patient``: what an active verb makes so."""
    parse, lemma = frame.analysis.parse, frame.lemma
    related = lemma in _MAKING and parse.lemmas[child] in RELATIONAL_NOUNS
    if related and patient is None and parse.child(child, "nmod") is not None and not frame.prefix:
        yield from relational(frame.analysis, frame.subject, child, frame.flags, 0.7)
        return
    if parse.pos[child] in ("ADJ", "VERB", "ADV") and lemma not in ("name", "declare"):
        return  # "became difficult", "remained unchanged"
    if parse.tags[child] == "NNS" and parse.tags[frame.subject] == "NNP" and patient is None:
        return  # one cannot become several
    pattern = f"be {lemma} as" if frame.passive or patient is not None else lemma
    if lemma in _MAKING and parse.lemmas[child] in ROLE_NOUNS:
        pattern = "be elect as"
    for target in coordinated(parse, child):
        yield frame.fact(pattern, lemma, target, about=patient, enough=Content.UNFINISHED)
