"""Where sentences begin and end: rules, no parse, linear time on any text.

A blank line always ends a sentence. A single line break ends one unless the text is hard-wrapped there: the
next line goes on in lower case, or its first word would not have fitted into the paragraph's width. Inside a
line, a stop ends a sentence unless the word before it is an abbreviation or what follows goes on in lower case.
"""

import re
from collections.abc import Iterator

from factscan.extract.text.abbreviations_data import (
    BEFORE_NUMBERS,
    LETTERED,
    MONTHS,
    NEVER_FINAL,
    SOMETIMES_FINAL,
    STARTERS,
)

MAX_SENTENCE = 1500
"""No sentence is longer (characters): the parser's memory grows with the longest of a batch."""

_WRAP_LONGEST = 120
_WRAP_SHORTEST = 45

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n\s*|\Z)")
_CLOSERS = "\"'”’»)]}*_"
_OPENERS = "\"'“‘«([{*_¿¡—–-"
# A stop with what closes after it (quotes, brackets, footnote marks) before white space, with the space forgotten, or
# before the name of a picture that stood there. A run of stops is taken whole or not at all: linear time.
_STOP = re.compile(
    r"(?<![.!?…。])[.!?…。]++[\"'”’»)\]}*_]{0,4}(?:[ ]?\[(?:\d{1,4}|[a-z]|citation needed)\]){0,6}"
    r"(?=\s|(?:The|This|These|It|He|She|They|In|After|For|However)\s[a-z]"
    r"|[A-Z]\w{0,60}_\S{0,120}\.(?:jpe?g|JPE?G|png|svg|gif)\b)"
)
_WORD = re.compile(r"[^\W_][\w'’]*")
_KEY_VALUE = re.compile(r"[a-z]{2,}:[^\s/]")  # "bar:Anna from:1990": a drawing in wiki marks
_LIST_ITEM = re.compile(r"[-*•·–—+#>|]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_CAMEL = re.compile(r"[a-z]{1,3}[A-Z]")  # "macOS", "eBay": names in spite of how they begin
_QUOTED_REST = re.compile(r"[^\"“”.!?]{0,60}[\"”] [a-z]")  # what a title goes on with after a mark in it
_TOKEN_LENGTH = 24
_TITLE_LENGTH = 80
_COMPANIES = frozenset("inc ltd co corp llc plc".split())


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) character offsets of the sentences of ``text``, in order, trimmed of white space."""
    for start, end in _paragraphs(text):
        for first, last in _lines_joined(text, start, end):
            for begin, stop in _split_line(text, first, last):
                yield from _bounded(text, begin, stop)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        if blank.start() > start:
            yield start, blank.start()
        start = blank.end()
    if start < len(text):
        yield start, len(text)


def _lines_joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Merge the hard-wrapped lines of a paragraph; every other line stands alone."""
    if text.find("\n", start, end) < 0:
        yield start, end
        return
    lines = _lines(text, start, end)
    # Lines beyond the widest common wrap are paragraphs of their own and say nothing of a width.
    width = max((last - first for first, last in lines if last - first <= _WRAP_LONGEST), default=0)
    begin, stop = lines[0]
    for first, last in lines[1:]:
        if not _wrapped(text, begin, stop, first, last, width):
            yield begin, stop
            begin = first
        stop = last
    yield begin, stop


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    while start <= end:
        stop = text.find("\n", start, end)
        if stop < 0:
            stop = end
        lines.append((start, stop))
        start = stop + 1
    return lines


def _wrapped(text: str, begin: int, stop: int, first: int, last: int, width: int) -> bool:
    """Whether the line ending at ``stop`` continues in the line [first, last)."""
    line_start = max(text.rfind("\n", begin, stop) + 1, begin)
    length = stop - line_start
    head = text[first : min(last, first + 40)].lstrip()
    if length < _WRAP_SHORTEST or not head or _LIST_ITEM.match(head) or _KEY_VALUE.match(head):
        return False
    if text[stop - 1] == ":":
        return False
    if head[0].islower():
        return True
    word = len(head.split(None, 1)[0])
    return length <= _WRAP_LONGEST and length + 1 + word > width


def _split_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop, end):
            yield begin, stop.end()
            begin = stop.end()
    if begin < end:
        yield begin, end


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    after = stop.end()
    follow = text[after : min(end, after + 40)].lstrip()
    if not follow:
        return False
    if _LIST_ITEM.match(follow) and follow[0] in "-*•·":
        return True
    bare = follow.lstrip(_OPENERS)
    if not bare or (bare[0].islower() and not _CAMEL.match(bare)):
        return False
    mark = text[stop.start()]
    if mark in "!?" and _goes_on(text, begin, stop.start(), follow):
        return False
    if mark != "." or stop.end() - stop.start() > 1:
        # Anything but one bare full stop: an abbreviation inside brackets or quotes does not end here either.
        return mark != "." or not _never_final(text, begin, stop.start())
    word = _WORD.match(bare)
    return _full_stop_ends(text, begin, stop.start(), word.group() if word else "", bare[0])


def _goes_on(text: str, begin: int, stop: int, follow: str) -> bool:
    """Whether the mark is a part of a name: "Yahoo! Inc.", "Oh! Susanna" in quotation marks."""
    first = follow.split(None, 1)[0].strip(".,")
    if first[:1].isupper() and first.lower() in _COMPANIES:
        return True
    before = text[max(begin, stop - _TITLE_LENGTH) : stop]
    opened = before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
    return opened and _QUOTED_REST.match(follow) is not None


def _never_final(text: str, begin: int, stop: int) -> bool:
    return _token(text, begin, stop).lower() in NEVER_FINAL


def _token(text: str, begin: int, stop: int) -> str:
    """The word that a stop at ``stop`` is attached to, without brackets and quotes before it."""
    head = text[max(begin, stop - _TOKEN_LENGTH) : stop]
    parts = head.split()
    return parts[-1].lstrip(_OPENERS + "/") if parts and not head[-1].isspace() else ""


def _full_stop_ends(text: str, begin: int, stop: int, follow: str, first: str) -> bool:
    token = _token(text, begin, stop)
    lower = token.lower()
    if lower in NEVER_FINAL:
        return False
    if lower in BEFORE_NUMBERS and first.isdigit():
        return False
    if lower in MONTHS:
        return not first.isdigit() and follow in STARTERS
    if lower in SOMETIMES_FINAL:
        return follow in STARTERS
    if token and _INITIALS.match(token):
        return _initial_ends(text, begin, stop - len(token), token, follow)
    # "1." at the head of a line numbers what follows.
    return not (token.isdigit() and len(token) <= 3 and not text[begin : stop - len(token)].strip())


def _initial_ends(text: str, begin: int, start: int, letters: str, follow: str) -> bool:
    """ "J. Smith" goes on; "vitamin C. It" ends; "U.S. Army" goes on; "the U.S. He" ends."""
    before = text[max(begin, start - _TOKEN_LENGTH) : start].split()
    if len(letters) == 1 and before and before[-1].lower() in LETTERED:
        return True
    if follow not in STARTERS:
        return len(letters) == 1 and letters.islower() and letters not in "vcpbdns"
    name_before = bool(before) and before[-1][0].isupper()
    return len(letters) > 1 or (not (name_before and follow in {"A", "I"}) and bool(before))


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        cut = _cut(text, start)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _cut(text: str, start: int) -> int:
    low, high = start + MAX_SENTENCE // 2, start + MAX_SENTENCE
    for mark in ("\n", "; ", ", ", " "):
        at = text.rfind(mark, low, high)
        if at >= 0:
            return at + 1
    return high


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
