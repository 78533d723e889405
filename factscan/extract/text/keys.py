"""Keys of facts, prompts and sentences (see ``factscan.hashing``).

Names are folded first (case, articles, titles, diacritics, dashes): "The Beatles" meets "Beatles".
"""

from factscan.extract.text.names import fold
from factscan.hashing import hash64


def prompt_id(subject: str, relation: str) -> int:
    """The key of a prompt: subject and relation, folded."""
    return hash64(fold(subject), fold(relation))


def fact_id(subject: str, relation: str, object: str) -> int:  # noqa: A002 (the design's word)
    """The key of a fact: subject, relation and object, folded."""
    return hash64(fold(subject), fold(relation), fold(object))


def sentence_hash(text: str) -> int:
    """The key of a sentence: white space and case do not count."""
    return hash64(" ".join(text.casefold().split()))
