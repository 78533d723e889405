"""The precision of an audit as text."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from factscan.audit.item import Item
from factscan.audit.precision import Precision
from factscan.report.columns import share, with_interval
from factscan.report.grid import plain_grid, pretty_grid, visible

_HEADS = ("", "", "precision [95 %]", "right", "wrong", "unsure", "unsure wrong – right")
_LEFT = (True, True, False, False, False, False, False)
_TITLES = {"random": "random mentions", "singletons": "mentions of singletons"}


def render_precisions(found: Sequence[Precision], items: Sequence[Item], form: str, pretty: bool) -> str:
    """``form`` is table, json or csv."""
    match form:
        case "json":
            return json.dumps(_document(found, items), ensure_ascii=False, indent=1, allow_nan=False)
        case "csv":
            return _csv(found)
        case _:
            return _table(found, items, pretty)


def _document(found: Iterable[Precision], items: Sequence[Item]) -> dict[str, object]:
    return {
        **items[0].design,
        "drawn": len(items),
        "labelled": sum(item.label != "" for item in items),
        "precisions": [asdict(row) for row in found],
    }


def _csv(found: Iterable[Precision]) -> str:
    out = io.StringIO()
    columns = (
        "sample",
        "by",
        "name",
        "precision",
        "low",
        "high",
        "right",
        "wrong",
        "unsure",
        "if_wrong",
        "if_right",
    )
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in found:
        interval = (row.precision.estimate, row.precision.low, row.precision.high)
        writer.writerow(
            (
                row.sample,
                row.by,
                visible(row.name),
                *interval,
                row.right,
                row.wrong,
                row.unsure,
                row.if_wrong,
                row.if_right,
            )
        )
    return out.getvalue().rstrip("\n")


def _table(found: Iterable[Precision], items: Sequence[Item], pretty: bool) -> str:
    grid = pretty_grid if pretty else plain_grid
    rows = [_cells(row) for row in found]
    left = sum(item.label == "" for item in items)
    lines = [
        grid(_HEADS, rows, _LEFT),
        "",
        "  precision: right among those judged right or wrong (Wilson's interval); the last column counts the unsure",
        "    as wrong and as right. Relations with few labels stand together as 'other'.",
    ]
    if items[0].strata == "domain":
        lines.append("  drawn by domain: a domain weighs as much as it has mentions")
    if left:
        lines.append(f"  {left:,} of {len(items):,} are not labelled yet")
    return "\n".join(lines)


def _cells(row: Precision) -> list[str]:
    name = _TITLES[row.sample] if row.by == "all" else f"  {row.name}"
    bounds = f"{share(row.if_wrong)} – {share(row.if_right)}" if row.unsure else ""
    kind = "" if row.by == "all" else row.by
    return [
        visible(name),
        kind,
        with_interval(row.precision),
        str(row.right),
        str(row.wrong),
        str(row.unsure),
        bounds,
    ]
