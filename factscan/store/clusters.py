"""Clusters of near-duplicates: found at the build, over the whole run, from the signatures of the parts.

Bands of the minhashes are joined in DuckDB, which spills, and give candidate pairs; the sketches judge them; what is
left is a graph, and its connected components are the clusters. Nothing depends on the order of the files or on threads.
"""

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa
from duckdb.func import ARROW
from numpy.typing import NDArray

from factscan.dedup import NearOptions
from factscan.dedup.bands import choose_bands
from factscan.store.statements import statement

BUCKET_LIMIT = 64
"""Documents that may agree in a band before most of their pairs are left out."""

_VALUE = 4  # bytes of a minhash's value
_SIGNED = ("uinteger[]", "bigint")  # a sketch, and how many shingles


def find_clusters(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[str],
    shards: Sequence[str],
    near: NearOptions,
    threshold: float,
    bucket_limit: int = BUCKET_LIMIT,
) -> None:
    """Set ``documents.cluster`` and fill ``clustering``; ``documents`` is filled already.

    ``files`` are the parts' tables of signatures, made with the options ``near``, and ``shards`` the names of their
    shards. Documents of a Jaccard similarity of ``threshold`` are near-duplicates, and so are those that are tied to
    each other by a chain of such pairs.
    """
    bands = choose_bands(threshold, near.permutations)
    signed = {"files": list(files), "shards": list(shards)}
    _execute(connection, "signed")
    _execute(connection, "bands", **signed, bands=bands.count, bytes=bands.rows * _VALUE)
    _execute(connection, "buckets")
    _execute(connection, "candidates", limit=bucket_limit)
    _judge(connection, **signed, threshold=threshold)
    _number_clusters(connection)
    _execute(
        connection,
        "clustering",
        threshold=threshold,
        permutations=near.permutations,
        shingle=near.shingle,
        bands=bands.count,
        rows=bands.rows,
        limit=bucket_limit,
    )
    _execute(connection, "drop")


def _execute(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> None:
    connection.execute(statement(f"build/near/{name}"), values or None)


def _judge(connection: duckdb.DuckDBPyConnection, **values: object) -> None:
    connection.create_function("sketched_jaccard", _jaccard, [*_SIGNED, *_SIGNED], "double", type=ARROW)
    _execute(connection, "pairs", **values)
    connection.remove_function("sketched_jaccard")


def _jaccard(
    a: pa.ChunkedArray, a_shingles: pa.ChunkedArray, b: pa.ChunkedArray, b_shingles: pa.ChunkedArray
) -> pa.Array:
    """For DuckDB, which asks for some thousand pairs at once."""
    from factscan.dedup.likeness import Sketches, jaccard  # scipy: only where there are candidates

    left = Sketches.of(a.combine_chunks(), a_shingles.to_numpy())
    right = Sketches.of(b.combine_chunks(), b_shingles.to_numpy())
    return pa.array(jaccard(left, right))


def _number_clusters(connection: duckdb.DuckDBPyConnection) -> None:
    pairs = connection.execute("from near_pairs").fetchnumpy()
    members, firsts = _components(pairs["a"], pairs["b"])
    connection.register("near_found", pa.table({"doc_no": members, "cluster": firsts}))
    _execute(connection, "clusters")
    connection.unregister("near_found")
    _execute(connection, "numbered")


def _components(a: NDArray[np.int64], b: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The documents of all pairs, and for each the smallest document that it is tied to."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    members, places = np.unique(np.concatenate((a, b)), return_inverse=True)
    edges = (np.ones(len(a), dtype=np.int8), (places[: len(a)], places[len(a) :]))
    graph = sparse.coo_matrix(edges, shape=(len(members), len(members)))
    _, labels = connected_components(graph, directed=False)
    _, first = np.unique(labels, return_index=True)
    return members, members[first][labels]
