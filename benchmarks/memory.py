"""Peak memory of a job on inputs that are large in one way: a shard of gigabytes, a document of hundreds of megabytes.

    python benchmarks/memory.py --shard-mb 2000 --document-mb 200
    python benchmarks/memory.py --document-mb 20 --real documents    the shipped model in place of the stub

Every case is a whole job with two workers in processes of their own (stub_job.py). The text is made of sentences of
ten clauses with random names and numbers, one fact each for the stub; in `wide` one character in a document lies
outside the Basic Multilingual Plane, so that Python holds four bytes for each. Memory is the largest resident set of
the parent and of any worker, sampled ten times a second.
"""

import argparse
import json
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from growth import run_job
from stub_corpus import NAMES, SURNAMES, THINGS, VERBS

DOCUMENT_BYTES = 3_000  # of a document in the large shard
Writer = Callable[[Path, Iterator[str]], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A file with documents of one size."""

    name: str
    file: str
    write: Writer
    wide: bool = False


def paragraphs(size: int, seed: int) -> Iterator[str]:
    """Paragraphs of about so many bytes in all."""
    chance = random.Random(seed)
    while size > 0:
        paragraph = "; ".join(_clause(chance) for _ in range(10)) + ".\n\n"
        size -= len(paragraph)
        yield paragraph


def _clause(chance: random.Random) -> str:
    who = f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}"
    what = f"{chance.choice(THINGS)} of {chance.randint(1000, 999_999)} stones"
    return f"{who} {chance.choice(VERBS)} the {what}"


def documents(size: int, wide: bool) -> Iterator[str]:
    """One document of so many bytes."""
    yield ("\N{GRINNING FACE} " if wide else "") + "".join(paragraphs(size, 0))


def small_documents(size: int) -> Iterator[str]:
    """Documents of a few kilobytes, so many bytes in all."""
    for number in range(size // DOCUMENT_BYTES):
        yield "".join(paragraphs(DOCUMENT_BYTES, number))


def write_text(path: Path, texts: Iterator[str]) -> None:
    path.write_text("".join(texts), encoding="utf-8")


def write_jsonl(path: Path, texts: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


def write_zst(path: Path, texts: Iterator[str]) -> None:
    with pa.CompressedOutputStream(str(path), "zstd") as file:
        for text in texts:
            file.write(json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n")


def write_parquet(path: Path, texts: Iterator[str]) -> None:
    schema = pa.schema([("text", pa.string())])
    with pq.ParquetWriter(path, schema) as file:
        rows: list[str] = []
        for text in texts:
            rows.append(text)
            if len(rows) == 10_000:
                file.write_table(pa.table({"text": rows}, schema))
                rows = []
        if rows:
            file.write_table(pa.table({"text": rows}, schema))


SHARDS = [
    Case("shard, JSONL", "shard.jsonl", write_jsonl),
    Case("shard, Parquet", "shard.parquet", write_parquet),
]
DOCUMENTS = [
    Case("document, text", "document.txt", write_text),
    Case("document, JSONL", "document.jsonl", write_jsonl),
    Case("document, JSONL.zst", "document.jsonl.zst", write_zst),
    Case("document, Parquet", "document.parquet", write_parquet),
    Case("document, JSONL, wide", "wide.jsonl", write_jsonl, wide=True),
    Case("document, Parquet, wide", "wide.parquet", write_parquet, wide=True),
]


def measure(case: Case, texts: Iterator[str], folder: Path) -> None:
    corpus = folder / case.file
    case.write(corpus, texts)
    seconds, peaks = run_job(corpus, folder / "run", workers=2, part_records=500)
    memory = " ".join(f"{peak / 1e6:>8.0f}" for peak in (peaks.parent, peaks.worker, peaks.build))
    print(f"{case.name:24} {corpus.stat().st_size / 1e6:>8.0f} {seconds:>8.1f} {memory}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("only", nargs="*", choices=["shards", "documents", []], help="[default: both]")
    parser.add_argument("--shard-mb", type=int, default=2000)
    parser.add_argument("--document-mb", type=int, default=200)
    parser.add_argument("--real", action="store_true", help="the shipped model in place of the stub")
    parser.add_argument("--tmp", help="a folder with room for corpus and run")
    options = parser.parse_args()
    if options.real:
        os.environ["FACTSCAN_REAL"] = "1"  # for all jobs, see stub_job.py
    print(
        f"{'input':24} {'MB':>8} {'seconds':>8} {'parent':>8} {'worker':>8} {'at build':>8}  (MB)", flush=True
    )
    only = options.only or ["shards", "documents"]
    for case in (SHARDS if "shards" in only else []) + (DOCUMENTS if "documents" in only else []):
        if case in SHARDS:
            texts = small_documents(options.shard_mb * 1_000_000)
        else:
            texts = documents(options.document_mb * 1_000_000, case.wide)
        with tempfile.TemporaryDirectory(dir=options.tmp) as folder:
            measure(case, texts, Path(folder))


if __name__ == "__main__":
    main()
