"""Stable 64-bit keys of facts, prompts, sentences and documents.

Each key is BLAKE2b (8 bytes) over length-prefixed fields, read as a little-endian unsigned integer: the same on every
machine and in every run. Among n distinct keys about n²/2^65 pairs collide: 1e8 keys, 2.7e-4 pairs expected; 1e9 keys,
0.027. Names are folded first (case, articles, titles, diacritics, dashes): "The Beatles" meets "Beatles".
"""

import hashlib
import unicodedata

from factscan.extract.names import fold

_CHUNK = 1 << 20


def hash64(*fields: str) -> int:
    """The key of a tuple of fields. Lengths are hashed too: ("ab", "c") is not ("a", "bc")."""
    digest = hashlib.blake2b(digest_size=8)
    for field in fields:
        data = field.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return int.from_bytes(digest.digest(), "little")


def prompt_id(subject: str, relation: str) -> int:
    """The key of a prompt: subject and relation, folded."""
    return hash64(fold(subject), fold(relation))


def fact_id(subject: str, relation: str, object: str) -> int:  # noqa: A002 (the design's word)
    """The key of a fact: subject, relation and object, folded."""
    return hash64(fold(subject), fold(relation), fold(object))


def sentence_hash(text: str) -> int:
    """The key of a sentence: white space and case do not count."""
    return hash64(" ".join(text.casefold().split()))


def text_hash(text: str) -> int:
    """The key of a text for exact duplicates: NFKC, case folded, white space collapsed.

    Works in pieces of about a megabyte, cut after a space, where no normalisation reaches across.
    """
    digest = hashlib.blake2b(digest_size=8)
    start = 0
    between = b""
    while start < len(text):
        cut = text.find(" ", start + _CHUNK) + 1 or len(text)
        words = unicodedata.normalize("NFKC", text[start:cut]).casefold().split()
        if words:
            digest.update(between + " ".join(words).encode("utf-8", "surrogatepass"))
            between = b" "
        start = cut
    return int.from_bytes(digest.digest(), "little")


def document_key(doc_id: str, title: str, text: str) -> int:
    """The key of a document: its id, title and text as they are."""
    return hash64(doc_id, title, text)
