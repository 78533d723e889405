"""How much more text brings the domains to a target, as text."""

import json
from collections.abc import Sequence

from factscan.figures.reach import Reach
from factscan.report.columns import share, with_interval
from factscan.report.grid import plain_grid, pretty_grid, visible
from factscan.stats import Needed
from factscan.stats.forecast import GUESSED

_HEADS = (
    "",
    "M now",
    "all grow",
    "documents more",
    "2 × all [95 %]",
    "it alone grows",
    "documents more",
    "2 × it alone",
)
_LEFT = (True, *[False] * 7)


def reach_json(found: Sequence[Reach], target: float) -> str:
    document = {"target": target, "groups": [one.as_dict() for one in found]}
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def reach_table(found: Sequence[Reach], target: float, pretty: bool) -> str:
    grid = pretty_grid if pretty else plain_grid
    needs = [need for one in found for need in (one.all_grow, one.group_grows)]
    reasons = sorted({need.reason for need in needs if need.reason and need.reason != GUESSED})
    guess = any(need.reason == GUESSED for need in needs)
    rows = [_cells(one) for one in found]
    says = [
        f"How many times the present documents bring M, the missing mass, to {share(target)}, and how many documents",
        "  more that is; below 1: so much of them was enough. all grow: documents of every domain are added, in the",
        "  proportions of the corpus. it alone grows: only documents of that domain, the others stay.",
        "  2 ×: M at twice the documents; its interval held 95 % of simulated corpora, and is as wide as that of M or",
        "  wider. Where it holds the target, twice the text may or may not be enough.",
        *([f"* {GUESSED}"] if guess else []),
        *(f"–: {reason}" for reason in reasons),
    ]
    return grid(_HEADS, rows, _LEFT) + "\n\n" + "\n".join(f"  {line}" for line in says)


def _cells(one: Reach) -> list[str]:
    return [
        visible(one.group),
        share(one.now),
        _times(one.all_grow),
        _more(one.more_of_all),
        with_interval(one.growth.double_interval),
        _times(one.group_grows),
        _more(one.more_of_group),
        with_interval(one.growth.double_alone_interval),
    ]


def _times(need: Needed) -> str:
    if need.times is None:
        return "–"
    return f"{'* ' if need.reason else ''}× {need.times:.3g}"


def _more(documents: int | None) -> str:
    return "–" if documents is None else f"{documents:,}"
