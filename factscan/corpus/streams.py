"""The bytes of a shard, decompressed block by block, and their lines: bounded memory, every loss named."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Compression = Literal["", "gz", "zst"]

BLOCK_BYTES = 2**18

# What a file is whose first bytes are no text, and what to do about it.
_FOREIGN = {
    b"\x1f\x8b": "gzip data under another name: let it end in .gz",
    b"\x28\xb5\x2f\xfd": "zstd data under another name: let it end in .zst",
    b"PAR1\x15": "a Parquet file under another name: let it end in .parquet",
    b"ARROW1\0": "an Arrow file under another name: let it end in .arrow",
    b"PK\x03\x04": "a zip archive: unpack it first",
    b"\xfd7zXZ": "xz data: unpack it, or compress it with gzip or zstd",
    b"BZh91AY&SY": "bzip2 data: unpack it, or compress it with gzip or zstd",
    b"\xff\xfe": "UTF-16 text: convert it to UTF-8 first",
    b"\xfe\xff": "UTF-16 text: convert it to UTF-8 first",
    b"version https://git-lfs.": "a Git LFS pointer and not the data: fetch it with `git lfs pull`",
}


class BrokenStreamError(Exception):
    """The bytes end before their time. ``offset`` counts the (decompressed) bytes that were read."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its newline.

    ``size`` exceeds ``len(data)`` where the line was too long to keep; ``whole`` is false for what came of a
    line before the stream broke.
    """

    number: int
    data: bytes
    size: int
    whole: bool = True

    @property
    def too_long(self) -> bool:
        return self.size > len(self.data)


class Meter:
    """How far a reader has come: ``position`` counts bytes of the file as it lies on disk."""

    __slots__ = ("position",)

    def __init__(self) -> None:
        self.position = 0


def blocks(path: str, compression: Compression, meter: Meter) -> Iterator[bytes]:
    """The decompressed bytes of a file, whatever the number of gzip members or zstd frames.

    Everything readable is yielded first; then BrokenStreamError says why there is no more.
    """
    reader = {"": _plain, "gz": _gzip, "zst": _zstd}[compression]
    offset = 0
    try:
        if compression and Path(path).stat().st_size == 0:
            raise BrokenStreamError("the file is empty, which no compressed file is", 0)
        for block in reader(path, meter):
            if offset == 0 and (kind := foreign_kind(block)):
                raise BrokenStreamError(kind, 0)
            yield block
            offset += len(block)
    except EOFError:
        raise BrokenStreamError("the gzip stream ends early: the file was cut short", offset) from None
    except (OSError, zlib.error) as error:
        raise BrokenStreamError(_reason(error), offset) from error


def foreign_kind(head: bytes) -> str:
    """What a file is, by its first bytes, if it is not text; empty if it may be."""
    return next((kind for magic, kind in _FOREIGN.items() if head.startswith(magic)), "")


def lines(source: Iterator[bytes], limit: int) -> Iterator[Line]:
    """The lines of a stream of blocks; of one longer than ``limit`` bytes only the beginning is kept.

    When the stream breaks, what there is of the last line comes before the BrokenStreamError.
    """
    number = 1
    held: list[bytes] = []  # the beginning of a line that goes on in the next block
    held_bytes = size = 0

    def hold(piece: bytes) -> None:
        nonlocal held_bytes, size
        size += len(piece)
        if held_bytes < limit:
            held.append(piece[: limit - held_bytes])
            held_bytes += len(held[-1])

    def release(whole: bool = True) -> Line:
        nonlocal held_bytes, size, number
        # of a line that is rejected unread, enough for an excerpt
        line = Line(number, b"".join(held) if size <= limit else held[0][:1024], size, whole)
        held.clear()
        held_bytes = size = 0
        number += 1
        return line

    try:
        for block in source:
            *ended, rest = block.split(b"\n")
            for piece in ended:
                hold(piece)
                yield release()
            if rest:
                hold(rest)
    except BrokenStreamError:
        if size:
            yield release(whole=False)
        raise
    if size:
        yield release()


def _plain(path: str, meter: Meter) -> Iterator[bytes]:
    with Path(path).open("rb", buffering=0) as file:
        while block := file.read(BLOCK_BYTES):
            meter.position += len(block)
            yield block


def _gzip(path: str, meter: Meter) -> Iterator[bytes]:
    # read1, not read: a failing read would take the good bytes before the failure with it
    with Path(path).open("rb") as raw, gzip.open(raw, "rb") as file:
        while block := file.read1(BLOCK_BYTES):
            meter.position = raw.tell()
            yield block


def _zstd(path: str, meter: Meter) -> Iterator[bytes]:
    import pyarrow as pa

    offset = 0
    try:
        with pa.OSFile(path) as raw, pa.CompressedInputStream(raw, "zstd") as file:
            while block := file.read(BLOCK_BYTES):
                meter.position = raw.tell()
                yield block
                offset += len(block)
    except OSError:
        # the failing read lost what it had decoded; byte for byte it can be had up to the break
        yield from _zstd_tail(path, offset)
        raise


def _zstd_tail(path: str, offset: int) -> Iterator[bytes]:
    import pyarrow as pa

    tail = bytearray()
    with pa.OSFile(path) as raw, pa.CompressedInputStream(raw, "zstd") as file:
        try:
            while offset > 0 and (skipped := file.read(min(offset, BLOCK_BYTES))):
                offset -= len(skipped)
            while byte := file.read(1):
                tail += byte
        except OSError:
            pass  # the break: the caller raises it
    if tail:
        yield bytes(tail)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    text = " ".join(str(error).split())
    if "Truncated compressed stream" in text:
        return "the zstd stream ends early: the file was cut short"
    return f"damaged: {text}"
