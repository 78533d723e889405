"""Whether words are English: a count of function words, cheap enough for every sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factscan.extract.text.languages_data import ENGLISH, FOREIGN

# Greek, Cyrillic and what comes after in Unicode, but not the punctuation and symbols of U+2000 to U+2DFF.
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff\uff66-\uffdc]")
_LETTERS_OF_OTHER_SCRIPTS = 0.3

_TELLING = 10  # words: a shorter sentence may well have no function word ("Verdi composed Aida")
_SHORT = 7  # words from which on it is foreign without one, if it has those of another language
_LEAST = 1 / 12  # of the words in lower case are function words of English; names are of no language
_ENOUGH = 0.25  # this many, and a sentence is English wherever it stands
_PARAGRAPH = 12  # words from which on a paragraph tells its language
_DOCUMENT = 40  # and a document; what is English in it must not suffer for a quotation
_FOREIGN_SHARE = 0.06  # names and figures have no function words, foreign text has its own


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """How many words there are, in all and in lower case, and how many are function words of English and of others."""

    words: int
    lower: int
    english: int
    foreign: int

    def __add__(self, other: "FunctionWords") -> "FunctionWords":
        return FunctionWords(
            self.words + other.words,
            self.lower + other.lower,
            self.english + other.english,
            self.foreign + other.foreign,
        )

    @property
    def is_foreign_paragraph(self) -> bool:
        """Whether a paragraph of these words is clearly in another language."""
        return self._foreign(_PARAGRAPH, self.english)

    @property
    def is_foreign_document(self) -> bool:
        """Whether a document of these words is clearly in another language."""
        return self._foreign(_DOCUMENT, 2 * self.english)

    def _foreign(self, least: int, more_than: int) -> bool:
        return self.words >= least and self.foreign > max(more_than, _FOREIGN_SHARE * self.words)


NO_WORDS = FunctionWords(0, 0, 0, 0)


def function_words(words: Sequence[str]) -> FunctionWords:
    """Count the function words among ``words``, whatever their case."""
    folded = [word.lower() for word in words]
    return FunctionWords(
        len(words),
        sum(map(str.islower, words)),
        sum(map(ENGLISH.__contains__, folded)),
        sum(map(FOREIGN.__contains__, folded)),
    )


def is_other_script(text: str) -> bool:
    """Whether a sentence is written in other letters than Latin ones; names in it may be."""
    return not text.isascii() and len(_OTHER_SCRIPT.findall(text)) > _LETTERS_OF_OTHER_SCRIPTS * len(text)


def is_foreign(counts: FunctionWords, *, among_foreign: bool) -> bool:
    """Whether a sentence of these words is in another language, or in none.

    ``among_foreign``: whether its paragraph or its document is in another language. A foreign title in an English
    sentence makes no foreign sentence.
    """
    if counts.foreign > counts.english and counts.foreign >= 3:
        return True
    if counts.words >= _TELLING and counts.english <= _LEAST * counts.lower:
        return True
    if counts.words >= _SHORT and counts.foreign > counts.english == 0:
        return True
    return among_foreign and counts.english < _ENOUGH * counts.words
