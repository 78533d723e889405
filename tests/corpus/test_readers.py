"""What holds for all formats: the same records give the same documents, in bounded memory."""

import csv
import gzip
import io
import json
import tempfile
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import jsonl, put, read, zstd

from factscan.corpus import Document, ReadOptions, find_shards, read_shard

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
COLUMNS = ("id", "title", "text", "domain", "source")
RECORD = st.fixed_dictionaries(dict.fromkeys(COLUMNS, TEXT))


def same(one: object, other: object) -> bool:
    """Equal documents; of rejects only the place and the excerpt may differ between formats."""
    if isinstance(one, Document) or isinstance(other, Document):
        return one == other
    return (one.record, one.reason, one.fatal) == (other.record, other.reason, other.fatal)  # type: ignore[attr-defined]


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORD, max_size=8))
def test_all_formats_give_the_same_documents(records: list[dict[str, str]]) -> None:
    data = jsonl(records)
    raw = b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)
    table = pa.Table.from_pylist(records, pa.schema([(name, pa.string()) for name in COLUMNS]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected = read(put(folder / "a.jsonl", data))
        assert [item.record for item in expected] == list(range(len(records)))
        half = len(raw) // 2
        others = [
            put(folder / "b.jsonl", raw),
            put(folder / "c.jsonl.gz", gzip.compress(data[:half]) + gzip.compress(data[half:])),
            put(folder / "d.jsonl.zst", zstd(data[:half]) + zstd(data[half:])),
        ]
        pq.write_table(table, folder / "e.parquet", row_group_size=3)
        for path in [*others, folder / "e.parquet"]:
            items = read(path)
            assert len(items) == len(expected)
            assert all(map(same, items, expected)), (path.name, items, expected)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_what_the_csv_module_writes_is_read_back(rows: list[tuple[str, str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows([("id", "text"), *rows])
    with tempfile.TemporaryDirectory() as name:
        items = read(put(Path(name) / "a.csv", buffer.getvalue().encode()))
        records = read(put(Path(name) / "b.jsonl", jsonl({"id": id_, "text": text} for id_, text in rows)))
    assert len(items) == len(rows)
    assert all(map(same, items, records))


def test_memory_does_not_grow_with_the_shard(tmp_path: Path) -> None:
    records = [
        {"id": str(n), "text": f"{n} " + "some words of a text " * 60, "junk": "x" * 500}
        for n in range(8_000)
    ]
    data = jsonl(records)
    assert len(data) > 12 * 2**20
    put(tmp_path / "a.jsonl", data)
    put(tmp_path / "b.jsonl.gz", gzip.compress(data, 1))
    put(tmp_path / "c.jsonl.zst", zstd(data))
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "d.parquet", use_dictionary=False)
    del records, data
    for shard in find_shards([str(tmp_path)], ReadOptions()).shards:
        arrow_before = pa.total_allocated_bytes()
        arrow_peak = 0
        tracemalloc.start()
        for count, _ in enumerate(read_shard(shard, ReadOptions()), start=1):
            if count % 50 == 0:
                arrow_peak = max(arrow_peak, pa.total_allocated_bytes() - arrow_before)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == 8_000
        assert peak + arrow_peak < 6 * 2**20, (shard.name, peak, arrow_peak)
