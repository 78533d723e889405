"""One part on disk: the rows of a bounded slice of a shard, visible all at once or not at all.

The tables are written to a hidden folder, synced, the marker last; one rename makes the folder a part. So
a process killed at any instant leaves either a whole part or rubbish that the next run sweeps away.
"""

import io
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from factscan.store.durable import sync

if TYPE_CHECKING:  # opening a run for a look at one fact must not wait for pyarrow
    import pyarrow as pa

MARKER = "part.json"

# Sorted numbers: their differences take half the room.
_ENCODINGS: dict[str, dict[str, Any]] = {
    "signatures": {"use_dictionary": False, "column_encoding": {"sketch.list.element": "DELTA_BINARY_PACKED"}}
}


def part_name(shard_key: str, first_record: int, piece: int = 0) -> str:
    """``<shard key>-<first record>``, and ``.<piece>`` for all but the first piece of a very long document."""
    return f"{shard_key}-{first_record:010d}" + (f".{piece:05d}" if piece else "")


@dataclass(frozen=True, slots=True)
class PartId:
    """Which records a part holds.

    ``content`` is a digest of them: where it is another when they are read again, the shard has changed. A
    ``provisional`` part ends where its shard could not be read, for a reason that may pass; a later job makes it anew.
    """

    shard_key: str
    first_record: int
    piece: int
    records: int
    content: str
    provisional: bool

    @property
    def name(self) -> str:
        return part_name(self.shard_key, self.first_record, self.piece)


@dataclass(frozen=True, slots=True)
class PartMarker(PartId):
    """What a finished part says of itself. ``files`` maps a table to its size in bytes."""

    documents: int
    words: int
    mentions: int
    rejected: int
    files: dict[str, int]


def write_part(parts: Path, part: PartId, tables: "Mapping[str, pa.Table]") -> PartMarker:
    """Write the tables of one part into the folder ``parts`` and make it visible."""
    aside = parts / f".{part.name}.{os.getpid()}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        marker = _fill(aside, part, tables)
        _publish(aside, parts / part.name, part)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return marker


def _fill(folder: Path, part: PartId, tables: "Mapping[str, pa.Table]") -> PartMarker:
    files = {}
    for table in tables:
        path = folder / f"{table}.parquet"
        _write(tables[table], path, table)
        sync(path)
        files[table] = path.stat().st_size
    marker = _marker(part, tables, files)
    write_marker(folder, marker)
    return marker


def _marker(part: PartId, tables: "Mapping[str, pa.Table]", files: dict[str, int]) -> PartMarker:
    return PartMarker(
        **asdict(part),
        documents=_documents(tables["documents"], part.piece),
        words=_total(tables["documents"], "words"),
        mentions=_total(tables["documents"], "mentions"),
        rejected=tables["rejects"].num_rows,
        files=files,
    )


def weigh_part(part: PartId, tables: "Mapping[str, pa.Table]") -> PartMarker:
    """What the marker would say if the tables were written; nothing is."""
    files = {}
    for table in tables:
        written = io.BytesIO()
        _write(tables[table], written, table)
        files[table] = written.tell()
    return _marker(part, tables, files)


def _write(rows: "pa.Table", where: Path | IO[bytes], table: str) -> None:
    import pyarrow.parquet as pq

    pq.write_table(rows, where, compression="zstd", **_ENCODINGS.get(table, {}))


def write_marker(folder: Path, marker: PartMarker) -> None:
    """Write a part's marker into its folder, to be called when all else is there."""
    path = folder / MARKER
    path.write_text(json.dumps(asdict(marker)), encoding="utf-8")
    sync(path)
    sync(folder)


def _documents(table: "pa.Table", piece: int) -> int:
    """A document in pieces counts with its first."""
    return 0 if piece else int(table.num_rows)


def _publish(aside: Path, target: Path, part: PartId) -> None:
    there = read_marker(target)
    if there is not None and (there.records, there.content) == (part.records, part.content):
        shutil.rmtree(aside)  # a worker of a killed job was quicker: its rows are the same
        return
    discard(target)
    aside.rename(target)
    sync(target.parent)


def discard(part: Path) -> None:
    """Take a part out of the run. Its marker goes first, so that half of it is never taken for the whole."""
    (part / MARKER).unlink(missing_ok=True)
    shutil.rmtree(part, ignore_errors=True)


def _total(table: "pa.Table", column: str) -> int:
    return sum(table.column(column).to_pylist())


def read_marker(folder: Path) -> PartMarker | None:
    """The marker of a part, or None where the part is absent or its files are not what the marker says."""
    from factscan.store.schema import PART_TABLES

    try:
        fields: dict[str, Any] = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        marker = PartMarker(**fields)
        whole = all((folder / f"{table}.parquet").stat().st_size == n for table, n in marker.files.items())
    except (OSError, ValueError, TypeError):
        return None
    return marker if whole and set(marker.files) >= set(PART_TABLES) else None
