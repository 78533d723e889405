"""The result of a query as text: table, JSON or CSV."""

import base64
import csv
import datetime
import decimal
import io
import json
import math
from typing import Any

import pyarrow as pa

from factscan.report.grid import plain_grid, pretty_grid, visible

CELL_WIDTH = 60


def render_rows(table: pa.Table, form: str, pretty: bool) -> str:
    """``form`` is table, json (a list of objects) or csv. A table cuts long cells; the others carry everything."""
    match form:
        case "json":
            return json.dumps(_records(table), ensure_ascii=False, indent=1, default=str, allow_nan=False)
        case "csv":
            return _csv(table)
        case _:
            return _table(table, pretty)


def _records(table: pa.Table) -> list[dict[str, Any]]:
    names = _unique(table.column_names)
    columns = [[_plain(value) for value in column.to_pylist()] for column in table.columns]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    """A value that JSON can hold."""
    match value:
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case float() if not math.isfinite(value):
            return None
        case decimal.Decimal():
            return float(value)
        case datetime.date() | datetime.time() | datetime.timedelta():
            return str(value)
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
    return value


def _unique(names: list[str]) -> list[str]:
    """A query may name two columns alike; an object may not."""
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return unique


def _csv(table: pa.Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows(record.values() for record in _records(table))
    return out.getvalue().rstrip("\n")


def _table(table: pa.Table, pretty: bool) -> str:
    rows = [[_cell(value) for value in record.values()] for record in _records(table)]
    left = [not (pa.types.is_integer(kind) or pa.types.is_floating(kind)) for kind in table.schema.types]
    grid = (pretty_grid if pretty else plain_grid)(table.column_names, rows, left)
    return f"{grid}\n({len(rows):,} row{'' if len(rows) == 1 else 's'})"


def _cell(value: Any) -> str:
    match value:
        case None:
            return "–"
        case float():
            text = f"{value:.4g}"
        case list():
            text = ", ".join(map(str, value))
        case _:
            text = str(value)
    text = visible(" ".join(text.split()))
    return text if len(text) <= CELL_WIDTH else text[: CELL_WIDTH - 1] + "…"
