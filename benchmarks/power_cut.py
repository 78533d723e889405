"""A machine that loses power: whatever was not synced may be gone.

``write_journal`` makes a process write down each sync and each rename, on a disk whose syncs are slow, so that a cut
often meets something that is not synced yet. ``lose_unsynced`` reads that after the process was killed and does what a
power cut may do: a file whose last write was not synced loses its end or all, and a rename in a folder that was not
synced after it may not have happened. Each is decided on its own, which is harsher than most file systems, as they keep
the order.
"""

import json
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_UNSYNCED = 0.6  # how likely it is that one of these is lost
_SYNC_SECONDS = 0.03


def write_journal(path: str) -> None:
    """Write down every sync and rename of this process from now on; replaced files are kept by a link."""
    journal = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    fsync, rename = os.fsync, os.rename
    kept = Path(f"{path}.kept")
    kept.mkdir(exist_ok=True)

    def note(**event: Any) -> None:
        os.write(journal, (json.dumps(event) + "\n").encode())

    def noted_fsync(handle: int) -> None:
        began = time.time_ns()
        time.sleep(_SYNC_SECONDS)
        fsync(handle)
        note(what="sync", file=os.fstat(handle).st_ino, time=began)

    def noted_rename(renamed: Callable[..., None]) -> Callable[..., None]:
        def act(source: Any, target: Any, **folders: Any) -> None:
            before = ""
            if Path(target).is_file():
                before = str(kept / f"{os.getpid()}-{time.monotonic_ns()}")
                os.link(target, before)
            file = Path(source).stat().st_ino
            renamed(source, target, **folders)
            note(
                what="rename",
                source=str(Path(source).absolute()),
                target=str(Path(target).absolute()),
                before=before,
                file=file,
                time=time.time_ns(),
            )

        return act

    os.fsync = noted_fsync  # type: ignore[assignment]
    os.replace = noted_rename(os.replace)
    os.rename = noted_rename(rename)


@dataclass(frozen=True, slots=True)
class Lost:
    """How much a power cut took: files that lost bytes, renames that did not happen."""

    files: int
    renames: int


def lose_unsynced(run: Path, journal: Path, began: int, chance: random.Random) -> Lost:
    """Let ``run`` lose what was written since ``began`` (ns) and not synced."""
    events = [json.loads(line) for line in journal.read_text().splitlines()] if journal.exists() else []
    synced: dict[int, int] = {}
    for event in events:
        if event["what"] == "sync":
            synced[event["file"]] = max(event["time"], synced.get(event["file"], 0))
    renames = [event for event in events if event["what"] == "rename"]
    undone = sum(_undo(event, synced, chance) for event in reversed(renames))
    damaged = sum(_damage(path, synced, began, chance) for path in sorted(run.rglob("*")) if path.is_file())
    return Lost(damaged, undone)


def _undo(event: dict[str, Any], synced: dict[int, int], chance: random.Random) -> bool:
    source, target = Path(event["source"]), Path(event["target"])
    try:
        if synced.get(target.parent.stat().st_ino, 0) >= event["time"] or chance.random() > _UNSYNCED:
            return False
        if target.stat().st_ino != event["file"]:
            return False
        target.rename(source)
    except OSError:  # gone, or its folder is
        return False
    if event["before"]:
        os.link(event["before"], target)
    return True


def _damage(path: Path, synced: dict[int, int], began: int, chance: random.Random) -> bool:
    status = path.stat()
    durable = max(synced.get(status.st_ino, 0), began)
    if status.st_mtime_ns < durable or not status.st_size or chance.random() > _UNSYNCED:
        return False
    if chance.random() < 0.3:  # the size was written, the content not
        with path.open("r+b") as file:
            start = chance.randrange(status.st_size)
            file.seek(start)
            file.write(bytes(status.st_size - start))
    else:
        os.truncate(path, chance.randrange(status.st_size))
    return True
