"""Make the database of a run anew."""

import os

from factscan.errors import RunError
from factscan.store.build import build
from factscan.store.database import check_memory
from factscan.store.folder import RunFolder, ShardMarker


def rebuild(path: str | os.PathLike[str], memory: str | None = None) -> list[ShardMarker]:
    """Make the database of a run anew from its finished shards.

    Raises:
        RunError: no shard is finished.
    """
    check_memory(memory)
    run = RunFolder(path)
    planned = run.manifest()["shards"]
    with run.lock():
        found = [run.shard(shard["key"]) for shard in planned]
        finished = [marker for marker in found if marker is not None]
        if planned and not finished:
            raise RunError(f"no shard of {run.path} is finished yet: run the same 'factscan scan' again")
        build(run, finished, memory)
    return finished
