"""What a run was asked for: written down when it begins, compared when a job goes on with it."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from factscan.corpus import Shard
from factscan.errors import RunError
from factscan.store.folder import RunFolder


def begin(run: RunFolder, asked: dict[str, Any]) -> None:
    """Write the manifest of a new run, or make sure that an old one asked for the same."""
    if not run.exists():
        run.create(asked)
        return
    before = run.manifest()
    for name, value in asked["options"].items():
        if before["options"].get(name) != value:
            raise RunError(
                f"{run.path} was made with {name} = {before['options'].get(name)!r}, now it is {value!r}: the rows "
                "would differ. Use the same option to go on with it, or another --out"
            )
    _same_shards(run, before["shards"], asked["shards"])


def _same_shards(run: RunFolder, before: list[dict[str, str]], now: list[dict[str, str]]) -> None:
    old = {shard["name"]: shard["key"] for shard in before}
    new = {shard["name"]: shard["key"] for shard in now}
    changes = {
        "gone": [name for name in old if name not in new],
        "new": [name for name in new if name not in old],
        "changed": [name for name in old if name in new and old[name] != new[name]],
    }
    found = "; ".join(f"{what}: {', '.join(names[:5])}" for what, names in changes.items() if names)
    if found:
        raise RunError(f"the sources are no longer those of {run.path} ({found}): use another --out")


def manifest_of(
    sources: Sequence[str], shards: Sequence[Shard], options: Mapping[str, Any]
) -> dict[str, Any]:
    """What is asked: ``options`` are those that decide what rows there are."""
    return {
        "factscan": version("factscan"),
        "sources": list(sources),
        "options": dict(options),
        "shards": [{"name": shard.name, "key": shard.key} for shard in shards],
    }
