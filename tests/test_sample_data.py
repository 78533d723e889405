"""The committed sample corpus is what its generator writes."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

SAMPLE = Path(__file__).parent.parent / "sample_data"
SHARDS = [
    "people-and-arts.jsonl.zst",
    "places.jsonl.gz",
    "medicine.parquet",
    "statutes.csv",
    "technology.jsonl",
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    subprocess.run([sys.executable, SAMPLE / "generate.py", "--out", out], check=True)
    return out


def held(path: Path) -> Any:
    """What a shard holds: other releases of the compressors write other bytes for it."""
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes())
    if path.suffix == ".zst":
        with pa.input_stream(str(path), compression="zstd") as stream:
            return stream.read()
    return path.read_bytes()


@pytest.mark.parametrize("shard", SHARDS)
def test_a_committed_shard_holds_what_the_generator_writes(written: Path, shard: str) -> None:
    assert held(SAMPLE / shard) == held(written / shard)


def test_the_committed_truth_is_the_generators(written: Path) -> None:
    assert (SAMPLE / "truth.json").read_bytes() == (written / "truth.json").read_bytes()


def test_the_generator_writes_nothing_else(written: Path) -> None:
    assert {path.name for path in written.iterdir()} == {*SHARDS, "truth.json"}


def test_the_domains_singleton_rates_spread_from_low_to_high_and_rank_like_their_missing_mass() -> None:
    rows = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))["domains"]
    rates = [row["singleton_rate"] for row in rows]
    assert min(rates) < 0.06
    assert max(rates) > 0.88
    by_rate = sorted(rows, key=lambda row: float(row["singleton_rate"]))
    assert by_rate == sorted(rows, key=lambda row: float(row["missing_mass"]))


def test_the_sample_stays_small() -> None:
    assert sum((SAMPLE / shard).stat().st_size for shard in SHARDS) < 3_000_000
