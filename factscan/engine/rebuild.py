"""Make the database of a run anew."""

import os
from collections.abc import Sequence

from factscan.dedup import check_threshold
from factscan.engine.manifest import finished_shards
from factscan.errors import RunError
from factscan.store.build import BuildOptions, build, is_built
from factscan.store.database import check_memory
from factscan.store.folder import RunFolder, ShardMarker


def rebuild(
    path: str | os.PathLike[str], memory: str | None = None, near_threshold: float | None = None
) -> list[ShardMarker]:
    """Make the database of a run anew from its finished shards.

    ``near_threshold`` is remembered: later builds of the run use the same.

    Raises:
        RunError: no shard is finished.
    """
    check_memory(memory)
    if near_threshold is not None:
        check_threshold(near_threshold)
    run = RunFolder(path)
    run.manifest()  # before the lock, which makes a folder where there is none
    with run.lock():
        shards = run.manifest()["shards"]
        run.prepare({shard["key"] for shard in shards})
        finished = finished_shards(run)
        if shards and not finished:
            raise RunError(f"no shard of {run.path} is finished yet: run the same 'factscan scan' again")
        build(run, finished, build_options(run, memory, near_threshold))
    return finished


def build_if_needed(
    run: RunFolder,
    shards: Sequence[ShardMarker],
    memory: str | None = None,
    near_threshold: float | None = None,
) -> None:
    """Bring the database of a run that is locked up to its finished ``shards``."""
    options = build_options(run, memory, near_threshold)
    if not is_built(run, shards, options):
        build(run, shards, options)


def build_options(run: RunFolder, memory: str | None, near_threshold: float | None = None) -> BuildOptions:
    """Those of the run's last build, but for what is given; the manifest remembers them."""
    manifest = run.manifest()
    before = manifest.get("build", {})
    given = {} if near_threshold is None else {"near_threshold": near_threshold}
    options = BuildOptions.from_dict({**before, **given}, memory)
    if options.as_dict() != before:
        run.write_manifest({**manifest, "build": options.as_dict()})
    return options


def last_build_options(run: RunFolder) -> BuildOptions:
    """Those of the run's last build, for who only reads."""
    return BuildOptions.from_dict(run.manifest().get("build", {}))
