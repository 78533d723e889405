"""Which sentences can be about a chosen subject: found before the parser, so that the others need no parse.

Chosen are subjects whose key has a small enough hash. Where the topic of a document is chosen, all of it can be about
it. Elsewhere a net is cast for names as they are written (``text.written_names``); what it catches is asked of the
document's context, which tells without a parse what a name, a short name, a pronoun or "the film" stands for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from factscan.extract.context import Context
from factscan.extract.context.topic_data import CLASSES_OF
from factscan.extract.text.keys import subject_id
from factscan.extract.text.names import fold
from factscan.extract.text.written_names import WrittenName, may_be_name, written_names
from factscan.hashing import hash64

_CACHE = 1 << 18
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|it|its|they|their|them)\b", re.IGNORECASE)
_DESCRIBED = re.compile(
    rf"\b(?:the|this|that|these)\s(?:{'|'.join(sorted(CLASSES_OF))}|bill|act|resolution|order|treaty)\b",
    re.IGNORECASE,
)
_SORTS = ("", "PER", "LOC", "ORG")  # of what the pipeline may say that a name is


class ChosenSubjects:
    """Finds the sentences of documents that a sample of subjects asks for.

    ``keeps``: whether the subject with a key is chosen; one sentence in ``counted_one_in`` is counted.
    """

    def __init__(self, keeps: Callable[[int], bool], counted_one_in: int) -> None:
        self.is_chosen = lru_cache(_CACHE)(lambda name: keeps(subject_id(name)))
        self._counted_one_in = counted_one_in

    def places(self, context: Context, text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
        """The places of the sentences ``spans`` that can be about a chosen subject."""
        if context.topic and self.is_chosen(context.topic):
            return set(range(len(spans)))
        found: set[int] = set()
        runs: dict[str, list[WrittenName]] = {}
        chosen: set[str] = set()
        for name in written_names(text, [start for start, _ in spans]):
            if (not name.run or may_be_name(name.text)) and self.is_chosen(name.text):
                chosen.add(name.text)
                if name.place not in found and (
                    name.quoted or self._is_meant(context, name.text, name.start)
                ):
                    found.add(name.place)
            elif name.run:
                runs.setdefault(name.text, []).append(name)
        if chosen:
            short = set(_short_forms(chosen))
            for written in (names for form, names in runs.items() if fold(form) in short):
                found.update(name.place for name in written if self._is_meant(context, name.text, name.start))
            self._carry_on(found, context, text, spans)
        found.discard(-1)
        return found

    def are_counted(self, text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
        """The places of the sentences that are parsed to count their mentions, whatever they are about."""
        length = str(len(text))
        return {
            place
            for place, (start, end) in enumerate(spans)
            if hash64(length, str(start), text[start:end]) * self._counted_one_in < 1 << 64
        }

    def _is_meant(self, context: Context, phrase: str, position: int) -> bool:
        """Whether a phrase may stand for a chosen subject, whatever the pipeline takes it for."""
        resolved = (context.resolve(phrase, position, sort=sort) for sort in _SORTS)
        return any(one is not None and self.is_chosen(one.subject) for one in resolved)

    def _carry_on(
        self, found: set[int], context: Context, text: str, spans: Sequence[tuple[int, int]]
    ) -> None:
        """Add the sentences that go on about it, and those that go on about these."""
        for place in sorted(found):
            following = place + 1
            while following < len(spans) and following not in found:
                start, end = spans[following]
                words = [*_PRONOUN.finditer(text, start, end), *_DESCRIBED.finditer(text, start, end)]
                if not any(self._refers(context, word[0], word.start()) for word in words):
                    break
                found.add(following)
                following += 1

    def _refers(self, context: Context, phrase: str, position: int) -> bool:
        resolved = context.resolve(phrase, position)
        return resolved is not None and self.is_chosen(resolved.subject)


def _short_forms(names: set[str]) -> Iterator[str]:
    """The folded short forms that names may have: first or last words, acronyms."""
    for name in names:
        words = fold(name).split(" ")
        if len(words) < 2:
            continue
        written = [word[0] for word in name.replace("-", " ").split() if word]
        yield "".join(written).lower()
        yield "".join(letter for letter in written if letter.isupper()).lower()
        yield from (words[0], words[-1], " ".join(words[1:]))
