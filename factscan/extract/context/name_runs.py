"""Where the names of a text lie: runs of capitalised words, which a parse may cut but a reader does not."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from factscan.extract.context.topic_data import PERSON_NOUNS
from factscan.extract.syntax.noun_data import DEMONYMS
from factscan.extract.text.abbreviations_data import STARTERS
from factscan.extract.text.given_names_data import GIVEN_NAMES
from factscan.extract.text.names_data import BODIES, NOBLE_TITLES, RANK_TITLES, ROLES

_POSSESSIVES = ("'s ", "’s ", "s' ", "s’ ")
_CALLINGS = PERSON_NOUNS | RANK_TITLES | ROLES | {"minister", "vice"}
_STARTERS = STARTERS - {"I"}  # "World War I"
_COMPOUND_ADJECTIVE = re.compile(r"-[a-z]+(?:ed|ing|based|born)\Z")
_PLACING = re.compile(r"\b(?:[Ii]n|[Aa]t|[Oo]f|[Ff]rom|[Tt]o|[Ii]nto|[Nn]ear)\s(?:[a-z-]+\s){0,3}\Z")
_SPOKEN_OF = 2  # how often a text must write a word alone for it to be a name of its own


class NameRuns:
    """The runs of one text, cut at possessives.

    ``spans``: all runs in text order; ``told``: names whose length the text tells by an acronym after them.
    """

    def __init__(
        self, text: str, spans: Iterable[tuple[int, int]], told: Iterable[tuple[int, int]] = ()
    ) -> None:
        self._text = text
        self._told = sorted(told)
        self.spans = [piece for start, end in spans for piece in _pieces(text, start, end)]
        self._starts = [start for start, _ in self.spans]
        self._counts = Counter(text[start:end] for start, end in self.spans)

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """The whole name that the characters from ``start`` to ``end`` are a part of."""
        index = bisect_right(self._told, (start, len(self._text))) - 1
        if index >= 0 and end <= self._told[index][1]:
            return self._told[index]
        first, last = self._at(start), self._at(end - 1)
        begin = first[0] if first and self._goes_left(first[0], start) else start
        return begin, self._stop(start, end, last[1]) if last else end

    def count(self, name: str) -> int:
        """How often the text writes a run just so."""
        return self._counts[name]

    def is_glued(self, name: str, position: int) -> bool:
        """Whether a run is two names that only stand side by side: "in Moscow Pierre", each met alone elsewhere."""
        words = name.split(" ")
        if len(words) != 2 or self._counts[name] > 1 or words[0].lower() in GIVEN_NAMES:
            return False
        return all(self._counts[word] >= _SPOKEN_OF for word in words) and self.is_placed(position)

    def is_placed(self, position: int) -> bool:
        """Whether a preposition stands before a position: "in burned Moscow"."""
        return _PLACING.search(self._text, max(position - 48, 0), position) is not None

    def _at(self, position: int) -> tuple[int, int] | None:
        index = bisect_right(self._starts, position) - 1
        return self.spans[index] if index >= 0 and position < self.spans[index][1] else None

    def _goes_left(self, begin: int, start: int) -> bool:
        words = self._text[begin:start].split()
        if not words:
            return False
        first, last = words[0].lower(), words[-1].lower()
        if words[-1].islower():
            return first in BODIES or words[-1] == "v."
        if words[0] in DEMONYMS or _COMPOUND_ADJECTIVE.search(words[0]):
            return False
        return not any(part in _CALLINGS for word in (first, last) for part in word.split("-"))

    def _stop(self, start: int, end: int, last: int) -> int:
        """Where the name ends whose words go on from ``end`` to ``last`` at most."""
        words = self._text[end:last].split(" ")
        begins = next((k for k, word in enumerate(words) if word in _STARTERS), len(words))
        following = [w for w in words[:begins] if w and w != "the"]
        if not following:
            return end
        body = self._text[start:end].rsplit(" ", 1)[-1].lower()
        if following[0] == "of" and (
            (body not in BODIES and not self._is_noble(start, end))
            or following[1:2] == []
            or following[1].lower() in _CALLINGS
        ):
            return end
        stop = end + len(" ".join(words[:begins]))
        return stop - 1 if begins < len(words) and self._text[stop - 1] == "." else stop

    def _is_noble(self, start: int, end: int) -> bool:
        """Whether "of" goes on with a person's name: "Countess Marie-Alice of Lund", "Clare of Assisi"."""
        name = self._text[start:end].lower()
        before = self._text[max(start - 16, 0) : start].split()
        return (bool(before) and before[-1].lower() in NOBLE_TITLES) or name in GIVEN_NAMES


def _pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The run without its possessives: "Anna’s" and "Museum"."""
    at = start
    while True:
        cuts = [c for mark in _POSSESSIVES if (c := text.find(mark, at, end)) >= 0]
        if not cuts:
            break
        cut = min(cuts)
        is_plural = text[cut] == "s"
        yield at, cut + is_plural
        at = cut + 3
    for mark in ("'s", "’s", "'", "’"):
        if text.endswith(mark, at, end):
            end -= len(mark)
            break
    if at < end:
        yield at, end
