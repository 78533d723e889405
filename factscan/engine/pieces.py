"""Very long documents are cut at paragraph ends, so that neither memory nor one core bears the whole of one.

The cut depends on the text alone, never on the sizes of parts or the number of workers: facts are those of the pieces.
"""

from collections.abc import Iterator

PIECE_CHARACTERS = 1_000_000
"""No piece is longer: about a minute of parsing, and 350 MB of memory."""

_ENDS = ("\n\n", "\n", ". ", " ")


def piece_spans(text: str, limit: int = PIECE_CHARACTERS) -> Iterator[tuple[int, int]]:
    """Consecutive spans that cover the text; one span where it is no longer than ``limit``.

    A span ends after the last paragraph end of its second half, else after a line, a sentence, a word; a text without
    any is cut where it must be.
    """
    start = 0
    while len(text) - start > limit:
        end = _end(text, start + limit // 2, start + limit)
        yield start, end
        start = end
    yield start, len(text)


def _end(text: str, earliest: int, latest: int) -> int:
    for mark in _ENDS:
        found = text.rfind(mark, earliest, latest)
        if found >= 0:
            return found + len(mark)
    return latest
