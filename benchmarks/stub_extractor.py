"""An extractor that costs next to nothing: every sentence of four words or more states a fact.

For whatever is measured or tested around the extraction: resuming, growth, memory, the time of the rest.
"""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factscan.extract.extraction import Extraction
from factscan.extract.mention import Mention

_SENTENCE = re.compile(r"(\w+ \w+) (\w+) (\w[^.\n]*)\.")


class StubExtractor:
    """``Ada Lovelace met Charles.`` states (Ada Lovelace, met, Charles). ``pause`` seconds are slept per document."""

    identity = "stub-1"

    def __init__(self, pause: float = 0.0) -> None:
        self._pause = pause

    def extractions(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        for _, text in documents:
            if self._pause:
                time.sleep(self._pause)
            yield Extraction(text.count("."), [_mention(match) for match in _SENTENCE.finditer(text)])


@dataclass(frozen=True, slots=True)
class StubExtractors:
    """Makes stub extractors in worker processes."""

    pause: float = 0.0

    def __call__(self) -> StubExtractor:
        return StubExtractor(self.pause)


def _mention(match: re.Match[str]) -> Mention:
    start, end = match.span()
    flags = ("negated",) if match[2] == "denied" else ()
    return Mention(
        match[1], "name", match[2], match[3], "phrase", start, end, match.start(2), match.end(3), flags, 0.75
    )
