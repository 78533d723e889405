"""Lines that name things and state nothing: headings, lists, links to elsewhere, references."""

import re
from collections import Counter
from collections.abc import Sequence

from factscan.extract.text.listings_data import (
    FINITE_VERBS,
    NAVIGATION,
    REFERENCE_HINTS,
    REFERENCE_SIGNS,
    SMALL_WORDS,
)

_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[\s,&'’-]+[A-Z]{2,}\b){5,}")
_CAPITALS_WORDS = 6
_CAPITALS_LEAST = 30  # characters of a heading in capitals that ran into a sentence; a name may be written so
_RUNNING_HEAD = re.compile(r"\b[A-Z]{5,}(?: [A-Z]{5,})+\b")
_RUN = re.compile(r"[A-Z]{5} [A-Z]{5}")  # in every running head
_RUNNING_LEAST = 3  # times that a running head stands in a document
_RUNNING_MOST = 100  # heads of a document; every one is looked for in every sentence

_STOP = re.compile(r"[.!?;:…][\"'”’»)\]*_]*\Z")
_HEADING_LONGEST = 14  # words

_BULLET = re.compile(r"(?:[-*•·–—+#▪◦‣]+|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s+")
_RUN_IN = (" - ", " – ", " • ", " * ", " · ", " ▪ ")
_SHARES = re.compile(r"\d\s?% [A-Z]")  # "Fever 90% Cough 50%"; prose has commas between
_RUN_IN_LEAST = 4
_CLAUSES_LEAST = 8  # semicolons
_ITEM_LONGEST = 5  # words of an item that has a stop and no verb
_COMMAS_LEAST = 6
_VERB_ENDING = re.compile(r"[a-z]{2,}(?:ed|[^\Wsuiao]s)\Z")

_BEGIN = r"\b"
_NAVIGATION = re.compile("|".join(NAVIGATION))
# those that begin words in one group: a place that begins none is passed over at once
_REFERENCE = re.compile(
    rf"\b(?:{'|'.join(sign[2:] for sign in REFERENCE_SIGNS if sign.startswith(_BEGIN))})|"
    + "|".join(sign for sign in REFERENCE_SIGNS if not sign.startswith(_BEGIN))
)
_REFERENCE_LEAST = 2
_REFERENCE_SHARE = 0.12


def running_heads(text: str) -> frozenset[str]:
    """Runs of capitals that stand on page after page of a document."""
    counts = Counter(_RUNNING_HEAD.findall(text)).most_common(_RUNNING_MOST)
    return frozenset(head for head, times in counts if times >= _RUNNING_LEAST)


def is_capitals(text: str, words: Sequence[str], heads: frozenset[str]) -> bool:
    """Whether a sentence is a heading in capitals, or one ran into it."""
    capitals = sum(map(str.isupper, words))  # "I" and "A" too, which do not make a heading
    if capitals > len(words) / 2 and sum(word.isupper() and len(word) > 1 for word in words) > len(words) / 2:
        return True
    if capitals >= _CAPITALS_WORDS:
        run = _CAPITALS.search(text)
        if run is not None and run.end() - run.start() >= _CAPITALS_LEAST:
            return True
    return bool(heads) and _RUN.search(text) is not None and any(head in text for head in heads)


def is_heading(text: str, words: Sequence[str]) -> bool:
    """Whether what ends a line is a title: no stop, no verb in lower case, every word of content in capitals."""
    if len(words) > _HEADING_LONGEST or _STOP.search(text):
        return False
    return all(word[0].isupper() or word in SMALL_WORDS for word in words)


def is_list(text: str, words: Sequence[str], *, line: bool) -> bool:
    """Whether a sentence lists things: items run together, or what ends a ``line`` and has no verb."""
    if sum(map(text.count, _RUN_IN)) >= _RUN_IN_LEAST or text.count(";") >= _CLAUSES_LEAST:
        return True
    if text.count("%") >= _RUN_IN_LEAST and len(_SHARES.findall(text)) >= max(_RUN_IN_LEAST, text.count(",")):
        return True
    if not line or (len(words) > _ITEM_LONGEST and _STOP.search(text)):
        return False
    many = text.count(",") >= _COMMAS_LEAST
    return (many or _BULLET.match(text) is not None) and not any(map(_is_verb, words))


def _is_verb(word: str) -> bool:
    return word in FINITE_VERBS or _VERB_ENDING.match(word) is not None


def is_navigation(text: str) -> bool:
    """Whether a sentence sends the reader elsewhere."""
    return _NAVIGATION.match(text) is not None


def is_reference(text: str, words: int) -> bool:
    """Whether a sentence is an entry of a bibliography."""
    if not any(hint in text for hint in REFERENCE_HINTS):
        return False
    signs = len(_REFERENCE.findall(text))
    return signs >= _REFERENCE_LEAST and signs > _REFERENCE_SHARE * words
