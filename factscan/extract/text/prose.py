"""Which sentences of a document are English prose, and by which filter the others are dropped.

A sentence that cannot bear a fact is not parsed. What is dropped is counted under the filter's name, so that a
scan can say what it left out (table ``skipped``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factscan.extract.text.dialogue import holds_exclamation, holds_speech, is_script, is_story
from factscan.extract.text.languages import (
    NO_WORDS,
    FunctionWords,
    function_words,
    is_foreign,
    is_other_script,
)
from factscan.extract.text.listings import (
    is_capitals,
    is_heading,
    is_list,
    is_navigation,
    is_reference,
    running_heads,
)
from factscan.extract.text.markup import is_code, is_markup, is_table
from factscan.extract.text.scans import is_garbled, is_scan, torn_words

Filter = Literal[
    "fragment",
    "table",
    "code",
    "markup",
    "scan",
    "capitals",
    "heading",
    "navigation",
    "reference",
    "list",
    "language",
    "dialogue",
    "length",
    "verbless",
    "failed",
]

FILTERS: dict[Filter, str] = {
    "fragment": "fewer than three words",
    "table": "cells of a table, columns of figures",
    "code": "program text",
    "markup": "HTML, wiki marks, LaTeX, JSON, addresses",
    "capitals": "headings in capitals, or a sentence that one ran into",
    "navigation": "see also, click here, page 3",
    "reference": "entries of a bibliography",
    "list": "items run together, items without a verb",
    "heading": "titles on a line of their own",
    "scan": "misread by character recognition",
    "language": "another language than English, or no language",
    "dialogue": "what the persons of a story or a script say",
    "length": "more words than a sentence has",
    "verbless": "parsed, without a finite verb and without a fact",
    "failed": "a piece of a very long document that the extractor could not take",
}
"""Every filter and what it drops, in the order in which they are asked; the first that drops a sentence counts it."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SYMBOL = re.compile(r"[^\w\s.,;:'’\"“”()!?–—-]|\w\(|_|\t| {3}")
_LEAST = 3  # words
_MOST = 90  # words; what is longer was mostly split ill, and parsers lose its thread
_LONGEST_REFERENCE = 80  # words


class Prose:
    """The filters over one document: what they ask of a sentence depends on the text around it too."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._spans = spans
        self._words = [_WORD.findall(text[start:end]) for start, end in spans]
        self._counts = [function_words(words) for words in self._words]
        self._paragraphs = _paragraphs(text, spans, self._counts)
        document = sum(self._counts, NO_WORDS)
        self._foreign = document.is_foreign_document
        self._torn = torn_words(text)
        self._scan = is_scan(self._torn, document.words)
        self._heads = running_heads(text)
        self._story = is_story(text)
        self._script = is_script(text)

    def filter(self, place: int, quoted: Sequence[tuple[int, int]]) -> Filter | None:
        """The filter that drops sentence number ``place``, None for prose.

        ``quoted``: the spans between quotation marks that lie in the sentence or around it, as offsets in it.
        """
        words = self._words[place]
        count = len(words)
        start, end = self._spans[place]
        sentence = self._text[start:end]
        if is_other_script(sentence):
            return "language"
        if count < _LEAST:
            return "fragment"
        return (
            self._marked(sentence, self._counts[place])
            or self._listed(place, sentence, words)
            or self._unread(sentence, place)
            or ("dialogue" if self._spoken(sentence, quoted) else None)
            or ("length" if count > _MOST else None)
        )

    def _marked(self, sentence: str, counts: FunctionWords) -> Filter | None:
        if _SYMBOL.search(sentence) is None:
            return None
        if is_table(sentence, counts.words):
            return "table"
        if is_code(sentence, counts.words, counts.english):
            return "code"
        return "markup" if is_markup(sentence, counts.words) else None

    def _listed(self, place: int, sentence: str, words: Sequence[str]) -> Filter | None:
        if is_capitals(sentence, words, self._heads):
            return "capitals"
        if is_navigation(sentence):
            return "navigation"
        if self._paragraphs[place].is_reference:
            return "reference"
        line = self._ends_line(self._spans[place][1])
        if is_list(sentence, words, line=line):
            return "list"
        return "heading" if line and is_heading(sentence, words) else None

    def _unread(self, sentence: str, place: int) -> Filter | None:
        counts = self._counts[place]
        if self._torn and is_garbled(sentence, counts.words, in_scan=self._scan):
            return "scan"
        among_foreign = self._foreign or self._paragraphs[place].counts.is_foreign_paragraph
        return "language" if is_foreign(counts, among_foreign=among_foreign) else None

    def _spoken(self, sentence: str, quoted: Sequence[tuple[int, int]]) -> bool:
        if not quoted:
            return self._script
        return holds_exclamation(sentence, quoted) or (self._story and holds_speech(sentence, quoted))

    def _ends_line(self, end: int) -> bool:
        """Whether nothing follows a sentence on its line (on its last, where lines are wrapped)."""
        return self._text[end : end + 1] in ("", "\n", "\r")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What the sentences of one line, or of one wrapped paragraph, have in common."""

    counts: FunctionWords
    is_reference: bool


def _paragraphs(
    text: str, spans: Sequence[tuple[int, int]], counts: Sequence[FunctionWords]
) -> list[_Paragraph]:
    """For every sentence the paragraph that it stands in."""
    found: list[_Paragraph] = []
    begun = 0
    for place in range(1, len(spans) + 1):
        if place == len(spans) or "\n" in text[spans[place - 1][1] : spans[place][0]]:
            whole = sum(counts[begun:place], NO_WORDS)
            reference = whole.words <= _LONGEST_REFERENCE and is_reference(
                text[spans[begun][0] : spans[place - 1][1]], whole.words
            )
            found += [_Paragraph(whole, reference)] * (place - begun)
            begun = place
    return found
