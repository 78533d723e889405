"""Near-duplicates: speed and memory beside the peers, recall and precision on planted copies.

    python benchmarks/near_duplicates.py speed [--documents 10000 100000] [--words 300] [--files CORPUS…]
                                               [--datatrove VENV/bin/python]
    python benchmarks/near_duplicates.py recall [--pairs 200] [--threshold 0.8]

speed: one core from text to clusters. factscan signs every text, writes the parts and builds the clusters.
"datasketch's loop" is MinHash.update for every shingle, MinHashLSH.query and .insert, measured on 10,000 documents and
scaled up. datatrove runs in a venv of its own (see near_peer.py). Texts are synthetic (Zipf's law, every tenth a
near-copy) or those of --files; making them is not timed. Seconds are of the processor, peak memory is that of the
process.

recall: texts of 30 to 2,000 words and copies of a known similarity (computed exactly, over runs of 5 words), damaged by
other words here and there or by a passage dropped. recall: share of the pairs in one cluster. precision: share of all
pairs within the clusters whose true similarity is at least the threshold.
"""

import argparse
import json
import multiprocessing
import resource
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, combinations, islice
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from near_texts import SHINGLE, Damage, documents, dropped, planted, replaced, similarity, vocabulary

from factscan.corpus import Document, ReadOptions, find_shards, read_shard
from factscan.dedup import NearOptions, Signer, text_hash
from factscan.store.clusters import find_clusters
from factscan.store.schema import PART_TABLES
from factscan.store.statements import statement

PART = 5_000
LOOP = 10_000
LEVELS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)
SCHEMA = PART_TABLES["signatures"]
ENCODING = {"use_dictionary": False, "column_encoding": {"sketch.list.element": "DELTA_BINARY_PACKED"}}


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds, peak memory and near-copies found (documents that follow another) of one way to do it."""

    name: str
    documents: int
    signing: float
    clustering: float
    peak: int
    bytes: int
    copies: int

    def row(self) -> str:
        seconds = self.signing + self.clustering
        return (
            f"{self.name:28} {self.documents:>10,} {seconds:>9,.1f} {self.signing:>9,.1f} {self.clustering:>9,.1f} "
            f"{self.documents / seconds:>11,.0f} {self.peak / 1e6:>9,.0f} {self.bytes / self.documents:>9,.0f} "
            f"{self.copies:>9,}"
        )


HEADER = (
    f"{'':28} {'documents':>10} {'seconds':>9} {'signing':>9} {'clusters':>9} {'documents/s':>11} {'peak MB':>9} "
    f"{'bytes/doc':>9} {'copies':>9}"
)


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def texts_of(files: Sequence[str], count: int, words: int) -> Iterator[str]:
    if not files:
        return documents(count, words)
    shards = find_shards(files, ReadOptions()).shards
    records = chain.from_iterable(read_shard(shard, ReadOptions()) for shard in shards)
    return islice((record.text for record in records if isinstance(record, Document)), count)


class Signed:
    """Texts signed into the parts of one shard."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._signer = Signer(NearOptions())
        self._signer.sign("")  # imports datasketch, once
        self.files: list[str] = []
        self.hashes: list[int] = []
        self.seconds = 0.0

    def add(self, texts: Sequence[str]) -> None:
        first = len(self.hashes)
        self.hashes += map(text_hash, texts)
        began = time.process_time()
        rows = [self._signer.sign(text) for text in texts]
        ends = np.cumsum([0, *(len(row.sketch) for row in rows)], dtype=np.int32)
        arrays = [
            pa.array(range(first, first + len(rows)), pa.int64()),
            pa.array([row.shingles for row in rows], pa.int64()),
            pa.array([row.minhash for row in rows], pa.binary()),
            pa.ListArray.from_arrays(ends, np.concatenate([row.sketch for row in rows])).cast(
                SCHEMA.field("sketch").type
            ),
        ]
        path = self._folder / f"{first}.parquet"
        pq.write_table(pa.table(arrays, SCHEMA.names).cast(SCHEMA), path, compression="zstd", **ENCODING)
        self.files.append(str(path))
        self.seconds += time.process_time() - began

    def clusters(self, threshold: float) -> tuple[list[int], float]:
        """The number of the first document of each document's cluster, and the seconds that this took."""
        with duckdb.connect(str(self._folder / "run.duckdb")) as connection:
            connection.execute("set enable_progress_bar = false")
            connection.execute("set threads = 1")
            connection.execute("set memory_limit = '2GB'")
            connection.execute("set preserve_insertion_order = false")
            connection.register("hashes", pa.table({"text_hash": pa.array(self.hashes, pa.uint64())}))
            connection.execute(
                "create table documents as select doc_no, '' as shard, doc_no as record, "
                "min(doc_no) over (partition by text_hash) as exact_cluster, exact_cluster as cluster "
                "from (select row_number() over () - 1 as doc_no, text_hash from hashes)"
            )
            connection.execute(statement("build/near/schema"))
            began = time.process_time()
            find_clusters(connection, self.files, [""] * len(self.files), NearOptions(), threshold)
            seconds = time.process_time() - began
            found = connection.execute("select cluster from documents order by doc_no").fetchnumpy()
        return found["cluster"].tolist(), seconds


def in_batches(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while batch := list(islice(rest, PART)):
        yield batch


def measure_factscan(files: Sequence[str], count: int, words: int, threshold: float) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        signed = Signed(Path(folder))
        for batch in in_batches(texts_of(files, count, words)):
            signed.add(batch)
        written = sum(Path(path).stat().st_size for path in signed.files)
        numbers, seconds = signed.clusters(threshold)
    copies = sum(number != cluster for number, cluster in enumerate(numbers))
    return Measured("factscan", len(numbers), signed.seconds, seconds, peak(), written, copies)


def measure_loop(files: Sequence[str], count: int, words: int, threshold: float) -> Measured:
    """What the documentation of datasketch shows, with the same words and shingles."""
    from datasketch import MinHash, MinHashLSH

    texts = list(texts_of(files, min(count, LOOP), words))
    signing = clustering = 0.0
    index = MinHashLSH(threshold=threshold, num_perm=128)
    copies = 0
    for number, text in enumerate(texts):
        began = time.process_time()
        minhash = MinHash(num_perm=128)
        split = text.casefold().split()
        for start in range(max(1, len(split) - SHINGLE + 1)):
            minhash.update(" ".join(split[start : start + SHINGLE]).encode())
        signed = time.process_time()
        copies += bool(index.query(minhash))
        index.insert(number, minhash)
        ended = time.process_time()
        signing += signed - began
        clustering += ended - signed
    return Measured("datasketch's loop", len(texts), signing, clustering, peak(), 0, copies)


def measure_datatrove(python: str, files: Sequence[str], count: int, words: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "texts.jsonl").open("w", encoding="utf-8") as file:
            read = 0
            for text in texts_of(files, count, words):
                file.write(json.dumps({"id": str(read), "text": text}) + "\n")
                read += 1
        command = [python, str(Path(__file__).with_name("near_peer.py")), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    signing, clustering, memory, copies = json.loads(done.stdout.splitlines()[-1])
    return Measured("datatrove", read, signing, clustering, memory, 0, copies)


def speed(options: argparse.Namespace) -> None:
    print(HEADER)
    fresh = multiprocessing.get_context("spawn")
    for count in options.documents:
        work = (options.files, count, options.words)
        with ProcessPoolExecutor(
            1, mp_context=fresh, max_tasks_per_child=1
        ) as apart:  # for the peak of each alone
            ours = apart.submit(measure_factscan, *work, options.threshold).result()
            print(ours.row(), flush=True)
            loop = apart.submit(measure_loop, *work, options.threshold).result()
        print(loop.row(), flush=True)
        if options.datatrove:
            print(measure_datatrove(options.datatrove, *work).row(), flush=True)
        else:
            print("datatrove                    left out: give --datatrove VENV/bin/python")
        scale = ours.documents / loop.documents
        ratio = (loop.signing + loop.clustering) * scale / (ours.signing + ours.clustering)
        print(f"datasketch's loop would take {ratio:.1f} times as long for {ours.documents:,} documents\n")


def recall(options: argparse.Namespace) -> None:
    known = vocabulary()
    damages: dict[str, Damage] = {"words replaced": replaced, "a passage dropped": dropped}
    texts: list[list[str]] = []
    groups: dict[tuple[str, float], list[tuple[int, float]]] = defaultdict(list)
    for place, (name, damage) in enumerate(damages.items()):
        for level in LEVELS:
            for number in range(options.pairs):
                seed = hash((place, level, number))  # numbers hash alike everywhere
                original, copy = planted(seed, level, damage, known)
                groups[name, level].append((len(texts), similarity(original, copy)))
                texts += [original, copy]
    with tempfile.TemporaryDirectory() as folder:
        signed = Signed(Path(folder))
        # a comma more, so that copies that are equal are no exact copies
        signed.add([" ".join(words) + "," * (number % 2) for number, words in enumerate(texts)])
        clusters, _ = signed.clusters(options.threshold)
    print(f"{'damage':20} {'level':>6} {'pairs':>6} {'true J':>14} {'in one cluster':>15}")
    for (name, level), pairs in groups.items():
        found = sum(clusters[first] == clusters[first + 1] for first, _ in pairs) / len(pairs)
        true = [jaccard for _, jaccard in pairs]
        print(f"{name:20} {level:>6} {len(pairs):>6} {min(true):>7.3f}–{max(true):.3f} {found:>15.4f}")
    print_precision(texts, clusters, options.threshold)


def print_precision(texts: list[list[str]], clusters: list[int], threshold: float) -> None:
    members = defaultdict(list)
    for number, cluster in enumerate(clusters):
        members[cluster].append(number)
    found = [pair for together in members.values() for pair in combinations(together, 2)]
    right = sum(similarity(texts[a], texts[b]) >= threshold for a, b in found)
    print(f"precision: {right:,} of {len(found):,} pairs = {right / len(found):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("speed", "recall"))
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--words", type=int, default=300, help="of a synthetic text, on average")
    parser.add_argument("--files", nargs="*", default=[], help="texts of a corpus instead of synthetic ones")
    parser.add_argument("--datatrove", metavar="PYTHON", help="interpreter of a venv with datatrove")
    parser.add_argument("--pairs", type=int, default=200, help="of each level and kind of damage")
    parser.add_argument("--threshold", type=float, default=0.8)
    options = parser.parse_args()
    {"speed": speed, "recall": recall}[options.what](options)


if __name__ == "__main__":
    main()
