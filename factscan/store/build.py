"""Build ``factscan.duckdb`` from the parts of a run: aside, then renamed, so that readers see all or nothing."""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from factscan.errors import RunError
from factscan.store.database import connected
from factscan.store.durable import sync
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import discard, part_name
from factscan.store.schema import PART_TABLES
from factscan.store.statements import statement

# In the order of their dependence: documents need shards, mentions need documents.
_FROM_PARTS = ("documents", "prompts", "facts", "occurrences", "sentences", "skipped", "rejects")


def build(run: RunFolder, shards: Iterable[ShardMarker], memory: str | None = None) -> None:
    """Make the run's database anew from the parts of the finished ``shards``.

    ``memory`` is DuckDB's limit (``"2GB"``); what does not fit spills into the run folder.

    Raises:
        RunError: a part is damaged, or the database cannot be written (a full disk, say).
    """
    finished = list(shards)
    aside = run.database.with_suffix(".duckdb.building")
    aside.unlink(missing_ok=True)
    run.temporary.mkdir(exist_ok=True)
    try:
        with connected(aside, run.temporary, memory=memory) as connection:
            connection.execute("set preserve_insertion_order = false")
            _fill(connection, run, finished)
        sync(aside)
        aside.replace(run.database)
        sync(run.path)
    except (duckdb.Error, OSError) as error:
        damaged = _discard_damaged(_parts(run, finished))
        if damaged:
            raise RunError(
                f"{len(damaged)} parts of {run.path} are damaged ({damaged[0]}) and were taken out: run the same "
                "'factscan scan' again to make them anew"
            ) from error
        raise RunError(
            f"the database of {run.path} could not be built: {error}; the extracted parts are safe, "
            f"run 'factscan build {run.path}' when there is room"
        ) from error
    finally:
        aside.unlink(missing_ok=True)


def _parts(run: RunFolder, shards: list[ShardMarker]) -> list[Path]:
    return [run.parts / part_name(shard.key, first) for shard in shards for first in shard.parts]


def _discard_damaged(parts: list[Path]) -> list[str]:
    """Take out the parts that cannot be read though their markers call them whole; returns their names."""
    damaged = []
    for part in parts:
        try:
            for table in PART_TABLES:
                pq.read_table(part / f"{table}.parquet", use_threads=False)
        except (pa.ArrowException, OSError):
            discard(part)
            damaged.append(part.name)
    return damaged


def _fill(connection: duckdb.DuckDBPyConnection, run: RunFolder, shards: list[ShardMarker]) -> None:
    connection.execute(statement("schema"))
    _insert_shards(connection, shards)
    parts = _parts(run, shards)
    for table in _FROM_PARTS if parts else ():
        files = [str(part / f"{table}.parquet") for part in parts]
        connection.execute(statement(f"build/{table}"), {"files": files})
    connection.execute(statement("build/prompt_documents"))


def _insert_shards(connection: duckdb.DuckDBPyConnection, shards: list[ShardMarker]) -> None:
    columns = ("name", "key", "path", "bytes", "documents", "words", "mentions", "rejected", "state")
    rows = [[getattr(shard, column) for column in columns] for shard in shards]
    if rows:
        connection.executemany(statement("build/shards"), rows)
