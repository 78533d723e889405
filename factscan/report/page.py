"""The page that a report is laid out on: its width, and whether it has colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from factscan.report.cells import steady, told_apart
from factscan.report.grid import bold_grid, plain_grid, widths_of

PIPED = 100
"""Columns of a page that goes into a pipe or a file."""
NARROWEST, WIDEST = 60, 120

_GAP = 2
_LEAST_NAME = 12
_COLOURS = {"higher": "33", "lower": "36", "warning": "33", "bold": "1"}
"""Yellow and cyan are told apart by those who see no red, and beside each stands a sign."""


@dataclass(frozen=True, slots=True)
class Page:
    """``width`` in columns of a terminal; ``colour``: whether it shows colours."""

    width: int = PIPED
    colour: bool = False

    def coloured(self, text: str, colour: str) -> str:
        """``text`` in a colour (higher, lower, warning, bold; "" for none), where the page has any."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.colour and colour else text

    def grid(self, heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
        """Rows under their heads, the first cell a name. What is too wide goes on below, with the names once more."""
        draw = bold_grid if self.colour else plain_grid
        named = [steady(name) for name, *_ in rows]
        rows = [[name, *cells] for name, (_, *cells) in zip(named, rows, strict=True)]
        names, *widths = widths_of(heads, rows)
        room = self.width - min(names, max(_LEAST_NAME, self.width // 4))
        grids = []
        for part in _parts(widths, room):
            own = self.width - sum(widths[place] + _GAP for place in part)
            places = [place + 1 for place in part]
            shown = [
                [name, *(cells[place - 1] for place in places)]
                for name, (_, *cells) in zip(told_apart(named, max(own, _LEAST_NAME)), rows, strict=True)
            ]
            grids.append(
                draw([heads[place] for place in [0, *places]], shown, [left[place] for place in [0, *places]])
            )
        return "\n\n".join(grids)


def _parts(widths: Sequence[int], room: int) -> list[list[int]]:
    """The columns that stand side by side in so much room, in their order."""
    parts: list[list[int]] = [[]]
    taken = 0
    for place, width in enumerate(widths):
        if parts[-1] and taken + width + _GAP > room:
            parts.append([])
            taken = 0
        parts[-1].append(place)
        taken += width + _GAP
    return parts
