"""The shards: which record goes where, the bad records among them, and the four formats."""

import csv
import gzip
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from generator.documents import Document

COLUMNS = ("id", "title", "text", "domain", "source")
SHARD_OF = {
    "biography": "people-and-arts.jsonl.zst",
    "arts": "people-and-arts.jsonl.zst",
    "geography": "places.jsonl.gz",
    "medicine": "medicine.parquet",
    "law": "statutes.csv",
    "technology": "technology.jsonl",
}

Record = dict[str, Any] | str
"""A record of a shard; a string is a raw line that is no record at all."""

# Records that a reader must reject, by shard: malformed JSON, no text, text of a wrong type, empty text.
BAD: dict[str, list[Record]] = {
    "people-and-arts.jsonl.zst": [
        {
            "id": "bad-1",
            "title": "Text of a wrong type",
            "text": ["a", "list"],
            "domain": "biography",
            "source": "Harbour Archive",
        },
        {"id": "bad-2", "title": "Null text", "text": None, "domain": "arts", "source": "Harbour Archive"},
    ],
    "places.jsonl.gz": [
        '{"id": "bad-3", "title": "Cut short", "text": "Torvik is a ci',
        {"id": "bad-4", "title": "No text", "domain": "geography", "source": "Northern Gazetteer"},
        {
            "id": "bad-5",
            "title": "Empty text",
            "text": "",
            "domain": "geography",
            "source": "Northern Gazetteer",
        },
    ],
    "medicine.parquet": [
        {"id": "bad-6", "title": "Null text", "text": None, "domain": "medicine", "source": "Ostara Review"},
        {"id": "bad-7", "title": "Empty text", "text": "", "domain": "medicine", "source": "Ostara Review"},
    ],
    "statutes.csv": [
        {"id": "bad-8", "title": "Empty text", "text": "", "domain": "law", "source": "Harbour Archive"},
    ],
    "technology.jsonl": [
        '{"id": "bad-9", "title": "Single quotes", \'text\': \'no JSON\'}',
        {
            "id": "bad-10",
            "title": "Text of a wrong type",
            "text": 42,
            "domain": "technology",
            "source": "Ostara Review",
        },
        '["bad-11", "a list and no record"]',
    ],
}


def record_of(document: Document) -> dict[str, Any]:
    """The columns of a document."""
    return {name: getattr(document, "doc_id" if name == "id" else name) for name in COLUMNS}


def with_bad_records(shard: str, documents: Sequence[Document]) -> list[Record]:
    """The shard's records, its bad ones spread evenly among them."""
    records: list[Record] = [record_of(document) for document in documents]
    bad = BAD[shard]
    for place, one in enumerate(bad, 1):
        records.insert(place * len(records) // (len(bad) + 1), one)
    return records


def write(path: Path, records: Sequence[Record]) -> None:
    """Write the records in the format that the file's name says."""
    if path.suffix == ".parquet":
        table = pa.Table.from_pylist(
            list(records), schema=pa.schema([(name, pa.string()) for name in COLUMNS])
        )
        pq.write_table(table, path, compression="zstd", row_group_size=100)
    elif path.suffix == ".csv":
        path.write_bytes(_csv(records).encode())
    elif path.suffix == ".gz":
        path.write_bytes(gzip.compress("".join(_lines(records)).encode(), mtime=0))
    elif path.suffix == ".zst":
        with pa.CompressedOutputStream(str(path), "zstd") as stream:
            stream.write("".join(_lines(records)).encode())
    else:
        path.write_bytes("".join(_lines(records)).encode())


def read(path: Path) -> Any:
    """What a shard holds, whatever its compressor made of it: a table for Parquet, else the bytes."""
    if path.suffix == ".parquet":
        return pq.read_table(path)
    if path.suffix in {".gz", ".zst"}:
        with pa.input_stream(str(path), compression="detect") as stream:
            return stream.read()
    return path.read_bytes()


def _lines(records: Sequence[Record]) -> Iterator[str]:
    for one in records:
        yield (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)) + "\n"


def _csv(records: Sequence[Record]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows([one for one in records if isinstance(one, dict)])
    return out.getvalue()
