"""JSON Lines: one object a line, plain or compressed."""

import json
from collections.abc import Iterator
from dataclasses import replace

from factscan.corpus.columns import DocumentMaker, ReadOptions, Record, document_maker, excerpt, too_long
from factscan.corpus.document import Document, Reject
from factscan.corpus.long_json import LONG_LINE, TooManyValuesError, loads_long
from factscan.corpus.opening import Source
from factscan.corpus.streams import BrokenStreamError, Compression, Line, Meter, blocks, lines

BOM = b"\xef\xbb\xbf"


class _BadRecordError(Exception):
    """Why a line is no record, with the piece of it that is to blame."""

    def __init__(self, reason: str, piece: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.piece = piece


def read_jsonl(
    source: Source, compression: Compression, options: ReadOptions, folder: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The documents and rejects of a file, in order. Blank lines are no records."""
    return read_jsonl_stream(blocks(source, compression, meter, options.max_expansion), options, folder)


def read_jsonl_stream(
    stream: Iterator[bytes], options: ReadOptions, folder: str = ""
) -> Iterator[Document | Reject]:
    """The documents and rejects of a stream of blocks, in order."""
    make = document_maker(options, folder)
    number, line_number = 0, 1

    try:
        for line in lines(stream, options.max_record_bytes):
            line_number = line.number
            whole, result = line.whole, _read_line(line, number, options, make)
            del line  # or it would be held as long as the document
            # half a line is part of what the break took, unless the break fell between line and newline
            if result and (whole or isinstance(result, Document)):
                yield result
                number += 1
            line_number += whole
    except BrokenStreamError as broken:
        place = f"line {line_number}, byte {broken.offset}"
        yield Reject(number, place, broken.reason, fatal=True, retriable=broken.retriable)


def _read_line(
    line: Line, number: int, options: ReadOptions, make: DocumentMaker
) -> Document | Reject | None:
    """What a line holds; None for a blank one."""
    if not line.data or line.data.isspace():
        return None
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
        if len(line.data) > LONG_LINE and (record := _long_record(line.data)) is not None:
            return record
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
    return _checked(record, text)


def _long_record(data: bytes) -> Record | None:
    """The record of a long line; None where the usual way has to tell what is wrong with it."""
    try:
        record = loads_long(data.removeprefix(BOM))
    except TooManyValuesError as error:
        raise _BadRecordError(str(error), excerpt(data)) from None
    except (ValueError, RecursionError):
        return None
    return _checked(record, "")


def _checked(record: object, text: str) -> Record:
    if not isinstance(record, dict):
        kind = "list" if isinstance(record, list) else "single value"
        raise _BadRecordError(f"a JSON {kind}, not an object", excerpt(text))
    return record
