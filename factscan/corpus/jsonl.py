"""JSON Lines: one object a line, plain or compressed."""

import json
from collections.abc import Iterator
from dataclasses import replace

from factscan.corpus.columns import DocumentMaker, ReadOptions, Record, document_maker, excerpt, too_long
from factscan.corpus.document import Document, Reject
from factscan.corpus.streams import BrokenStreamError, Compression, Line, Meter, blocks, lines

BOM = b"\xef\xbb\xbf"


class _BadRecordError(Exception):
    """Why a line is no record, with the piece of it that is to blame."""

    def __init__(self, reason: str, piece: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.piece = piece


def read_jsonl(
    path: str, compression: Compression, options: ReadOptions, folder: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The documents and rejects of a file, in order. Blank lines are no records."""
    make = document_maker(options, folder)
    number, line_number = 0, 1

    try:
        for line in lines(blocks(path, compression, meter), options.max_record_bytes):
            line_number = line.number
            if line.data.strip():
                result = _read_line(line, number, options, make)
                # half a line is part of what the break took, unless the break fell between line and newline
                if line.whole or isinstance(result, Document):
                    yield result
                    number += 1
            line_number += line.whole
    except BrokenStreamError as broken:
        place = f"line {line_number}, byte {broken.offset}"
        yield Reject(number, place, broken.reason, fatal=True)


def _read_line(line: Line, number: int, options: ReadOptions, make: DocumentMaker) -> Document | Reject:
    place = f"line {line.number}"
    try:
        record = _record(line, options)
    except _BadRecordError as bad:
        return Reject(number, place, bad.reason, bad.piece)
    result = make(record, number, place)
    return replace(result, excerpt=excerpt(line.data)) if isinstance(result, Reject) else result


def _record(line: Line, options: ReadOptions) -> Record:
    if line.too_long:
        raise _BadRecordError(too_long(line.size, options), excerpt(line.data))
    text = ""
    try:
        text = line.data.removeprefix(BOM).decode()
        record = json.loads(text)
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: {error.reason} at byte {error.start + 1} of the line"
        raise _BadRecordError(reason, excerpt(line.data, error.start)) from None
    except json.JSONDecodeError as error:
        reason = f"malformed JSON: {error.msg} at column {error.colno}"
        raise _BadRecordError(reason, excerpt(text, error.pos)) from None
    except RecursionError:
        raise _BadRecordError("malformed JSON: nested too deeply", excerpt(text)) from None
    except ValueError as error:  # a number of thousands of digits
        raise _BadRecordError(f"malformed JSON: {error}", excerpt(text)) from None
    if not isinstance(record, dict):
        kind = "list" if isinstance(record, list) else "single value"
        raise _BadRecordError(f"a JSON {kind}, not an object", excerpt(text))
    return record
