"""Reading alone: factscan's readers beside pyarrow and `datasets` streaming.

    python benchmarks/reading.py                      generated files of --documents records
    python benchmarks/reading.py a.jsonl.zst b.parquet

Every reader walks all documents and adds up their characters, each in a process of its own. pyarrow reads JSON Lines
in blocks and Parquet in batches, threads off; it checks nothing and makes no documents, so it is the floor.
"""

import argparse
import gzip
import importlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

SUFFIXES = ("parquet", "jsonl", "jsonl.zst", "jsonl.gz")
READERS = ("factscan", "pyarrow", "datasets")


def by_factscan(path: str) -> Iterator[str]:
    from factscan.corpus import Document, ReadOptions, find_shards, read_shard

    for shard in find_shards([path], ReadOptions()).shards:
        yield from (item.text for item in read_shard(shard, ReadOptions()) if isinstance(item, Document))


def by_pyarrow(path: str) -> Iterator[str]:
    from pyarrow import json as arrow_json

    if path.endswith(".parquet"):
        batches = pq.ParquetFile(path).iter_batches(512, columns=["text"], use_threads=False)
    else:
        options = arrow_json.ReadOptions(use_threads=False, block_size=2**24)
        with pa.input_stream(path, compression="detect") as stream:
            yield from (text.as_py() for text in arrow_json.read_json(stream, options)["text"])
        return
    for batch in batches:
        yield from batch.column("text").to_pylist()


def by_datasets(path: str) -> Iterator[str]:
    import datasets

    kind = "parquet" if path.endswith(".parquet") else "json"
    for record in datasets.load_dataset(kind, data_files=path, split="train", streaming=True):
        yield record["text"]


def generate(folder: Path, documents: int) -> list[str]:
    """The same documents in every format: words of a Zipf-like vocabulary, 2 KB a document on the average."""
    chance = random.Random(0)
    words = [chance.randbytes(chance.randint(1, 5)).hex() for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    records = [
        {"id": str(n), "text": " ".join(chance.choices(words, weights, k=chance.randint(20, 700)))}
        for n in range(documents)
    ]
    lines = b"".join(json.dumps(record).encode() + b"\n" for record in records)
    pq.write_table(
        pa.Table.from_pylist(records), folder / "a.parquet", compression="zstd", row_group_size=5_000
    )
    (folder / "a.jsonl").write_bytes(lines)
    (folder / "a.jsonl.zst").write_bytes(pa.Codec("zstd").compress(lines, asbytes=True))
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines, 6))
    return [str(folder / f"a.{suffix}") for suffix in SUFFIXES]


def measure(reader: str, path: str) -> None:
    """One reader over one file; prints documents, characters, seconds and peak memory (MB)."""
    importlib.import_module(
        {"factscan": "factscan.corpus", "pyarrow": "pyarrow.json", "datasets": "datasets"}[reader]
    )
    began = time.perf_counter()
    documents = characters = 0
    for text in {"factscan": by_factscan, "pyarrow": by_pyarrow, "datasets": by_datasets}[reader](path):
        documents += 1
        characters += len(text)
    status = Path("/proc/self/status").read_text(
        encoding="utf-8"
    )  # getrusage would count the parent's memory too
    peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
    print(json.dumps([documents, characters, time.perf_counter() - began, peak]))


def main() -> None:
    """Print a row for each file and reader."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "files", nargs="*", help=f"files ending in {', '.join(SUFFIXES)}; none: generated ones"
    )
    parser.add_argument("--documents", type=int, default=20_000, help="documents to generate (2 KB each)")
    parser.add_argument("--one", choices=READERS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        measure(given.one, given.files[0])
        return
    with tempfile.TemporaryDirectory() as folder:
        files = given.files or generate(Path(folder), given.documents)
        print(
            f"{'file':32} {'reader':9} {'documents':>9} {'doc/s':>9} {'MB/s of text':>12} {'s':>7} {'peak MB':>8}"
        )
        for path in files:
            for reader in READERS:
                done = subprocess.run(
                    [sys.executable, __file__, path, "--one", reader],
                    capture_output=True,
                    text=True,
                    check=False,
                )
                if done.returncode:
                    print(
                        f"{Path(path).name:32} {reader:9} failed: {(done.stderr.splitlines() or ['?'])[-1][:80]}"
                    )
                    continue
                documents, characters, seconds, peak = json.loads(done.stdout.splitlines()[-1])
                rates = f"{documents / seconds:>9,.0f} {characters / seconds / 1e6:>12.1f} {seconds:>7.2f}"
                print(f"{Path(path).name:32} {reader:9} {documents:>9,} {rates} {peak:>8,}")


if __name__ == "__main__":
    main()
