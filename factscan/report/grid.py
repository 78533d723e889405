"""Cells in aligned columns: plain when piped, with lines on a terminal, or Markdown."""

import json
from collections.abc import Callable, Sequence

Grid = Callable[[Sequence[str], Sequence[Sequence[str]], Sequence[bool]], str]

_BAR = " │ "


def visible(cell: str) -> str:
    """Text of a corpus: control characters must reach neither a terminal nor the layout of a table."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cell)


def escaped(text: str) -> str:
    """Lines for a terminal: what could steer it is written as ``\\u001b``, which JSON reads as the character."""
    return "".join(c if c.isprintable() or c in "\n\t" else json.dumps(c)[1:-1] for c in text)


def shortened(name: str, width: int) -> str:
    """At most ``width`` characters of a name: its beginning and its end, as file names differ at both."""
    if len(name) <= width:
        return name
    head = (width - 1) // 2
    return f"{name[:head]}…{name[head + 1 - width :]}"


def room_for_names(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, least: int = 12) -> int:
    """Columns that the first cells may take, so that a table with lines is ``width`` wide."""
    return max(least, width - sum(len(_BAR) + cells for cells in _widths(heads, rows)[1:]))


def plain_grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    widths = _widths(heads, rows)
    return "\n".join(_line(cells, widths, left, "  ") for cells in [heads, *rows])


def pretty_grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    widths = _widths(heads, rows)
    rule = "─┼─".join("─" * width for width in widths)
    head = f"\x1b[1m{_line(heads, widths, left, _BAR)}\x1b[0m"
    return "\n".join([head, rule, *(_line(cells, widths, left, _BAR) for cells in rows)])


def markdown_grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    rule = ["---" if is_left else "---:" for is_left in left]
    escaped = [
        [markdown_text(cell) if is_text else cell for cell, is_text in zip(cells, left, strict=True)]
        for cells in rows
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, rule, *escaped])


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is."""
    for special in "\\|`*_[":
        text = text.replace(special, f"\\{special}")
    return visible(text).replace("&", "&amp;").replace("<", "&lt;")


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(heads, *rows, strict=True)]


def _line(cells: Sequence[str], widths: Sequence[int], left: Sequence[bool], gap: str) -> str:
    padded = (
        cell.ljust(width) if is_left else cell.rjust(width)
        for cell, width, is_left in zip(cells, widths, left, strict=True)
    )
    return gap.join(padded).rstrip()
