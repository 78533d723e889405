"""Scans gone wrong: what character recognition makes of a page that it cannot read."""

import re

# Digits for letters, and common words with a gap in them.
_BROKEN = (
    r"\b[a-z]+[013456789][a-z]{2,}\b"
    r"|(?<=\s)(?:t he|th e|t o|o f|an d|a nd|f or|fo r|i n|w ith|wi th|t hat|b y|i s|sha ll|s hall|a ct|n ot|w as|o r"
    r"|t his|f rom|e nd)(?=\s)"
)
_TORN = re.compile(_BROKEN)
# The same in a text with marks that no word holds: few have any.
_MARK = re.compile("[~^£¢¥¬¯®·•¤°]")
_TORN_OR_MARKED = re.compile(rf"[a-z][~^£¢¥¬¯®·•¤°]+[a-z]|[A-Za-z]~|~[A-Za-z]|{_BROKEN}")
_ODD = re.compile(
    r"[A-Za-z]\d[A-Za-z]|[a-z]{2}\d\b|[a-z][A-Z]{2}|[A-Z]{2}[a-z]+[A-Z]|[a-z][,;:!?•*\"(\[{}|\\/_=<>]+[a-z]"
    r"|(?<=\s)[b-hj-zB-HJ-Z](?=\s)|[^\w\s]{4}|\b[bcdfghjklmnpqrstvwxz]{4,}\b|[a-z]\.[a-z]{3}|[A-Z]{3}[a-z]{2}"
)
_TORN_SHARE = 0.08  # of a sentence's words
_TORN_LEAST = 2
_SCAN_LEAST = 4  # different torn words of a document that is a scan
_SCAN_SHARE = 0.003  # of its words


def torn_words(text: str) -> int:
    """How many different words of a text no keyboard would write."""
    torn = _TORN_OR_MARKED if _MARK.search(text) else _TORN
    return len(set(torn.findall(text)))


def is_scan(torn: int, words: int) -> bool:
    """Whether a document with so many torn words came out of a scanner that could not read it."""
    return torn >= _SCAN_LEAST and torn >= _SCAN_SHARE * words


def is_garbled(sentence: str, words: int, *, in_scan: bool) -> bool:
    """Whether a sentence is not what was printed: in a scan one sign is enough, elsewhere it takes several."""
    torn = torn_words(sentence)
    if in_scan:
        return torn > 0 or _ODD.search(sentence) is not None
    return torn >= _TORN_LEAST and torn >= _TORN_SHARE * words
