"""What an audit of mentions tells, as text: precision, and the corrected figures."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from factscan.audit.item import Item
from factscan.audit.precision import Precision
from factscan.figures import Report
from factscan.figures.audited import as_dict
from factscan.report.columns import CORRECTED, share, with_interval
from factscan.report.grid import Grid, plain_grid, pretty_grid, visible
from factscan.report.lines import wrapped
from factscan.report.noise import noise

_HEADS = ("", "", "precision [95 %]", "right", "wrong", "unsure", "unsure wrong – right")
_LEFT = (True, True, False, False, False, False, False)
_TITLES = {"random": "random mentions", "singletons": "mentions of singletons"}


def render_precisions(
    found: Sequence[Precision], items: Sequence[Item], report: Report | None, form: str, pretty: bool
) -> str:
    """``form`` is table, json or csv (precisions only). ``report``: the figures with this audit, if it can correct."""
    match form:
        case "json":
            return json.dumps(_document(found, items, report), ensure_ascii=False, indent=1, allow_nan=False)
        case "csv":
            return _csv(found)
        case _:
            return _table(found, items, report, pretty)


def _document(found: Iterable[Precision], items: Sequence[Item], report: Report | None) -> dict[str, object]:
    return {
        **items[0].design,
        "drawn": len(items),
        "labelled": sum(item.label != "" for item in items),
        "precisions": [asdict(row) for row in found],
        "corrected": report and as_dict(report.overall.corrected),
        "domains": {row.name: as_dict(row.corrected) for row in report.domains} if report else {},
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


def _table(found: Iterable[Precision], items: Sequence[Item], report: Report | None, pretty: bool) -> str:
    grid = pretty_grid if pretty else plain_grid
    rows = [_cells(row) for row in found]
    left = sum(item.label == "" for item in items)
    said = [
        "precision: right among those judged right or wrong (Wilson's interval); the last column counts the unsure "
        "as wrong and as right. Relations with few labels stand together as 'other'."
    ]
    if items[0].strata == "domain":
        said.append("drawn by domain: a domain weighs as much as it has mentions")
    if left:
        said.append(f"{left:,} of {len(items):,} are not labelled yet")
    return "\n".join([grid(_HEADS, rows, _LEFT), "", *map(wrapped, said), "", *_corrected(report, grid)])


def _corrected(report: Report | None, grid: Grid) -> list[str]:
    if report is None:
        return [
            wrapped(
                "no corrected figures: the file was drawn by an earlier version and does not say which random mentions "
                "are of singletons; draw anew with --sample K"
            )
        ]
    cells = [[visible(column.cell(row)) for column in CORRECTED] for row in (report.overall, *report.domains)]
    table = grid([column.heading for column in CORRECTED], cells, [column.left for column in CORRECTED])
    return [table, "", *map(wrapped, noise(report))]


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
