"""What a noun phrase says of somebody: "a Polish chemist", "the capital of France", "a 1927 film by Lang".

Shared by copular clauses ("X is …"), appositions ("X, …,") and titles before names ("chemist X").
"""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.rules.classes import class_value, complement_of
from factscan.extract.rules.origins import demonym, is_demonym, is_likely_demonym
from factscan.extract.rules.places import enclosing
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.content_data import EMPTY_MODIFIERS
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
)
from factscan.extract.text.names_data import INSTITUTION_WORDS, PERSON_SORTS

_GROUPS = TAXA - {"league", "division", "conference"}
_KINDS_OF = CLASSIFIERS - {"member", "part"}
_COUNTING = frozenset({"number", "one", "part", "kind", "type", "example", "lot"})
_EXPERTS = frozenset({"pioneer", "specialist", "expert", "authority", "leader"})
_MEASURED = frozenset({"area", "population"})  # "an area of trade" is no area's size
# roles that somebody has for one body, or one prize
_ALSO_RELATIONAL = {"coach": ("of",), "captain": ("of",), "nominee": ("for", "of")}
_LESSER = frozenset({"fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "next"})
_ORDINALS = frozenset({"first", "second", "third", "last", "only"})
_ROLES = ROLE_NOUNS - RELATIONAL_NOUNS.keys()
_STUDENTS = frozenset("student undergraduate pupil freshman sophomore".split())
_TEACHERS = frozenset("professor lecturer reader teacher instructor head director minister secretary".split())
_LEADERS = frozenset(
    "president chairman chairwoman chairperson chief officer ceo founder owner editor".split()
)
_VISITORS = frozenset(
    """guest visitor participant competitor contestant entrant speaker panelist patient prisoner resident inmate
    spectator listener attendee customer regular member runner finisher starter winner""".split()
)


def predicate_facts(
    analysis: Analysis, subject: int, noun: int, flags: Flags, *, confidence: float
) -> Iterator[Candidate]:
    """The facts that the phrase headed by ``noun`` states of ``subject``."""
    parse = analysis.parse
    ranked = list(_ranked(parse, subject, noun, flags, confidence))
    related = parse.labels[noun] != "conj" or parse.child(noun, "cop", "det", "nmod") is not None
    relations = list(relational(analysis, subject, noun, flags, confidence)) if related else []
    yield from ranked
    owner = parse.owner(noun)
    lemma = parse.lemmas[noun]
    if lemma not in _KINDS_OF:
        yield from relations
    if owner is not None and parse.pos[noun] == "NOUN":
        # "Lovelace is Byron's daughter": a relation between the two
        rank = _rank(parse, noun)
        if rank and _is_narrowed(parse, noun):
            return  # "its only album to reach number one" is not its only album
        label = " ".join([*rank, lemma, *_field(parse, noun)] if rank else [lemma])
        yield Candidate(owner, f"the {lemma}", label, subject, (noun,), flags, confidence=confidence - 0.1)
        return
    more = any(parse.lower[c] not in EMPTY_MODIFIERS for c in parse.under(noun, "amod", "compound"))
    told = lemma not in _KINDS_OF and not more
    if ranked or (relations and told):
        return  # "the son of A and B" says no more than whose
    value = class_value(analysis, noun, single=parse.tags[subject] == "NNP")
    if value is None:
        return
    several = parse.tags[noun] == "NNS" and not any(
        parse.lower[c] in ("a", "an") for c in parse.under(noun, "det")
    )
    if several and any(parse.lower[c] in ("is", "was") for c in parse.under(noun, "cop")):
        return  # one is not several: not this subject
    judged = flags | {"evaluation"} if _is_evaluative(parse, noun) else flags
    is_role = lemma in _ROLES and complement_of(parse, noun, ("of", "at", "for")) is not None
    label = "position held" if is_role else "be"
    enough = Content.UNFINISHED if is_role else Content.THING
    yield Candidate(subject, label, label, value, (noun,), judged, confidence=confidence, enough=enough)
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
        if is_demonym(parse, token) and is_demonym(parse, token + 1):
            continue  # "a French Canadian settler" is a Canadian
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
            loose = (
                label == f"{parse.lemmas[noun]} {parse.case(child)}" and parse.lemmas[noun] not in _EXPERTS
            )
            enough = Content.NAMED if loose and parse.case(child) != "about" else Content.FULL
            words, sure = (noun, child), confidence - 0.1
            yield Candidate(subject, pattern, label, about, words, flags, confidence=sure, enough=enough)


def _readings(parse: Parse, noun: int, preposition: str, target: int) -> Iterator[tuple[str, str, int]]:
    """(pattern, label, object) of the relations that the phrase "``preposition`` ``target``" under the noun states."""
    lemma, kind = parse.lemmas[noun], classifier(parse, target)
    if preposition == "by":
        if lemma in WORK_NOUNS:
            yield f"the {lemma} by", "author", target
    elif preposition in ("of", "in", "from") and kind in TAXA:
        yield f"the {kind}", kind, target
    elif lemma in _COUNTING:
        return  # "number one on the chart", "one in Oslo"
    elif (
        preposition in ("of", "in")
        and parse.lemmas[target] in _GROUPS
        and parse.child(target, "compound", "amod") is not None
    ):
        inner = parse.child(target, "compound")  # "the Tortricidae family"
        named_by = inner if inner is not None and is_name(parse, inner) else target
        yield f"the {parse.lemmas[target]}", parse.lemmas[target], named_by
    elif preposition == "from" and TAXA & {parse.lemmas[target], parse.lower[target]}:
        inner = complement_of(parse, target, ("of",))
        taxon = parse.lower[target] if parse.lower[target] in TAXA else parse.lemmas[target]
        if inner is not None:
            yield f"the {taxon}", taxon, inner
    elif preposition in ("in", "on", "at", "near") and (
        lemma in PLACE_NOUNS or (parse.names[target][2:] == "LOC" and not is_person(parse, noun))
    ):
        yield f"be {preposition}", "location", target
        for outer in enclosing(parse, target):
            yield "be in", "location", outer
    elif preposition in ("on", "from") and lemma in WORK_NOUNS:
        yield f"the {lemma} {preposition}", f"{lemma} {preposition}", target
    elif preposition == "from":
        if is_name(parse, target):
            yield "be from", "be from", target
    elif lemma in _ROLES and _is_employer(parse, lemma, preposition, target):
        yield "employer", "employer", target
    elif preposition == "at" and lemma in _STUDENTS and _is_body(parse, target):
        yield "study at", "study at", target
    elif (
        preposition == "at" and is_person(parse, noun) and lemma not in _VISITORS and _is_body(parse, target)
    ):
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


def _is_employer(parse: Parse, role: str, preposition: str, name: int) -> bool:
    """Whether a role is held at the name: "president of Volvo", but not "professor of Law", "mayor of Lund"."""
    if preposition not in ("of", "at", "for", "with") or not is_name(parse, name):
        return False
    if parse.lower[name] in ROLE_NOUNS:
        return False  # the next role
    led = preposition == "of" and role in _LEADERS and not parse.names[name]
    if not led and not _is_body(parse, name):
        return False
    return preposition != "of" or role not in _TEACHERS or parse.lower[name] in INSTITUTION_WORDS


def _is_body(parse: Parse, name: int) -> bool:
    """Whether the name is that of an organisation: by what the pipeline says, or by its last word."""
    return is_name(parse, name) and (
        parse.names[name][2:] == "ORG"
        or not INSTITUTION_WORDS.isdisjoint(parse.lower[t] for t in named(parse, name))
    )


def relational(
    analysis: Analysis, subject: int, noun: int, flags: Flags, confidence: float
) -> Iterator[Candidate]:
    """ "X is the capital of Y": Y – capital – X; "X is a member of Y": X – member of – Y."""
    parse = analysis.parse
    lemma = parse.lemmas[noun]
    prepositions = RELATIONAL_NOUNS.get(lemma) or _ALSO_RELATIONAL.get(lemma)
    if prepositions is None or lemma in _MEASURED:
        return
    personal = parse.names[subject][2:] in PERSON_SORTS or parse.tags[subject] == "PRP"
    enough = Content.NAMED if personal else Content.THING
    for child in parse.under(noun, "nmod", "obl"):
        preposition = parse.case(child)
        if preposition not in prepositions:
            continue
        for target in coordinated_names(parse, child):
            kind = classifier(parse, target)
            # "a member of the family Felidae": its family
            label = kind if lemma == "member" and kind in TAXA else f"{lemma} {preposition}"
            words = (noun, child)
            yield Candidate(
                subject, f"the {label}", label, target, words, flags, confidence=confidence, enough=enough
            )


def _ranked(parse: Parse, subject: int, noun: int, flags: Flags, confidence: float) -> Iterator[Candidate]:
    """ "X is the highest mountain of Y": Y – highest mountain – X."""
    place = complement_of(parse, noun, ("of", "in"))
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
    if _is_narrowed(parse, noun):
        return
    # all that stands before the noun: the second largest city is not the largest
    label = " ".join([*_rank(parse, noun), parse.lemmas[noun]])
    yield Candidate(place, f"the {label}", label, subject, (noun, superlative), flags, confidence=confidence)


def _rank(parse: Parse, noun: int) -> list[str]:
    """ "Biggest hacker" in "Europe's biggest hacker gathering": what makes the owner have one of them."""
    ranks = [c for c in parse.under(noun, "amod") if parse.tags[c] == "JJS" or parse.lower[c] in _ORDINALS]
    if not ranks:
        return []
    first = ranks[0]
    while first and (parse.lower[first - 1] in _ORDINALS or parse.lower[first - 1] in _LESSER):
        first -= 1
    within = [t for t in range(first, noun) if parse.words[t] != ","]
    words = (parse.words[t] if parse.pos[t] in ("PROPN", "ADJ") else parse.lower[t] for t in within)
    return " ".join(words).replace(" - ", "-").split(" ")


def _is_narrowed(parse: Parse, noun: int) -> bool:
    """Whether a clause says of which of them it is the first: "the largest album that was sold there"."""
    return any(
        c > noun and "," not in parse.words[noun:c] and "(" not in parse.words[noun:c]
        for c in parse.under(noun, "acl", "acl:relcl", "advcl")
    )


def _field(parse: Parse, noun: int) -> list[str]:
    """ "of bakers" in "Europe's largest association of bakers"."""
    child = next((c for c in parse.under(noun, "nmod") if c > noun and parse.case(c) == "of"), None)
    if child is None or is_name(parse, child):
        return []
    return ["of", *(parse.lower[t] for t in noun_phrase(parse, child, chain=False))]


def _is_evaluative(parse: Parse, noun: int) -> bool:
    return any(
        parse.lemmas[t] in EVALUATIVE or parse.lower[t] in EVALUATIVE
        for t in parse.descendants(noun)
        if parse.words[t].islower() and parse.labels[t] in ("amod", "advmod") and abs(t - noun) < 6
    )


def classifier(parse: Parse, target: int) -> str:
    """The common noun before a name that says what it is: "the family Scythrididae", "the genus Felis"."""
    before = [
        c for c in parse.under(target, "compound", "nmod:desc", "amod", "nmod:unmarked", "nmod") if c < target
    ]
    if target and parse.pos[target - 1] == "NOUN" and named(parse, target - 1)[0] == target:
        before.append(target - 1)
    common = [n for n in before if parse.pos[n] == "NOUN" and parse.words[n].islower()]
    taxa = [
        n for n in common if not TAXA.isdisjoint((parse.lower[n], parse.lemmas[n]))
    ]  # "the mint family Lamiaceae"
    for noun in taxa or common:
        return parse.lower[noun] if parse.lower[noun] in TAXA else parse.lemmas[noun]
    return ""
