"""Write a run as a scan would have left it, without any text being parsed: parts with the real tables and shard
markers, no database. For measuring the build, the report and the queries at sizes that would take days to extract.

    python benchmarks/synthetic_run.py RUN --mentions 1e7
    /usr/bin/time -v factscan build RUN --memory 3GB

Mentions are drawn by Simon's process: each is of a new prompt with probability `--new` (0.3), and repeats the prompt of
a uniformly chosen earlier mention otherwise. So the numbers of mentions follow a power law (Yule and Simon; Zipf's
exponent is 1 - new) and the share of distinct prompts is the same at every size.
"""

import argparse
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import PartId, PartMarker, write_part
from factscan.store.schema import PART_TABLES

MENTIONS_A_DOCUMENT = 20
DOCUMENTS_A_PART = 500
PARTS_A_SHARD = 50
RELATIONS = [f"relation {number}" for number in range(200)]
WORDS = pa.array(
    [
        f"{first}{last}"
        for first in "b d f g k l m n p r s t".split()
        for last in "anor edil ilor onek umar avelin osting ergan isten ulveda".split()
    ]
)
KINDS = pa.array(["name", "name", "name", "name", "topic", "topic", "topic", "concept", "concept", "concept"])
TYPES = pa.array(["name", "date", "quantity", "phrase"])


Ids = NDArray[np.uint64]


def zipf_prompts(
    mentions: int, new: float, seed: int = 0, chunk: int = 500_000
) -> Iterator[NDArray[np.uint32]]:
    """The number of each mention's prompt, by Simon's process; numbers count up from 0 as prompts first appear."""
    rng = np.random.default_rng(seed)
    known = np.empty(mentions, np.uint32)
    prompts = 0
    for start in range(0, mentions, chunk):
        own = np.arange(start, min(mentions, start + chunk))
        fresh = rng.random(len(own)) < new
        fresh[0] |= start == 0
        origin = np.where(fresh, own, (rng.random(len(own)) * own).astype(np.int64))
        origin = _origins(origin, start)
        numbers = known[start : start + len(own)]
        numbers[fresh] = prompts + np.arange(fresh.sum())
        inside = origin >= start
        numbers[inside] = numbers[origin[inside] - start]
        numbers[~inside] = known[origin[~inside]]
        prompts += int(fresh.sum())
        yield numbers


def _origins(origin: NDArray[np.int64], start: int) -> NDArray[np.int64]:
    """Follow each mention that repeats one of its own chunk to the one that it repeats in the end."""
    while True:
        inside = origin >= start
        further = origin.copy()
        further[inside] = origin[origin[inside] - start]
        if np.array_equal(further, origin):
            return origin
        origin = further


def hashed(numbers: NDArray[Any], salt: int) -> Ids:
    """64-bit hashes of numbers (SplitMix64), as evenly spread as the hashes of real keys."""
    mixed = numbers.astype(np.uint64) + np.uint64(salt * 0x9E3779B97F4A7C15 % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))


@dataclass(frozen=True)
class Slice:
    """The mentions of one part: what a process needs to write it."""

    run: Path
    number: int
    prompts: NDArray[np.uint32]
    domains: int

    @property
    def shard(self) -> int:
        return self.number // PARTS_A_SHARD

    @property
    def first_record(self) -> int:
        return self.number % PARTS_A_SHARD * DOCUMENTS_A_PART


def shard_key(shard: int) -> str:
    return f"synthetic{shard:06d}"


def write_slice(piece: Slice) -> PartMarker:
    part = PartId(
        shard_key=shard_key(piece.shard),
        first_record=piece.first_record,
        piece=0,
        records=DOCUMENTS_A_PART,
        content=str(piece.number),
        provisional=False,
    )
    return write_part(RunFolder(piece.run).parts, part, part_tables(piece))


def part_tables(piece: Slice) -> dict[str, pa.Table]:
    """The tables of one part. Everything but the prompts follows from the numbers of part and mention."""
    mentions = len(piece.prompts)
    rng = np.random.default_rng(piece.number)
    record = piece.first_record + np.arange(mentions) // MENTIONS_A_DOCUMENT
    answer = np.where(rng.random(mentions) < 0.8, 0, rng.integers(1, 4, mentions))
    fact = piece.prompts.astype(np.uint64) * np.uint64(4) + answer.astype(np.uint64)
    facts, fact_row = np.unique(fact, return_inverse=True)
    prompts, prompt_row = np.unique(facts // np.uint64(4), return_inverse=True)
    asserted = rng.random(mentions) < 0.95
    sentence = piece.number * mentions + np.arange(mentions) * 3 // 4  # three sentences state four facts
    sentences = np.unique(sentence)
    columns: dict[str, Mapping[str, Any]] = {
        "documents": _documents(piece, record, asserted),
        "signatures": _signatures(piece, rng),
        "prompts": {
            "prompt_id": hashed(prompts, 1),
            "subject": _names(prompts),
            "subject_kind": KINDS.take(pa.array(prompts % 10)),
            "relation": pa.array(RELATIONS).take(pa.array(prompts % len(RELATIONS))),
        },
        "facts": {
            "fact_id": hashed(facts, 2),
            "prompt_id": hashed(facts // np.uint64(4), 1),
            "object": _names(facts),
            "object_type": TYPES.take(pa.array(facts % 4)),
            "prompt_row": prompt_row.astype(np.int32),
        },
        "occurrences": {
            "fact_id": hashed(fact, 2),
            "fact_row": fact_row.astype(np.int32),
            "record": record,
            "sentence_hash": hashed(sentence, 3),
            "sentence_start": np.arange(mentions) % MENTIONS_A_DOCUMENT * 90,
            "sentence_end": np.arange(mentions) % MENTIONS_A_DOCUMENT * 90 + 88,
            "char_start": np.arange(mentions) % MENTIONS_A_DOCUMENT * 90 + 20,
            "char_end": np.arange(mentions) % MENTIONS_A_DOCUMENT * 90 + 60,
            "asserted": asserted,
            "flags": [[] if sure else ["negated"] for sure in asserted],
            "confidence": np.ones(mentions, np.float32),
        },
        "sentences": {"sentence_hash": hashed(sentences, 3), "text": _texts(len(sentences), rng)},
        "skipped": {
            "record": np.unique(record),
            "filter": ["fragment"] * len(np.unique(record)),
            "sentences": np.full(len(np.unique(record)), 3),
            "characters": np.full(len(np.unique(record)), 90),
        },
        "rejects": {"record": [], "place": [], "reason": [], "excerpt": []},
    }
    return {name: _table(columns[name], schema) for name, schema in PART_TABLES.items()}


def _documents(piece: Slice, record: NDArray[Any], asserted: NDArray[Any]) -> dict[str, Any]:
    records, mentions = np.unique(record, return_counts=True)
    numbers = piece.number * DOCUMENTS_A_PART + np.arange(len(records))
    originals = np.where(numbers % 50 == 49, numbers - 7, numbers)  # 2 % are exact copies
    return {
        "record": records,
        "piece": np.zeros(len(records), np.int32),
        "doc_key": hashed(numbers, 4),
        "doc_id": [f"document-{number}" for number in numbers],
        "title": _names(numbers.astype(np.uint64)),
        "domain": [f"domain {number % piece.domains}" for number in numbers],
        "source": [f"site{number // 7}.example" for number in numbers],
        "words": mentions * 50,
        "sentences": mentions * 3,
        "mentions": np.bincount(record - piece.first_record, asserted, len(records)).astype(np.int64),
        "text_hash": hashed(originals, 5),
    }


def _signatures(piece: Slice, rng: np.random.Generator, sketched: int = 64) -> dict[str, Any]:
    documents = -(-len(piece.prompts) // MENTIONS_A_DOCUMENT)
    minhash = rng.integers(0, 2**32, (documents, 128), np.uint32)
    sketch = np.sort(rng.integers(0, 2**32, (documents, sketched), np.uint32))
    copies = np.arange(documents)[49::50]
    minhash[copies], sketch[copies] = minhash[copies - 7], sketch[copies - 7]
    return {
        "record": piece.first_record + np.arange(documents),
        "shingles": np.full(documents, 990),
        "minhash": [row.tobytes() for row in minhash],
        "sketch": list(sketch),
    }


def _names(numbers: Ids) -> pa.Array:
    """A name of two words and a number for each number."""
    first = WORDS.take(pa.array(numbers % len(WORDS)))
    last = WORDS.take(pa.array(numbers // len(WORDS) % len(WORDS)))
    return pc.binary_join_element_wise(first, last, pc.cast(pa.array(numbers), pa.string()), " ")


def _texts(count: int, rng: np.random.Generator, words: int = 14) -> pa.Array:
    columns = [WORDS.take(pa.array(rng.integers(0, len(WORDS), count))) for _ in range(words)]
    return pc.binary_join_element_wise(*columns, " ")


def _table(columns: Mapping[str, Any], schema: pa.Schema) -> pa.Table:
    arrays = [_array(columns[field.name], field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(values: Any, type_: pa.DataType) -> pa.Array:
    return values if isinstance(values, pa.Array) else pa.array(values, type=type_)


def slices(run: Path, mentions: int, new: float, domains: int = 10) -> Iterator[Slice]:
    size = MENTIONS_A_DOCUMENT * DOCUMENTS_A_PART
    number = 0
    for numbers in zipf_prompts(mentions, new, chunk=50 * size):
        for start in range(0, len(numbers), size):
            yield Slice(run, number, numbers[start : start + size].copy(), domains)
            number += 1


def write_run(path: Path, mentions: int, new: float = 0.3, workers: int = 2, domains: int = 10) -> RunFolder:
    """Write parts, shard markers and manifest of a run of so many mentions."""
    run = RunFolder(path)
    shards = -(-mentions // (MENTIONS_A_DOCUMENT * DOCUMENTS_A_PART * PARTS_A_SHARD))
    keys = [shard_key(shard) for shard in range(shards)]
    run.create(
        {
            "factscan": "0",
            "sources": [],
            "options": {"limit": None, "near_shingle": 5, "near_permutations": 128},
            "shards": [{"name": key, "key": key} for key in keys],
        }
    )
    todo = slices(path, mentions, new, domains)
    with ProcessPoolExecutor(workers) as pool:
        for key in keys:
            run.finish_shard(_marker(key, list(pool.map(write_slice, islice(todo, PARTS_A_SHARD)))))
    return run


def _marker(key: str, parts: list[PartMarker]) -> ShardMarker:
    fields = {name: sum(getattr(part, name) for part in parts) for name in ("documents", "words", "mentions")}
    return ShardMarker(
        key=key, name=key, path=key, bytes=1, rejected=0, state="complete",
        parts=[part.name for part in parts], **fields
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="a new folder")
    parser.add_argument("--mentions", type=float, default=1e6)
    parser.add_argument("--new", type=float, default=0.3, help="distinct prompts a mention")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--domains", type=int, default=10)
    options = parser.parse_args()
    began = time.monotonic()
    write_run(options.run, int(options.mentions), options.new, options.workers, options.domains)
    size = sum(file.stat().st_size for file in options.run.glob("parts/*/*"))
    print(
        f"{options.mentions:.0e} mentions: {size / 1e9:.2f} GB of parts in {time.monotonic() - began:.0f} s"
    )


if __name__ == "__main__":
    main()
