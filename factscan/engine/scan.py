"""The job: read every shard, cut it into parts, have the workers do them, build the database.

Exactly once: a part counts if and only if its folder is there, whole. Whatever ends the job, the same command
goes on with the parts that are missing and gives the same tables.
"""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factscan.corpus import Document, Meter, Reject, Shard, find_shards, read_shard, shown_source
from factscan.engine.batches import Batch, Cut, batches
from factscan.engine.changes import Watched, changed, finished
from factscan.engine.copies import Seen
from factscan.engine.ledger import Ledger
from factscan.engine.log import logged
from factscan.engine.machine import worker_count
from factscan.engine.manifest import Asked, Plan, begin, finished_shards
from factscan.engine.options import ScanOptions
from factscan.engine.progress import Progress
from factscan.engine.rebuild import build_options
from factscan.engine.result import ScanResult
from factscan.engine.stages import Stopwatch
from factscan.engine.workers import Done, Job, Workers
from factscan.errors import InputError, UsageError
from factscan.extract.factory import ExtractorFactory, SpacyExtractors
from factscan.extract.relations import Relations, relations_with
from factscan.sampling import sampling_options
from factscan.store.build import build, is_built
from factscan.store.counts import foreign_domains, sentence_counts
from factscan.store.database import check_memory
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import PartMarker, discard


def scan(
    sources: Sequence[str],
    out: str | os.PathLike[str],
    options: ScanOptions | None = None,
    progress: Progress | None = None,
    extractor: ExtractorFactory | None = None,
    *,
    into: bool = False,
) -> ScanResult:
    """Extract the facts of ``sources`` into the run folder ``out``, or finish a run that was begun there.

    ``extractor`` makes the extractor of every worker, in place of one of ``options.model`` and ``options.synonyms``;
    ``into`` adds the sources to those that the run was made of.

    Raises:
        InputError: a source is not there, or (``strict``) a record is bad.
        RunError: ``out`` belongs to another job, or was made with other sources or options.
    """
    options = options or ScanOptions()
    if options.limit is not None and options.limit < 1:
        raise UsageError(f"a limit is at least 1 document, not {options.limit}")
    if extractor and options.sampling and options.sampling.by == "subjects":
        raise UsageError(
            "--sample-subjects chooses sentences before the shipped parser: it takes no other extractor"
        )
    check_memory(options.memory)
    relations = relations_with(options.synonyms)
    make = extractor or SpacyExtractors(options.model, relations, options.sampling)
    discovery = find_shards(sources, options.read)
    run = RunFolder(out)
    run.claim()
    with run.lock():
        asked = Asked(
            sources=[shown_source(source) for source in sources],
            options=_row_options(options, make().identity, relations),
            settings=_settings(options),
            shards=discovery.shards,
        )
        plan = begin(run, asked, into=into, replace=options.replace)
        with logged(run.log, progress or Progress()) as watched:
            return _Scan(run, plan, discovery.skipped, options, make, watched).result()


def _row_options(options: ScanOptions, extractor: str, relations: Relations) -> dict[str, Any]:
    """The options that decide what rows there are, as plain values."""
    return {
        "extractor": extractor,
        "synonyms": relations.added,
        "limit": options.limit,
        "evidence": options.evidence,
        "near_shingle": options.near.shingle,
        "near_permutations": options.near.permutations,
        **sampling_options(options.sampling),
        **options.read.as_dict(),
    }


def _settings(options: ScanOptions) -> dict[str, Any]:
    """What it takes to scan more in the same way."""
    synonyms = Path(options.synonyms).absolute() if options.synonyms else None
    return {
        "model": options.model,
        "synonyms": str(synonyms) if synonyms else None,
        "cut": [options.cut.characters, options.cut.records],
    }


class _Scan:
    """One pass over the shards of a run that is locked."""

    def __init__(
        self,
        run: RunFolder,
        plan: Plan,
        skipped: list[tuple[str, str]],
        options: ScanOptions,
        extractor: ExtractorFactory,
        progress: Progress,
    ) -> None:
        self._run = run
        self._shards = plan.shards
        self._notes = plan.notes
        # a run keeps to the cut that it was begun with, or its parts would not be found again
        self._cut = Cut(*plan.settings["cut"])
        self._skipped = skipped
        self._options = options
        self._extractor = extractor
        self._progress = progress
        self._watch = Stopwatch()
        self._seen = Seen()
        self._ledgers: dict[str, Ledger] = {}
        self._finished: list[ShardMarker] = []
        self._unread: list[str] = []
        self._left = options.limit
        self._resumed = self._copied = 0

    def result(self) -> ScanResult:
        began = time.monotonic()
        workers = worker_count(self._options.workers)
        self._progress.begin(sum(shard.bytes for shard in self._shards))
        for note in self._notes:
            self._progress.say(note)
        try:
            self._extract(workers)
        finally:
            self._progress.end()
        extracted = time.monotonic()
        # of all that the run holds, which is more than this job's shards where it grows
        shards = finished_shards(self._run, self._finished)
        wanted = build_options(self._run, self._options.memory, self._options.near_threshold)
        if not is_built(self._run, shards, wanted):
            self._progress.say("building the database")
            with self._watch.on("build"):
                build(self._run, shards, wanted)
        ended = time.monotonic()
        sampling = self._options.sampling
        stages = {stage: round(seconds, 3) for stage, seconds in self._watch.seconds.items()}
        result = ScanResult(
            run=str(self._run.path),
            shards=self._finished,
            skipped=self._skipped,
            unread=self._unread,
            sentences=sentence_counts(self._run),
            resumed=self._resumed,
            seconds=ended - began,
            sampling=sampling,
            # where subjects were chosen first, most sentences were not even looked at
            foreign=[] if sampling and sampling.by == "subjects" else foreign_domains(self._run),
            stages=stages,
        )
        self._run.add_metrics(
            {
                "extract_seconds": round(extracted - began, 3),
                "build_seconds": round(ended - extracted, 3),
                "stages": stages,
                "documents": result.documents,
                "words": result.words,
                "copied_documents": self._copied,
                "resumed_parts": self._resumed,
                "workers": workers,
            }
        )
        return result

    def _extract(self, count: int) -> None:
        todo = []
        for shard in self._shards:
            done = finished(self._run, shard, replace=self._options.replace)
            if done is None:
                todo.append(shard)
                continue
            self._finished.append(done)
            self._resumed += len(done.parts)
            self._progress.resume(done.bytes)
            if self._left is not None:
                self._left -= done.documents
        if todo:
            job = Job(
                self._run.path,
                self._extractor,
                self._options.near,
                self._options.evidence,
                self._options.sampling,
            )
            workers = Workers(count, job)
            try:
                for shard in todo:
                    self._read(shard, workers)
                self._note(workers.drain())
            finally:
                workers.close()
        order = {shard.key: place for place, shard in enumerate(self._shards)}
        self._finished.sort(key=lambda marker: order[marker.key])

    def _read(self, shard: Shard, workers: Workers) -> None:
        """Hand one shard's missing parts to the workers; they may still be at work when this returns."""
        if self._left is not None and self._left <= 0:
            self._unread.append(shard.name)
            return
        watched = Watched(shard)
        ledger = self._ledgers[shard.key] = Ledger(shard, watched.stamp)
        meter, seen = Meter(), 0
        cut = batches(shard.key, self._records(ledger, meter), self._options.near, self._cut)
        for batch in self._watch.timed("read", cut):
            step, seen = meter.position - seen, meter.position
            part = self._part_of(batch, shard)
            batch = self._seen.with_copies(batch)
            if part is not None:
                self._seen.finish(part.name)
                ledger.parts.append(part)
                self._resumed += 1
                self._progress.resume(step)
                continue
            self._progress.read(step)
            self._note(workers.submit(batch))
            ledger.outstanding += 1
        self._progress.read(shard.bytes - seen)
        ledger.content = watched.content()
        ledger.read = True
        self._close_if_finished(ledger)

    def _part_of(self, batch: Batch, shard: Shard) -> PartMarker | None:
        """The part that an earlier job made of these records.

        Raises:
            RunError: it made one of other records, so the shard has changed since, and not ``replace``.
        """
        part = self._run.part(batch.part.name)
        if part is None or part.provisional:
            discard(self._run.parts / batch.part.name)
            return None
        if part.records != len(batch.records) or part.content != batch.content:
            if not self._options.replace:
                raise changed(self._run, shard)
            discard(self._run.parts / batch.part.name)
            return None
        return part

    def _records(self, ledger: Ledger, meter: Meter) -> Iterator[Document | Reject]:
        shard = ledger.shard
        for record in read_shard(shard, self._options.read, meter):
            if isinstance(record, Reject):
                if self._options.strict:
                    raise InputError(f"{shard.name}, {record.place}: {record.reason} (--strict stops here)")
                ledger.broken = ledger.broken or record.fatal
                ledger.retriable = ledger.retriable or record.retriable
            elif self._left is not None:
                if self._left <= 0:
                    ledger.limited = True
                    return
                self._left -= 1
            yield record

    def _note(self, answers: Iterable[Done]) -> None:
        for done in answers:
            part = done.part
            self._seen.finish(part.name)
            self._watch.add_all(done.seconds)
            self._copied += done.copied
            ledger = self._ledgers[part.shard_key]
            ledger.parts.append(part)
            ledger.outstanding -= 1
            self._progress.advance(part.documents, part.words, part.mentions, part.rejected)
            self._close_if_finished(ledger)

    def _close_if_finished(self, ledger: Ledger) -> None:
        if ledger.finished:
            marker = ledger.marker()
            if not ledger.retriable:
                self._run.finish_shard(marker)
            self._finished.append(marker)
            self._progress.close(marker)
