"""Exact copies are not parsed again: their facts are taken from the part that holds the first."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from factscan.engine.batches import Batch, Origin
from factscan.extract.extraction import Counted, Extraction, Skipped
from factscan.extract.mention import Mention
from factscan.store.schema import SAMPLED_TABLES

REMEMBERED = 1_000_000
"""Documents that a job remembers; a copy from farther back is parsed again, which costs time and nothing else."""


class Seen:
    """The documents that a job has read: by title and text, the part and record where each stood first."""

    def __init__(self) -> None:
        self._first: dict[int, Origin] = {}
        self._finished: set[str] = set()

    def finish(self, part: str) -> None:
        """The part is on disk; its facts may be taken."""
        self._finished.add(part)

    def with_copies(self, batch: Batch) -> Batch:
        """The batch, told which of its documents stand in a finished part; the others are remembered."""
        copies = {}
        for record, key in batch.keys.items():
            origin = self._first.get(key)
            if origin is None:
                self._first[key] = Origin(batch.part.name, record, batch.offset)
                if len(self._first) > REMEMBERED:
                    del self._first[next(iter(self._first))]
            elif origin.part in self._finished:
                copies[record] = origin
        return replace(batch, copies=copies)


def copied(folder: Path, batch: Batch) -> dict[int, Extraction]:
    """What the copies of a batch state, by record, read from the parts in ``folder`` that hold their originals.

    A part that is gone or damaged gives nothing: its copies are parsed like everything else.
    """
    wanted: dict[str, dict[int, list[tuple[int, int]]]] = {}
    for record, origin in batch.copies.items():
        shift = batch.offset - origin.offset
        wanted.setdefault(origin.part, {}).setdefault(origin.record, []).append((record, shift))
    found: dict[int, Extraction] = {}
    for part, records in wanted.items():
        for original, extraction in _stored(folder / part, records).items():
            for record, shift in records[original]:
                found[record] = _shifted(extraction, shift)
    return found


def _stored(part: Path, records: Iterable[int]) -> dict[int, Extraction]:
    """The extractions of some records of a part, as they were before they were laid out in tables."""
    chosen = ("record", "in", list(records))
    try:
        documents, occurrences, skipped = (
            pq.read_table(part / f"{table}.parquet", filters=[chosen], use_threads=False).to_pylist()
            for table in ("documents", "occurrences", "skipped")
        )
        facts, prompts = (
            pq.read_table(part / f"{table}.parquet", use_threads=False).to_pylist()
            for table in ("facts", "prompts")
        )
        asserted, counted = (
            pq.read_table(path, filters=[chosen], use_threads=False).to_pylist() if path.exists() else []
            for path in (part / f"{table}.parquet" for table in SAMPLED_TABLES)
        )
    except (OSError, ValueError):  # what Arrow raises is one of the two
        return {}
    found = {row["record"]: Extraction(sentences=row["sentences"]) for row in documents}
    for row in occurrences:
        fact = facts[row["fact_row"]]
        prompt = prompts[fact["prompt_row"]]
        found[row["record"]].mentions.append(
            Mention(
                subject=prompt["subject"],
                subject_kind=prompt["subject_kind"],
                relation=prompt["relation"],
                object=fact["object"],
                object_type=fact["object_type"],
                sentence_start=row["sentence_start"],
                sentence_end=row["sentence_end"],
                char_start=row["char_start"],
                char_end=row["char_end"],
                flags=tuple(row["flags"]),
                confidence=row["confidence"],
            )
        )
    for row in skipped:
        found[row["record"]].skipped[row["filter"]] = Skipped(row["sentences"], row["characters"])
    for row in asserted:
        known = found[row["record"]].asserted or {}
        found[row["record"]].asserted = {**known, row["subject_kind"]: row["mentions"]}
    for row in counted:
        found[row["record"]].counted.append(Counted(row["words"], row["names"], row["topics"]))
    return found


def _shifted(extraction: Extraction, shift: int) -> Extraction:
    if not shift:
        return extraction
    mentions = [
        replace(
            mention,
            sentence_start=mention.sentence_start + shift,
            sentence_end=mention.sentence_end + shift,
            char_start=mention.char_start + shift,
            char_end=mention.char_end + shift,
        )
        for mention in extraction.mentions
    ]
    return replace(extraction, mentions=mentions)
