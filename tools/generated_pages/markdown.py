"""Markdown that shows a text as it stands."""

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"[\\*<>|$`]|\[(?=[^\]]*\]\()")


def plain(text: str) -> str:
    """A text whose characters mean nothing to Markdown, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def code(text: str) -> str:
    """A text as code, also inside a table, where a bar would end the cell."""
    return "`" + text.replace("|", "\\|") + "`"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table; the cells are Markdown."""
    return [
        *(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head))),
        *(f"| {' | '.join(cells)} |" for cells in rows),
    ]
