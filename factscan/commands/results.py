"""Where the answer to a query goes: the terminal, a pipe or a file, as text or as Parquet."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from factscan.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from factscan.store.reader import Result

_GROUP_ROWS = 120_000
FORMS = ("table", "json", "jsonl", "csv", "parquet")


def form_of(form: str | None, out: Path | None) -> str:
    """The form that is asked for, else that of the file's ending, else a table.

    Raises:
        UsageError: the ending of the file says nothing; Parquet to a terminal.
    """
    if form is None and out is not None:
        form = out.suffix.removeprefix(".")
        if form not in FORMS:
            raise UsageError(
                f"--format says what to write into {out} ({', '.join(FORMS)}), if its ending does not"
            )
    if form == "parquet" and out is None and sys.stdout.isatty():
        raise UsageError("Parquet is no text for a terminal: give --out FILE, or send it down a pipe")
    return form or "table"


def deliver(result: "Result", form: str, out: Path | None) -> None:
    """Write a result into the file ``out``, which is there when it is whole, or to stdout."""
    if form == "parquet":
        with _into(out) as file:
            _write_parquet(result, file)
    elif out is None:
        _show(result, form)
    else:
        from factscan.report.rows import lines

        with _into(out) as file:
            for text in lines(result.schema, result.batches, form, pretty=False):
                file.write(text.encode())


def _show(result: "Result", form: str) -> None:
    from factscan.report.grid import escaped
    from factscan.report.rows import lines

    terminal = sys.stdout.isatty()
    for text in lines(result.schema, result.batches, form, pretty=terminal and "NO_COLOR" not in os.environ):
        # Of a table, the cells are escaped already, and its bold head is ours.
        sys.stdout.write(escaped(text) if terminal and form != "table" else text)


def _write_parquet(result: "Result", file: BinaryIO) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from factscan.report.rows import unique

    schema = pa.schema(
        [
            field.with_name(name)
            for field, name in zip(result.schema, unique(result.schema.names), strict=True)
        ]
    )
    try:
        with pq.ParquetWriter(pa.PythonFile(file, "w"), schema, compression="zstd") as writer:
            for group in _groups(result.batches):
                writer.write_table(pa.Table.from_batches(group).rename_columns(schema.names))
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid) as error:
        raise UsageError(f"Parquet cannot hold this result: {error}; cast the column in the query") from error


def _groups(batches: "Iterator[pa.RecordBatch]") -> "Iterator[list[pa.RecordBatch]]":
    """Batches that make a row group together."""
    group: list[pa.RecordBatch] = []
    for batch in batches:
        group.append(batch)
        if sum(one.num_rows for one in group) >= _GROUP_ROWS:
            yield group
            group = []
    if group:
        yield group


@contextmanager
def _into(out: Path | None) -> Iterator[Any]:
    """Stdout, or a file beside ``out`` that takes its place at the end."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    aside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with aside.open("xb") as file:
            yield file
        aside.replace(out)
    finally:
        aside.unlink(missing_ok=True)
