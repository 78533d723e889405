"""How wide text is on a terminal, and text brought to a width, whatever a corpus has named."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_MOST_MARKS = 2
_ENDING = 3
"""Characters from which on a common ending is worth an ellipsis."""


def visible(cell: str) -> str:
    """Text of a corpus: control characters must reach neither a terminal nor the layout of a table."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cell)


def steady(name: str) -> str:
    """A name without what terminals draw at different widths or over other lines.

    Gone are the selectors of an emoji's form and skin, and marks piled upon marks.
    """
    kept: list[str] = []
    marks = 0
    for c in visible(name):
        marks = marks + 1 if unicodedata.category(c) in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS and not _selects(c):
            kept.append(c)
    return "".join(kept)


def _selects(c: str) -> bool:
    return "\ufe00" <= c <= "\ufe0f" or "\U0001f3fb" <= c <= "\U0001f3ff" or "\U000e0100" <= c <= "\U000e01ef"


def columns(text: str) -> int:
    """How many columns of a terminal visible text takes: two for a wide character, none for a combining one."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(c: str) -> int:
    if (
        unicodedata.category(c) in ("Mn", "Me", "Cf") or "\u1160" <= c <= "\u11ff"
    ):  # the last: inner Korean letters
        return 0
    return 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1


def shortened(name: str, width: int) -> str:
    """At most ``width`` columns of a name: its beginning and its end, as file names differ at both."""
    if columns(name) <= width:
        return name
    head = _taken(name, (width - 1) // 2)
    tail = _taken(reversed(name), width - 1 - columns(head))[::-1]
    while tail and _columns(tail[0]) == 0:  # a mark whose letter is gone
        tail = tail[1:]
    return f"{head}…{tail}"


def told_apart(names: Sequence[str], width: int) -> list[str]:
    """Names of at most ``width`` columns that stay different. Where beginnings and ends are not enough for that, what
    all long ones begin and end with is cut first: the shards of one dataset differ in a number in the middle.
    """
    cut = [shortened(name, width) for name in names]
    if len(set(cut)) == len(set(names)):
        return cut
    long = {name for name in names if columns(name) > width}
    head = _in_common(long)
    tail = _in_common([name[head:][::-1] for name in long])
    tail = tail if tail >= _ENDING else 0
    return [_middle(name, head, tail, width) if name in long else name for name in names]


def _in_common(names: Iterable[str]) -> int:
    """With how many of the same characters all names begin."""
    return sum(1 for _ in takewhile(lambda characters: len(set(characters)) == 1, zip(*names, strict=False)))


def _middle(name: str, head: int, tail: int, width: int) -> str:
    """What is left of a name without ``head`` and ``tail`` characters, with as much before it as there is room for."""
    end, room = len(name) - tail, width - (2 if tail else 1)
    if columns(name[head:end]) > room:
        return shortened(name, width)
    start = head
    while start and columns(name[start - 1 : end]) <= room:
        start -= 1
    return f"…{name[start:end]}{'…' if tail else ''}"


def _taken(characters: Iterable[str], room: int) -> str:
    taken = []
    for c in characters:
        room -= _columns(c)
        if room < 0:
            break
        taken.append(c)
    return "".join(taken)


def padded(cell: str, width: int, left: bool) -> str:
    """A cell filled to ``width`` columns. Right-to-left text is held in place, or it would turn its row around."""
    space = " " * (width - columns(cell))
    if not cell.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in cell):
        cell = f"{_LEFT_TO_RIGHT}{cell}{_LEFT_TO_RIGHT}"
    return cell + space if left else space + cell
