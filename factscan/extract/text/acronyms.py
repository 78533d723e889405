"""Acronyms: which of the words before a bracket the capitals in it stand for."""

import re

_SMALL = frozenset("of the and for in on at to a an de la du des und e y &".split())
_WORD = re.compile(r"[^\s/–-]+")
_MARKS = "\"'“”‘’(),.*_"
_MAX_EXTRA = 6  # words that may stand between those whose first letters count


def long_form(short: str, before: str) -> int:
    """Where in ``before``, which ends where the bracket begins, the words abbreviated as ``short`` begin; else -1.

    "National Institute of Health" for NIH: each capital begins a word, in order, the last word the last of them;
    small words may stand between. Or letters of the one word before: "tuberculosis" for TB.
    """
    letters = [c.lower() for c in short if c.isalpha() and (c.isupper() or short.isupper())]
    words = [(m.start(), m.group().strip(_MARKS).lower()) for m in _WORD.finditer(before[-200:])]
    words = [
        (max(len(before) - 200, 0) + at, word) for at, word in words[-len(letters) - _MAX_EXTRA :] if word
    ]
    if not letters or not words:
        return -1
    found = _by_initials(letters, [word for word in words if word[1] not in _SMALL])
    found = found if found >= 0 else _by_initials(letters, words)
    if found < 0 and len(letters) > 1 and _is_inside(letters, words[-1][1]):
        return words[-1][0]
    return found


def _by_initials(letters: list[str], words: list[tuple[int, str]]) -> int:
    at = len(words)
    for count, letter in enumerate(reversed(letters)):
        at -= 1
        while count and at >= 0 and words[at][1][0] != letter and words[at][1] in _SMALL:
            at -= 1
        if at < 0 or words[at][1][0] != letter:
            return -1
    return words[at][0]


def _is_inside(letters: list[str], word: str) -> bool:
    """Whether the letters stand in the word in this order, the first of them first."""
    if not word.startswith(letters[0]):
        return False
    rest = iter(word)
    return all(letter in rest for letter in letters)
