"""Whether the content of a shard is still what it was: a cheap stamp, and the hash of every byte."""

import hashlib
import os
from pathlib import Path

from factscan.corpus.opening import is_url
from factscan.corpus.shard import Shard
from factscan.hashing import hash64

_BLOCK_BYTES = 2**20

Stamp = list[int]


def shard_stamp(shard: Shard) -> Stamp:
    """Size and time of change (ns) of the file; of the texts of a folder, their size and a hash of those of each.

    Equal stamps: nothing has changed. The size alone where there is no such time: a shard of a remote source or of
    the hub has its content's identity in ``fingerprint`` instead. Empty where a file is out of reach.
    """
    if not _is_local(shard):
        return [shard.bytes]
    try:
        stats = [path.stat() for path in _paths(shard)]
    except OSError:
        return []
    if not shard.texts:
        return [stats[0].st_size, stats[0].st_mtime_ns]
    each = hash64(*(f"{stat.st_size} {stat.st_mtime_ns}" for stat in stats))
    return [sum(stat.st_size for stat in stats), each]


def content_digest(shard: Shard) -> str:
    """BLAKE2b (16 bytes, hexadecimal) of the whole content as it lies on disk, compressed or not.

    Reads every byte of local files. A remote object is as the store identifies it (its ETag or hash) and a dataset
    of the hub as its commit: nothing is read.

    Raises:
        OSError: a file is out of reach.
    """
    if not _is_local(shard):
        return shard.fingerprint
    digest = hashlib.blake2b(digest_size=16)
    for path in _paths(shard):
        if shard.texts:
            digest.update(b"%b\0%d\0" % (os.fsencode(path.name), path.stat().st_size))
        with path.open("rb", buffering=0) as file:
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
    return digest.hexdigest()


def _is_local(shard: Shard) -> bool:
    return shard.format != "hub" and not is_url(shard.location)


def _paths(shard: Shard) -> list[Path]:
    folder = Path(shard.location)
    return [folder / name for name in shard.texts] if shard.texts else [folder]
