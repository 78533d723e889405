"""Fill an empty database from the parts of a run.

Memory does not grow with the run: what belongs to a document is filled in batches of parts; what is one row for the
whole run (documents, prompts, facts, sentences) is grouped in one statement that DuckDB can spill.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from factscan.dedup import NearOptions
from factscan.sampling import sampling_of
from factscan.store.clusters import find_clusters
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.schema import PART_TABLES, SAMPLED_TABLES
from factscan.store.statements import statement

# Tables with one row for all parts that say the same; documents come first, as mentions are tied to their numbers.
_OVER_ALL_PARTS = ("documents", "prompts", "facts", "sentences", "rejects")
# Tables whose rows belong to one document, and so to the parts that hold it; the numbers of these documents come first.
_BY_DOCUMENT = ("batch_documents", "occurrences", "stated", "skipped")
# Some million mentions: enough to keep all threads busy, little enough for any memory limit.
BATCH_PARTS = 256


@dataclass(frozen=True, slots=True)
class _Part:
    folder: Path
    shard: str

    @property
    def first_piece(self) -> str:
        """The same for all pieces of one document."""
        return self.folder.name.partition(".")[0]

    def file(self, table: str) -> str:
        return str(self.folder / f"{table}.parquet")


def fill(
    connection: duckdb.DuckDBPyConnection,
    run: RunFolder,
    shards: Sequence[ShardMarker],
    near_threshold: float,
) -> None:
    """Make the tables of ``sql/schema.sql`` and fill them from the parts of ``shards``."""
    # Rows may come in any order: numbers and spellings are chosen by value, never by place.
    connection.execute("set preserve_insertion_order = false")
    connection.execute(statement("schema"))
    connection.execute(statement("build/near/schema"))
    connection.execute(statement("explore/plain"))
    _insert_shards(connection, shards)
    parts = [_Part(run.parts / name, shard.name) for shard in shards for name in sorted(shard.parts)]
    if not parts:
        return
    for table in _OVER_ALL_PARTS:
        _insert(connection, table, parts)
    signatures, names = zip(*((part.file("signatures"), part.shard) for part in parts), strict=True)
    find_clusters(connection, signatures, names, _near_options(run), near_threshold)
    connection.execute(statement("build/stated_table"))
    sampling = sampling_of(run.manifest()["options"])
    if sampling:
        connection.execute(statement("build/sampled/schema"))
    for batch in _batches(parts):
        for table in _BY_DOCUMENT:
            _insert(connection, table, batch)
        if sampling:
            _insert(connection, f"sampled/{sampling.by}", batch, {"one_in": sampling.one_in})
    connection.execute(statement("build/prompt_documents"))


def _near_options(run: RunFolder) -> NearOptions:
    """How the run's signatures were made."""
    asked, usual = run.manifest()["options"], NearOptions()
    return NearOptions(
        shingle=asked.get("near_shingle", usual.shingle),
        permutations=asked.get("near_permutations", usual.permutations),
    )


def _batches(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Parts in batches; the pieces of one document stay together."""
    batch: list[_Part] = []
    for _, pieces in groupby(parts, key=lambda part: (part.shard, part.first_piece)):
        batch += pieces
        if len(batch) >= BATCH_PARTS:
            yield batch
            batch = []
    if batch:
        yield batch


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    parts: Sequence[_Part],
    parameters: Mapping[str, Any] | None = None,
) -> None:
    text = statement(f"build/{table}")
    given = {name: value for name, value in (parameters or {}).items() if f"${name}" in text}
    given |= {
        name: [part.file(name) for part in parts]
        for name in (*PART_TABLES, *SAMPLED_TABLES)
        if f"${name}" in text
    }
    if "$shards" in text:
        given["shards"] = [part.shard for part in parts]
    connection.execute(text, given)


def _insert_shards(connection: duckdb.DuckDBPyConnection, shards: Sequence[ShardMarker]) -> None:
    columns = ("name", "key", "path", "bytes", "documents", "words", "mentions", "rejected", "state")
    values = {column: [getattr(shard, column) for shard in shards] for column in columns}
    if shards:
        connection.execute(statement("build/shards"), values)
