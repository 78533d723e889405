"""Relations told by a noun with its owner: "X's capital is Y", "the capital of X is Y", "his father was Y"."""

from collections.abc import Iterator
from dataclasses import replace

from factscan.extract.candidate import Candidate, Value
from factscan.extract.context.topic_data import ILLNESS_NOUNS
from factscan.extract.rules.agreement import fits, is_class, sort_of_noun
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.content_data import AMOUNTS
from factscan.extract.syntax.noun_data import EVENT_DATES, RELATIONAL_NOUNS, WORK_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, is_name

# what is called after whoever found it
_NAMED_AFTER = ILLNESS_NOUNS | frozenset(
    """law theorem principle paradox equation constant test sign theory conjecture lemma rule number effect method
    algorithm model comet reflex reaction dilemma razor""".split()
)
_ILLNESS_ENDINGS = ("itis", "osis", "oma", "dystrophy", "pathy", "plasia", "emia", "trophy")
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM", "X"})
# "date of birth", "country of origin": a circumstance of something that happened to the owner
_CIRCUMSTANCES = frozenset("date year day place country city town time cause".split())
_EVENTS = frozenset(
    """birth death origin burial foundation founding establishment formation construction completion publication release
    opening closure incorporation discovery enactment adoption commencement marriage residence""".split()
)
_SEATS = frozenset({"headquarters", "headquarter", "seat"})  # where they are, their owner is
_PHRASE_MARKS = frozenset({"of", "in", "for", "with", "that", "which"})  # something after the noun says whose
_SETS = AMOUNTS | {"list", "collection", "selection", "group", "set", "series"}
_AILING = {
    "symptom": "symptom",
    "sign": "symptom",
    "complication": "complication",
    "treatment": "treatment",
    "cause": "cause",
    "risk factor": "risk factor",
    "side effect": "side effect",
}
LISTING_VERBS = frozenset({"include", "comprise", "feature"})


def owned_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts of clauses whose subject is a noun with an owner, and of names set beside such a noun."""
    for clause in analysis.clauses.all:
        for subject in clause.subjects:
            seated = analysis.parse.lemmas[subject] in _SEATS and analysis.parse.case(clause.predicate) in (
                "in",
                "at",
            )
            if clause.copular and (seated or not analysis.parse.case(clause.predicate)):
                yield from _of_clause(analysis, clause, subject, [clause.predicate])
            elif analysis.parse.lemmas[clause.predicate] in LISTING_VERBS and not clause.passive:
                yield from _of_clause(
                    analysis, clause, subject, analysis.parse.under(clause.predicate, "obj")
                )
                yield from _of_illness(analysis.parse, clause, subject)
    yield from _beside(analysis)
    yield from _dated(analysis)


def owner_of(parse: Parse, noun: int) -> int | None:
    """Who has the thing: "X" in "X's capital" and in "the capital of X"."""
    if parse.pos[noun] != "NOUN":
        return None
    owner = parse.owner(noun)
    if owner is not None:
        return None if _is_eponym(parse, noun, owner) else owner
    inner = _of_event(parse, noun)
    if inner is not None:  # "the date of birth of X"
        return next(
            (c for n in (inner, noun) for c in parse.under(n, "nmod") if c > inner and parse.case(c) == "of"),
            None,
        )
    for child in parse.under(noun, "nmod"):
        definite = (parse.lower[d] in ("the", "this") for d in parse.under(child, "det"))
        of_illness = parse.case(child) == "for" and relation_noun(parse, noun) in _AILING
        if (parse.case(child) == "of" or of_illness) and (
            is_name(parse, child)
            or parse.lemmas[noun] in RELATIONAL_NOUNS
            or any(definite)
            or (parse.tags[child] == "NN" and len(parse.children[child]) == 1)
        ):
            return child
    return None


def _is_eponym(parse: Parse, noun: int, owner: int) -> bool:
    """Whether the name is part of a term: "Graves' disease", "Ohm's law", "Albright's hereditary osteodystrophy"."""
    lemma = parse.lemmas[noun]
    return is_name(parse, owner) and (lemma in _NAMED_AFTER or lemma.endswith(_ILLNESS_ENDINGS))


def _of_event(parse: Parse, noun: int) -> int | None:
    """ "birth" in "date of birth": what tells the date or the place is of belongs to the relation."""
    if parse.lemmas[noun] not in _CIRCUMSTANCES:
        return None
    return next(
        (c for c in parse.under(noun, "nmod") if parse.case(c) == "of" and parse.lemmas[c] in _EVENTS), None
    )


def relation_noun(parse: Parse, noun: int) -> str:
    """The noun as a relation: with the modifiers that tell it from others of its kind ("first album")."""
    inner = _of_event(parse, noun)
    if inner is not None:
        return f"{parse.lemmas[noun]} of {parse.lemmas[inner]}"
    modifiers = [
        parse.lower[c]
        for c in parse.under(noun, "amod", "compound")
        if c < noun and (parse.pos[c] in ("ADJ", "NOUN", "NUM") or parse.tags[c] == "VBN") and noun - c <= 3
    ]
    return " ".join([*modifiers, parse.lemmas[noun], *_field(parse, noun)])


def _field(parse: Parse, noun: int) -> list[str]:
    """ "of research" in "her area of research"."""
    if parse.owner(noun) is None:
        return []
    field = next(
        (c for c in parse.under(noun, "nmod") if parse.case(c) == "of" and parse.tags[c] == "NN"), None
    )
    return ["of", parse.lower[field]] if field is not None and len(parse.children[field]) == 1 else []


def _of_clause(analysis: Analysis, clause: Clause, subject: int, targets: list[int]) -> Iterator[Candidate]:
    parse = analysis.parse
    owner = owner_of(parse, subject)
    if owner is None or parse.lemmas[subject] in _SETS:
        return
    listing = parse.lemmas[clause.predicate] in LISTING_VERBS
    for first in targets:
        for target in coordinated(parse, first):
            if listing and parse.child(target, "nummod") is not None:
                continue  # "the population includes 85 women"
            for who in _owners(analysis, owner):
                yield from _owned(parse, who, subject, target, clause.flags)


def _of_illness(parse: Parse, clause: Clause, subject: int) -> Iterator[Candidate]:
    """ "Common symptoms include fever": a symptom of what the document is about."""
    label = _AILING.get(" ".join(parse.lemmas[t] for t in [*parse.under(subject, "compound"), subject]))
    if label is None:
        return
    told = parse.child(subject, "nmod:poss", "acl", "acl:relcl", "det", "nummod") is not None
    if told or not _PHRASE_MARKS.isdisjoint(parse.lower[subject : clause.predicate]):
        return
    fact = Candidate(
        subject,
        f"the {label}",
        label,
        subject,
        (subject, clause.predicate),
        clause.flags,
        topical=True,
        enough=Content.KIND,
    )
    for first in parse.under(clause.predicate, "obj"):
        for target in coordinated(parse, first):
            yield replace(fact, object=target)


def _owners(analysis: Analysis, owner: int) -> list[int]:
    """Who has it; for "whose", what the relative clause speaks of."""
    parse = analysis.parse
    if parse.tags[owner] != "WP$":
        return coordinated(parse, owner)
    noun = owner - 1 - (parse.words[owner - 1] == ",") if owner else -1
    if noun < 0 or parse.pos[noun] not in ("NOUN", "PROPN"):
        return []
    while parse.labels[noun] in ("compound", "flat") and parse.heads[noun] < owner:
        noun = parse.heads[noun]
    return analysis.clauses.antecedent(noun)


def _owned(parse: Parse, owner: int, noun: int, target: int, flags: Flags) -> Iterator[Candidate]:
    if parse.pos[target] not in _NOMINAL and not is_name(parse, target):
        return
    if is_name(parse, target) and parse.child(target, "det") is not None and _is_indefinite(parse, target):
        return  # "its aim is a united Ireland"
    if sort_of_noun(parse, noun) == "person" and not is_name(parse, target):
        return  # "his son was an infant" does not say who the son was
    possessed = parse.owner(noun) is not None
    related = possessed or parse.lemmas[noun] in RELATIONAL_NOUNS or relation_noun(parse, noun) in _AILING
    if parse.owner(target) is not None or not (related or _identifies(parse, target)):
        return  # "the story of Anna was an inspiration"
    yield Candidate(
        owner,
        _pattern(parse, noun),
        relation_noun(parse, noun),
        target,
        (noun,),
        flags,
        confidence=0.7,
        enough=Content.THING,
    )


def _is_indefinite(parse: Parse, target: int) -> bool:
    return any(parse.lower[d] in ("a", "an") for d in parse.under(target, "det"))


def _pattern(parse: Parse, noun: int) -> str:
    """What the table looks up: the noun, with the noun before it ("excavation site" is no site)."""
    whole = parse.child(noun, "compound") is not None or _of_event(parse, noun) is not None
    return f"the {relation_noun(parse, noun) if whole else parse.lemmas[noun]}"


def _identifies(parse: Parse, target: int) -> bool:
    return (
        is_name(parse, target)
        or parse.pos[target] in ("NUM", "SYM")
        or parse.child(target, "nummod") is not None
    )


def _beside(analysis: Analysis) -> Iterator[Candidate]:
    """A name that an owned noun introduces: "Murphy's first album Aquashow"."""
    parse = analysis.parse
    for name in range(len(parse)):
        if not is_name(parse, name):
            continue
        owner = parse.owner(name)
        noun = next(
            (
                c
                for c in parse.under(name, "compound", "nmod:desc", "nmod:unmarked")
                if c < name and parse.tags[c] == "NN"
            ),
            None,
        )
        if owner is None or noun is None or not parse.words[noun].islower() or owner > noun:
            continue
        if not is_class(parse, noun) or not fits(parse, name, noun):
            continue
        flags = analysis.assertion.flags(name) & frozenset({"quoted", "attributed", "question"})
        ordinal = [parse.lower[c] for c in parse.under(name, "amod") if owner < c < noun]
        label = " ".join([*ordinal, parse.lemmas[noun]])
        if parse.lemmas[noun] in WORK_NOUNS and not ordinal:
            yield Candidate(
                name, f"the {parse.lemmas[noun]} by", "author", owner, (noun,), flags, confidence=0.7
            )
        else:
            yield Candidate(owner, _pattern(parse, noun), label, name, (noun,), flags, confidence=0.7)


def _dated(analysis: Analysis) -> Iterator[Candidate]:
    """An event that somebody has, with its date: "since its establishment in 1966", "his death in 1990"."""
    parse = analysis.parse
    for noun, lemma in enumerate(parse.lemmas):
        owner = parse.owner(noun) if parse.pos[noun] == "NOUN" and lemma in EVENT_DATES else None
        if owner is None or any(parse.case(c) == "into" for c in parse.under(noun, "nmod")):
            continue  # "its incorporation into the empire"
        flags = analysis.assertion.flags(noun)
        for child in parse.under(noun, "nmod"):
            date = analysis.date_at(child)
            if date is not None and parse.case(child) in ("in", "on"):
                label = EVENT_DATES[lemma]
                value = Value(date[2], "date", date[0], date[1])
                yield Candidate(owner, label, label, value, (noun, child), flags, confidence=0.7)
