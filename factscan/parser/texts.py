"""The tokens of many spaCy documents in one row, and where sentences begin in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, ORTH, SENT_START

from factscan.parser.graphs import Ints

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Texts:
    """``docs`` are the places at which documents begin, and ``len`` of all; ``words`` the places of what is no
    white space: only that is parsed. ``sentence`` numbers the sentence of every token.
    """

    orths: NDArray[np.uint64]
    docs: Ints
    words: Ints
    sentence: Ints

    @classmethod
    def of(cls, docs: Sequence[Doc], find_starts: Callable[[NDArray[np.uint64], Ints, Ints], Bools]) -> Texts:
        """The texts of documents; ``find_starts`` is asked for the sentence starts that a document lacks."""
        table = np.concatenate([doc.to_array([ORTH, IS_SPACE, SENT_START]).reshape(-1, 3) for doc in docs])
        orths, space, said = table.T.copy()
        said = said.view(np.int64)  # 1 begins a sentence, -1 doesn't, 0 unknown
        edges = np.cumsum([0, *map(len, docs)])
        firsts = np.unique(edges[:-1][np.diff(edges) > 0])
        words = np.flatnonzero(space == 0)
        begins = said == 1
        unknown = said == 0
        unknown[firsts] = False
        if unknown.any():
            begins |= unknown & _found(orths, edges, words, unknown, find_starts)
        begins[firsts] = True
        return cls(orths, edges, words, np.cumsum(begins))

    def sentences(self) -> tuple[Ints, Ints]:
        """Starts and lengths of the sentences, counted in words."""
        number = self.sentence[self.words]
        starts = np.flatnonzero(np.diff(number, prepend=0))
        return starts, np.diff(starts, append=len(number))


def _found(
    orths: NDArray[np.uint64],
    edges: Ints,
    words: Ints,
    unknown: Bools,
    find_starts: Callable[[NDArray[np.uint64], Ints, Ints], Bools],
) -> Bools:
    """Starts found in the documents in which some are unknown; the first word of a document is none."""
    asked = np.add.reduceat(np.append(unknown, False), edges[:-1]) > 0
    asked &= np.diff(edges) > 0
    starts = np.searchsorted(words, edges[:-1][asked])
    lengths = np.searchsorted(words, edges[1:][asked]) - starts
    starts, lengths = starts[lengths > 0], lengths[lengths > 0]
    found = np.zeros(len(orths), dtype=bool)
    found[words] = find_starts(orths[words], starts, lengths)
    found[words[starts]] = False
    return found


def anchors(sentence: Ints, words: Ints) -> Ints:
    """For every token the word that it goes with: itself, or for white space the word before it in its sentence, else
    the word after it, else, where there are no words, the first token.
    """
    places = np.arange(len(sentence))
    before = np.full(len(sentence), -1)
    before[words] = words
    before = np.maximum.accumulate(before)
    after = np.full(len(sentence), len(sentence))
    after[words] = words
    after = np.minimum.accumulate(after[::-1])[::-1]
    firsts = np.flatnonzero(np.diff(sentence, prepend=0))
    found = firsts[np.searchsorted(firsts, places, side="right") - 1]
    for candidates in (np.minimum(after, len(sentence) - 1), np.maximum(before, 0)):
        fits = (sentence[candidates] == sentence) & np.isin(candidates, words)
        found = np.where(fits, candidates, found)
    return found
