"""A scan's dry run: what would be read, and from a sample that is really extracted, how long it would take.

The workers do to the sample what they would do to parts, but for the writing: so the time includes what they take from
each other. Nothing is written.
"""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from factscan.corpus import Document, Shard, find_shards
from factscan.dedup import NearOptions, Signer
from factscan.engine.batches import Batch, Cut, batches
from factscan.engine.extrapolation import Forecast, Sample, forecast_of, spread
from factscan.engine.looking import Look, look_at
from factscan.engine.machine import worker_count
from factscan.engine.pipeline import ScanJob
from factscan.engine.stages import Stopwatch
from factscan.engine.workers import Done, Work, Workers
from factscan.extract.factory import ExtractorFactory, SpacyExtractors
from factscan.extract.relations import relations_with
from factscan.sampling import Sampling
from factscan.store.folder import RunFolder
from factscan.store.part import weigh_part

BATCH_CHARACTERS = 250_000  # a batch of the parser, which is slower on fewer sentences
LOOKING = 1 / 6  # of the time
LEAST_LOOKING = 2.0  # seconds

_WARM_UP = Document(0, "", "Oslo", "Oslo is the capital of Norway. It lies at a fjord 100 km long.", "", "")

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """``finished``: shards that an earlier job has done. ``free``: bytes on the disk of the run.

    ``sample`` and ``forecast`` are None where none was asked for, or no document was found, or (``forecast``) where the
    size of the corpus is not known before it is read.
    """

    run: str
    shards: list[Shard]
    finished: list[Shard]
    skipped: list[tuple[str, str]]
    looks: list[Look]
    domain_rule: str
    workers: int
    free: int | None
    sample: Sample | None = None
    forecast: Forecast | None = None


def rehearse(
    job: ScanJob, seconds: float, tell: Tell, extractor: ExtractorFactory | None = None
) -> Rehearsal:
    """What ``job`` would do; ``seconds`` is the time for all of it, but for the last batches. 0: no sample.

    Raises:
        InputError: a source is not there.
        RunError: the run folder cannot be the job's.
    """
    options = job.options
    workers = worker_count(options.workers)
    discovery = find_shards(job.sources, options.read)
    finished = _finished(job, discovery.shards)
    rest = [shard for shard in discovery.shards if shard not in finished]
    began = time.monotonic()
    if rest:
        tell(f"looking into {len(rest):,} shards")
    looks = look_at(rest, options.read, max(LEAST_LOOKING, LOOKING * seconds))
    found = Rehearsal(
        run=job.out,
        shards=discovery.shards,
        finished=finished,
        skipped=discovery.skipped,
        looks=looks,
        domain_rule=str(options.read.domain),
        workers=workers,
        free=_free(job.out),
    )
    if not seconds or not any(look.sample for look in looks):
        return found
    tell(f"extracting a sample, for {seconds:.0f} s at most, on {workers} workers")
    make = extractor or SpacyExtractors(options.model, relations_with(options.synonyms), options.sampling)
    task = _Task(make, options.near, options.evidence, options.sampling)
    sample = _sample(looks, task, workers, began + seconds)
    return replace(found, sample=sample, forecast=forecast_of(rest, looks, sample, workers, options.limit))


def _finished(job: ScanJob, shards: Sequence[Shard]) -> list[Shard]:
    if not job.out:
        return []
    run = RunFolder(job.out)
    run.claim()
    return [shard for shard in shards if run.shard_is_marked(shard.key)]


def _free(run: str) -> int | None:
    """Bytes that are free where a run is to be; None where nobody has said where."""
    if not run:
        return None
    path = Path(run).absolute()
    return shutil.disk_usage(next(folder for folder in (path, *path.parents) if folder.exists())).free


@dataclass(frozen=True, slots=True)
class _Task:
    """What the workers do to a sample: all of a part but its writing."""

    extractor: ExtractorFactory
    near: NearOptions
    evidence: bool
    sampling: Sampling | None

    def hold(self) -> None:
        """There is no run to be held."""

    def work(self) -> Work:
        from factscan.engine.rows import part_tables

        extractor, signer = self.extractor(), Signer(self.near)

        def work(batch: Batch) -> Done:
            watch = Stopwatch()
            tables = part_tables(batch, extractor, self.evidence, signer, {}, watch, self.sampling)
            with watch.on("write"):
                marker = weigh_part(batch.part, tables)
            return Done(marker, watch.seconds, 0)

        # what is loaded and made ready once would count for every batch of a short sample
        for batch in batches("warm-up", [_WARM_UP], self.near):
            work(batch)
        return work


@dataclass(slots=True)
class _Answers:
    """What the workers have done so far: characters by batch, and what came of them."""

    asked: dict[int, int] = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)
    began: float = 0.0

    def note(self, answers: Iterable[Done], since: float) -> None:
        for done in answers:
            if not self.done:
                self.began = max(0.0, time.monotonic() - since - sum(done.seconds.values()))
            self.done.append(done)

    def sample(self) -> Sample:
        pairs = [(self.asked[done.part.first_record], sum(done.seconds.values())) for done in self.done]
        characters, seconds = (sum(values) for values in zip(*pairs, strict=True))
        parts = [done.part for done in self.done]
        return Sample(
            documents=sum(part.documents for part in parts),
            characters=characters,
            words=sum(part.words for part in parts),
            mentions=sum(part.mentions for part in parts),
            part_bytes=sum(sum(part.files.values()) for part in parts),
            seconds=seconds,
            began=self.began,
            spread=spread(pairs, seconds / characters),
        )


def _sample(looks: Sequence[Look], task: _Task, workers: int, until: float) -> Sample:
    """Extract from the documents that the looks have kept until the time is up, one batch at least.

    What the workers have not finished by then is given up.
    """
    answers = _Answers()
    documents = list(_evenly(looks))
    held = sum(len(document.text) for document in documents)
    cut = Cut(max(1, min(BATCH_CHARACTERS, held // (2 * workers))))
    since = time.monotonic()
    crew = Workers(workers, task)
    try:
        for batch in batches("dry-run", documents, task.near, cut):
            if answers.done and time.monotonic() > until:
                break
            texts = (record.text for record in batch.records if isinstance(record, Document))
            answers.asked[batch.part.first_record] = sum(map(len, texts))
            answers.note(crew.submit(batch), since)
        for done in crew.drain():
            answers.note([done], since)
            if time.monotonic() > until:
                break
    finally:
        crew.close()
    return answers.sample()


def _evenly(looks: Sequence[Look]) -> Iterator[Document]:
    """All kept documents, numbered anew, in an order of which every beginning lies evenly in the corpus."""
    documents = [document for look in looks for document in look.sample]
    bits = max(1, (len(documents) - 1).bit_length())
    numbers = count()
    for place in range(1 << bits):
        mirrored = int(f"{place:0{bits}b}"[::-1], 2)
        if mirrored < len(documents):
            yield replace(documents[mirrored], record=next(numbers))
