"""Counts, spectra, names and incidences from a file or standard input, a block at a time."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import numpy as np

from factscan.errors import InputError
from factscan.stats.spectrum.spectrum import LARGEST, FrequencySpectrum, Ints

_BLOCK = 1 << 24

Line = tuple[int, bytes]


def read_spectrum(name: str, kind: str, samples: int | None = None) -> tuple[FrequencySpectrum, int | None]:
    """The spectrum in the file ``name`` ("-": standard input), and the sampling units of ``kind`` incidence.

    A block of the file is held at a time, and for tokens also the distinct names.

    Raises:
        InputError: there is no such file, or a line does not hold what it should; it names file and line.
    """
    shown = "standard input" if name == "-" else name
    with _opened(name) as stream:
        match kind:
            case "counts":
                return _counts(stream, shown), None
            case "spectrum":
                return _pairs(_lines(stream), shown), None
            case "tokens":
                return _tokens(stream), None
            case _:
                return _incidence(_lines(stream), shown, samples)


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name} is a folder: name one file")
    if not path.exists():
        raise InputError(f"there is no file {name}")
    return path.open("rb")


def _blocks(stream: BinaryIO) -> Iterator[Line]:
    """The number of its first line, and a block of whole lines."""
    number = 1
    while block := stream.read(_BLOCK):
        block += stream.readline()
        yield number, block
        number += block.count(b"\n")


def _lines(stream: BinaryIO) -> Iterator[Line]:
    """Numbered lines that are not blank."""
    for number, block in _blocks(stream):
        yield from _lines_of(number, block)


def _lines_of(number: int, block: bytes) -> Iterator[Line]:
    for place, line in enumerate(block.split(b"\n"), number):
        if stripped := line.strip():
            yield place, stripped


def _counts(stream: BinaryIO, shown: str) -> FrequencySpectrum:
    found = [FrequencySpectrum.from_counts([])]
    found += [FrequencySpectrum.from_counts(_counts_of(*block, shown)) for block in _blocks(stream)]
    return FrequencySpectrum.from_pairs(
        np.concatenate([part.ks for part in found]),
        np.concatenate([part.fs for part in found]),
    )


def _counts_of(number: int, block: bytes, shown: str) -> Ints:
    """The counts of a block; one of digits and line ends only is read at once, any other line by line."""
    if not block.translate(None, b"0123456789\r\n"):
        # A number that int64 cannot hold is read as its largest, which is above LARGEST.
        counts = (
            np.fromstring(block.decode("ascii"), np.int64, sep="\n")
            if block.strip()
            else np.zeros(0, np.int64)
        )
        if not counts.size or counts.max() <= LARGEST:
            return counts
    return np.array([_numbers(line, shown, 1)[0] for line in _lines_of(number, block)], np.int64)


def _pairs(lines: Iterable[Line], shown: str, largest: int = LARGEST) -> FrequencySpectrum:
    first: dict[int, int] = {}
    ks, fs = [], []
    for line in lines:
        k, f = _numbers(line, shown, 2)
        if k < 1 or k > largest:
            why = "k starts at 1" if k < 1 else f"{k:,} of {largest:,} sampling units"
            raise InputError(f"{shown}, line {line[0]}: {why}")
        if k in first:
            raise InputError(f"{shown}, line {line[0]}: k = {k} is in line {first[k]} already")
        first[k] = line[0]
        ks.append(k)
        fs.append(f)
    return FrequencySpectrum.from_pairs(ks, fs)


def _tokens(stream: BinaryIO) -> FrequencySpectrum:
    seen: Counter[bytes] = Counter()
    for _, block in _blocks(stream):
        seen.update(block.replace(b"\r\n", b"\n").split(b"\n"))
    seen.pop(b"", None)
    return FrequencySpectrum.from_counts(np.fromiter(seen.values(), np.int64, len(seen)))


def _incidence(lines: Iterator[Line], shown: str, samples: int | None) -> tuple[FrequencySpectrum, int]:
    if samples is None:
        head = next(lines, None)
        if head is None:
            raise InputError(f"{shown} is empty: the first line is the number of sampling units")
        (samples,) = _numbers(head, shown, 1)
        if samples < 1:
            raise InputError(f"{shown}, line {head[0]}: there is at least one sampling unit")
    first = next(lines, None)
    if first is None:
        return FrequencySpectrum.from_counts([]), samples
    lines = chain([first], lines)
    if len(_fields(first[1])) == 2:
        return _pairs(lines, shown, samples), samples
    found = []
    for line in lines:
        (units,) = _numbers(line, shown, 1)
        if units > samples:
            raise InputError(f"{shown}, line {line[0]}: {units:,} of {samples:,} sampling units")
        found.append(units)
    return FrequencySpectrum.from_counts(found), samples


def _numbers(line: Line, shown: str, columns: int) -> list[int]:
    """The whole numbers of a line; commas are as good as white space between them."""
    number, text = line
    fields = _fields(text)
    if len(fields) != columns:
        wanted = "one number" if columns == 1 else "two numbers, k and f_k"
        raise InputError(f"{shown}, line {number}: {wanted} a line, not {len(fields)}")
    for field in fields:
        if not field.isdigit():
            what = field.decode(errors="replace")
            why = "is negative" if field[:1] == b"-" and field[1:].isdigit() else "is not a whole number"
            raise InputError(f"{shown}, line {number}: {what!r:.40} {why}")
    values = [int(field) for field in fields]
    if max(values) > LARGEST:
        raise InputError(f"{shown}, line {number}: {max(values)} is above 2^53")
    return values


def _fields(text: bytes) -> list[bytes]:
    return text.replace(b",", b" ").split()
