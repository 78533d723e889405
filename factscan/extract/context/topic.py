"""What a document is about: its name, its kind, and the nouns by which the text refers back to it.

From the title and, where there is one, the sentence that defines it ("X is a village in …"). No parse.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factscan.extract.context.definition import Definition, find_definition, singular
from factscan.extract.context.persons import Gender, count_pronouns, gender_of_topic, is_person
from factscan.extract.context.proper_names import NAME_PATTERN
from factscan.extract.context.titles import is_numbered_law, is_section, numbered_title, title_name
from factscan.extract.context.topic_data import (
    BUILT_NOUNS,
    EVENT_NOUNS,
    GROUP_NOUNS,
    ILLNESS_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    REFERRED_AS,
    TAXON_NOUNS,
    TERM_NOUNS,
    TOPIC_NOUNS,
    WORK_NOUNS,
)
from factscan.extract.text.names import canonical_name, fold
from factscan.extract.text.names_data import COMPANY_WORDS, INSTITUTION_WORDS

_SAMPLE = 50_000  # characters of the text in which pronouns and spellings are counted

_SEASON = re.compile(r"\d{4}(?:[–-]\d{2,4})? (.+?)(?: (?:men's|women's))?(?: [a-z]+)* (?:team|season)")
_ALIAS = re.compile(r"(?:also (?:known as|called) )(?P<long>.+)|(?P<short>[A-Z][A-Z0-9-]{1,7})")
_KNOWN_AS = re.compile(
    rf"\b(?:known|credited|billed)\s(?:\w+\s){{0,3}}?(?:as|by\shis\s\w+\sname|by\sher\s\w+\sname)\s[\"“]?({NAME_PATTERN})"
    rf"|\b(?:pen|stage|ring|birth|religious|professional)\sname\s[\"“]?({NAME_PATTERN})"
)
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&.-]{1,9})[;,)]")
_QUESTION = r"(?:(?:What|Who|How|Is)\b[^?\n]{0,60}\b|information about )"
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_LATIN_ENDING = re.compile(
    r"(?:us|a|um|is|i|ae|ensis|ense|oides|ii|osus|ella|ellus|ides|ens|ans|ica|icus|e|x|or|ops|odon)\Z"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a document is about; ``name`` is empty where that is not known.

    ``classes`` are the nouns by which the text may refer back to it, ``modifiers`` the other words of its
    definition; ``forms`` the folded names that mean it, ``parts`` those that probably do. ``defined``: the text says
    what it is, so that the classes are known and not guessed; ``definition``: the offset of the sentence that does;
    ``group``: the text calls it "they"; ``numbered``: a law or specification under its number;
    ``organism``: a species or the like.
    """

    name: str = ""
    kind: Literal["name", "topic"] | None = None
    person: bool = False
    gender: Gender | None = None
    group: bool = False
    classes: frozenset[str] = field(default_factory=frozenset)
    modifiers: frozenset[str] = field(default_factory=frozenset)
    forms: frozenset[str] = field(default_factory=frozenset)
    parts: frozenset[str] = field(default_factory=frozenset)
    numbered: bool = False
    organism: bool = False
    defined: bool = False
    definition: int = -1


def find_topic(title: str, text: str, sentences: Sequence[tuple[int, int]]) -> Topic:
    """The topic of a document, from its title and its first sentences."""
    numbered = numbered_title(title)
    if numbered:
        return _numbered_topic(*numbered)
    if is_section(title):
        return Topic()
    name, disambiguator = title_name(title)
    definition = find_definition(name, text, sentences)
    if not name:
        if definition is None:
            return Topic()
        name = canonical_name(definition.subject)
    return _described_topic(_without_place(name, definition, text), disambiguator, definition, text[:_SAMPLE])


def _numbered_topic(number: str, name: str) -> Topic:
    """A law or a specification: its number is its name."""
    if is_numbered_law(number):
        bare = number.split(" ", 1)[1]
        forms = {fold(number), fold(bare), *([fold(name)] if name else [])}
        return Topic(
            number,
            "name",
            classes=frozenset({"law", "act", "bill"}),
            forms=frozenset(forms),
            numbered=True,
            defined=True,
        )
    classes = {number.split()[0].lower(), "proposal", "document", "specification"}
    return Topic(
        number,
        "name",
        classes=frozenset(classes),
        forms=frozenset({fold(number)}),
        numbered=True,
        defined=True,
    )


def _without_place(name: str, definition: Definition | None, text: str) -> str:
    """ "Dow Village, South Oropouche" is Dow Village where the text calls it so."""
    first, comma, rest = name.partition(", ")
    if not comma or rest.lower().rstrip(".") in {
        "inc",
        "ltd",
        "llc",
        "sa",
        "plc",
        "jr",
        "sr",
        "co",
        "limited",
    }:
        return name
    if definition is not None:
        return first if fold(definition.subject) == fold(first) else name
    return (
        first
        if name not in text and first in text and rest[:1].isupper() and "and" not in rest.split()
        else name
    )


def _described_topic(name: str, disambiguator: str, definition: Definition | None, text: str) -> Topic:
    own = set(definition.classes if definition else ())
    own.update(w for w in re.findall(r"[a-z]+", disambiguator) if w in TOPIC_NOUNS or w in PERSON_NOUNS)
    last = singular(name.split()[-1].lower())
    if last in TOPIC_NOUNS:
        own.add(last)
    defined = bool(definition is not None and definition.classes) or bool(own - {last})
    words = name.split()
    if len(words) == 2 and _binomial(words, text):
        own.add("species")
    he, she, they = count_pronouns(text)
    person = is_person(name, own, definition, text, he + she)
    return Topic(
        name=name,
        kind="name" if person else _kind(name, own, definition, text),
        person=person,
        gender=gender_of_topic(name, own, he, she) if person else None,
        group=bool(own & GROUP_NOUNS) and they > 0 and not person,
        classes=frozenset(_referred_as(own, person)),
        modifiers=definition.modifiers if definition else frozenset(),
        forms=frozenset([*_forms(name, person, definition, text), *_aliases(disambiguator)]),
        parts=frozenset(_parts(name, own, text)),
        organism=bool(own & TAXON_NOUNS) and not person,
        definition=definition.start if definition else -1,
        defined=defined,
    )


def _referred_as(own: set[str], person: bool) -> set[str]:
    nouns = set(own)
    if person:
        return nouns
    for classes, references in REFERRED_AS:
        if own & classes:
            nouns |= references
    return nouns


def _kind(name: str, own: set[str], definition: Definition | None, text: str) -> Literal["name", "topic"]:
    """A proper name, or a term that the language writes in lower case."""
    words = name.split()
    if own & ILLNESS_NOUNS or not any(c.isupper() for c in name) or _asked_about(name, text):
        return "topic"
    described = set(definition.classes) if definition else own
    generic = definition is not None and definition.generic and not name.startswith(("A ", "An "))
    if words[0][0].isdigit() or (described & TAXON_NOUNS and len(words) <= 3 and not generic):
        return "name"
    if generic or (_lower_case_use(name, text) and not described & (WORK_NOUNS | PLACE_NOUNS)):
        return "topic"
    later = [w for w in words[1:] if w[0].isalpha() and len(w) > 3]
    capitals = sum(w[0].isupper() for w in later)
    if capitals * 2 >= len(later) > 0:
        return "name"
    if later:
        individual = singular(words[-1].lower()) in EVENT_NOUNS | BUILT_NOUNS | PLACE_NOUNS or (
            described & (WORK_NOUNS | PLACE_NOUNS)
        )
        unusual = capitals or not re.search(rf"\b{re.escape(words[0].lower())}\b", text)
        return "name" if (individual and unusual) or (len(words) == 2 and _binomial(words, text)) else "topic"
    things = PLACE_NOUNS | EVENT_NOUNS | WORK_NOUNS | GROUP_NOUNS
    return "topic" if described & TERM_NOUNS and not described & things and not name.isupper() else "name"


def _asked_about(name: str, text: str) -> bool:
    """Whether the text asks about it by its bare name ("What is (are) Keratoconus ?"), as one asks about a term."""
    return re.search(rf"{_QUESTION}{re.escape(name)}\s?[?\n]", text[:5000], re.IGNORECASE) is not None


def _lower_case_use(name: str, text: str) -> bool:
    """Whether the text writes the name in lower case more often than not, sentence starts aside."""
    lower = name.lower()
    if name in (lower, name.upper()):
        return False
    down = len(re.findall(rf"\b{re.escape(lower)}s?\b", text))
    return down > 0 and down > len(re.findall(rf"(?<=[a-z,] ){re.escape(name)}\b", text))


def _binomial(words: list[str], text: str) -> bool:
    """A scientific name: a Latin ending, and a first word that the text never writes in lower case."""
    first, second = words
    latin = _LATIN_ENDING.search(second) is not None and _LATIN_ENDING.search(first) is not None
    return (
        latin
        and second.isalpha()
        and second.islower()
        and not re.search(rf"\b{re.escape(first.lower())}\b", text)
    )


def _forms(name: str, person: bool, definition: Definition | None, text: str) -> Iterator[str]:
    yield fold(name)
    if person:
        words = [w for w in name.split() if w.lower() not in _SUFFIXES]
        if len(words) > 1:
            yield from (fold(words[-1]), fold(" ".join(words[1:])), fold(" ".join(words)))
            yield fold(f"{words[0]} {words[-1]}")
            if _used_alone(words[0], text):
                yield fold(words[0])
    initials = "".join(w[0] for w in name.split() if w[0].isupper())
    if len(initials) > 2 and not person:
        yield from _acronyms(name.split(), text)
    if definition is None:
        return
    subject = fold(definition.subject)
    if 0 < len(subject.split()) <= 8:
        yield subject
    for alias in _KNOWN_AS.finditer(definition.opening):
        known_as = alias[1] or alias[2]
        yield fold(known_as)
        if person:
            yield fold(known_as.rsplit(" ", 1)[-1])
    acronym = _ACRONYM.search(definition.opening)
    if acronym and not person and acronym[1][0].lower() == name.removeprefix("The ")[0].lower():
        yield fold(acronym[1])


def _aliases(bracket: str) -> Iterator[str]:
    """Another name in the brackets of a title: "Tuberculosis (TB)", "Ascariasis (also known as Roundworm)"."""
    alias = _ALIAS.fullmatch(bracket)
    if alias:
        yield fold(alias["long"] or alias["short"])


def _acronyms(words: list[str], text: str) -> Iterator[str]:
    """The initials of the name, or of its first words, where the text has them: "FRC West"."""
    for count in range(2, len(words) + 1):
        initials = "".join(w[0] for w in words[:count] if w[0].isupper())
        short = " ".join([initials, *words[count:]])
        if (
            len(initials) > 1
            and (len(initials) > 2 or count < len(words))
            and re.search(rf"\b{re.escape(short)}\b", text)
        ):
            yield fold(short)


def _used_alone(word: str, text: str) -> bool:
    """Whether the text calls a person by the first word of the name: no other capitalised word on either side."""
    return (
        len(
            re.findall(
                rf"(?<![A-Z]\w)(?<!\w\w[A-Z] )(?<=[a-z,.] ){re.escape(word)}(?:'s|’s)?(?=[ ,.;](?![A-Z]))",
                text,
            )
        )
        > 1
    )


def _parts(name: str, own: set[str], text: str) -> Iterator[str]:
    """Short names of teams, bands and companies.

    "1920 Phillips Haymakers football team" is "Phillips" and "the Haymakers", "Indianapolis Colts" is "the Colts",
    "Labatt Brewing Company" is "Labatt" unless the text uses that of a place ("in Labatt").
    """
    season = _SEASON.fullmatch(name)
    words = (season[1] if season else name).split()
    if season:
        yield fold(season[1])
        for cut in range(1, len(words)):
            yield fold(" ".join(words[:cut]))
            yield fold(" ".join(words[cut:]))
    elif own & GROUP_NOUNS and len(words) > 1:
        first, last = re.escape(words[0]), re.escape(words[-1])
        if (
            last.endswith("s")
            and words[-1].lower() not in INSTITUTION_WORDS
            and re.search(rf"\bthe {last}\b", text)
        ):
            yield fold(words[-1])
        company = words[1].lower().strip(".,") in COMPANY_WORDS
        if company and not re.search(rf"\b(?:in|from|of|near|at|to) {first}\b(?! [A-Z])", text):
            yield fold(words[0])
