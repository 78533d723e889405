"""Single capitalised words that name nothing outside their text: given names, short forms, nouns, common acronyms."""

import re

from factscan.extract.context.proper_names import ProperNames
from factscan.extract.context.topic_data import BUILT_NOUNS, EVENT_NOUNS, TOPIC_NOUNS
from factscan.extract.text.given_names_data import GIVEN_NAMES, PLACE_LIKE
from factscan.extract.text.names import fold
from factscan.extract.text.names_data import INSTITUTION_WORDS, PERSON_SORTS
from factscan.extract.text.plurals import singular

_NOUNS = (
    TOPIC_NOUNS
    | BUILT_NOUNS
    | EVENT_NOUNS
    | INSTITUTION_WORDS
    | frozenset(
        """conservatory academy seminary dvd cd lp ep vhs tv pc cpu gpu usb pdf url html ceo cfo mp mep phd mba bbs atm
        gps led lcd dna rna hiv ngo vip faq ipo gdp pow iq""".split()
    )
)
_THINGS = frozenset({"LOC", "GPE", "FAC", "ORG"})
_COUNTING = re.compile(
    r"\b(?:final|last|first|second|third|other|only|same|next|two|three|four|five|several|many|both|various|new|another"
    r"|each|every|an?) \Z"
)


class LoneNames:
    """Which single words of one text are not the whole of a name."""

    def __init__(self, text: str, names: ProperNames) -> None:
        self._text = text
        self._names = names
        self._counted: dict[str, bool] = {}

    def says_nothing(self, name: str, sort: str, position: int) -> bool:
        """Whether a single word is written as a name, and is none or not all of one.

        ``sort``: what it is the name of (PER, LOC, ORG), where the pipeline says; ``position``: where it stands.
        """
        lower = name.lower()
        if lower in _NOUNS or singular(lower) in _NOUNS:
            return True
        if sort not in _THINGS and lower in GIVEN_NAMES and lower not in PLACE_LIKE:
            return True
        if sort in PERSON_SORTS and self._names.others_called(fold(name), frozenset()):
            return True
        if not name.isupper():
            return False
        return _COUNTING.search(self._text, max(0, position - 16), position) is not None or self._is_counted(
            name
        )

    def _is_counted(self, acronym: str) -> bool:
        """Whether there are several of what an acronym stands for: "an SSSI", "three SSSIs"."""
        if acronym not in self._counted:
            plural = re.search(rf"\b{re.escape(acronym)}s\b", self._text)
            one = re.search(
                rf"\b(?:[Aa]n?|[Ee]ach|[Ee]very|[Aa]nother) {re.escape(acronym)}\b(?! [\w-])", self._text
            )
            self._counted[acronym] = plural is not None or one is not None
        return self._counted[acronym]
