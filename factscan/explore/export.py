"""Write what the figures are made of into files.

Rows are streamed, so that memory does not grow with the run; a file is there whole or not at all.
"""

import csv
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, get_args

import duckdb

from factscan.errors import InputError, UsageError
from factscan.explore.draw import lay_out_prompts
from factscan.explore.find import check_domain
from factscan.figures.settings import Settings
from factscan.store.durable import sync
from factscan.store.statements import statement

if TYPE_CHECKING:
    import pyarrow as pa

What = Literal["singletons", "gaps", "prompts"]
Form = Literal["parquet", "jsonl", "csv", "datasets"]
FORMS: tuple[Form, ...] = get_args(Form)
_BATCH_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Exported:
    path: str
    rows: int


def export(
    connection: duckdb.DuckDBPyConnection,
    what: What,
    out: str | os.PathLike[str] | IO[str],
    form: Form,
    scratch: Path,
    *,
    domain: str | None = None,
    limit: int | None = None,
    settings: Settings | None = None,
) -> Exported:
    """Write the rows of ``sql/export/<what>.sql`` to ``out``: a file, a ``save_to_disk`` folder, or an open text file.

    ``scratch`` is a folder for what is written on the way.

    Raises:
        UsageError: ``out`` is there already, the form is no text and ``out`` is open, or there is no such domain.
        InputError: ``out`` cannot be written.
    """
    settings = settings or Settings()
    check_out(out, form)
    if limit is not None and limit < 1:
        raise UsageError(f"a limit is a number of rows from 1, not {limit}")
    check_domain(connection, domain)
    lay_out_prompts(connection, settings)
    connection.execute(statement("explore/plain"))
    text = statement(f"export/{what}")
    given = {"domain": domain, "limit": limit, "without_repeats": settings.without_repeats}
    rows = connection.sql(text, params=given).to_arrow_reader(_BATCH_ROWS)
    if not isinstance(out, str | os.PathLike):
        return Exported("", _WRITERS[form](rows, out))
    path = Path(out)
    try:
        with _aside(path) as aside:
            written = (
                _write_dataset(rows, aside, scratch) if form == "datasets" else _write_file(rows, aside, form)
            )
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}") from error
    return Exported(str(path), written)


def check_out(out: str | os.PathLike[str] | IO[str], form: Form) -> None:
    """UsageError where the rows cannot go to ``out``, before the work is done."""
    if not isinstance(out, str | os.PathLike):
        if form not in _WRITERS:
            raise UsageError(f"{form} goes to a file, not to stdout: --out PATH, or --format jsonl or csv")
    elif Path(out).exists():
        raise UsageError(f"{out} exists: choose another --out")


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A name beside ``path``, which takes its place in the end; what is left of a failure is removed."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield aside
        sync(aside)
        aside.rename(path)
        sync(path.parent)
    finally:
        if aside.is_dir():
            shutil.rmtree(aside, ignore_errors=True)
        aside.unlink(missing_ok=True)


def _write_file(rows: "pa.RecordBatchReader", path: Path, form: Form) -> int:
    if form == "parquet":
        return _write_parquet(rows, path)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        return _WRITERS[form](rows, file)


def _write_parquet(rows: "pa.RecordBatchReader", path: Path) -> int:
    import pyarrow.parquet as pq

    written = 0
    with pq.ParquetWriter(path, rows.schema, compression="zstd") as writer:
        for batch in rows:
            writer.write_batch(batch)
            written += batch.num_rows
    return written


def _write_dataset(rows: "pa.RecordBatchReader", folder: Path, scratch: Path) -> int:
    """A folder as ``save_to_disk`` makes it, by way of a Parquet file, from which ``datasets`` streams."""
    from datasets import Dataset, disable_progress_bars, enable_progress_bars, is_progress_bar_enabled

    between = scratch / "export.parquet"
    written = _write_parquet(rows, between)
    shown = is_progress_bar_enabled()
    disable_progress_bars()
    try:
        Dataset.from_parquet(str(between), cache_dir=str(scratch / "datasets")).save_to_disk(str(folder))
    finally:
        if shown:
            enable_progress_bars()
    return written


def _write_lines(rows: "pa.RecordBatchReader", file: IO[str]) -> int:
    written = 0
    for batch in rows:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in batch.to_pylist())
        written += batch.num_rows
    return written


def _write_csv(rows: "pa.RecordBatchReader", file: IO[str]) -> int:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows.schema.names)
    written = 0
    for batch in rows:
        writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))
        written += batch.num_rows
    return written


_WRITERS: dict[Form, "Callable[[pa.RecordBatchReader, IO[str]], int]"] = {
    "jsonl": _write_lines,
    "csv": _write_csv,
}
