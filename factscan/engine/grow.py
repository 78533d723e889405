"""Runs that change after they were scanned: joined with others, or with shards taken out.

The manifest is written first and says what the run is to be; shards follow one by one, each by its marker; the database
last. So whatever ends a job, the same command goes on with it.
"""

import dataclasses
import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from factscan.engine.manifest import Entry, entries_of, finished_shards, listed, longer_name, refuse_limit
from factscan.engine.rebuild import build_if_needed
from factscan.errors import RunError, UsageError
from factscan.hashing import hash64
from factscan.store.database import check_memory
from factscan.store.durable import sync
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.links import link_part


@dataclass(frozen=True, slots=True)
class Dropped:
    """What ``drop`` took out, by name, and the shards that are left; ``before``: an earlier job had dropped these."""

    run: str
    dropped: list[str]
    before: list[str]
    shards: list[ShardMarker]


@dataclass(frozen=True, slots=True)
class Renamed:
    """A shard of ``run`` whose name another one had already."""

    run: str
    shard: str
    name: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The shards of a merged run. ``once``: shards that ``run`` has too, as (run, shard), and that count once."""

    run: str
    shards: list[ShardMarker]
    once: list[tuple[str, str]]
    renamed: list[Renamed]


def drop(path: str | os.PathLike[str], shards: Sequence[str], memory: str | None = None) -> Dropped:
    """Take shards out of a run, by name or by pattern (``news/*``), and make its database anew.

    Raises:
        UsageError: a name or pattern that no shard has.
        RunError: the run is in use, or was made with a limit.
    """
    check_memory(memory)
    run = RunFolder(path)
    run.manifest()  # before the lock, which makes a folder where there is none
    with run.lock():
        manifest = run.manifest()
        refuse_limit(run, manifest)
        entries, before = entries_of(manifest), manifest.get("dropped", [])
        chosen, gone = _matching(run, shards, [entry.name for entry in entries], before)
        left = [entry for entry in entries if entry.name not in chosen]
        if chosen:
            dropped = sorted({*before, *chosen})
            run.write_manifest({**manifest, "shards": listed(left), "dropped": dropped})
        run.prepare({entry.key for entry in left})
        finished = finished_shards(run)
        if finished or not left:
            build_if_needed(run, finished, memory)
        return Dropped(str(run.path), chosen, gone, finished)


def _matching(
    run: RunFolder, asked: Sequence[str], names: Sequence[str], before: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The shards that are asked for among those of a run, and among those that were dropped before."""
    chosen: dict[str, None] = {}
    gone: dict[str, None] = {}
    for pattern in asked:
        found = _matches(pattern, names)
        earlier = _matches(pattern, before)
        if not found and not earlier:
            raise UsageError(
                f"no shard of {run.path} is called {pattern!r}: 'factscan status {run.path}' lists them; "
                "a pattern may hold * and ?"
            )
        chosen.update(dict.fromkeys(found))
        gone.update(dict.fromkeys(name for name in earlier if name not in found))
    return list(chosen), list(gone)


def _matches(pattern: str, names: Sequence[str]) -> list[str]:
    """The name itself where there is one like it: names may hold what a pattern takes for a wildcard."""
    if pattern in names:
        return [pattern]
    return [name for name in names if fnmatchcase(name, pattern)]


def merge(
    runs: Sequence[str | os.PathLike[str]], out: str | os.PathLike[str], memory: str | None = None
) -> Merged:
    """Join finished runs that were made with the same options into the run folder ``out``; they stay as they are.

    Parts are linked where the file system can, else copied. A shard that several runs have counts once.

    Raises:
        RunError: a run is unfinished or in use, options differ, or ``out`` is another run.
    """
    check_memory(memory)
    target = RunFolder(out)
    sources = [RunFolder(run) for run in runs]
    if len(sources) < 2:
        raise UsageError("a merge joins two runs or more: factscan merge RUN_A RUN_B --out RUN")
    if target.path.resolve() in {source.path.resolve() for source in sources}:
        raise UsageError(f"{target.path} is one of the runs to be merged: choose another --out")
    manifests = [source.manifest() for source in sources]
    target.claim()
    with ExitStack() as locks:
        for source in sources:
            locks.enter_context(source.read_lock())
        locks.enter_context(target.lock())
        _comparable(sources, manifests)
        plan = _Plan()
        for source in sources:
            plan.add(source)
        _begin(target, manifests, plan.entries)
        for taken in plan.taken:
            if target.shard(taken.key) is None:
                taken.into(target)
        shards = finished_shards(target)
        build_if_needed(target, shards, memory)
    return Merged(str(target.path), shards, plan.once, plan.renamed)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A shard of a source, and the key that it gets."""

    source: RunFolder
    marker: ShardMarker
    key: str

    def into(self, target: RunFolder) -> None:
        parts = [self.key + name.removeprefix(self.marker.key) for name in self.marker.parts]
        for name, new_name in zip(self.marker.parts, parts, strict=True):
            link_part(self.source.parts / name, target.parts / new_name, self.key)
        sync(target.parts)
        target.finish_shard(dataclasses.replace(self.marker, key=self.key, parts=parts))


@dataclass(slots=True)
class _Plan:
    """Which shards a merged run takes from where, in the order of the runs."""

    entries: list[Entry] = field(default_factory=list)
    taken: list[_Taken] = field(default_factory=list)
    once: list[tuple[str, str]] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)

    def add(self, source: RunFolder) -> None:
        """Take the shards of a run.

        Raises:
            RunError: one of them is not finished.
        """
        run = str(source.path)
        entries = {entry.key: entry for entry in entries_of(source.manifest())}
        markers = finished_shards(source)
        if len(markers) < len(entries):
            raise RunError(
                f"{run} is not finished ({len(entries) - len(markers):,} of {len(entries):,} shards are missing, "
                f"see 'factscan status {run}'): finish it with its own command first"
            )
        for marker in markers:
            known = {taken.key: taken.marker.content for taken in self.taken}
            key = marker.key
            if key in known and known[key] != marker.content:
                key = _other_key(marker)
            if key in known:
                self.once.append((run, marker.name))
                continue
            name = self._name(source, marker.name)
            self.taken.append(_Taken(source, marker, key))
            self.entries.append(dataclasses.replace(entries[marker.key], name=name, key=key, added=True))

    def _name(self, source: RunFolder, name: str) -> str:
        names = {entry.name for entry in self.entries}
        if name not in names:
            return name
        longer = longer_name(str(source.path.resolve() / name), name, names)
        self.renamed.append(Renamed(str(source.path), name, longer))
        return longer


def _other_key(marker: ShardMarker) -> str:
    """A key for a shard that agrees with another one in name, size and ends, but not in between."""
    return f"{hash64(marker.key, marker.content or ''):016x}{marker.key[16:]}"


def _comparable(sources: Iterable[RunFolder], manifests: Iterable[dict[str, Any]]) -> None:
    """Make sure that all runs were made with the same options, and none with a limit."""
    (first, options), *others = [
        (source, manifest["options"]) for source, manifest in zip(sources, manifests, strict=True)
    ]
    refuse_limit(first, {"options": options})
    for source, other in others:
        for name in dict.fromkeys([*options, *other]):
            if options.get(name) != other.get(name):
                raise RunError(
                    f"{first.path} was made with {name} = {options.get(name)!r}, {source.path} with "
                    f"{other.get(name)!r}: their rows cannot be joined. Scan one of them again with the other's options"
                )


def _begin(target: RunFolder, manifests: Sequence[dict[str, Any]], entries: list[Entry]) -> None:
    if not target.exists():
        sources = list(dict.fromkeys(source for manifest in manifests for source in manifest["sources"]))
        target.create({**manifests[0], "sources": sources, "dropped": [], "shards": listed(entries)})
        return
    if entries_of(target.manifest()) != entries:
        raise RunError(
            f"{target.path} is a run of other shards than this merge makes: choose another --out, or delete it"
        )
    target.prepare({entry.key for entry in entries})
