"""The run folder: its manifest, its parts, its shard markers, its database."""

import json
import os
import shlex
import shutil
from collections.abc import Iterable, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from factscan.errors import RunError
from factscan.store.durable import sync, write_json
from factscan.store.locks import LOCKS, hold_as_worker, locked, read_locked
from factscan.store.part import PartMarker, discard, read_marker
from factscan.store.scratch import scratch_folder, sweep_scratch
from factscan.store.version import SCHEMA_VERSION

MANIFEST = "manifest.json"

ShardState = Literal["complete", "partial", "failed", "limited"]


@dataclass(frozen=True, slots=True)
class ShardMarker:
    """A finished shard: the sums of its parts, and whether it could be read to its end.

    ``stamp`` and ``content`` are those of its file when it was read: size and time, and a digest of all its bytes; None
    where there are none. ``parts`` names the folders of its parts.
    """

    key: str
    name: str
    path: str
    bytes: int
    documents: int
    words: int
    mentions: int
    rejected: int
    state: ShardState
    parts: list[str]
    stamp: list[int] | None = None
    content: str | None = None

    def called(self, name: str) -> "ShardMarker":
        return replace(self, name=name)


def _is_ours(path: Path) -> bool:
    """Whether a job that was killed before it had written the manifest may have left this."""
    return path.name in LOCKS or (path.name.startswith(f".{MANIFEST}.") and path.name.endswith(".tmp"))


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


class RunFolder:
    """Paths and small files of one run. Holds no rows and no connection."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.parts = self.path / "parts"
        self.shards = self.path / "shards"
        self.database = self.path / "factscan.duckdb"
        self.temporary = self.path / "tmp"
        self.figures = self.path / "figures"
        self.log = self.path / "log.txt"
        self._manifest = self.path / MANIFEST
        self._metrics = self.path / "metrics.json"

    def create(self, manifest: dict[str, Any]) -> None:
        """Make the folder a run, empty as yet."""
        self.path.mkdir(parents=True, exist_ok=True)
        self.write_manifest(manifest)
        self.prepare({shard["key"] for shard in manifest["shards"]})

    def write_manifest(self, manifest: dict[str, Any]) -> None:
        """Write down what is asked."""
        write_json(self._manifest, {"schema_version": SCHEMA_VERSION, **manifest})

    def exists(self) -> bool:
        return self._manifest.exists()

    def claim(self) -> None:
        """Make sure that the folder may hold a run, without touching what is there.

        Raises:
            RunError: the path is a file, or a folder with other things in it.
        """
        if self.path.exists() and not self.path.is_dir():
            raise RunError(f"{self.path} is a file: choose an empty or new folder for --out")
        if self.path.is_dir() and not self.exists() and not all(map(_is_ours, self.path.iterdir())):
            raise RunError(
                f"{self.path} holds other files and no run: choose an empty or new folder for --out"
            )

    def manifest(self) -> dict[str, Any]:
        """What was asked when the run began.

        Raises:
            RunError: the folder is no run, its manifest is damaged, or it has another schema version.
        """
        try:
            manifest: dict[str, Any] = json.loads(self._manifest.read_text(encoding="utf-8"))
            version = manifest["schema_version"]
        except FileNotFoundError:
            raise RunError(
                f"{self.path} is no factscan run (it has no manifest.json); make one with "
                f"'factscan scan CORPUS --out {self.path}'"
            ) from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RunError(f"{self._manifest} cannot be read: {error}") from error
        if version != SCHEMA_VERSION:
            raise RunError(self._of_another_version(version, manifest.get("sources", [])))
        return manifest

    def _of_another_version(self, version: object, sources: Sequence[str]) -> str:
        """Parts of an older version lack rows that are counted now, so no build can serve."""
        if not isinstance(version, int) or version > SCHEMA_VERSION:
            return (
                f"{self.path} was made by a newer factscan (schema version {version}, this one reads "
                f"{SCHEMA_VERSION}): update this one, 'pip install --upgrade factscan'"
            )
        command = shlex.join(["factscan", "scan", *sources, "--out", f"{self.path}-new"])
        return (
            f"{self.path} was made by an older factscan (schema version {version}, this one reads {SCHEMA_VERSION}), "
            f"and its parts lack what is counted now: scan anew, '{command}'; its tables stay open to 'duckdb "
            f"-readonly {self.database}'"
        )

    def lock(self) -> AbstractContextManager[None]:
        """Hold the run for writing; the system frees it when the process ends, however it ends.

        Raises:
            RunError: another process holds it, or reads it for a merge.
        """
        return locked(self.path)

    def read_lock(self) -> AbstractContextManager[None]:
        """Keep writers out while the parts are read. Any number of processes may.

        Raises:
            RunError: a process holds the run for writing.
        """
        return read_locked(self.path)

    def hold_as_worker(self) -> None:
        """Keep the next job waiting until this worker process is gone; its parent's lock may go before it."""
        hold_as_worker(self.path)

    def scratch(self) -> AbstractContextManager[Path]:
        """A folder of one's own for temporary files, removed at the end, or by the next job after a crash."""
        return scratch_folder(self.temporary)

    def part(self, name: str) -> PartMarker | None:
        """The marker of a part that is there, whole, else None."""
        return read_marker(self.parts / name)

    def finish_shard(self, marker: ShardMarker) -> None:
        write_json(self._marker(marker.key), asdict(marker))

    def shard(self, key: str) -> ShardMarker | None:
        """The marker of a finished shard whose parts are all there, else None."""
        marker = self._read(self._marker(key))
        if marker is None or any(self.part(name) is None for name in marker.parts):
            return None
        return marker

    def shard_is_marked(self, key: str) -> bool:
        """Whether the marker of a shard is there, without a look at its parts."""
        return self._marker(key).exists()

    def reopen_shard(self, key: str) -> None:
        """A finished shard is unfinished again; its parts stay until they are made anew."""
        self._marker(key).unlink(missing_ok=True)
        sync(self.shards)  # before a part changes: an old marker must not come back over new parts

    def _marker(self, key: str) -> Path:
        return self.shards / f"{key}.json"

    def _read(self, path: Path) -> ShardMarker | None:
        try:
            return ShardMarker(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def prepare(self, keys: Set[str]) -> None:
        """Make the folders of a run with the shards ``keys``, and sweep out what does not belong to it.

        That is what killed processes left behind, shards that were dropped, and parts of a finished shard that its
        marker does not name (cut in another way by an earlier job). Only the holder of the lock may call this.
        """
        self.parts.mkdir(exist_ok=True)
        self.shards.mkdir(exist_ok=True)
        sync(self.path)
        sweep_scratch(self.temporary)
        _remove(path for folder in (self.path, self.shards, self.figures) for path in folder.glob(".*.tmp"))
        _remove(self.path.glob(f"{self.database.name}.*"))  # built aside, and its log
        _remove(self.parts.glob(".*"))
        self._sweep_shards(keys)

    def _sweep_shards(self, keys: Set[str]) -> None:
        named: dict[str, Set[str]] = {}
        for path in self.shards.glob("*.json"):
            if path.stem not in keys:
                self.reopen_shard(path.stem)
            elif (marker := self._read(path)) is not None:
                named[marker.key] = set(marker.parts)
        for part in self.parts.iterdir():
            key = part.name.rpartition("-")[0]
            if key not in keys or (key in named and part.name not in named[key]):
                discard(part)

    def add_metrics(self, entry: dict[str, Any]) -> None:
        """Append one job's times to metrics.json."""
        write_json(self._metrics, [*self.metrics(), entry])

    def metrics(self) -> list[dict[str, Any]]:
        try:
            metrics: list[dict[str, Any]] = json.loads(self._metrics.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return metrics
