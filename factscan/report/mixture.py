"""A mixture of domains as text: the figures as they are, and as they would be."""

import json

from factscan.figures.mixture import MixedRow, Mixture
from factscan.report.columns import count, share, signed, with_interval
from factscan.report.grid import plain_grid, pretty_grid, visible

_HEADS = ("", "kept", "floor now", "floor mixed [95 %]", "change", "M now", "M mixed [95 %]", "N")
_LEFT = (True, *[False] * 7)
_SAYS = """\
  asked is what each domain's documents state; known is what the documents kept of all domains state. overall
    asks as the mixture does: a domain weighs what is kept of it. Expected over all draws of what is kept."""


def mixture_json(mixture: Mixture) -> str:
    return json.dumps(mixture.as_dict(), ensure_ascii=False, indent=1, allow_nan=False)


def mixture_table(mixture: Mixture, pretty: bool) -> str:
    grid = pretty_grid if pretty else plain_grid
    rows = [_cells(row) for row in (mixture.overall, *mixture.domains)]
    return f"{grid(_HEADS, rows, _LEFT)}\n\n{_SAYS}"


def _cells(row: MixedRow) -> list[str]:
    now, mixed = row.now.floor.estimate, row.mixed.floor.estimate
    return [
        visible(row.name),
        share(row.kept) if row.kept < 1 else "1",
        share(now),
        with_interval(row.mixed.floor) if row.mixed.floor.low is not None else share(mixed),
        "–" if now is None or mixed is None else signed(mixed - now),
        share(row.now.missing_mass.estimate),
        with_interval(row.mixed.missing_mass)
        if row.mixed.missing_mass.low is not None
        else share(row.mixed.missing_mass.estimate),
        count(row.mentions),
    ]
