"""Documents that share a known part of their shingles, and the clusters that the build finds among texts."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from factscan.dedup import NearOptions, Signer, text_hash
from factscan.store.clusters import find_clusters
from factscan.store.schema import PART_TABLES
from factscan.store.statements import statement


def words(seed: int, count: int) -> list[str]:
    return [f"w{number}" for number in random.Random(seed).choices(range(10**6), k=count)]  # noqa: S311


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
    threshold: float = 0.8,
    parts: int = 2,
    **settings: Any,
) -> tuple[list[int], dict[str, Any]]:
    """The cluster of each text (numbered in their order), and the row of ``clustering``.

    The texts are dealt to parts, each of a shard of its own; ``limit`` is that of a crowded bucket, ``threads`` are DuckDB's.
    """
    near = NearOptions()
    signer = Signer(near)
    files, shards = [], []
    with duckdb.connect() as connection:
        connection.execute("set threads = $threads", {"threads": settings.get("threads", 2)})
        connection.execute(
            "create table documents (doc_no bigint, shard varchar, record bigint, text_hash ubigint)"
        )
        for part in range(parts):
            mine = range(part, len(texts), parts)
            rows = [(number // parts, signer.sign(texts[number])) for number in mine]
            columns = [
                [record for record, _ in rows],
                *([getattr(s, name) for _, s in rows] for name in ("shingles", "minhash", "sketch")),
            ]
            schema = PART_TABLES["signatures"]
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            files.append(str(folder / f"{part}.parquet"))
            shards.append(f"shard 'no' {part}")
            pq.write_table(pa.Table.from_arrays(arrays, schema=schema), files[-1])
            for number in mine:
                row = [number, shards[-1], number // parts, text_hash(texts[number])]
                connection.execute("insert into documents values (?, ?, ?, ?)", row)
        connection.execute(
            "create or replace table documents as select *, min(doc_no) over (partition by text_hash) as exact_cluster, "
            "exact_cluster as cluster from documents"
        )
        connection.execute(statement("build/near/schema"))
        if settings.get("reverse"):
            files.reverse()
            shards.reverse()
        limit = {"bucket_limit": settings["limit"]} if "limit" in settings else {}
        find_clusters(connection, files, shards, near, threshold, **limit)
        found = connection.sql("select cluster from documents order by doc_no").fetchall()
        (report,) = connection.sql("from clustering").to_arrow_table().to_pylist()
        return [cluster for (cluster,) in found], report
