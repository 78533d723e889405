"""Build ``factscan.duckdb`` from the parts of a run: aside, then renamed, so that readers see all or nothing."""

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from factscan.errors import RunError
from factscan.store.durable import sync_file, sync_folder
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import part_name
from factscan.store.statements import statement

# In the order of their dependence: documents need shards, mentions need documents.
_FROM_PARTS = ("documents", "prompts", "facts", "occurrences", "sentences", "rejects")


def build(run: RunFolder, shards: Iterable[ShardMarker], memory: str | None = None) -> None:
    """Make the run's database anew from the parts of the finished ``shards``.

    ``memory`` is DuckDB's limit (``"2GB"``); what does not fit spills into the run folder.

    Raises:
        RunError: the database cannot be written (a full disk, say).
    """
    finished = list(shards)
    aside = run.database.with_suffix(".duckdb.building")
    aside.unlink(missing_ok=True)
    run.temporary.mkdir(exist_ok=True)
    try:
        with duckdb.connect(str(aside)) as connection:
            _configure(connection, run, memory)
            _fill(connection, run, finished)
        sync_file(aside)
        aside.replace(run.database)
        sync_folder(run.path)
    except (duckdb.Error, OSError) as error:
        aside.unlink(missing_ok=True)
        raise RunError(
            f"the database of {run.path} could not be built: {error}; the extracted parts are safe, "
            f"run 'factscan build {run.path}' when there is room"
        ) from error


def _configure(connection: duckdb.DuckDBPyConnection, run: RunFolder, memory: str | None) -> None:
    connection.execute("set enable_progress_bar = false")
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set temp_directory = $folder", {"folder": str(run.temporary)})
    if memory:
        connection.execute("set memory_limit = $memory", {"memory": memory})


def _fill(connection: duckdb.DuckDBPyConnection, run: RunFolder, shards: list[ShardMarker]) -> None:
    connection.execute(statement("schema"))
    _insert_shards(connection, shards)
    folders = [run.parts / part_name(shard.key, first) for shard in shards for first in shard.parts]
    for table in _FROM_PARTS if folders else ():
        files = [str(folder / f"{table}.parquet") for folder in folders]
        connection.execute(statement(f"build/{table}"), {"files": files})
    connection.execute(statement("build/prompt_documents"))


def _insert_shards(connection: duckdb.DuckDBPyConnection, shards: list[ShardMarker]) -> None:
    rows = pa.Table.from_pylist(
        [
            {
                "shard": shard.name,
                "shard_key": shard.key,
                "path": shard.path,
                "bytes": shard.bytes,
                "documents": shard.documents,
                "words": shard.words,
                "mentions": shard.mentions,
                "rejected": shard.rejected,
                "state": shard.state,
            }
            for shard in shards
        ]
    )
    if rows.num_rows:
        connection.register("finished_shards", rows)
        connection.execute("insert into shards by name from finished_shards")
        connection.unregister("finished_shards")
