"""Build ``factscan.duckdb`` from the parts of a run: aside, then renamed, so that readers see all or nothing."""

import errno
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from factscan.dedup import THRESHOLD
from factscan.errors import RunError
from factscan.hashing import hash64
from factscan.store.database import connected
from factscan.store.durable import sync
from factscan.store.filling import fill
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import discard
from factscan.store.schema import PART_TABLES, SAMPLED_TABLES
from factscan.store.statements import statement
from factscan.store.version import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How the parts become tables.

    ``memory`` is DuckDB's limit (``"2GB"``); what does not fit spills into the run folder. Documents whose estimated
    Jaccard similarity is at least ``near_threshold`` are near-duplicates.
    """

    memory: str | None = None
    near_threshold: float = THRESHOLD

    def as_dict(self) -> dict[str, Any]:
        """What decides the rows of the tables, as plain values."""
        return {"near_threshold": self.near_threshold}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], memory: str | None = None) -> "BuildOptions":
        """The options that ``as_dict`` gave."""
        return cls(memory=memory, **values)


def build(run: RunFolder, shards: Iterable[ShardMarker], options: BuildOptions | None = None) -> None:
    """Make the run's database anew from the parts of the finished ``shards``.

    Raises:
        RunError: a part is damaged, or the database cannot be written (a full disk, say). The parts are safe.
    """
    options = options or BuildOptions()
    finished = list(shards)
    aside = run.database.with_suffix(".duckdb.building")
    _remove(aside)
    try:
        with run.scratch() as scratch, connected(aside, scratch, memory=options.memory) as connection:
            fill(connection, run, finished, options.near_threshold)
            connection.execute(statement("build/built_from"), {"built_from": _fingerprint(finished, options)})
            # Closing would do it too, but say nothing of a full disk and leave the rows in the write-ahead log.
            connection.execute("checkpoint")
        sync(aside)
        aside.replace(run.database)
        sync(run.path)
    except (duckdb.Error, OSError) as error:
        raise _failure(run, finished, error) from error
    finally:
        _remove(aside)


def _remove(database: Path) -> None:
    """Remove a database and its write-ahead log."""
    for path in (database, database.with_name(f"{database.name}.wal")):
        path.unlink(missing_ok=True)


def is_built(run: RunFolder, shards: Iterable[ShardMarker], options: BuildOptions | None = None) -> bool:
    """Whether the run's database holds exactly the parts of ``shards``, built with the same options."""
    if not run.database.exists():
        return False
    try:
        with connected(run.database, run.temporary, shut_in=True) as connection:
            found = connection.execute(statement("build/was_built_from")).fetchone()
    except duckdb.Error:  # damaged, or of a version that did not say what it was built from
        return False
    return found == (_fingerprint(list(shards), options or BuildOptions()),)


def _fingerprint(shards: Sequence[ShardMarker], options: BuildOptions) -> str:
    """A hash of what decides the tables: the markers (which name the parts), the options, the schema.

    When a file was last changed is no part of it.
    """
    markers = sorted(
        json.dumps({name: value for name, value in asdict(marker).items() if name != "stamp"}, sort_keys=True)
        for marker in shards
    )
    return f"{hash64(*markers, json.dumps(options.as_dict(), sort_keys=True), str(SCHEMA_VERSION)):016x}"


def _failure(run: RunFolder, shards: Sequence[ShardMarker], error: Exception) -> RunError:
    """What to tell the user. Parts that turn out to be damaged are taken out, for the next scan to make anew."""
    if isinstance(error, duckdb.OutOfMemoryException):
        way_out = f"run 'factscan build {run.path} --memory SIZE' with more memory, or make room on its disk"
    elif _lacks_room(error):
        way_out = f"make room on its disk and run 'factscan build {run.path}'"
    elif damaged := _discard_damaged([run.parts / name for shard in shards for name in shard.parts]):
        return RunError(
            f"{len(damaged)} parts of {run.path} are damaged ({damaged[0]}) and were taken out: run the same "
            "'factscan scan' again to make them anew"
        )
    else:
        way_out = f"'factscan build {run.path}' tries again"
    what, *_ = str(error).splitlines()  # DuckDB goes on with advice on its own settings
    return RunError(
        f"the database of {run.path} could not be built: {what}; the extracted parts are safe, {way_out}"
    )


def _lacks_room(error: Exception) -> bool:
    """Whether a write failed for the disk, a quota or a limit on the size of files."""
    return any(os.strerror(code) in str(error) for code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


def _discard_damaged(parts: list[Path]) -> list[str]:
    """Take out the parts that cannot be read though their markers call them whole; returns their names."""
    damaged = []
    for part in parts:
        try:
            for table in (*PART_TABLES, *SAMPLED_TABLES):
                if table in PART_TABLES or (part / f"{table}.parquet").exists():
                    pq.read_table(part / f"{table}.parquet", use_threads=False)
        except (pa.ArrowException, OSError):
            discard(part)
            damaged.append(part.name)
    return damaged
