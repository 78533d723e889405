"""An extractor for tests of everything but extraction: every sentence of three words or more states a fact."""

import re
from collections.abc import Iterable, Iterator

from factscan.extract.extraction import Extraction
from factscan.extract.mention import Mention

_SENTENCE = re.compile(r"(\w+) (\w+) ([^.\n]+)\.")


class Stub:
    """``Oslo lies there.`` states (Oslo, lies, there). ``texts`` are those that it was given."""

    identity = "stub-1"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def extractions(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        for _, text in documents:
            self.texts.append(text)
            yield Extraction(text.count("."), [_mention(match) for match in _SENTENCE.finditer(text)])


def _mention(match: re.Match[str]) -> Mention:
    return Mention(
        *(match[1], "name", match[2], match[3], "phrase"),
        *match.span(),
        match.start(2),
        match.end(3),
        (),
        0.75,
    )
