"""Whether a common noun can say what a name is: "chemist" of a person, "river" of a place, neither of the other."""

from typing import Literal

from factscan.extract.context.topic_data import (
    BUILT_NOUNS,
    EVENT_NOUNS,
    GROUP_NOUNS,
    OTHER_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    TAXON_NOUNS,
    WORK_NOUNS,
)
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.noun_data import ROLE_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.text.given_names_data import FEMALE_NAMES, MALE_NAMES
from factscan.extract.text.names_data import RANK_TITLES

Sort = Literal["person", "place", "group", "thing"]

_KIN = frozenset(
    """son daughter child father mother parent brother sister sibling wife husband spouse widow widower uncle aunt
    nephew niece cousin grandson granddaughter grandfather grandmother friend neighbor neighbour""".split()
)
_NOBODY = frozenset("man woman boy girl person people guy one member individual figure name".split())
_BODIES = frozenset(
    """newspaper magazine journal publisher label firm company manufacturer producer developer carrier airline bank
    retailer website broadcaster network database""".split()
)
_CLASSES = (
    PERSON_NOUNS
    | ROLE_NOUNS
    | GROUP_NOUNS
    | WORK_NOUNS
    | PLACE_NOUNS
    | BUILT_NOUNS
    | EVENT_NOUNS
    | OTHER_NOUNS
    | TAXON_NOUNS
    | _KIN
    | _BODIES
) - _NOBODY
_GIVEN = MALE_NAMES | FEMALE_NAMES
_PLACING = frozenset({"in", "on", "at", "near", "from", "to", "into", "towards", "toward", "outside"})


def is_class(parse: Parse, noun: int) -> bool:
    """Whether the noun names a class that names are members of."""
    return parse.lemmas[noun] in _CLASSES or (is_person(parse, noun) and parse.lemmas[noun] not in _NOBODY)


def fits(parse: Parse, name: int, noun: int, *, told: bool = False) -> bool:
    """Whether what the noun says may be said of the name, as far as their sorts are known.

    ``told``: the sentence sets the noun off as what the name is ("Balsam, a village, …"), and is believed rather than
    the pipeline.
    """
    of_name, of_noun = sort_of_name(parse, name), sort_of_noun(parse, noun)
    if told and of_noun != "person" and not _has_given_name(parse, name):
        return True
    if of_noun == "person":
        return of_name == "person" or (of_name is None and parse.case(name) not in _PLACING)
    if of_name == "person":
        return False
    if of_noun == "place":
        return True
    return of_name != "place" or of_noun == "group"


def sort_of_noun(parse: Parse, noun: int) -> Sort:
    """What sort of thing the noun is for."""
    lemma = parse.lemmas[noun]
    if lemma in _BODIES or lemma in GROUP_NOUNS:
        return "group"
    if lemma in PERSON_NOUNS or lemma in ROLE_NOUNS or lemma in _KIN:
        return "person"
    if lemma in PLACE_NOUNS or lemma in BUILT_NOUNS:
        return "place"
    if lemma not in _CLASSES and is_person(parse, noun):
        return "person"
    return "thing"


def sort_of_name(parse: Parse, name: int) -> Sort | None:
    """What sort of thing the name is of, by the pipeline and by given names; None where neither says it."""
    sort = parse.names[name][2:]
    if _has_given_name(parse, name):
        return "person" if sort not in ("LOC", "GPE", "ORG") else _SORTS.get(sort)
    return _SORTS.get(sort)


def _has_given_name(parse: Parse, name: int) -> bool:
    """Whether the name begins with one that people have, or with a rank."""
    first = name
    while (
        first
        and parse.heads[first - 1] == name
        and parse.labels[first - 1] in ("compound", "flat", "nmod:desc")
    ):
        first -= 1
    return parse.lower[first] in _GIVEN or parse.lower[first].rstrip(".") in RANK_TITLES


_SORTS: dict[str, Sort] = {
    "PER": "person",
    "PERSON": "person",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "ORG": "group",
}
