"""A few lines of many."""

from collections.abc import Sequence

MOST = 5


def first(lines: Sequence[str]) -> list[str]:
    """The first lines, and how many more there are."""
    more = len(lines) - MOST
    return [*lines[:MOST], *([f"and {more} more (see --format json)"] if more > 0 else [])]
