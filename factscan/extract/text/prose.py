"""Which sentences are English prose: tables, lists, code and other languages state nothing that can be read."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_COMMON = frozenset(
    """the of and to in a is was by for with on as at from an are were that it its his her their he she they which who
    this be has had have not or but been also than into after there these when where while during between through about
    such both because""".split()
)
_MARKUP = re.compile(r"[|{}<>=\\~^]|https?://|\w\(\)|::|->|&[a-z]+;|_\w+_")
_ITEM = re.compile(r"\s[-–•*·]\s|\d\s?%")
_ITEMS = 4
_TELLING = 7  # words: a shorter sentence may well have none of the commonest ("Verdi composed Aida")
_MIN_WORDS = 3
_MARKS_A_WORD = 0.1
_LONE_LETTERS = 0.2


def may_state(sentence: str) -> bool:
    """Whether a sentence can hold a fact that is worth a parse.

    It has three words or more, few of them in capitals or single letters; unless it is short, one of the commonest
    English words for each dozen; and few signs of markup, lists, scans gone wrong or code.
    """
    words = _WORD.findall(sentence)
    if len(words) < _MIN_WORDS:
        return False
    common = sum(w.lower() in _COMMON for w in words)
    if len(words) >= _TELLING and common * 12 < len(words):
        return False
    lone = sum(len(w) == 1 and w not in "aAI" for w in words)
    if lone > _LONE_LETTERS * len(words) or sum(w.isupper() and len(w) > 1 for w in words) > len(words) / 2:
        return False
    if len(_ITEM.findall(sentence)) >= _ITEMS:
        return False
    return len(_MARKUP.findall(sentence)) <= _MARKS_A_WORD * len(words)
