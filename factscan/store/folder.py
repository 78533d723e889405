"""The run folder: its manifest, its parts, its shard markers, its lock, its database."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from factscan.errors import RunError
from factscan.store.durable import write_json
from factscan.store.part import PartMarker, part_name, read_marker
from factscan.store.schema import SCHEMA_VERSION

ShardState = Literal["complete", "partial", "failed", "limited"]


@dataclass(frozen=True, slots=True)
class ShardMarker:
    """A finished shard: the sums of its parts, and whether it could be read to its end."""

    key: str
    name: str
    path: str
    bytes: int
    documents: int
    words: int
    mentions: int
    rejected: int
    state: ShardState
    parts: list[int]  # the first record of each part


class RunFolder:
    """Paths and small files of one run. Holds no rows and no connection."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.parts = self.path / "parts"
        self.shards = self.path / "shards"
        self.database = self.path / "factscan.duckdb"
        self.temporary = self.path / "tmp"
        self._manifest = self.path / "manifest.json"
        self._metrics = self.path / "metrics.json"

    def create(self, manifest: dict[str, Any]) -> None:
        """Make the folder and write down what was asked."""
        self.parts.mkdir(parents=True, exist_ok=True)
        self.shards.mkdir(exist_ok=True)
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
        if self.path.is_dir() and not self.exists() and any(p.name != ".lock" for p in self.path.iterdir()):
            raise RunError(
                f"{self.path} holds other files and no run: choose an empty or new folder for --out"
            )

    def is_built(self, shards: Iterable[ShardMarker]) -> bool:
        """Whether the database is newer than the markers of all ``shards``."""
        try:
            built = self.database.stat().st_mtime_ns
            return all(self._marker(shard.key).stat().st_mtime_ns < built for shard in shards)
        except OSError:
            return False

    def _marker(self, key: str) -> Path:
        return self.shards / f"{key}.json"

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
            raise RunError(
                f"{self.path} has schema version {version}, this factscan reads {SCHEMA_VERSION}: "
                "scan again into another folder"
            )
        return manifest

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the run for writing; the system frees it when the process ends, however it ends.

        Raises:
            RunError: another process holds it.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / ".lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise RunError(
                    f"{self.path} is in use by another factscan job: wait for it, or choose another --out"
                ) from None
            yield

    def part(self, shard_key: str, first_record: int) -> PartMarker | None:
        return read_marker(self.parts / part_name(shard_key, first_record))

    def finish_shard(self, marker: ShardMarker) -> None:
        write_json(self._marker(marker.key), asdict(marker))

    def shard(self, key: str) -> ShardMarker | None:
        """The marker of a finished shard whose parts are all there, else None."""
        try:
            marker = ShardMarker(**json.loads(self._marker(key).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        whole = all(self.part(key, first) is not None for first in marker.parts)
        return marker if whole else None

    def add_metrics(self, entry: dict[str, Any]) -> None:
        """Append one job's times to metrics.json."""
        write_json(self._metrics, [*self.metrics(), entry])

    def metrics(self) -> list[dict[str, Any]]:
        try:
            metrics: list[dict[str, Any]] = json.loads(self._metrics.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return metrics
