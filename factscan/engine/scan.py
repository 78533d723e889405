"""The job: read every shard, cut it into parts, have the workers do them, build the database.

Exactly once: a part counts if and only if its folder is there, whole. Whatever ends the job, the same command
goes on with the parts that are missing and gives the same tables.
"""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from factscan.corpus import Discovery, Document, Meter, ReadOptions, Reject, Shard, find_shards, read_shard
from factscan.engine.batches import batches
from factscan.engine.ledger import Ledger
from factscan.engine.progress import Progress
from factscan.engine.workers import Job, Workers
from factscan.errors import InputError, RunError, UsageError
from factscan.extract import Extractor
from factscan.extract.relations import Relations, relations_with
from factscan.store.build import build
from factscan.store.counts import SentenceCounts, sentence_counts
from factscan.store.database import check_memory
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import PartMarker, sweep


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How a corpus is scanned. All but ``workers``, ``strict`` and ``memory`` decide what rows there are.

    ``limit`` documents in all, in the order of the shards; ``model`` a spaCy pipeline, None for the shipped
    one; ``synonyms`` a file of relations' wordings, laid over the shipped table; ``evidence`` keeps the sentences;
    ``strict`` stops at the first bad record; ``memory`` is the database's limit at the build (``"2GB"``).
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    model: str | None = None
    synonyms: str | None = None
    limit: int | None = None
    evidence: bool = True
    workers: int | None = None
    strict: bool = False
    memory: str | None = None


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan did.

    ``skipped`` are the files that are no shards; ``sentences`` what the filters dropped; ``resumed`` counts the parts
    that an earlier job had finished.
    """

    run: str
    shards: list[ShardMarker]
    skipped: list[tuple[str, str]]
    unread: list[str]
    sentences: SentenceCounts
    resumed: int
    seconds: float

    @property
    def documents(self) -> int:
        return sum(shard.documents for shard in self.shards)

    @property
    def words(self) -> int:
        return sum(shard.words for shard in self.shards)

    @property
    def mentions(self) -> int:
        return sum(shard.mentions for shard in self.shards)

    @property
    def rejected(self) -> int:
        return sum(shard.rejected for shard in self.shards)

    @property
    def broken(self) -> list[ShardMarker]:
        return [shard for shard in self.shards if shard.state in ("partial", "failed")]


def scan(
    sources: Sequence[str],
    out: str | os.PathLike[str],
    options: ScanOptions | None = None,
    progress: Progress | None = None,
) -> ScanResult:
    """Extract the facts of ``sources`` into the run folder ``out``, or finish a run that was begun there.

    Raises:
        InputError: a source is not there, or (``strict``) a record is bad.
        RunError: ``out`` belongs to another job, or was made with other sources or options.
    """
    options = options or ScanOptions()
    if options.limit is not None and options.limit < 1:
        raise UsageError(f"a limit is at least 1 document, not {options.limit}")
    check_memory(options.memory)
    relations = relations_with(options.synonyms)
    discovery = find_shards(sources, options.read)
    run = RunFolder(out)
    run.claim()
    with run.lock():
        _begin(run, _manifest(sources, discovery, options, relations))
        sweep(run.parts)
        return _Scan(run, discovery, options, relations, progress or Progress()).result()


def _begin(run: RunFolder, asked: dict[str, Any]) -> None:
    """Write the manifest of a new run, or make sure that an old one asked for the same."""
    if not run.exists():
        run.create(asked)
        return
    before = run.manifest()
    for name, value in asked["options"].items():
        if before["options"].get(name) != value:
            raise RunError(
                f"{run.path} was made with {name} = {before['options'].get(name)!r}, now it is {value!r}: the rows "
                "would differ. Use the same option to go on with it, or another --out"
            )
    _same_shards(run, before["shards"], asked["shards"])


def _same_shards(run: RunFolder, before: list[dict[str, str]], now: list[dict[str, str]]) -> None:
    old = {shard["name"]: shard["key"] for shard in before}
    new = {shard["name"]: shard["key"] for shard in now}
    changes = {
        "gone": [name for name in old if name not in new],
        "new": [name for name in new if name not in old],
        "changed": [name for name in old if name in new and old[name] != new[name]],
    }
    found = "; ".join(f"{what}: {', '.join(names[:5])}" for what, names in changes.items() if names)
    if found:
        raise RunError(f"the sources are no longer those of {run.path} ({found}): use another --out")


def _manifest(
    sources: Sequence[str], discovery: Discovery, options: ScanOptions, relations: Relations
) -> dict[str, Any]:
    return {
        "factscan": version("factscan"),
        "sources": list(sources),
        "options": {
            "extractor": Extractor(options.model).identity,
            "synonyms": relations.added,
            "limit": options.limit,
            "evidence": options.evidence,
            **options.read.as_dict(),
        },
        "shards": [{"name": shard.name, "key": shard.key} for shard in discovery.shards],
    }


class _Scan:
    """One pass over the shards of a run that is locked."""

    def __init__(
        self,
        run: RunFolder,
        discovery: Discovery,
        options: ScanOptions,
        relations: Relations,
        progress: Progress,
    ) -> None:
        self._run = run
        self._discovery = discovery
        self._options = options
        self._relations = relations
        self._progress = progress
        self._ledgers: dict[str, Ledger] = {}
        self._finished: list[ShardMarker] = []
        self._unread: list[str] = []
        self._left = options.limit
        self._resumed = 0

    def result(self) -> ScanResult:
        began = time.monotonic()
        self._progress.begin(sum(shard.bytes for shard in self._discovery.shards))
        try:
            self._extract()
        finally:
            self._progress.end()
        extracted = time.monotonic()
        if not self._run.is_built(self._finished):
            self._progress.say("building the database")
            build(self._run, self._finished, self._options.memory)
        ended = time.monotonic()
        result = ScanResult(
            run=str(self._run.path),
            shards=self._finished,
            skipped=self._discovery.skipped,
            unread=self._unread,
            sentences=sentence_counts(self._run),
            resumed=self._resumed,
            seconds=ended - began,
        )
        self._run.add_metrics(
            {
                "extract_seconds": round(extracted - began, 3),
                "build_seconds": round(ended - extracted, 3),
                "documents": result.documents,
                "words": result.words,
                "resumed_parts": self._resumed,
                "workers": worker_count(self._options.workers),
            }
        )
        return result

    def _extract(self) -> None:
        todo = []
        for shard in self._discovery.shards:
            done = self._run.shard(shard.key)
            if done is None:
                todo.append(shard)
                continue
            self._finished.append(done)
            self._resumed += len(done.parts)
            self._progress.resume(done.bytes)
            if self._left is not None:
                self._left -= done.documents
        if todo:
            job = Job(self._run.parts, self._options.model, self._relations, self._options.evidence)
            workers = Workers(worker_count(self._options.workers), job)
            try:
                for shard in todo:
                    self._read(shard, workers)
                self._note(workers.drain())
            finally:
                workers.close()
        order = {shard.key: place for place, shard in enumerate(self._discovery.shards)}
        self._finished.sort(key=lambda marker: order[marker.key])

    def _read(self, shard: Shard, workers: Workers) -> None:
        """Hand one shard's missing parts to the workers; they may still be at work when this returns."""
        if self._left is not None and self._left <= 0:
            self._unread.append(shard.name)
            return
        ledger = self._ledgers[shard.key] = Ledger(shard)
        meter, seen = Meter(), 0
        for batch in batches(shard.key, self._records(ledger, meter)):
            step, seen = meter.position - seen, meter.position
            part = self._run.part(shard.key, batch.first_record)
            if part is not None and part.records == len(batch.records):
                ledger.parts.append(part)
                self._resumed += 1
                self._progress.resume(step)
                continue
            self._progress.read(step)
            self._note(workers.submit(batch))
            ledger.outstanding += 1
        self._progress.read(shard.bytes - seen)
        ledger.read = True
        self._close_if_finished(ledger)

    def _records(self, ledger: Ledger, meter: Meter) -> Iterator[Document | Reject]:
        shard = ledger.shard
        for record in read_shard(shard, self._options.read, meter):
            if isinstance(record, Reject):
                if self._options.strict:
                    raise InputError(f"{shard.name}, {record.place}: {record.reason} (--strict stops here)")
                ledger.broken = ledger.broken or record.fatal
            elif self._left is not None:
                if self._left <= 0:
                    ledger.limited = True
                    return
                self._left -= 1
            yield record

    def _note(self, parts: Iterable[PartMarker]) -> None:
        for part in parts:
            ledger = self._ledgers[part.shard_key]
            ledger.parts.append(part)
            ledger.outstanding -= 1
            self._progress.advance(part.documents, part.words, part.mentions, part.rejected)
            self._close_if_finished(ledger)

    def _close_if_finished(self, ledger: Ledger) -> None:
        if ledger.finished:
            marker = ledger.marker()
            self._run.finish_shard(marker)
            self._finished.append(marker)


def rebuild(path: str | os.PathLike[str], memory: str | None = None) -> list[ShardMarker]:
    """Make the database of a run anew from its finished shards.

    Raises:
        RunError: no shard is finished.
    """
    check_memory(memory)
    run = RunFolder(path)
    planned = run.manifest()["shards"]
    with run.lock():
        found = [run.shard(shard["key"]) for shard in planned]
        finished = [marker for marker in found if marker is not None]
        if planned and not finished:
            raise RunError(f"no shard of {run.path} is finished yet: run the same 'factscan scan' again")
        build(run, finished, memory)
    return finished


def worker_count(asked: int | None) -> int:
    """The number of worker processes: as asked, else one for each core that this process may use."""
    if asked is not None:
        if asked < 1:
            raise UsageError(f"a scan needs at least 1 worker, not {asked}")
        return asked
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _quota_cores() or cores)


def _quota_cores(limit: Path = Path("/sys/fs/cgroup/cpu.max")) -> int | None:
    """The cores of a container's CPU quota, if there is one."""
    try:
        quota, period = limit.read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return None
    return None if quota == "max" else max(1, int(quota) // int(period))
