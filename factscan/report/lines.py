"""Lines of text below a table."""

import re
from collections.abc import Sequence

from factscan.report.cells import columns, shortened, steady

_BREAKS = re.compile(r" (?![+−]?\.\d+\]|%)")
WIDTH = 100
MOST = 5


def wrapped(note: str, width: int = WIDTH, indent: str = "  ") -> str:
    """A note in lines of ``width`` columns: the first after ``indent``, the others two columns further in."""
    further = " " * (len(indent) + 2)
    lines, line = [], indent
    for word in _BREAKS.split(steady(note)):
        word = shortened(word, width - len(further))
        if line.strip() and columns(line) + 1 + columns(word) > width:
            lines.append(line)
            line = further
        line += word if not line.strip() else f" {word}"
    return "\n".join([*lines, line])


def first(lines: Sequence[str], most: int = MOST) -> list[str]:
    """The first lines, and how many more there are."""
    more = len(lines) - most
    return [*lines[:most], *([f"and {more:,} more (see --format json)"] if more > 0 else [])]
