"""What a run was asked for: written down when it begins, compared and changed when a job goes on with it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from factscan.corpus import Shard
from factscan.errors import RunError
from factscan.store.folder import RunFolder, ShardMarker

_NAMED = 5  # a message names so many shards at most


@dataclass(frozen=True, slots=True)
class Entry:
    """A shard as the manifest has it.

    ``name`` is how reports call it, unlike all others of the run; ``ends`` is its size and fingerprint. ``added``: it
    is not of the sources that the run was begun with.
    """

    name: str
    key: str
    path: str = ""
    ends: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a job asks for.

    ``options`` decide what rows there are; ``settings`` are what it takes to scan more with the same options and the
    same cut into parts.
    """

    sources: Sequence[str]
    options: Mapping[str, Any]
    settings: Mapping[str, Any]
    shards: Sequence[Shard]


@dataclass(frozen=True, slots=True)
class Plan:
    """The shards that a job reads, the settings of its run, and what there is to say of other shards."""

    shards: list[Shard]
    settings: dict[str, Any]
    notes: list[str] = field(default_factory=list)


def begin(run: RunFolder, asked: Asked, *, into: bool = False, replace: bool = False) -> Plan:
    """Write the manifest of a new run, or make sure that an old one asked for the same.

    ``into`` adds the shards to those of the run. ``replace`` lets changed shards take the place of what they were, and,
    but for ``into``, makes the shards of the run those that the sources hold now.

    Raises:
        RunError: the rows of the run were made with other options or of other sources.
    """
    if not run.exists():
        if into:
            raise RunError(f"{run.path} is no run that could grow: --out {run.path} begins one")
        run.create(_manifest(asked))
        return Plan(list(asked.shards), dict(asked.settings))
    manifest = run.manifest()
    _same_options(run, manifest["options"], asked.options, into=into)
    found = _compare(entries_of(manifest), asked.shards, into=into)
    if into:
        refuse_limit(run, manifest)
    if found.differs:
        if not replace:
            raise _changed_sources(run, found)
        refuse_limit(run, manifest)
    shards = found.result()
    if shards != entries_of(manifest):
        sources = list(dict.fromkeys([*manifest["sources"], *asked.sources]))
        run.write_manifest(
            {**manifest, "sources": sources if into else list(asked.sources), "shards": listed(shards)}
        )
    run.prepare({entry.key for entry in shards})
    elsewhere = {shard.key for _, shard in found.elsewhere}
    return Plan(
        [shard for shard in asked.shards if shard.key not in elsewhere],
        manifest.get("settings", {}),
        list(_notes(run, found)),
    )


def entries_of(manifest: Mapping[str, Any]) -> list[Entry]:
    return [Entry(**entry) for entry in manifest["shards"]]


def listed(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The entries as the manifest stores them."""
    return [asdict(entry) for entry in entries]


def finished_shards(run: RunFolder, known: Iterable[ShardMarker] = ()) -> list[ShardMarker]:
    """The finished shards of a run, in the order and under the names of its manifest.

    Those of ``known`` are taken as they are; of the others the parts are checked.
    """
    markers = {marker.key: marker for marker in known}
    found = []
    for entry in entries_of(run.manifest()):
        marker = markers.get(entry.key) or run.shard(entry.key)
        if marker is not None:
            found.append(marker.called(entry.name))
    return found


def refuse_limit(run: RunFolder, manifest: Mapping[str, Any]) -> None:
    """What a limit leaves out depends on all shards before: none may be added, taken out or changed.

    Raises:
        RunError: the run has a limit.
    """
    limit = manifest["options"].get("limit")
    if limit is not None:
        raise RunError(
            f"{run.path} was made with --limit {limit}, and what a limit leaves out depends on all of the sources: "
            "its shards stay what they are. Scan into another --out, without --limit if it is to grow"
        )


def longer_name(path: str, name: str, taken: Iterable[str]) -> str:
    """``name`` with as many of the folders above it as it takes to be unlike all in ``taken``, else a number."""
    others = set(taken)
    parts = PurePath(path).parts[1:]
    for count in range(len(PurePath(name).parts), len(parts) + 1):
        longer = "/".join(parts[-count:])
        if longer.endswith(name) and longer not in others:
            return longer
    return next(
        numbered for number in range(2, len(others) + 3) if (numbered := f"{name}#{number}") not in others
    )


@dataclass(slots=True)
class _Comparison:
    """The shards of a run beside those that a job names, which it adds (``into``) or takes for the run's sources.

    ``changed``: what was there, and what is there now. ``elsewhere``: the same file under another name. ``gone``: what
    the sources of the run no longer hold.
    """

    entries: list[Entry]
    into: bool
    known: list[Entry] = field(default_factory=list)
    new: list[Shard] = field(default_factory=list)
    changed: dict[str, tuple[Entry, Shard]] = field(default_factory=dict)
    elsewhere: list[tuple[Entry, Shard]] = field(default_factory=list)
    gone: list[Entry] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        return bool(self.changed or self.gone or (self.new and not self.into))

    def result(self) -> list[Entry]:
        """The shards of the run once the job's are in."""
        gone = {entry.key for entry in self.gone}
        kept = [self._now(entry) for entry in self.entries if entry.key not in gone]
        for shard in self.new:
            taken = {entry.name for entry in kept}
            name = longer_name(shard.shown, shard.name, taken) if shard.name in taken else shard.name
            kept.append(_entry(shard, name, added=self.into))
        return kept

    def _now(self, entry: Entry) -> Entry:
        if entry.key not in self.changed:
            return entry
        return _entry(self.changed[entry.key][1], entry.name, added=entry.added)


def _compare(entries: list[Entry], shards: Sequence[Shard], *, into: bool) -> _Comparison:
    found = _Comparison(entries, into)
    places = Counter(entry.path for entry in entries)
    by_place = {entry.path: entry for entry in entries if entry.path and places[entry.path] == 1}
    by_key = {entry.key: entry for entry in entries}
    by_name = {entry.name: entry for entry in entries if not (entry.added or into)}
    asked = {shard.key for shard in shards}
    for shard in shards:
        if shard.key in by_key:
            found.known.append(by_key[shard.key])
            continue
        before = by_place.get(_place(shard)) or by_name.get(shard.name)
        if before is None or before.key in asked:
            found.new.append(shard)
        elif before.ends != _ends(shard) and before.key not in found.changed:
            found.changed[before.key] = before, shard
        elif into:
            found.elsewhere.append((before, shard))
        else:
            found.new.append(shard)
    if not into:
        met = asked.union(found.changed)
        found.gone = [entry for entry in entries if not entry.added and entry.key not in met]
    return found


def _same_options(run: RunFolder, before: Mapping[str, Any], now: Mapping[str, Any], *, into: bool) -> None:
    way_out = (
        "Leave the option out to take that of the run"
        if into
        else "Use the same option to go on with it, or another --out"
    )
    for name, value in now.items():
        if before.get(name) != value:
            raise RunError(
                f"{run.path} was made with {name} = {before.get(name)!r}, now it is {value!r}: the rows would differ. "
                f"{way_out}"
            )


def _changed_sources(run: RunFolder, found: _Comparison) -> RunError:
    changes = {
        "gone": [entry.name for entry in found.gone],
        "new": [] if found.into else [shard.name for shard in found.new],
        "changed": [entry.name for entry, _ in found.changed.values()],
    }
    told = "; ".join(f"{what}: {_names(names)}" for what, names in changes.items() if names)
    add = f", --into {run.path} only adds what is new" if changes["new"] else ""
    return RunError(
        f"the sources are no longer those of {run.path} ({told}): --replace makes it what they are now, and scans only "
        f"what changed{add}; or use another --out"
    )


def _notes(run: RunFolder, found: _Comparison) -> Iterator[str]:
    if found.into and (there := [entry.name for entry in found.known if run.shard_is_marked(entry.key)]):
        yield f"{len(there):,} shards were in {run.path} already: {_names(there)}"
    for entry, shard in found.elsewhere:
        yield f"{shard.name} is in {run.path} already, as {entry.name}"
    if found.changed:
        yield f"scanned anew, as they have changed: {_names([entry.name for entry, _ in found.changed.values()])}"
    if found.gone:
        yield f"dropped, as they are gone from the sources: {_names([entry.name for entry in found.gone])}"


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _manifest(asked: Asked) -> dict[str, Any]:
    return {
        "factscan": version("factscan"),
        "sources": list(asked.sources),
        "options": dict(asked.options),
        "settings": dict(asked.settings),
        "shards": listed(_entry(shard, shard.name) for shard in asked.shards),
    }


def _entry(shard: Shard, name: str, added: bool = False) -> Entry:
    return Entry(name, shard.key, _place(shard), _ends(shard), added)


def _place(shard: Shard) -> str:
    """Where a shard lies: the same place with another content is a shard that changed."""
    index, count = shard.piece
    return f"{shard.shown} {index}/{count}" if count > 1 else shard.shown


def _ends(shard: Shard) -> str:
    return f"{shard.bytes} {shard.fingerprint}"
