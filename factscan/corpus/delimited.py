"""CSV with a header line: quoted fields may hold newlines and be of any length."""

import csv
from collections.abc import Iterator
from dataclasses import replace

from factscan.corpus.columns import ReadOptions, document_maker, excerpt, schema_reject
from factscan.corpus.document import Document, Reject
from factscan.corpus.opening import Source
from factscan.corpus.streams import BrokenStreamError, Compression, Meter, blocks, lines

BOM = "\ufeff"

# The csv module holds a record at 4 bytes a character, beside its lines: so it may have but this part of the memory.
HELD = 4

# The csv module's own limit is one for the whole process and too low for a long text; _Feed bounds records.
_FIELD_LIMIT = 2**31 - 1


class _EndlessRecordError(Exception):
    """A record without an end in sight."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Feed:
    """Hands decoded lines to ``csv.reader`` and keeps account of the record being read."""

    def __init__(self, source: Source, compression: Compression, options: ReadOptions, meter: Meter) -> None:
        self._limit = options.max_record_bytes // HELD
        self._lines = lines(blocks(source, compression, meter, options.max_expansion), self._limit)
        self._next_line = 1
        self.begin_record()

    def begin_record(self) -> None:
        self.first_line = self._next_line
        self.bytes = 0
        self.beginning = b""
        self.not_utf8 = ""
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.bytes += line.size + 1
            self.beginning = self.beginning or line.data[:1024]
            self._next_line += 1
            if self.bytes > self._limit + 1:
                raise _EndlessRecordError(
                    f"longer than the {self._limit} bytes that a record of CSV may have (a quarter of --max-record), "
                    "or a quote is never closed"
                )
            if line.whole:  # half a line is part of what the break took
                yield self._decoded(line.data, line.number) + "\n"
        self.ended = True

    def _decoded(self, data: bytes, number: int) -> str:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            self.not_utf8 = f"not UTF-8: {error.reason} at byte {error.start + 1} of line {number}"
            text = data.decode(errors="replace")
        return text.removeprefix(BOM) if number == 1 else text


def read_csv(
    source: Source, compression: Compression, options: ReadOptions, folder: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The documents and rejects of a file, in order. The header and blank lines are no records.

    A quote that is never closed takes the rest of the file with it, as nothing tells where to go on.
    """
    feed = _Feed(source, compression, options, meter)
    make = document_maker(options, folder)
    header: list[str] = []
    number = 0
    try:
        for row, problem in _rows(feed):
            place = f"line {feed.first_line}"
            if not header:
                header = [name.strip() for name in row]
                reject = Reject(0, place, problem, fatal=True) if problem else schema_reject(header, options)
                if reject:
                    yield reject
                    return
                continue
            if not problem and len(row) != len(header):
                problem = f"{len(row)} fields where the header has {len(header)}"
            result: Document | Reject
            if problem:
                result = Reject(number, place, problem)
            else:
                result = make(dict(zip(header, row, strict=True)), number, place)
            yield replace(result, excerpt=excerpt(feed.beginning)) if isinstance(result, Reject) else result
            number += 1
    except (BrokenStreamError, _EndlessRecordError) as error:
        place = f"line {feed.first_line}"
        retriable = False
        if isinstance(error, BrokenStreamError):
            place += f", byte {error.offset}"
            retriable = error.retriable
        yield Reject(number, place, error.reason, excerpt(feed.beginning), fatal=True, retriable=retriable)


def _rows(feed: _Feed) -> Iterator[tuple[list[str], str]]:
    """The records, each with what is wrong with it."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(feed)
    while True:
        feed.begin_record()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield [], f"malformed CSV: {error}"
            continue
        if feed.ended:  # in the middle of a record, which the reader does not mind
            raise _EndlessRecordError("a quote opened in this record is never closed")
        if row:
            yield row, feed.not_utf8
