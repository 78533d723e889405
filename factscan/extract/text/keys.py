"""Keys of facts, prompts and sentences (see ``factscan.hashing``).

Names are folded first (case, articles, titles, diacritics, dashes): "The Beatles" meets "Beatles". Quantities are put
into base units: "5 km" meets "5,000 m"; terms, which are in lower case, into the singular: "skin rashes" meets "skin
rash". What a table shows keeps the spelling of a text; only keys are made so.
"""

from functools import lru_cache

from factscan.extract.text.names import fold
from factscan.extract.text.plurals import singular
from factscan.extract.text.units import quantity_key
from factscan.hashing import hash64

_CACHE = 1 << 16


def subject_id(subject: str) -> int:
    """The key of a subject, folded."""
    return hash64(_form(subject))


def prompt_id(subject: str, relation: str) -> int:
    """The key of a prompt: subject and relation, folded."""
    return hash64(_form(subject), fold(relation))


def fact_id(subject: str, relation: str, object: str) -> int:  # noqa: A002 (the design's word)
    """The key of a fact: subject and relation folded, and the object's key."""
    return hash64(_form(subject), fold(relation), object_key(object))


def object_key(text: str) -> str:
    """What is equal for objects that are the same response: a quantity in base units, a name or a phrase folded."""
    quantity = quantity_key(text) if text[:1] in _QUANTITY_BEGINS or "$" in text[:3] else None
    return _form(text) if quantity is None else quantity


@lru_cache(_CACHE)
def _form(text: str) -> str:
    """A name folded, a term folded and in the singular."""
    folded = fold(text)
    if not text.islower() or not folded[-1:].isalpha():
        return folded
    before, blank, last = folded.rpartition(" ")
    return f"{before}{blank}{singular(last)}"


def sentence_hash(text: str) -> int:
    """The key of a sentence: white space and case do not count."""
    return hash64(" ".join(text.casefold().split()))


_QUANTITY_BEGINS = frozenset("-0123456789<>≥≤€£¥₹₽₩")
