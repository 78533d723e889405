"""Documents that share a known part of their shingles, and the clusters that the build finds among texts."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from factscan.dedup import NearOptions, Signer, text_hash
from factscan.store.clusters import BUCKET_LIMIT, find_clusters
from factscan.store.schema import PART_TABLES
from factscan.store.statements import statement

SCHEMA = PART_TABLES["signatures"]


def words(seed: int, count: int) -> list[str]:
    return [f"w{number}" for number in random.Random(seed).choices(range(10**6), k=count)]


def pair(seed: int, count: int, jaccard: float) -> tuple[str, str]:
    """Two texts of ``count`` words and of this Jaccard similarity, or very little more: one ends in other words."""
    shingles = count - 4
    shared = -(-2 * shingles * jaccard // (1 + jaccard))  # J = s / (2n - s)
    original = words(seed, count)
    changed = shingles - int(shared)
    copy = original[: count - changed] + words(-seed - 1, changed)
    return " ".join(original), " ".join(copy)


def clusters(
    folder: Path,
    texts: Sequence[str],
    *,
    parts: int = 2,
    threads: int = 2,
    reverse: bool = False,
    limit: int = BUCKET_LIMIT,
) -> tuple[list[int], dict[str, Any]]:
    """The cluster of each text, by their order, and the row of ``clustering``.

    The texts are dealt to parts, each of a shard of its own; ``reverse`` names the last part first.
    """
    files = {f"shard 'no' {part}": folder / f"{part}.parquet" for part in range(parts)}
    for part, path in enumerate(files.values()):
        pq.write_table(signatures(texts[part::parts]), path)
    names = list(files)
    shards = names[::-1] if reverse else names
    with duckdb.connect() as connection:
        connection.execute("set threads = $threads", {"threads": threads})
        connection.execute(
            "create table documents "
            "(doc_no bigint, shard varchar, record bigint, exact_cluster bigint, cluster bigint)"
        )
        hashes = [text_hash(text) for text in texts]
        for number, key in enumerate(hashes):
            row = (number, names[number % parts], number // parts, *[hashes.index(key)] * 2)
            connection.execute("insert into documents values (?, ?, ?, ?, ?)", row)
        connection.execute(statement("build/near/schema"))
        find_clusters(connection, [str(files[name]) for name in shards], shards, NearOptions(), 0.8, limit)
        found = connection.sql("select cluster from documents order by doc_no").fetchall()
        (report,) = connection.sql("from clustering").to_arrow_table().to_pylist()
    return [cluster for (cluster,) in found], report


def signatures(texts: Sequence[str]) -> pa.Table:
    signer = Signer(NearOptions())
    rows = [signer.sign(text) for text in texts]
    columns = [range(len(rows)), *([getattr(row, name) for row in rows] for name in SCHEMA.names[1:])]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)
