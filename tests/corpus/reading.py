"""What the tests of the readers share: reading through the public door, and files to read."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from factscan.corpus import Document, ReadOptions, Reject, find_shards, read_shard


def read(*sources: Path | str, options: ReadOptions | None = None) -> list[Document | Reject]:
    options = options or ReadOptions()
    shards = find_shards([str(source) for source in sources], options).shards
    return [item for shard in shards for item in read_shard(shard, options)]


def documents(items: Iterable[Document | Reject]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def rejects(items: Iterable[Document | Reject]) -> list[Reject]:
    return [item for item in items if isinstance(item, Reject)]


def texts(items: Iterable[Document | Reject]) -> list[str]:
    return [document.text for document in documents(items)]


def only_fatal(items: Sequence[Document | Reject]) -> Reject:
    """The fatal reject that ends a broken shard, which has no other reject."""
    (reject,) = rejects(items)
    assert reject.fatal
    assert items[-1] is reject
    return reject


def jsonl(records: Iterable[Mapping[str, Any]]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def zstd(data: bytes) -> bytes:
    """One zstd frame."""
    return bytes(pa.Codec("zstd").compress(data, asbytes=True))


def gz(data: bytes) -> bytes:
    """The same bytes at any time: they are in the names of tests."""
    return gzip.compress(data, mtime=0)


def compressed(data: bytes, suffix: str) -> bytes:
    return {"": bytes, ".gz": gz, ".zst": zstd}[suffix](data)


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
