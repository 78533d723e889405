"""Exact copies: documents whose texts are equal once case, white space and compatibility forms are folded."""

import unicodedata
from collections.abc import Iterator

from factscan.hashing import hash64, hash64_of_pieces

_PIECE = 1 << 20


def text_hash(text: str) -> int:
    """The key of a text for exact duplicates: NFKC, case folded, white space collapsed."""
    return hash64_of_pieces(_normalised(text))


def _normalised(text: str) -> Iterator[str]:
    """The normalised text in pieces of about a megabyte, cut after a space: no normalisation reaches across one."""
    start = 0
    gap = ""
    while start < len(text):
        cut = text.find(" ", start + _PIECE) + 1 or len(text)
        words = unicodedata.normalize("NFKC", text[start:cut]).casefold().split()
        if words:
            yield gap + " ".join(words)
            gap = " "
        start = cut


def document_key(doc_id: str, title: str, text: str) -> int:
    """The key of a document: its id, title and text as they are."""
    return hash64(doc_id, title, text)
