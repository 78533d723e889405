"""The job: read every shard, cut it into parts, have the workers do them, build the database.

Exactly once: a part counts if and only if its folder is there, whole. Whatever ends the job, the same command
goes on with the parts that are missing and gives the same tables.
"""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factscan.corpus import Discovery, Document, Meter, Reject, Shard, find_shards, read_shard
from factscan.engine.batches import batches
from factscan.engine.ledger import Ledger
from factscan.engine.machine import worker_count
from factscan.engine.manifest import begin, manifest_of
from factscan.engine.options import ScanOptions
from factscan.engine.progress import Progress
from factscan.engine.result import ScanResult
from factscan.engine.workers import Job, Workers
from factscan.errors import InputError, UsageError
from factscan.extract.factory import ExtractorFactory, SpacyExtractors
from factscan.extract.relations import Relations, relations_with
from factscan.store.build import build
from factscan.store.counts import sentence_counts
from factscan.store.database import check_memory
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import PartMarker, sweep


def scan(
    sources: Sequence[str],
    out: str | os.PathLike[str],
    options: ScanOptions | None = None,
    progress: Progress | None = None,
    extractor: ExtractorFactory | None = None,
) -> ScanResult:
    """Extract the facts of ``sources`` into the run folder ``out``, or finish a run that was begun there.

    ``extractor`` makes the extractor of every worker, in place of one of ``options.model`` and ``options.synonyms``.

    Raises:
        InputError: a source is not there, or (``strict``) a record is bad.
        RunError: ``out`` belongs to another job, or was made with other sources or options.
    """
    options = options or ScanOptions()
    if options.limit is not None and options.limit < 1:
        raise UsageError(f"a limit is at least 1 document, not {options.limit}")
    check_memory(options.memory)
    relations = relations_with(options.synonyms)
    make = extractor or SpacyExtractors(options.model, relations)
    discovery = find_shards(sources, options.read)
    run = RunFolder(out)
    run.claim()
    with run.lock():
        begin(run, manifest_of(sources, discovery.shards, _row_options(options, make().identity, relations)))
        sweep(run.parts)
        return _Scan(run, discovery, options, make, progress or Progress()).result()


def _row_options(options: ScanOptions, extractor: str, relations: Relations) -> dict[str, Any]:
    """The options that decide what rows there are, as plain values."""
    return {
        "extractor": extractor,
        "synonyms": relations.added,
        "limit": options.limit,
        "evidence": options.evidence,
        **options.read.as_dict(),
    }


class _Scan:
    """One pass over the shards of a run that is locked."""

    def __init__(
        self,
        run: RunFolder,
        discovery: Discovery,
        options: ScanOptions,
        extractor: ExtractorFactory,
        progress: Progress,
    ) -> None:
        self._run = run
        self._discovery = discovery
        self._options = options
        self._extractor = extractor
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
            job = Job(self._run.parts, self._extractor, self._options.evidence)
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
