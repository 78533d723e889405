"""The meter follows the file as it lies on disk."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factscan.corpus import Meter, ReadOptions, find_shards, read_shard

RECORDS = [{"text": f"sentence number {i} " * 50} for i in range(3_000)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"])
def test_the_meter_grows_with_the_file_and_ends_at_its_size(name: str, tmp_path: Path) -> None:
    data = "".join(json.dumps(record) + "\n" for record in RECORDS).encode()
    path = tmp_path / name
    match path.suffix:
        case ".gz":
            path.write_bytes(gzip.compress(data))
        case ".zst":
            with pa.CompressedOutputStream(str(path), "zstd") as out:
                out.write(data)
        case ".parquet":
            pq.write_table(pa.Table.from_pylist(RECORDS), path)
        case _:
            path.write_bytes(data)
    (shard,) = find_shards([str(path)], ReadOptions()).shards
    meter = Meter()
    seen = [meter.position for _ in read_shard(shard, ReadOptions(), meter)]
    assert seen == sorted(seen)
    assert 0 < seen[-1] <= path.stat().st_size
    assert seen[-1] > 0.9 * path.stat().st_size
