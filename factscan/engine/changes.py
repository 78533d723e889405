"""Inputs that are not what they were when a run read them."""

import dataclasses

from factscan.corpus import Shard
from factscan.corpus.change import content_digest, shard_stamp
from factscan.engine.manifest import refuse_limit
from factscan.errors import RunError
from factscan.store.folder import RunFolder, ShardMarker


def finished(run: RunFolder, shard: Shard, *, replace: bool = False) -> ShardMarker | None:
    """The marker of a shard that is finished and still what was read; None for one that is to be read.

    A shard's key hashes but its name, its size and its ends. So where size or time are not what they were, all of it is
    compared with what was read; if it is the same, the marker takes the new time. One that has changed is unfinished
    again under ``replace``.

    Raises:
        RunError: it has changed, and ``replace`` was not asked for.
    """
    marker = run.shard(shard.key)
    if marker is None or marker.stamp is None:
        return marker
    stamp = shard_stamp(shard)
    if marker.stamp == stamp:
        return marker
    content = _content(shard)
    if content is not None and content == marker.content:
        marker = dataclasses.replace(marker, stamp=stamp)
        run.finish_shard(marker)
        return marker
    if not replace:
        raise changed(run, shard)
    refuse_limit(run, run.manifest())
    run.reopen_shard(shard.key)
    return None


def changed(run: RunFolder, shard: Shard) -> RunError:
    """What is said of a shard that is not what it was when the run read it."""
    return RunError(
        f"the sources are no longer those of {run.path} (changed: {shard.name}): --replace scans it anew; "
        "or use another --out"
    )


class Watched:
    """A shard while it is read: whether it is the same file at the end as at the beginning."""

    def __init__(self, shard: Shard) -> None:
        self._shard = shard
        self.stamp = shard_stamp(shard)

    def content(self) -> str | None:
        """A digest of all of the shard, to be asked for once it was read.

        Raises:
            RunError: it has changed since reading began.
        """
        content = _content(self._shard)
        if shard_stamp(self._shard) != self.stamp:
            raise RunError(
                f"{self._shard.name} changed while it was read: run the same command again once nothing writes to it, "
                "with --replace if parts of it were stored already"
            )
        return content


def _content(shard: Shard) -> str | None:
    """A digest of all of a shard, None where it is out of reach."""
    try:
        return content_digest(shard)
    except OSError:
        return None
