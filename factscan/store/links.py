"""Parts of one run in another: the same files under another name, or copies where the file system has no links."""

import dataclasses
import os
import shutil
from pathlib import Path

from factscan.errors import RunError
from factscan.store.durable import sync
from factscan.store.part import discard, read_marker, write_marker


def link_part(source: Path, target: Path, shard_key: str) -> None:
    """Make the part ``source`` also the part ``target`` of the shard ``shard_key``; visible all at once.

    Files of a part never change, so two runs can share them. The caller syncs the folder that ``target`` is in.

    Raises:
        RunError: there is no whole part at ``source``.
    """
    part = read_marker(source)
    if part is None:
        raise RunError(f"the part {source} is damaged: scan its run again, which makes it anew")
    marker = dataclasses.replace(part, shard_key=shard_key)
    if read_marker(target) == marker:
        return
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    for table in part.files:
        _link(source / f"{table}.parquet", aside / f"{table}.parquet")
    write_marker(aside, marker)
    discard(target)
    aside.rename(target)


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:  # another disk, a file system without links, too many of them
        shutil.copyfile(source, target)
        sync(target)
