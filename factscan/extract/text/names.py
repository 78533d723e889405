"""The forms of a name: the canonical form that is shown, and the folded form that keys are made of."""

import re
import unicodedata
from functools import lru_cache

from factscan.extract.text.given_names_data import FEMALE_NAMES, MALE_NAMES
from factscan.extract.text.names_data import (
    ARTICLES,
    COURTESY_TITLES,
    DOUBLE_TITLES,
    INSTITUTION_WORDS,
    NOT_AFTER_TITLE,
    PRONOUNS,
    RANK_TITLES,
    ROLES,
    VAGUE_MODIFIERS,
    VAGUE_NOUNS,
)

_CACHE = 1 << 16
_MAX_NAME = 400  # characters; longer ones are no names, and folding them must stay cheap
_SPACE = re.compile(r"[\s\u200b\u200e\u200f\ufeff]+")
_DISAMBIGUATOR = re.compile(r"\s*\([^()]*\)\s*\Z")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_YEAR_OWNER = re.compile(r"\A\d{4}['’]s?\s(?=[A-Z])")  # "1989's Dr. Feelgood"
_BEFORE_NAMES = ARTICLES | COURTESY_TITLES | RANK_TITLES | ROLES
_FIRST_OF_TWO = frozenset(title.split(" ", 1)[0] for title in DOUBLE_TITLES)
_SHORT_FORMS = {"st": "saint", "mt": "mount", "ft": "fort"}
_QUOTES = "\"“”„‟«»‹›‘’'`"
_EDGE = " \t,;:!?*_|/\\~^=<>–—•·" + _QUOTES
_HYPHENS = re.compile(r"\A-+(?!\d)|-+\Z")  # a minus sign before a number stays
_ENDING = ' \t\n"“”»)].,;:!?'
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = {")": "(", "]": "[", "}": "{"}
# of single letters only the last of several: "Washington D.C.", but "vitamin K.", "MAO-A."
_KEPT_STOP = re.compile(
    r"(?:(?:\A|\.\s?)\w|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|St|Dr|Mt|No|Op|vs|etc|Esq|sp|spp|subsp|var))\.\Z"
)

_APOSTROPHES = {ord(c): None for c in "'’‘ʼʻ`´′"}
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "−": "-",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
    }
)
_FOLD_TOKEN = re.compile(r"(?<![^\s(/])-\d[\d.]*|\d+(?:[.,]\d+)*|[^\W\d]+\d*|[+#%$€£¥§°]+|&|\d")
_COMMA_GROUP = re.compile(r"(?<=\d),(?=\d)")


@lru_cache(_CACHE)
def canonical_name(text: str) -> str:
    """The name as it is shown: outer articles, titles, possessive, quotes, brackets and stray marks off; NFC."""
    name = _SPACE.sub(" ", unicodedata.normalize("NFC", text[: _MAX_NAME * 2])).strip()
    previous = None
    while name != previous:
        previous = name
        name = _bare(name)
    words = name.split(" ")
    return " ".join(words[_leading(words) :]) or name


def _bare(name: str) -> str:
    """One round of taking marks off both ends."""
    name = name.strip(_EDGE)
    name = _HYPHENS.sub("", name)
    if name.endswith(".") and not _KEPT_STOP.search(name):
        name = name.rstrip(". ")
    if name[:1] in _PAIRS and (name.endswith(_PAIRS[name[0]]) or _PAIRS[name[0]] not in name):
        name = name[1:-1] if name.endswith(_PAIRS[name[0]]) else name[1:]
    if name[-1:] in _CLOSING and _CLOSING[name[-1]] not in name:
        name = name[:-1]
    without = _DISAMBIGUATOR.sub("", name)
    if without:
        name = without
    return _POSSESSIVE.sub("", _YEAR_OWNER.sub("", name)).lstrip(".").strip()


def _leading(words: list[str]) -> int:
    """How many of the first words are articles or titles and no part of the name."""
    at = 0
    while at < len(words) - 1:
        word = words[at].lower().rstrip(".")
        if word not in _BEFORE_NAMES and word not in _FIRST_OF_TWO:
            break
        rest = [w.lower() for w in words[at + 1 :]]
        if len(rest) > 1 and f"{word} {rest[0]}" in DOUBLE_TITLES and rest[1] not in NOT_AFTER_TITLE:
            at += 2
            continue
        article = words[at].lower() in ARTICLES and rest[0] not in {"of", "for", "and"}
        if not article and not _is_title(word, rest) and not _is_role(word, rest):
            break
        at += 1
    return at


def _is_role(word: str, rest: list[str]) -> bool:
    """Whether a word tells what a person is: "Nobel Laureate Barry Marshall", "Incumbent Democrat Frank M. Dixon"."""
    if word not in ROLES or len(rest) < 2:
        return False
    following = next((w for w in rest[:3] if w not in ROLES), "")
    return following != rest[-1] and (following in MALE_NAMES or following in FEMALE_NAMES)


def _is_title(word: str, rest: list[str]) -> bool:
    if word in COURTESY_TITLES:
        return rest[0] not in {"of", "and", "the"}
    if word not in RANK_TITLES or rest[0] in NOT_AFTER_TITLE or any(w[0].isdigit() for w in rest if w):
        return False  # "Lord Mayor Berg", "Captain Comet 3D"
    return INSTITUTION_WORDS.isdisjoint(rest)


@lru_cache(_CACHE)
def fold(text: str) -> str:
    """The comparison form: two spellings of one name have the same.

    NFKD without diacritics, case folded; hyphens, dashes and other punctuation are spaces, apostrophes nothing;
    initials are joined ("J. K." = "JK", "U.S." = "US"); leading articles and titles and the final possessive
    are off. Signs that tell names or quantities apart ("C++", "−5", "$") stay.
    """
    name = text[:_MAX_NAME]
    if name.isascii():
        name = name.lower()
    else:
        name = unicodedata.normalize("NFKD", name).casefold()
        name = "".join(c for c in name if not unicodedata.combining(c)).translate(_LETTERS)
    name = _POSSESSIVE.sub("", name.rstrip(_ENDING)).translate(_APOSTROPHES)
    if "," in name:
        name = _COMMA_GROUP.sub("", name)
    words = _FOLD_TOKEN.findall(name)
    if not words:
        return " ".join(text.casefold().split())
    if "&" in words:
        words = ["and" if w == "&" else w for w in words]
    words = _join_initials(words)
    if words[0] in _SHORT_FORMS and len(words) > 1:
        words[0] = _SHORT_FORMS[words[0]]
    return " ".join(words[_leading(words) :])


def _join_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return joined


@lru_cache(_CACHE)
def is_vague(words: str) -> bool:
    """Whether a noun phrase names nothing by itself: "man", "the following year", "this", "many people"."""
    parts = fold(words).split(" ")
    while len(parts) > 1 and (parts[0] in VAGUE_MODIFIERS or parts[0].isdigit()):
        del parts[0]
    if len(parts) != 1:
        return False
    word = parts[0]
    return not word or word in VAGUE_NOUNS or word in PRONOUNS or word in VAGUE_MODIFIERS or word.isdigit()
