"""Lines of text below a table."""

import textwrap
from collections.abc import Sequence

from factscan.report.grid import visible

WIDTH = 110

MOST = 5


def wrapped(note: str) -> str:
    """A note, indented, in lines of ``WIDTH``."""
    return textwrap.fill(
        visible(note), WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
    )


def first(lines: Sequence[str]) -> list[str]:
    """The first lines, and how many more there are."""
    more = len(lines) - MOST
    return [*lines[:MOST], *([f"and {more} more (see --format json)"] if more > 0 else [])]
