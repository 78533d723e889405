"""JSON lines of many megabytes, parsed within a small multiple of their size.

One character beyond the BMP makes Python hold a whole string at 4 bytes a character, and the usual way holds the line
and its text so. Here the long strings are taken out and decoded piece by piece; what is left is a short line.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

# Lines and strings from so many bytes on are treated with care.
LONG_LINE = 16 * 2**20
LONG_STRING = 2**20
# What Python makes of "[]," is 25 times as long; more values than these are no record of a corpus.
MOST_VALUES = 8_000_000

_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)


class TooManyValuesError(ValueError):
    """A record that would fill the memory with small things."""


def loads_long(data: bytes) -> Any:
    """What ``json.loads`` makes of UTF-8 bytes.

    Raises:
        ValueError: the bytes are no UTF-8, no JSON, or hold more than ``MOST_VALUES`` values. Places in the message are
            not those of the line.
    """
    strings: dict[str, str] = {}
    short = bytearray()
    mark, end = uuid4().hex, 0
    for match in _STRING.finditer(data):
        start = match.start()
        if match.end() - start > LONG_STRING:
            name = f"{mark}{len(strings)}"
            strings[name] = "".join(_pieces(data, start + 1, match.end() - 1))
            short += data[end:start] + f'"{name}"'.encode()
            end = match.end()
    short += memoryview(data)[end:]
    if len(short) > LONG_LINE and sum(map(short.count, b"[{,")) > MOST_VALUES:
        raise TooManyValuesError(f"more than {MOST_VALUES} values in one record")
    return _restored(json.loads(short.decode()), strings)


def _pieces(data: bytes, start: int, end: int) -> Iterator[str]:
    """The pieces of a string literal, cut at spaces: those are in no escape and in no character of several bytes."""
    while start < end:
        cut = data.find(b" ", start + LONG_STRING, end)
        cut = end if cut < 0 else cut
        yield json.loads('"' + data[start:cut].decode() + '"')
        start = cut


def _restored(value: Any, strings: dict[str, str]) -> Any:
    match value:
        case str():
            return strings.get(value, value)
        case list():
            return [_restored(item, strings) for item in value]
        case dict():
            return {_restored(key, strings): _restored(item, strings) for key, item in value.items()}
    return value
