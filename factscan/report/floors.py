"""The floors of a report as one table: of text, and of columns for data frames. Computes nothing."""

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factscan.figures.relations import RelationRow
from factscan.figures.report import Report, Row
from factscan.report.columns import FLOORS
from factscan.report.grid import plain_grid, visible
from factscan.report.relations import relation_grid

if TYPE_CHECKING:
    from factscan.report.view import By

_COUNTS = ("documents", "words", "duplicates", "mentions", "prompts", "singletons", "conflicting")
_INTERVALS = ("floor", "missing_mass")
_SHARES = ("singleton_rate", "singleton_share", "new_fact_share", "ceiling", "n_eff")


def floor_rows(report: Report, by: "By") -> list[Row]:
    """The whole corpus, then its domains, shards or sources."""
    rows = {"domain": report.domains, "shard": report.shards, "source": report.sources or [], "relation": []}
    return [report.overall, *rows[by]]


def floors_text(report: Report, by: "By") -> str:
    cells = [[visible(column.cell(row)) for column in FLOORS] for row in floor_rows(report, by)]
    floors = plain_grid([column.heading for column in FLOORS], cells, [column.left for column in FLOORS])
    return f"{floors}\n\n{relation_grid(report, plain_grid)}" if by == "relation" else floors


def floors_table(report: Report, by: "By") -> pa.Table:
    """A line a row: name, intervals in three columns (``floor``, ``floor_low``, ``floor_high``), shares, counts.

    What is undefined is null.
    """
    rows = (
        [_relation(row) for row in report.relations]
        if by == "relation"
        else map(_row, floor_rows(report, by))
    )
    return pa.Table.from_pylist(list(rows), schema=_schema(by))


def _row(row: Row) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in ("name", *_COUNTS, *_SHARES)}
    return {**plain, **_intervals(row), "bound": row.bound.value}


def _relation(row: RelationRow) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in ("name", "mentions", "prompts", "singletons", "n_eff")}
    return {**plain, **_intervals(row), "lucky_guess": row.kappa, "errors": row.errors}


def _intervals(row: Row | RelationRow) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for name in _INTERVALS:
        interval = getattr(row, name)
        found |= {name: interval.estimate, f"{name}_low": interval.low, f"{name}_high": interval.high}
    return found


def _schema(by: "By") -> pa.Schema:
    intervals = [f"{name}{end}" for name in _INTERVALS for end in ("", "_low", "_high")]
    of_relation = by == "relation"
    shares = ["lucky_guess", "n_eff"] if of_relation else ["bound", *_SHARES]
    counts = ["mentions", "prompts", "singletons", "errors"] if of_relation else [*_COUNTS]
    numbers = [(name, pa.float64()) for name in (*intervals, *shares)]
    return pa.schema([("name", pa.string()), *numbers, *((name, pa.int64()) for name in counts)])
