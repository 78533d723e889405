"""Cells in aligned columns: plain when piped, with lines on a terminal, or Markdown."""

import json
from collections.abc import Callable, Sequence

from factscan.report.cells import columns, padded, visible

__all__ = [
    "Grid",
    "bold_grid",
    "escaped",
    "markdown_grid",
    "markdown_table",
    "markdown_text",
    "plain_grid",
    "pretty_grid",
    "visible",
    "widths_of",
]

Grid = Callable[[Sequence[str], Sequence[Sequence[str]], Sequence[bool]], str]
"""Heads, rows and which columns are names (left). A head may have several lines."""

_BAR = " │ "


def escaped(text: str) -> str:
    """Lines for a terminal: what could steer it is written as ``\\u001b``, which JSON reads as the character."""
    return "".join(c if c.isprintable() or c in "\n\t" else json.dumps(c)[1:-1] for c in text)


def plain_grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    widths = widths_of(heads, rows)
    return "\n".join(_line(cells, widths, left, "  ") for cells in [*_head_lines(heads), *rows])


def bold_grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    """The plain grid with bold heads."""
    widths = widths_of(heads, rows)
    bold = [f"\x1b[1m{_line(cells, widths, left, '  ')}\x1b[0m" for cells in _head_lines(heads)]
    return "\n".join([*bold, *(_line(cells, widths, left, "  ") for cells in rows)])


def pretty_grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    widths = widths_of(heads, rows)
    rule = "─┼─".join("─" * width for width in widths)
    bold = [f"\x1b[1m{_line(cells, widths, left, _BAR)}\x1b[0m" for cells in _head_lines(heads)]
    return "\n".join([*bold, rule, *(_line(cells, widths, left, _BAR) for cells in rows)])


def markdown_grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    texts = [
        [markdown_text(cell) if is_text else cell for cell, is_text in zip(cells, left, strict=True)]
        for cells in rows
    ]
    return markdown_table(heads, texts, left)


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
    """The table of cells that are Markdown already."""
    rule = ["---" if is_left else "---:" for is_left in left]
    joined = [" ".join(head.split()) for head in heads]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [joined, rule, *rows])


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is."""
    for special in "\\|`*_[":
        text = text.replace(special, f"\\{special}")
    return visible(text).replace("&", "&amp;").replace("<", "&lt;")


def widths_of(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Columns of the terminal that each column of the grid takes."""
    return [max(map(columns, column)) for column in zip(*_head_lines(heads), *rows, strict=True)]


def _head_lines(heads: Sequence[str]) -> list[list[str]]:
    """The lines of the heads, those that are shorter standing on the last."""
    split = [head.split("\n") for head in heads]
    height = max(map(len, split), default=1)
    return [list(line) for line in zip(*([""] * (height - len(head)) + head for head in split), strict=True)]


def _line(cells: Sequence[str], widths: Sequence[int], left: Sequence[bool], gap: str) -> str:
    return gap.join(map(padded, cells, widths, left)).rstrip()
