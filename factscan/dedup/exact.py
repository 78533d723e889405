"""Exact copies: documents whose texts are equal once case, white space and compatibility forms are folded."""

import re
import unicodedata
from collections.abc import Iterator

from factscan.hashing import hash64, hash64_of_pieces

_PIECE = 1 << 20
_SPACE = re.compile(r"\s")
_STARTER = re.compile("[!-~一-鿿]")  # ASCII and ideographs: normalisation joins neither to what stands before


def text_hash(text: str) -> int:
    """The key of a text for exact duplicates: NFKC, case folded, white space collapsed."""
    return hash64_of_pieces(_collapsed(text))


def document_key(doc_id: str, title: str, text: str) -> int:
    """The key of a document: its id, title and text as they are."""
    return hash64(doc_id, title, text)


def normalised(text: str, characters: int) -> Iterator[str]:
    """NFKC and case folded, in pieces of ``characters`` and up to the end of the last word."""
    start = 0
    while start < len(text):
        end = _end(text, start + characters, start + 2 * characters)
        yield unicodedata.normalize("NFKC", text[start:end]).casefold()
        start = end


def _end(text: str, earliest: int, latest: int) -> int:
    """Where a piece ends: normalisation does not reach across. A word longer than a piece is cut, too."""
    if space := _SPACE.search(text, earliest, latest):
        return space.end()
    starter = _STARTER.search(text, latest, latest + 100)
    return min(starter.start() if starter else latest, len(text))


def _collapsed(text: str) -> Iterator[str]:
    started = spaced = False
    for piece in normalised(text, _PIECE):
        spaced = spaced or piece[0].isspace()
        words = piece.split()
        if words:
            yield (" " if started and spaced else "") + " ".join(words)
            started, spaced = True, piece[-1].isspace()
