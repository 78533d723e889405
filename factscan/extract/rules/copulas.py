"""Copular clauses: class membership, roles, relational nouns, places, properties."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.objects import date_value
from factscan.extract.rules.copulas_data import CLASSIFYING_ADJECTIVES, RELATING_ADJECTIVES
from factscan.extract.rules.origins import demonym, is_demonym
from factscan.extract.rules.possessives import owner_of
from factscan.extract.rules.predicates import predicate_facts
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags, is_negative_phrase
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.content_data import CIRCUMSTANCE_NOUNS
from factscan.extract.syntax.noun_data import PLACE_NOUNS, ROLE_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated

_PLACING = frozenset(
    "in on at near from within inside outside between along behind opposite by beside".split()
)
_ORIGINS = frozenset(
    "descent origin ancestry heritage nationality extraction ethnicity birth blood stock".split()
)
_COMPASS = frozenset("north south east west northeast northwest southeast southwest left right".split())


def copular_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts of all clauses with a form of "be" and a nominal, adjectival or prepositional predicate."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        p = clause.predicate
        is_conjunct = parse.labels[p] == "conj" and parse.child(parse.heads[p], "cop") is not None
        if not clause.copular and not is_conjunct:
            continue
        if is_conjunct and not clause.copular and not _continues(parse, p):
            continue
        if clause.copular:
            yield from _other_names(parse, p, clause.flags)
        for subject in clause.subjects:
            flags = clause.flags | ({"negated"} if is_negative_phrase(parse, subject) else frozenset())
            if is_negative_phrase(parse, p):
                flags = flags | {"negated"}
            yield from _of_subject(analysis, subject, p, flags)


def _of_subject(analysis: Analysis, subject: int, p: int, flags: Flags) -> Iterator[Candidate]:
    parse = analysis.parse
    preposition = parse.case(p)
    copula = parse.child(p, "cop")
    if copula is not None and p < copula < subject:
        return  # "on the property are a smokehouse and a cellar": nothing is said to be the same
    if preposition in ("to", "in") and parse.lower[p] in _COMPASS:
        for side in coordinated(parse, p):
            for place in parse.under(side, "nmod"):
                if parse.case(place) == "of":
                    label = f"{parse.lower[side]} of"
                    yield Candidate(subject, label, label, place, (side,), flags, confidence=0.7)
        return
    if preposition == "in" and parse.lower[p] in ("force", "effect"):
        for child in parse.under(p, "obl", "nmod"):
            if (date := date_value(analysis, child)) is not None:
                label = f"be in force {parse.case(child)}"
                yield Candidate(subject, label, label, date, (p, child), flags, confidence=0.7)
        return
    if preposition and not _is_compound(parse, p):
        pattern = f"be {preposition}"
        if _is_place_or_origin(parse, p, preposition):
            spatial = preposition == "of" or parse.lemmas[p] in PLACE_NOUNS
            enough = Content.FULL if spatial else Content.NAMED  # "was on vocals"
            for target in coordinated(parse, p):
                yield Candidate(subject, pattern, pattern, target, (p,), flags, confidence=0.7, enough=enough)
        return
    if _modifies_next(parse, p) or owner_of(parse, subject) is not None:
        return  # "its capital is Oslo" is a fact about its owner
    translates = is_demonym(parse, p) and any(parse.case(c) == "for" for c in parse.under(p, "nmod", "obl"))
    counts = parse.pos[p] == "NUM" and parse.lower[p] != "one" and parse.child(p, "nmod") is not None
    if translates or counts:
        return  # "is Finnish for a bear", "are two of his friends"
    if parse.pos[p] in ("NOUN", "PROPN", "NUM", "SYM", "X"):
        yield from predicate_facts(analysis, subject, p, flags, confidence=0.85)
    elif is_demonym(parse, p):
        yield Candidate(subject, "nationality", "nationality", demonym(parse, p), (p,), flags)
    elif parse.pos[p] in ("ADJ", "VERB", "ADV"):
        yield from _property(parse, subject, p, flags)


def _is_compound(parse: Parse, p: int) -> bool:
    """Whether the preposition is part of a word: "a for-profit company"."""
    return any(parse.words[c + 1 : c + 2] == ["-"] for c in parse.under(p, "case"))


def _is_place_or_origin(parse: Parse, p: int, preposition: str) -> bool:
    """Whether "be" with the phrase says where something is or comes from, rather than when or how."""
    if preposition == "of":
        return parse.lemmas[p] in _ORIGINS
    return preposition in _PLACING and parse.lemmas[p] not in CIRCUMSTANCE_NOUNS


def _modifies_next(parse: Parse, p: int) -> bool:
    """Whether of "a crime and noir novelist" this is the crime."""
    if is_person(parse, p) or parse.child(p, "det") is None:
        return False
    return any(
        parse.pos[c] == "NOUN"
        and is_person(parse, c)
        and parse.child(c, "det", "cop") is None
        and parse.child(c, "cc") is not None
        for c in parse.under(p, "conj")
    )


def _other_names(parse: Parse, p: int, flags: Flags) -> Iterator[Candidate]:
    """ "Dow Village or Dow is …": another name of the subject."""
    subject = parse.child(p, "nsubj")
    if subject is None or parse.pos[subject] != "PROPN":
        return
    for other in parse.under(subject, "conj"):
        if any(parse.lower[c] == "or" for c in parse.under(other, "cc")):
            yield Candidate(subject, "name", "name", other, (), flags, confidence=0.7)


def _continues(parse: Parse, p: int) -> bool:
    """Whether a conjunct is one more predicate, rather than one more object or name."""
    head = parse.heads[p]
    beyond = any(head < c < p for c in parse.under(head, "acl", "acl:relcl"))
    if beyond and parse.child(p, "det") is None:
        return False  # one more of the things that the clause between them names
    if parse.pos[p] == parse.pos[head] == "PROPN":
        return parse.lemmas[p] in ROLE_NOUNS and not parse.case(head)
    return parse.pos[p] == parse.pos[head] and parse.pos[p] in ("NOUN", "ADJ") and not parse.case(head)


def _property(parse: Parse, subject: int, p: int, flags: Flags) -> Iterator[Candidate]:
    """ "native to Chile", "adjacent to the park"; of adjectives by themselves only those that classify count."""
    for child in parse.under(p, "obl", "nmod"):
        preposition = parse.case(child)
        compared = preposition == "than"
        if not compared and (parse.lower[p], preposition) not in RELATING_ADJECTIVES:
            continue
        degree = [
            parse.lower[c] for c in parse.under(p, "advmod") if compared and parse.tags[c] in ("RBR", "RBS")
        ]
        enough = Content.NAMED if compared else Content.KIND
        for target in coordinated(parse, child):
            label = " ".join([*degree, parse.lower[p], preposition])
            yield Candidate(
                subject, f"be {label}", label, target, (p, child), flags, confidence=0.6, enough=enough
            )
    if not _is_completed(parse, p):
        value = Value(parse.lower[p], "phrase", parse.starts[p], parse.ends[p], content=Content.THING)
        enough = Content.UNFINISHED if parse.lower[p] in CLASSIFYING_ADJECTIVES else Content.FULL
        yield Candidate(subject, "be", "be", value, (p,), flags, confidence=0.6, enough=enough)


def _is_completed(parse: Parse, p: int) -> bool:
    """Whether something says more of the adjective than itself: "rich in iron", but not "nonpartisan, with …"."""
    if parse.child(p, "ccomp", "csubj", "xcomp", "advcl") is not None:
        return True
    return any("," not in parse.words[p:c] for c in parse.under(p, "obl", "nmod"))
