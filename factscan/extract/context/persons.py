"""Whether a document is about a person, and which pronoun that person goes by."""

import re
from typing import Literal

from factscan.extract.context.definition import Definition
from factscan.extract.context.topic_data import (
    ALSO_THINGS,
    BUILT_NOUNS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    TAXON_NOUNS,
    WORK_NOUNS,
)
from factscan.extract.text.given_names_data import FEMALE_NAMES, MALE_NAMES
from factscan.extract.text.names import fold
from factscan.extract.text.names_data import NOT_PEOPLE

Gender = Literal["he", "she"]

_SHORT = 1500  # characters of a passage: in a whole text, "he" is as well a figure of the plot

_PRONOUN = re.compile(r"\b(?:([Hh]e|[Hh]is|[Hh]im)|([Ss]he|[Hh]er|[Hh]ers)|([Tt]hey|[Tt]heir|[Tt]hem))\b")
_BORN = re.compile(
    r"\([^()]{0,80}\b(?:born|b\.|né|née)[ ]"
    r"|\([^()]{0,60}\b\d{3,4}\b[^()–—-]{0,40}[–—-]\s?[^()]{0,60}\b\d{3,4}\b[^()]{0,40}\)"
    r"|\(\s?(?:died|d\.)[ ]|\swas\sborn\b|^[^,]{2,50},\sborn\s"
)
_THINGS = GROUP_NOUNS | WORK_NOUNS | BUILT_NOUNS | PLACE_NOUNS | TAXON_NOUNS
_THING_WORD = re.compile(
    r"\b(?:film|novel|album|book|song|series|episode|game|story|plot|play|poem|directed)\b"
)
_ACTS = (
    r"(?:(?:also|later|then|first|soon|again|himself|herself)\s)?(?:was\sborn|wrote|graduated|studied|played|served"
    r"|married|died|moved|worked|became|joined|won|attended|received|returned|retired|taught|began|made|started"
    r"|grew|earned|published|has\s(?:been|played|written|served))\b"
)
_LIFE_ACTS = (
    r"(?:(?:also|later|then|first)\s)?(?:was\sborn|wrote|graduated|studied|married|died|worked\s(?:for|as)|taught"
    r"|retired)\b"
)
_PARTICLES = frozenset(
    "de van von der den di da del la le bin ibn al el du y e dos das do ten ter zu af av bint ben abu ap ab mac".split()
)
_WOMEN = frozenset(
    "actress businesswoman queen princess sportswoman soprano heiress nun empress duchess countess".split()
)


def count_pronouns(text: str) -> tuple[int, int, int]:
    """How often a text says he, she and they, in any form."""
    counts = [0, 0, 0]
    for match in _PRONOUN.finditer(text):
        counts[(match.lastindex or 1) - 1] += 1
    return counts[0], counts[1], counts[2]


def is_person(name: str, own: set[str], definition: Definition | None, text: str, gendered: int) -> bool:
    """Whether a topic is a person.

    ``own``: the nouns known of it; ``gendered``: how often the text says he or she.
    """
    if not _like_a_person(name, defined=definition is not None):
        return False
    if definition is not None and not definition.classes and _BORN.search(definition.opening):
        return True
    if definition is None or not definition.classes:
        return bool(own & PERSON_NOUNS) or (not own and _acts_like_a_person(name, text, gendered))
    if definition.generic:
        return False
    described = set(definition.classes)
    born = _BORN.search(definition.opening) is not None
    sure = described & (PERSON_NOUNS - ALSO_THINGS)
    if sure and (definition.classes[0] in PERSON_NOUNS or len(described & PERSON_NOUNS) > 1):
        return True
    if described & PERSON_NOUNS and (born or gendered > 0):
        return True
    return not described & _THINGS and (born or (_given(name) and gendered > 1))


def _nothing_else(words: list[str]) -> bool:
    """Whether no word of a name says that it is of an institution, a place or a thing."""
    return (
        len(words) == 2
        and NOT_PEOPLE.isdisjoint(w.lower() for w in words)
        and all(w.isalpha() for w in words)
    )


def _given(name: str) -> bool:
    first = name.split(" ", 1)[0].lower()
    return first in MALE_NAMES or first in FEMALE_NAMES


def _acts_like_a_person(name: str, text: str, gendered: int) -> bool:
    """Without a definition: the family name alone does what people do, or stands beside "he" and "she"."""
    words = name.split()
    if not 2 <= len(words) <= 4 or re.search(r"[?!…:]", name):
        return False
    last = re.escape(words[-1])
    if re.search(rf"\b[Tt]he {re.escape(name)}\b", text):
        return False
    if re.search(rf"\b{last}\s{_ACTS}", text):
        personal = re.search(rf"\b{last}\s{_LIFE_ACTS}", text) is not None
        return gendered > 0 or _given(name) or (personal and _nothing_else(words))
    alone = re.search(rf"(?:^|[a-z,;(.]\s){last}\b", text) is not None
    if _given(name):
        return gendered > 0 or alone
    passage = len(text) < _SHORT and not _THING_WORD.search(text)
    return passage and gendered > 0 and (alone or gendered > 1)


def _like_a_person(name: str, *, defined: bool) -> bool:
    """Capitalised words and name particles, no digits; "of" and "the" only where the text says who it is."""
    words = name.split()
    particles = _PARTICLES | ({"of", "the", "and"} if defined else set())
    if not defined and words[0] in ("The", "A", "An"):
        return False
    written = all(
        w[0].isupper() or w.lower() in particles or w[0] in "'’\"“(" or "-" in w or w[1:2] in "'’"
        for w in words
    )
    return written and len(words) <= 8 and not any(c.isdigit() for c in fold(name.split(",")[0]))


def gender_of_topic(name: str, own: set[str], he: int, she: int) -> Gender | None:
    """The pronoun of a person: by what she is, by the given name if the text bears it out, or by the text alone."""
    if own & _WOMEN:
        return "she"
    first = name.split()[0].lower()
    if first in FEMALE_NAMES and she >= he and she:
        return "she"
    if first in MALE_NAMES and he >= she and he:
        return "he"
    if he >= 3 * she and he:
        return "he"
    return "she" if she >= 2 * he and she else None
