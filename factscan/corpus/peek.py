"""Which columns a shard has, and which of them its documents would be made from: for a look before a long job."""

import csv
import json
from collections.abc import Sequence

from factscan.corpus.columns import ReadOptions
from factscan.corpus.hub import hub_columns
from factscan.corpus.opening import Source
from factscan.corpus.shard import Shard
from factscan.corpus.streams import BrokenStreamError, Line, Meter, blocks, lines


def columns_of(shard: Shard, options: ReadOptions) -> list[str]:
    """The columns of a shard by its header, or of its first record; none of plain text and of what cannot be read."""
    source = Source(shard.location, options.retries)
    try:
        match shard.format:
            case "jsonl":
                record = json.loads(_first_line(source, shard, options).data.removeprefix(b"\xef\xbb\xbf"))
                return list(record) if isinstance(record, dict) else []
            case "csv":
                header = _first_line(source, shard, options).data.decode("utf-8-sig")
                return [name.strip() for name in next(csv.reader([header]), [])]
            case "parquet" | "arrow":
                from factscan.corpus.columnar import arrow_columns, parquet_columns

                return parquet_columns(source) if shard.format == "parquet" else arrow_columns(source)
            case "hub":
                return hub_columns(shard.location)
            case "txt":
                return []
    except (BrokenStreamError, OSError, ValueError, csv.Error, RecursionError):
        return []


def chosen_columns(available: Sequence[str], options: ReadOptions) -> dict[str, str]:
    """For each part of a document the first of its columns that there is; parts without one are left out."""
    found = {}
    for part, names in options.columns.candidates().items():
        if part == "domain" and options.domain.kind == "column":
            names = (options.domain.name,)
        elif part == "domain" and options.domain.kind != "auto":
            continue
        there = (name for name in names if name in available or name.partition(".")[0] in available)
        if (name := next(there, None)) is not None:
            found[part] = name
    return found


def _first_line(source: Source, shard: Shard, options: ReadOptions) -> Line:
    stream = blocks(source, shard.compression, Meter(), options.max_expansion)
    found = (line for line in lines(stream, options.max_record_bytes) if line.data.strip())
    return next(found, Line(1, b"", 0))
