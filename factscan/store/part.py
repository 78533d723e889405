"""One part on disk: the rows of a bounded slice of a shard, visible all at once or not at all.

The tables are written to a hidden folder, synced, the marker last; one rename makes the folder a part. So
a process killed at any instant leaves either a whole part or rubbish that the next run sweeps away.
"""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from factscan.store.durable import sync
from factscan.store.schema import PART_TABLES

MARKER = "part.json"


@dataclass(frozen=True, slots=True)
class PartMarker:
    """What a finished part says of itself. ``files`` maps a table to its size in bytes."""

    shard_key: str
    first_record: int
    records: int
    documents: int
    words: int
    mentions: int
    rejected: int
    files: dict[str, int]


def part_name(shard_key: str, first_record: int) -> str:
    return f"{shard_key}-{first_record:010d}"


def write_part(
    parts: Path,
    shard_key: str,
    first_record: int,
    records: int,
    tables: Mapping[str, pa.Table],
) -> PartMarker:
    """Write the tables of one part into the folder ``parts`` and make it visible."""
    name = part_name(shard_key, first_record)
    aside = parts / f".{name}.{os.getpid()}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        marker = _fill(aside, shard_key, first_record, records, tables)
        _publish(aside, parts / name)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return marker


def _fill(
    folder: Path, shard_key: str, first_record: int, records: int, tables: Mapping[str, pa.Table]
) -> PartMarker:
    files = {}
    for table in PART_TABLES:
        path = folder / f"{table}.parquet"
        pq.write_table(tables[table], path, compression="zstd")
        sync(path)
        files[table] = path.stat().st_size
    marker = PartMarker(
        shard_key=shard_key,
        first_record=first_record,
        records=records,
        documents=tables["documents"].num_rows,
        words=_total(tables["documents"], "words"),
        mentions=_total(tables["documents"], "mentions"),
        rejected=tables["rejects"].num_rows,
        files=files,
    )
    path = folder / MARKER
    path.write_text(json.dumps(asdict(marker)), encoding="utf-8")
    sync(path)
    sync(folder)
    return marker


def _publish(aside: Path, target: Path) -> None:
    if read_marker(target) is not None:  # a worker of a killed job was quicker: its rows are the same
        shutil.rmtree(aside)
        return
    discard(target)
    aside.rename(target)
    sync(target.parent)


def discard(part: Path) -> None:
    """Take a part out of the run. Its marker goes first, so that half of it is never taken for the whole."""
    (part / MARKER).unlink(missing_ok=True)
    shutil.rmtree(part, ignore_errors=True)


def _total(table: pa.Table, column: str) -> int:
    return sum(table.column(column).to_pylist())


def read_marker(folder: Path) -> PartMarker | None:
    """The marker of a part, or None where the part is absent or its files are not what the marker says."""
    try:
        fields: dict[str, Any] = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        marker = PartMarker(**fields)
        whole = all((folder / f"{table}.parquet").stat().st_size == n for table, n in marker.files.items())
    except (OSError, ValueError, TypeError):
        return None
    return marker if whole and set(marker.files) == set(PART_TABLES) else None


def sweep(parts: Path) -> None:
    """Remove what killed processes left behind. Only the holder of the run's lock may call this."""
    for leftover in parts.glob(".*"):
        shutil.rmtree(leftover, ignore_errors=True)
