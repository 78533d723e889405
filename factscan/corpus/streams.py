"""The bytes of a shard, decompressed block by block, and their lines: bounded memory, every loss named."""

import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

from factscan.corpus.opening import Source, out_of_reach

if TYPE_CHECKING:
    import pyarrow as pa

Compression = Literal["", "gz", "zst"]

BLOCK_BYTES = 2**18

# So much (bytes) may come of any compressed file, however small it is.
FREE_EXPANSION = 256 * 2**20

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
    """The bytes end before their time. ``offset`` counts the (decompressed) bytes that were read.

    ``retriable`` where they could not be had, rather than being bad.
    """

    def __init__(self, reason: str, offset: int, retriable: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset
        self.retriable = retriable


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


def blocks(source: Source, compression: Compression, meter: Meter, max_expansion: int) -> Iterator[bytes]:
    """The decompressed bytes of a file, whatever the number of gzip members or zstd frames.

    Everything readable is yielded first; then BrokenStreamError says why there is no more. A compressed file that
    becomes more than ``max_expansion`` times its size is one that breaks there.
    """
    offset = 0
    try:
        with source.open() as file:
            most = _most_bytes(file, max_expansion) if compression else None
            for block in _DECODERS[compression](file, meter):
                if offset == 0 and (kind := foreign_kind(block)):
                    raise BrokenStreamError(kind, 0)
                yield block
                offset += len(block)
                if most is not None and offset > most:
                    raise BrokenStreamError(too_expansive(max_expansion), offset)
    except EOFError:
        raise BrokenStreamError("the gzip stream ends early: the file was cut short", offset) from None
    except (OSError, zlib.error) as error:
        raise BrokenStreamError(_reason(error), offset, out_of_reach(error)) from error


def too_expansive(max_expansion: int) -> str:
    return (
        f"it has become more than {max_expansion} times its size, as a decompression bomb does: "
        "if it is none, read it with a larger --max-expansion"
    )


def _most_bytes(file: BinaryIO, max_expansion: int) -> int | None:
    """How many bytes may come of a compressed file; None where its size is not known."""
    if not file.seekable():
        return None
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if size == 0:
        raise BrokenStreamError("the file is empty, which no compressed file is", 0)
    return max(FREE_EXPANSION, max_expansion * size)


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


def _plain(file: BinaryIO, meter: Meter) -> Iterator[bytes]:
    while block := file.read(BLOCK_BYTES):
        meter.position += len(block)
        yield block


def _gzip(file: BinaryIO, meter: Meter) -> Iterator[bytes]:
    # read1, not read: a failing read would take the good bytes before the failure with it
    with gzip.open(file, "rb") as unpacked:
        while block := unpacked.read1(BLOCK_BYTES):
            meter.position = file.tell()
            yield block


def _zstd(file: BinaryIO, meter: Meter) -> Iterator[bytes]:
    unpacked = _unpacked(file)
    offset = 0
    try:
        while block := unpacked.read(BLOCK_BYTES):
            meter.position = file.tell()
            yield block
            offset += len(block)
    except OSError as error:
        # the failing read lost what it had decoded; byte for byte it can be had up to the break
        if not out_of_reach(error):
            file.seek(0)
            if tail := _zstd_tail(_unpacked(file), offset):
                yield tail
        raise
    finally:
        unpacked.close()  # and no earlier: it closes the file


def _unpacked(file: BinaryIO) -> "pa.NativeFile":
    import pyarrow as pa

    return pa.CompressedInputStream(pa.PythonFile(file, "r"), "zstd")


def _zstd_tail(unpacked: "pa.NativeFile", offset: int) -> bytes:
    """What can be had past ``offset``, up to the break."""
    tail = bytearray()
    try:
        while offset > 0 and (skipped := unpacked.read(min(offset, BLOCK_BYTES))):
            offset -= len(skipped)
        while byte := unpacked.read(1):
            tail += byte
    except OSError:
        pass  # the break: the caller raises it
    return bytes(tail)


_DECODERS: dict[Compression, Callable[[BinaryIO, Meter], Iterator[bytes]]] = {
    "": _plain,
    "gz": _gzip,
    "zst": _zstd,
}


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    text = " ".join(str(error).split())
    if "Truncated compressed stream" in text:
        return "the zstd stream ends early: the file was cut short"
    return f"damaged: {text}"
