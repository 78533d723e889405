"""Processes that each hold one model and turn batches of records into parts.

Plain processes and pipes: a worker that dies is noticed at once, and an interrupted job ends in the time it takes
to kill them. A worker whose parent is gone leaves in the middle of its work, before the run can be taken up again.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Protocol

from factscan.dedup import NearOptions, Signer
from factscan.engine.batches import Batch
from factscan.engine.stages import Seconds, Stopwatch
from factscan.engine.threads import one_blas_thread
from factscan.errors import FactscanError, RunError
from factscan.extract.factory import ExtractorFactory
from factscan.sampling import Sampling
from factscan.store.folder import RunFolder
from factscan.store.part import PartMarker, write_part


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all parts of a run."""

    run: Path
    extractor: ExtractorFactory
    near: NearOptions
    evidence: bool
    sampling: Sampling | None = None

    def hold(self) -> None:
        RunFolder(self.run).hold_as_worker()

    def work(self) -> "Work":
        return part_writer(self)


@dataclass(frozen=True, slots=True)
class Done:
    """A finished part, the seconds that its stages took, and how many of its documents were copies of known ones."""

    part: PartMarker
    seconds: Seconds
    copied: int


Work = Callable[[Batch], Done]


class Task(Protocol):
    """What workers are for; it travels to them by pickle."""

    def hold(self) -> None:
        """Keep what is worked on from other jobs as long as this process lives."""

    def work(self) -> Work:
        """Load the model and return the function that does one batch."""
        ...


def part_writer(job: Job) -> Work:
    """Load the model and return the function that does one batch."""
    from factscan.engine.copies import copied
    from factscan.engine.rows import part_tables

    parts = RunFolder(job.run).parts
    extractor = job.extractor()
    signer = Signer(job.near)

    def work(batch: Batch) -> Done:
        watch = Stopwatch()
        with watch.on("facts"):
            copies = copied(parts, batch)
        tables = part_tables(batch, extractor, job.evidence, signer, copies, watch, job.sampling)
        with watch.on("write"):
            marker = write_part(parts, batch.part, tables)
        return Done(marker, watch.seconds, len(copies))

    return work


def _serve(pipe: Connection) -> None:
    """The main loop of a worker process; ends with its parent."""
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    try:
        task: Task = pipe.recv()
        task.hold()
        if not _parent().is_alive():  # the next job looks for us once, and may have looked already
            return
        work = task.work()
        gc.freeze()  # the model is no garbage: looking for some in it took a thirtieth of the time
        while True:
            pipe.send(work(pipe.recv()))
    except FactscanError as error:
        pipe.send(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent must hear of it
        pipe.send(RunError(f"a worker failed: {type(error).__name__}: {error}"))


def _parent() -> Any:
    parent = multiprocessing.parent_process()
    assert parent is not None
    return parent


def _leave_with_parent() -> None:
    wait([_parent().sentinel])
    os._exit(1)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes that are started here never see Ctrl-C: it reaches the parent, which ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Workers:
    """A fixed number of worker processes; at most two batches are in memory for each."""

    def __init__(self, count: int, task: Task) -> None:
        one_blas_thread()
        context = multiprocessing.get_context("spawn")
        self._processes: list[Any] = []
        self._idle: list[Connection] = []
        self._busy: list[Connection] = []
        with _interrupts_ignored():
            for _ in range(count):
                ours, theirs = context.Pipe()
                process = context.Process(target=_serve, args=(theirs,), daemon=True)
                process.start()
                theirs.close()
                self._processes.append(process)
                self._idle.append(ours)
        # Not as an argument of the process: that is written to a pipe which stays open where the process dies at once.
        for pipe in self._idle:
            with suppress(OSError):  # it is gone already; its first batch tells
                pipe.send(task)

    def submit(self, batch: Batch) -> Iterator[Done]:
        """Hand a batch to the next free worker; yields the parts finished while waiting for one."""
        while not self._idle:
            yield from self._collect()
        pipe = self._idle.pop()
        self._busy.append(pipe)
        try:
            pipe.send(batch)
        except OSError:  # it is gone; what it said last tells why
            yield from self._collect()

    def drain(self) -> Iterator[Done]:
        """Wait for all batches in work."""
        while self._busy:
            yield from self._collect()

    def _collect(self) -> Iterator[Done]:
        for pipe in wait(self._busy):
            assert isinstance(pipe, Connection)
            try:
                answer = pipe.recv()
            except (EOFError, OSError):
                raise self._death() from None
            if isinstance(answer, FactscanError):
                raise answer
            self._busy.remove(pipe)
            self._idle.append(pipe)
            yield answer

    def _death(self) -> RunError:
        codes = [process.exitcode for process in self._processes if process.exitcode]
        return RunError(
            f"a worker process died (exit code {codes or 'unknown'}; -9 often means out of memory): "
            "the finished parts are safe, run the same command again, with fewer --workers if memory is short"
        )

    def close(self) -> None:
        """End all workers at once, whatever they do: an unfinished part is invisible."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.join()
        for pipe in [*self._idle, *self._busy]:
            pipe.close()
