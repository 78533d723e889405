"""What a document is about: its name, its kind, and the nouns by which the text refers back to it.

From the title and, where there is one, the sentence that defines it ("X is a village in …"). No parse.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factscan.extract.context.definition import Definition, find_definition
from factscan.extract.context.forms import bracket_forms, name_forms
from factscan.extract.context.persons import Gender, count_pronouns, gender_of_topic, is_person
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
from factscan.extract.text.given_names_data import FEMALE_NAMES, MALE_NAMES, PLACE_LIKE
from factscan.extract.text.names import canonical_name, fold
from factscan.extract.text.names_data import COMPANY_WORDS, INSTITUTION_WORDS
from factscan.extract.text.plurals import singular

_SAMPLE = 50_000  # characters of the text in which pronouns and spellings are counted

_CLUB = re.compile(r"(.+) (?:(?:[A-Z][a-z]+ ){1,2}Club|[AR]?\.?F\.?C\.?|GAA|RFC|SC|CC)")
_SEASON = re.compile(r"\d{4}(?:[–-]\d{2,4})? (.+?)(?: (?:men's|women's))?(?: [a-z]+)* (?:team|season)")
_QUESTION = r"(?:(?:What|Who|How|Is)\b[^?\n]{0,60}\b|information about )"
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
    ``written``: other names of several words, as the text writes them; ``organism``: a species or the like.
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
    written: tuple[str, ...] = ()
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
    name = _upright(name, text)
    definition = find_definition(name, text, sentences)
    if not name:
        if definition is None:
            return Topic()
        name = canonical_name(definition.subject)
    return _described_topic(_without_place(name, definition, text), disambiguator, definition, text[:_SAMPLE])


def _upright(name: str, text: str) -> str:
    """A name in its order: "Ada Lovelace" for "Lovelace, Ada", where the text has it so."""
    last, comma, first = name.partition(", ")
    turned = f"{first} {last}"
    if not comma or "," in first or not all(w[0].isupper() for w in (*last.split(), *first.split())):
        return name
    given = first.split(" ", 1)[0].lower()
    known = (
        " " not in last and (given in MALE_NAMES or given in FEMALE_NAMES) and first.lower() not in PLACE_LIKE
    )
    return turned if turned in text[:_SAMPLE] or known else name


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
    classes = {
        number.split()[0].lower(),
        "proposal",
        "document",
        "specification",
        "idea",
        "feature",
        "change",
    }
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
    if "and" in rest.lower().split():
        return name  # "Wills, Estates and Succession Act"
    if definition is not None and fold(definition.subject) == fold(first):
        return first
    return first if name not in text and first in text and rest[:1].isupper() else name


def _described_topic(name: str, disambiguator: str, definition: Definition | None, text: str) -> Topic:
    own = set(definition.classes if definition else ())
    own.update(w for w in re.findall(r"[a-z]+", disambiguator) if w in TOPIC_NOUNS or w in PERSON_NOUNS)
    last = singular(name.split()[-1].lower())
    if last in TOPIC_NOUNS:
        own.add(last)
    first, _, rest = name.partition(" ")
    if rest.startswith("of ") and first.lower() in TOPIC_NOUNS:
        own.add(first.lower())  # "Battle of Lund", "Book of Job"
    defined = bool(definition is not None and definition.classes) or bool(own - {last})
    words = name.split()
    if len(words) == 2 and _binomial(words, text):
        own.add("species")
    he, she, they = count_pronouns(text)
    person = is_person(name, own, definition, text, he + she)
    kind: Literal["name", "topic"] = "name" if person else _kind(name, own, definition, text)
    forms = {*name_forms(name, person, definition, text), *bracket_forms(disambiguator)}
    if kind == "topic":
        forms |= {twin for form in forms for twin in (singular(form), f"{form}s") if form[-1:].isalpha()}
    return Topic(
        name=name,
        kind=kind,
        person=person,
        gender=gender_of_topic(name, own, he, she) if person else None,
        group=bool(own & GROUP_NOUNS) and they > 0 and not person,
        classes=frozenset(_referred_as(own, person)),
        modifiers=definition.modifiers if definition else frozenset(),
        forms=frozenset(forms),
        parts=frozenset(_parts(name, own, text)),
        written=tuple(_written(name, definition)),
        organism=bool(own & TAXON_NOUNS) and not person,
        definition=definition.start if definition else -1,
        defined=defined,
    )


def _written(name: str, definition: Definition | None) -> Iterator[str]:
    """Names of the topic that a parse may break: what the definition calls it, a team's name with an "and" in it."""
    if definition is not None and " " in definition.subject and len(definition.subject.split()) <= 8:
        yield definition.subject.removeprefix("The ").removeprefix("the ")
    season = _SEASON.fullmatch(name)
    words = season[1].split() if season else []
    if "and" in words:
        yield from (" ".join(words[cut:]) for cut in range(words.index("and")))


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
    opening = text[:5000]
    if not any(f"{name.lower()}{end}" in opening.lower() for end in ("?", " ?", "\n", " \n")):
        return False
    return re.search(rf"{_QUESTION}{re.escape(name)}\s?[?\n]", opening, re.IGNORECASE) is not None


def _lower_case_use(name: str, text: str) -> bool:
    """Whether the text writes the name in lower case more often than not, sentence starts aside."""
    lower = name.lower()
    if name in (lower, name.upper()) or lower not in text:
        return False
    down = len(re.findall(rf"\b{re.escape(lower)}s?\b", text))
    return down > 0 and down > len(re.findall(rf"(?<=[a-z,] ){re.escape(name)}\b", text))


def _binomial(words: list[str], text: str) -> bool:
    """A scientific name: a Latin ending, and a first word that the text never writes in lower case."""
    first, second = words
    latin = _LATIN_ENDING.search(second) is not None and _LATIN_ENDING.search(first) is not None
    return (
        latin
        and second not in TOPIC_NOUNS | TERM_NOUNS
        and second.isalpha()
        and second.islower()
        and not re.search(rf"\b{re.escape(first.lower())}\b", text)
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
    elif own & GROUP_NOUNS and (club := _CLUB.fullmatch(name)):
        yield fold(club[1])
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
