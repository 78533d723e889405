"""What a noun phrase says of somebody: "a Polish chemist", "the capital of France", "a 1927 film by Lang".

Shared by copular clauses ("X is …"), appositions ("X, …,") and titles before names ("chemist X").
"""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.objects import read_value
from factscan.extract.rules.origins import demonym, is_demonym, is_likely_demonym, is_part_of_demonym
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.noun_data import (
    CLASSIFIERS,
    EVALUATIVE,
    PLACE_NOUNS,
    RELATIONAL_NOUNS,
    ROLE_NOUNS,
    TAXA,
    WORK_NOUNS,
)
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import (
    coordinated_names,
    is_name,
    named,
    noun_phrase,
    outer_places,
    text_of,
)
from factscan.extract.text.names import is_vague

_ROLES = ROLE_NOUNS - RELATIONAL_NOUNS.keys()


def predicate_facts(
    analysis: Analysis, subject: int, noun: int, flags: Flags, *, confidence: float
) -> Iterator[Candidate]:
    """The facts that the phrase headed by ``noun`` states of ``subject``."""
    parse = analysis.parse
    ranked = list(_ranked(parse, subject, noun, flags, confidence))
    related = parse.labels[noun] != "conj" or parse.child(noun, "cop") is not None
    relations = list(relational(analysis, subject, noun, flags, confidence)) if related else []
    yield from ranked
    yield from relations
    owner = parse.owner(noun)
    lemma = parse.lemmas[noun]
    if owner is not None and parse.pos[noun] == "NOUN":
        # "Lovelace is Byron's daughter": a relation between the two
        yield Candidate(owner, f"the {lemma}", lemma, subject, (noun,), flags, confidence=confidence - 0.1)
        return
    if ranked or (
        relations and lemma not in CLASSIFIERS - {"member"} and parse.child(noun, "amod", "compound") is None
    ):
        return  # "the son of A and B" says no more than whose
    value = _class(analysis, noun)
    if value is None:
        return
    evaluation: Flags = frozenset({"evaluation"}) if _is_evaluative(parse, noun) else frozenset()
    is_role = lemma in _ROLES and _complement(parse, noun, ("of", "at", "for")) is not None
    label = "position held" if is_role else "be"
    yield Candidate(subject, label, label, value, (noun,), flags | evaluation, confidence=confidence)
    yield from modifiers(analysis, subject, noun, flags, confidence)


def modifiers(
    analysis: Analysis, subject: int, noun: int, flags: Flags, confidence: float
) -> Iterator[Candidate]:
    """What the adjectives, years and prepositional phrases around the noun say of the subject."""
    parse = analysis.parse
    person = is_person(parse, noun)
    for token in noun_phrase(parse, noun):
        if token >= noun:
            break
        if is_demonym(parse, token) or (person and is_likely_demonym(parse, token)):
            value = demonym(parse, token)
            yield Candidate(
                subject, "nationality", "nationality", value, (token,), flags, confidence=confidence
            )
        elif parse.lemmas[noun] in WORK_NOUNS and (date := analysis.date_at(token)):
            year = Value(date[2], "date", date[0], date[1])
            label = "publication date"
            yield Candidate(subject, label, label, year, (noun,), flags, confidence=confidence)
    for child in parse.under(noun, "nmod", "obl"):
        yield from _phrase(analysis, subject, noun, child, flags, confidence)


def _phrase(
    analysis: Analysis, subject: int, noun: int, child: int, flags: Flags, confidence: float
) -> Iterator[Candidate]:
    """What a prepositional phrase under the noun says of the subject: its place, maker, family, employer, origin."""
    parse = analysis.parse
    for target in coordinated_names(parse, child):
        if analysis.date_at(target) is not None:
            continue
        for pattern, label, about in _readings(parse, noun, parse.case(child), target):
            yield Candidate(subject, pattern, label, about, (noun, child), flags, confidence=confidence - 0.1)


def _readings(parse: Parse, noun: int, preposition: str, target: int) -> Iterator[tuple[str, str, int]]:
    """(pattern, label, object) of the relations that the phrase "``preposition`` ``target``" under the noun states."""
    lemma, kind = parse.lemmas[noun], _classifier(parse, target)
    if preposition == "by":
        if lemma in WORK_NOUNS:
            yield f"the {lemma} by", "author", target
    elif preposition in ("of", "in", "from") and kind in TAXA:
        yield f"the {kind}", kind, target
    elif preposition == "from" and parse.lemmas[target] in TAXA:
        inner = _complement(parse, target, ("of",))
        if inner is not None:
            yield f"the {parse.lemmas[target]}", parse.lemmas[target], inner
    elif preposition in ("in", "on", "at", "near") and (
        lemma in PLACE_NOUNS or parse.names[target][2:] == "LOC"
    ):
        yield f"be {preposition}", "location", target
        for outer in outer_places(parse, target):
            yield "be in", "location", outer
    elif preposition in ("on", "from") and lemma in WORK_NOUNS:
        yield f"the {lemma} {preposition}", f"{lemma} {preposition}", target
    elif preposition == "from":
        yield "be from", "be from", target
    elif preposition in ("of", "at", "for", "with") and lemma in _ROLES and is_name(parse, target):
        yield "employer", "employer", target
    elif preposition == "for" and lemma in (
        "acronym",
        "abbreviation",
        "term",
        "symbol",
        "word",
        "name",
        "code",
    ):
        yield f"the {lemma} for", f"{lemma} for", target
    elif preposition == "about" or (preposition in ("in", "on", "for") and is_person(parse, noun)):
        yield f"{lemma} {preposition}", f"{lemma} {preposition}", target


def relational(
    analysis: Analysis, subject: int, noun: int, flags: Flags, confidence: float
) -> Iterator[Candidate]:
    """ "X is the capital of Y": Y – capital – X; "X is a member of Y": X – member of – Y."""
    parse = analysis.parse
    lemma = parse.lemmas[noun]
    if lemma not in RELATIONAL_NOUNS:
        return
    for child in parse.under(noun, "nmod", "obl"):
        preposition = parse.case(child)
        if preposition not in RELATIONAL_NOUNS[lemma]:
            continue
        for target in coordinated_names(parse, child):
            label = f"{lemma} {preposition}"
            yield Candidate(
                subject, f"the {label}", label, target, (noun, child), flags, confidence=confidence
            )


def _ranked(parse: Parse, subject: int, noun: int, flags: Flags, confidence: float) -> Iterator[Candidate]:
    """ "X is the highest mountain of Y": Y – highest mountain – X."""
    place = _complement(parse, noun, ("of", "in"))
    superlative = next((c for c in parse.under(noun, "amod") if parse.tags[c] == "JJS"), None)
    if place is None or superlative is None or parse.lower[superlative] in EVALUATIVE:
        return
    definite = any(parse.lower[c] == "the" for c in parse.under(noun, "det"))
    if (
        not definite
        or parse.tags[noun] != "NN"
        or not (is_name(parse, subject) or parse.tags[subject] == "PRP")
    ):
        return
    if not is_name(parse, place) and parse.child(place, "det") is None:
        return
    label = f"{parse.lower[superlative]} {parse.lemmas[noun]}"
    yield Candidate(place, f"the {label}", label, subject, (noun, superlative), flags, confidence=confidence)


def _class(analysis: Analysis, noun: int) -> Value | None:
    """The class that the phrase names, without what is said by facts of their own: nationality, year, place."""
    parse = analysis.parse
    if is_name(parse, noun):
        return read_value(analysis, noun)
    if analysis.date_at(noun) or parse.lemmas[noun] == "phrase":
        return None
    person = is_person(parse, noun)
    tokens = [
        t
        for t in noun_phrase(parse, noun)
        if t > noun or not (is_part_of_demonym(parse, t) or (person and is_likely_demonym(parse, t)))
    ]
    tokens = [t for t in tokens if not (t < noun and analysis.date_at(t))]
    tokens = _without_enumerated(parse, noun, tokens)
    if named(parse, noun) != [noun]:
        tokens = [t for t in tokens if t <= noun]
    if parse.child(noun, "cop") is None:
        tokens = [
            t for t in tokens if parse.labels[t] != "nummod"
        ]  # "four teams: Spain, …" says that Spain is one
    while (
        tokens
        and tokens[0] != noun
        and (parse.pos[tokens[0]] in ("PUNCT", "CCONJ") or parse.lemmas[tokens[0]] in EVALUATIVE)
    ):
        tokens = tokens[1:]
    if (
        parse.lemmas[noun] in CLASSIFIERS
        and (inner := _complement(parse, noun, ("of",))) is not None
        and inner in tokens
    ):
        pass
    elif is_vague(text_of(parse, tokens)):
        return None
    text = text_of(parse, tokens)
    if any(parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return None
    if not any(c.isalpha() for c in text) or len(tokens) > 12:
        return None
    if parse.tags[noun] == "NNS" and parse.child(noun, "cop") is None:
        text = text.replace(parse.words[noun], parse.lemmas[noun])
    return Value(text, "phrase", parse.starts[tokens[0]], parse.ends[tokens[-1]])


def _without_enumerated(parse: Parse, noun: int, tokens: list[int]) -> list[int]:
    """Without adjectives that commas enumerate: "a Gram-positive, rod-shaped bacterium" is a bacterium."""
    commas = [t for t in tokens if t < noun and parse.words[t] == ","]
    if not commas or parse.pos[noun] != "NOUN":
        return tokens
    adjectives = [
        t
        for t in range(commas[-1], noun)
        if parse.labels[t] in ("amod", "conj") and parse.pos[t] in ("ADJ", "VERB")
    ]
    return [t for t in tokens if t > adjectives[-1]] if adjectives else tokens


def _is_evaluative(parse: Parse, noun: int) -> bool:
    return any(
        parse.lemmas[t] in EVALUATIVE or parse.lower[t] in EVALUATIVE
        for t in parse.descendants(noun)
        if parse.labels[t] in ("amod", "advmod") and abs(t - noun) < 6
    )


def _complement(parse: Parse, noun: int, prepositions: tuple[str, ...]) -> int | None:
    for child in parse.under(noun, "nmod", "obl"):
        if parse.case(child) in prepositions:
            return child
    return None


def _classifier(parse: Parse, target: int) -> str:
    """The common noun before a name that says what it is: "the family Scythrididae", "the genus Felis"."""
    for child in parse.under(target, "compound", "nmod:desc", "amod", "nmod:unmarked"):
        if child < target and parse.pos[child] == "NOUN" and parse.words[child].islower():
            return parse.lemmas[child]
    return ""
