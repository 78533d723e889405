"""Quoted speech: the spans between quotation marks, and which of them are speech rather than titles."""

import re

from factscan.extract.syntax.parse import Parse

_MARK = re.compile(r"[\"“”«»„\n]")
_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}
_MANY_WORDS = 8  # a title that is not written in capitals is shorter
_MAX_SPAN = 20_000  # characters; a quotation mark that never closes must not swallow a document


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans between double quotation marks, in order; one left open ends with its paragraph.

    Needs no parse, reaches across sentences. Single quotation marks are left alone: they cannot be told from
    apostrophes.
    """
    spans: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if opened >= 0:
            if mark == "\n":
                spans.append((opened, min(at, opened + _MAX_SPAN)))
                opened = -1
            elif mark == closing:
                spans.append((opened, at + 1))
                opened = -1
        elif mark in _CLOSING and not (mark == '"' and at and text[at - 1].isdigit()):
            opened, closing = at, _CLOSING[mark]
    if opened >= 0:
        spans.append((opened, min(len(text), opened + _MAX_SPAN)))
    return spans


def speech(parse: Parse, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of the quoted spans (offsets in the sentence) that are somebody's words.

    A title or a nickname in quotation marks is short and holds no finite verb, or it is written in capitals; a
    span that reaches beyond the sentence is always speech.
    """
    return [s for s in spans if s[0] < 0 or s[1] > len(parse.text) or _is_speech(parse, *s)]


def _is_speech(parse: Parse, start: int, end: int) -> bool:
    inside = [i for i, s in enumerate(parse.starts) if start <= s < end and parse.words[i][:1].isalnum()]
    if len(inside) < 3:
        return False
    capitals = sum(parse.words[i][:1].isupper() for i in inside)
    if capitals > len(inside) / 2:
        return False
    if len(inside) == 3 and parse.words[inside[0]][:1].isupper():
        return False
    return len(inside) >= _MANY_WORDS or any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in inside)
