"""A report as text: table, Markdown, CSV or JSON. Computes nothing."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Literal

from factscan.figures import Report, Row
from factscan.report.checks import check_blocks
from factscan.report.columns import CORRECTED, DUPLICATES, FACT_DUPLICATES, FACTS, FLOORS, TEXTS, Column
from factscan.report.grid import (
    Grid,
    markdown_grid,
    markdown_text,
    plain_grid,
    pretty_grid,
    room_for_names,
    shortened,
    visible,
)
from factscan.report.lines import WIDTH, wrapped
from factscan.report.notes import RELATIONS, notes
from factscan.report.relations import relation_csv, relation_grid

By = Literal["domain", "shard", "relation"]


def as_json(report: Report) -> str:
    return json.dumps(report.as_dict(), ensure_ascii=False, indent=1, allow_nan=False)


def as_csv(report: Report, by: By) -> str:
    """Every figure of every row, flat: an interval becomes three columns, a choice of dedup three."""
    if by == "relation":
        return relation_csv(report)
    rows = [_flat(row) for row in _rows(report, by)]
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().rstrip("\n")


def as_markdown(report: Report, by: By, *, bound_2024: bool = False) -> str:
    return _text(report, by, markdown_grid, lambda note: f"- {markdown_text(note)}", bound_2024)


def as_table(report: Report, by: By, pretty: bool, *, bound_2024: bool = False) -> str:
    """The table: lines and bold heads when ``pretty`` (a terminal), plain columns otherwise.

    ``bound_2024``: the terms of that bound are told whatever it says.
    """
    grid = pretty_grid if pretty else plain_grid

    def fitted(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
        room = room_for_names(heads, rows, WIDTH)
        return grid(heads, [[shortened(name, room), *numbers] for name, *numbers in rows], left)

    return _text(report, by, fitted, wrapped, bound_2024)


def _rows(report: Report, by: By) -> list[Row]:
    return [report.overall, *(report.domains if by == "domain" else report.shards)]


def _text(report: Report, by: By, grid: Grid, shown: Callable[[str], str], bound_2024: bool) -> str:
    of_facts = report.settings.of_facts
    figures, copies = (FACTS, FACT_DUPLICATES) if of_facts else (FLOORS, DUPLICATES)
    if by == "relation":
        said = "\n".join(map(shown, RELATIONS))
        return "\n\n".join([_block([report.overall], figures, grid), relation_grid(report, grid), said])
    rows = _rows(report, by)
    audited = [CORRECTED] if report.overall.corrected else []
    blocks = [_block(rows, columns, grid) for columns in (figures, *audited, TEXTS, copies)]
    blocks += check_blocks(report, grid)
    blocks.append("\n".join(shown(note) for note in notes(report, bound_2024=bound_2024)))
    return "\n\n".join(blocks)


def _block(rows: Sequence[Row], columns: Sequence[Column], grid: Grid) -> str:
    cells = [[visible(column.cell(row)) for column in columns] for row in rows]
    return grid([column.heading for column in columns], cells, [column.left for column in columns])


def _flat(row: Row) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in row.as_dict().items():
        if name == "warnings":
            flat[name] = "; ".join(row.warnings)
        elif isinstance(value, dict):
            flat |= _leaves("bound" if name == "bound_terms" else name, value)
        elif name != "corrected":  # absent without an audit
            flat[name] = value
    return flat


def _leaves(prefix: str, tree: dict[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in tree.items():
        path = f"{prefix}_{name.replace(',', '_')}"
        if isinstance(value, dict):
            flat |= _leaves(path, value)
        elif name != "reason":
            flat[path] = value
    return flat
