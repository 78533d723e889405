"""Temporary files inside the run folder: a folder for each process, that is swept once its process is gone."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_LOCK = ".lock"


@contextmanager
def scratch_folder(temporary: Path) -> Iterator[Path]:
    """A folder of one's own below ``temporary``, for files that spill out of memory; gone at the end.

    In a run that may only be read there can be none: it is one of the system's temporary folders then, which only its
    owner may read.
    """
    try:
        folder, lock = _locked_folder(temporary)
    except OSError:
        with tempfile.TemporaryDirectory(prefix="factscan-") as elsewhere:
            yield Path(elsewhere)
        return
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.close()
        with suppress(OSError):  # others are in there
            temporary.rmdir()


def sweep_scratch(temporary: Path) -> None:
    """Remove the folders whose processes are gone; the lock of a living one is held."""
    for folder in temporary.glob("*"):
        with suppress(OSError):
            _remove_abandoned(folder)
    with suppress(OSError):
        temporary.rmdir()


def _remove_abandoned(folder: Path) -> None:
    lock = folder / _LOCK
    if lock.exists():
        with lock.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder)
    elif folder.is_dir():
        shutil.rmtree(folder)
    else:
        folder.unlink()


def _locked_folder(temporary: Path) -> tuple[Path, IO[bytes]]:
    """A new folder and the open lock that keeps it; a sweeper that was quicker than our lock makes us begin again."""
    while True:
        temporary.mkdir(exist_ok=True)
        try:
            folder = Path(tempfile.mkdtemp(dir=temporary))
            lock = (folder / _LOCK).open("wb")
        except FileNotFoundError:
            continue
        fcntl.flock(lock, fcntl.LOCK_SH)
        if (folder / _LOCK).exists():
            return folder, lock
        lock.close()
