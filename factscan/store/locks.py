"""Who may write a run, and when: locks of the system, which frees them when a process ends, however it ends.

``.lock`` is held by one job, or shared by those that only read the parts. Each worker process shares ``.workers``: a
killed job's workers may outlive it by an instant, in which they could still write a part.
"""

import fcntl
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from factscan.errors import RunError

LOCK = ".lock"
WORKERS = ".workers"
LOCKS = frozenset((LOCK, WORKERS))

# How long the workers of a killed job may take to notice and leave.
_PATIENCE_SECONDS = 20.0

_held: list[IO[bytes]] = []


@contextmanager
def locked(run: Path) -> Iterator[None]:
    """Hold a run for writing.

    Raises:
        RunError: another process has it.
    """
    run.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        job = stack.enter_context((run / LOCK).open("ab"))
        if not _tried(job, fcntl.LOCK_EX):
            raise _in_use(run)
        with (run / WORKERS).open("ab") as workers:
            _wait_for(workers, run)
        yield


@contextmanager
def read_locked(run: Path) -> Iterator[None]:
    """Keep writers out of a run; one on a disk that cannot be written needs no lock.

    Raises:
        RunError: a process has it for writing.
    """
    try:
        job = (run / LOCK).open("rb")
    except OSError:
        yield
        return
    with job:
        if not _tried(job, fcntl.LOCK_SH):
            raise _in_use(run)
        yield


def hold_as_worker(run: Path) -> None:
    """Share ``.workers`` until this process ends."""
    file = (run / WORKERS).open("ab")
    fcntl.flock(file, fcntl.LOCK_SH)
    _held.append(file)


def _tried(file: IO[bytes], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _wait_for(workers: IO[bytes], run: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not _tried(workers, fcntl.LOCK_EX):
        if time.monotonic() > deadline:
            raise _in_use(run)
        time.sleep(0.01)


def _in_use(run: Path) -> RunError:
    return RunError(f"{run} is in use by another factscan job: wait for it, or choose another --out")
