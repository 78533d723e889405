"""What a Parquet file says that its pages become, before any of them is unpacked.

Read from the bytes of the footer and of page headers (Thrift's compact protocol): to ask Arrow about damaged metadata
can abort the process.
"""

import struct
from dataclasses import dataclass
from typing import Any

# Reading a footer takes about a second for each 2 MB, and none that was seen is larger than this.
LONGEST_FOOTER = 2**24
PAGE_HEADER_BYTES = 64

_TAIL = struct.Struct("<I4s")
_DICTIONARY_PAGE = 2
_TRUE, _FALSE = 1, 2
_UNREADABLE = (IndexError, KeyError, TypeError, ValueError, OverflowError, RecursionError, struct.error)

Fields = dict[int, Any]


@dataclass(frozen=True, slots=True)
class Chunk:
    """One column of a row group: its dotted name, where its pages begin, and its bytes as they lie and unpacked."""

    column: str
    start: int
    packed: int
    unpacked: int


def footer_span(tail: bytes, size: int) -> tuple[int, int] | None:
    """Where the footer lies, by the last 8 bytes of a file of ``size`` bytes; None where it is too long to look at."""
    length, magic = _TAIL.unpack(tail)
    if magic != b"PAR1" or length > min(size - _TAIL.size, LONGEST_FOOTER):
        return None
    return size - _TAIL.size - length, length


def chunks_of(footer: bytes) -> list[list[Chunk]]:
    """The column chunks of each row group; none where the footer is not to be made sense of."""
    try:
        groups = _Thrift(footer).fields()[4]
        return [[_chunk(column[3]) for column in group[1]] for group in groups]
    except _UNREADABLE:
        return []


def _chunk(described: Fields) -> Chunk:
    name = ".".join(part.decode(errors="replace") for part in described[3])
    return Chunk(name, int(described.get(11) or described[9]), int(described[7]), int(described[6]))


def dictionary_bytes(header: bytes) -> int:
    """How long the dictionary becomes, by the header of a chunk's first page; 0 where that is no dictionary."""
    try:
        fields = _Thrift(header).fields(most=2)
        return int(fields[2]) if fields[1] == _DICTIONARY_PAGE else 0
    except _UNREADABLE:
        return 0


class _Thrift:
    """Values in the compact protocol, one after another."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def fields(self, most: int | None = None) -> Fields:
        """The fields of a structure by their numbers; the first ``most`` of them."""
        found: Fields = {}
        number = 0
        while (most is None or len(found) < most) and (head := self._byte()):
            number = number + (head >> 4) if head >> 4 else self._integer()
            kind = head & 15
            found[number] = kind == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind)
        return found

    def _value(self, kind: int) -> Any:
        match kind:
            case 3 | 1 | 2:  # a byte; in a list, a truth value is one too
                return self._byte()
            case 4 | 5 | 6:
                return self._integer()
            case 7:
                return self._bytes(8)
            case 8:
                return self._bytes(self._varint())
            case 9 | 10:
                head = self._byte()
                count = self._varint() if head >> 4 == 15 else head >> 4
                return [self._value(head & 15) for _ in range(count)]
            case 11:
                count = self._varint()
                kinds = self._byte() if count else 0
                return [(self._value(kinds >> 4), self._value(kinds & 15)) for _ in range(count)]
            case 12:
                return self.fields()
        raise ValueError(kind)

    def _byte(self) -> int:
        byte = self._data[self._at]
        self._at += 1
        return byte

    def _bytes(self, count: int) -> bytes:
        piece = self._data[self._at : self._at + count]
        if len(piece) < count:
            raise IndexError(count)
        self._at += count
        return piece

    def _varint(self) -> int:
        number = shift = 0
        while True:
            byte = self._byte()
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7
            if shift > 63:
                raise ValueError(number)

    def _integer(self) -> int:
        number = self._varint()
        return number >> 1 ^ -(number & 1)
