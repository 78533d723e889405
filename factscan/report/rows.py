"""The result of a query as text: table, JSON, JSON lines or CSV; batch by batch, so that any number of rows will do."""

import base64
import csv
import datetime
import decimal
import io
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from factscan.report.grid import plain_grid, pretty_grid, visible

CELL_WIDTH = 60


def render_rows(table: pa.Table, form: str, pretty: bool) -> str:
    """All of ``lines`` of a table, as one text."""
    return "".join(lines(table.schema, table.to_batches(), form, pretty)).removesuffix("\n")


def lines(schema: pa.Schema, batches: Iterable[pa.RecordBatch], form: str, pretty: bool) -> Iterator[str]:
    """Whole lines, some for each batch, for a file or a terminal to take one after another.

    ``form`` is table, json (a list of objects), jsonl or csv. A table cuts long cells, and lays out every batch by
    itself; the others carry everything.
    """
    match form:
        case "json":
            return _json(schema, batches)
        case "jsonl":
            return (_dumped(record) + "\n" for record in _records(schema, batches))
        case "csv":
            return _csv(schema, batches)
        case _:
            return _table(schema, batches, pretty)


def unique(names: Sequence[str]) -> list[str]:
    """A query may name two columns alike; an object may not."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return found


def _records(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    names = unique(schema.names)
    for batch in batches:
        columns = [[_plain(value) for value in column.to_pylist()] for column in batch.columns]
        for cells in zip(*columns, strict=True):
            yield dict(zip(names, cells, strict=True))


def _plain(value: Any) -> Any:
    """A value that JSON can hold."""
    match value:
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case float() if not math.isfinite(value):
            return None
        case decimal.Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case datetime.date() | datetime.time() | datetime.timedelta():
            return str(value)
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case None | bool() | int() | float() | str():
            return value
    return str(value)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _json(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[str]:
    before = "["
    for record in _records(schema, batches):
        yield f"{before}\n{_dumped(record)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _csv(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[str]:
    yield _csv_lines([schema.names])
    for batch in batches:
        yield _csv_lines(
            [_csv_cell(cell) for cell in record.values()] for record in _records(schema, [batch])
        )


def _csv_lines(rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _csv_cell(value: Any) -> Any:
    return _dumped(value) if isinstance(value, list | dict) else value


def _table(schema: pa.Schema, batches: Iterable[pa.RecordBatch], pretty: bool) -> Iterator[str]:
    grid = pretty_grid if pretty else plain_grid
    left = [not (pa.types.is_integer(kind) or pa.types.is_floating(kind)) for kind in schema.types]
    heads = [visible(name) for name in schema.names]
    count = 0
    for batch in batches:
        rows = [[_cell(value) for value in record.values()] for record in _records(schema, [batch])]
        text = grid(heads, rows, left)
        if count:  # the head stands above the first batch
            text = text.split("\n", 2 if pretty else 1)[-1]
        yield text + "\n"
        count += len(rows)
    if not count:
        yield grid(heads, [], left) + "\n"
    yield f"({count:,} row{'' if count == 1 else 's'})\n"


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
