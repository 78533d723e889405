"""Parquet files and Arrow streams: batch by batch, only the columns that a document is made from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from factscan.corpus.columns import ReadOptions, document_maker, excerpt, needed_columns, schema_reject
from factscan.corpus.document import Document, Reject
from factscan.corpus.streams import Meter, foreign_kind

# A batch is sized by the mean of its rows: about so many bytes of values, and never more rows than this.
BATCH_BYTES = 2 * 2**20
BATCH_ROWS = 512
# Pages are read through a buffer of so many bytes; without it a whole column chunk is loaded at once.
PAGE_BUFFER_BYTES = 2**20

END_OF_STREAM = b"\0\0\0\0"


class _BrokenTableError(Exception):
    """The rows end before their time; ``place`` says where."""

    def __init__(self, reason: str, place: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


@dataclass(frozen=True, slots=True)
class _Schema:
    """The columns of a table, sent ahead of its batches."""

    names: list[str]


Values = dict[str, list[object]]
Batches = Iterator[_Schema | Values]

# What damaged bytes raise: the names in a schema are decoded as they are asked for.
_DAMAGE = (pa.ArrowException, OSError, UnicodeDecodeError)


def read_parquet(path: str, options: ReadOptions, folder: str, meter: Meter) -> Iterator[Document | Reject]:
    """The rows of a Parquet file in order, row group by row group."""
    return _rows(_parquet_batches(path, needed_columns(options), meter), options, folder)


def read_arrow(path: str, options: ReadOptions, folder: str, meter: Meter) -> Iterator[Document | Reject]:
    """The rows of an Arrow IPC file or stream, as ``datasets`` saves them."""
    return _rows(_arrow_batches(path, needed_columns(options), meter), options, folder)


def _rows(batches: Batches, options: ReadOptions, folder: str) -> Iterator[Document | Reject]:
    make = document_maker(options, folder)
    number = 0
    try:
        for batch in batches:
            if isinstance(batch, _Schema):
                if reject := schema_reject(batch.names, options):
                    yield reject
                    return
                continue
            for row in zip(*batch.values(), strict=True):
                record = dict(zip(batch, row, strict=True))
                result = make(record, number, f"row {number + 1}")
                if isinstance(result, Reject):
                    result = replace(result, excerpt=_row_excerpt(row))
                yield result
                number += 1
    except _BrokenTableError as broken:
        place = f"row {number + 1}, {broken.place}"
        yield Reject(number, place, broken.reason, fatal=True)


def _parquet_batches(path: str, names: tuple[str, ...], meter: Meter) -> Batches:
    place = "footer"
    try:
        with pq.ParquetFile(
            path, pre_buffer=False, buffer_size=PAGE_BUFFER_BYTES, page_checksum_verification=True
        ) as file:
            yield _Schema(_names(file.schema_arrow))
            bytes_a_row = Path(path).stat().st_size / max(file.metadata.num_rows, 1)
            done = 0
            for index in range(file.num_row_groups):
                group = file.metadata.row_group(index)
                place = f"row group {index}"
                # of all its columns: asking damaged metadata for one of them can abort the process
                rows = _batch_rows(group.total_byte_size, group.num_rows)
                missing = group.num_rows
                for batch in file.iter_batches(rows, [index], list(names), use_threads=False):
                    missing -= batch.num_rows
                    done += batch.num_rows
                    meter.position = int(bytes_a_row * done)
                    yield _values(batch, names)
                if missing:
                    raise _BrokenTableError(f"damaged: {missing} rows of the group are missing", place)
    except _DAMAGE as error:
        raise _BrokenTableError(_reason(error, path, "Parquet"), place) from error


def _arrow_batches(path: str, names: tuple[str, ...], meter: Meter) -> Batches:
    place = "byte 0"
    try:
        with pa.memory_map(path) as source:
            is_file = source.read(6) == b"ARROW1"
            source.seek(0)
            opened = pa.ipc.open_file(source) if is_file else pa.ipc.open_stream(source)
            with opened as reader:
                yield _Schema(_names(reader.schema))
                count = reader.num_record_batches if is_file else 0
                for batch in map(reader.get_batch, range(count)) if is_file else reader:
                    place = f"byte {source.tell()}"
                    meter.position = source.tell()
                    batch.validate()
                    rows = _batch_rows(batch.nbytes, batch.num_rows)
                    for start in range(0, batch.num_rows, rows):
                        yield _values(batch.slice(start, rows), names)
        # a stream that was cut between two batches reads like one that ended there, but for its mark
        if not is_file and _last_bytes(path, len(END_OF_STREAM)) != END_OF_STREAM:
            raise _BrokenTableError("the Arrow stream ends without its mark: the file was cut short", place)
    except _DAMAGE as error:
        raise _BrokenTableError(_reason(error, path, "Arrow"), place) from error


def _names(fields: pa.Schema | pa.StructType, prefix: str = "") -> list[str]:
    """The columns of a table; those inside of another one by their dotted names."""
    names = []
    for field in fields:
        names.append(prefix + field.name)
        if pa.types.is_struct(field.type):
            names += _names(field.type, f"{prefix}{field.name}.")
    return names


def _values(batch: pa.RecordBatch, names: tuple[str, ...]) -> Values:
    """The values of the columns that are there; text as bytes, so that a bad one cannot hide the others."""
    columns = {}
    for name in names:
        array = _column(batch, name)
        if array is not None:
            columns[name] = _plain(array)
    return columns


def _column(batch: pa.RecordBatch, name: str) -> pa.Array | None:
    """A column, or the field of nested ones that a dotted name leads to."""
    if name in batch.schema.names:
        return batch.column(batch.schema.names.index(name))
    head, *path = name.split(".")
    if not path or head not in batch.schema.names:
        return None
    array = batch.column(batch.schema.names.index(head))
    for part in path:
        if not pa.types.is_struct(array.type) or array.type.get_field_index(part) < 0:
            return None
        array = pc.struct_field(array, [part])
    return array


def _plain(array: pa.Array) -> list[object]:
    kind = array.type
    if pa.types.is_dictionary(kind):
        array, kind = array.dictionary_decode(), kind.value_type
    if pa.types.is_string(kind):
        array = array.cast(pa.binary())
    elif pa.types.is_large_string(kind):
        array = array.cast(pa.large_binary())
    elif pa.types.is_string_view(kind):
        array = array.cast(pa.binary_view())
    elif pa.types.is_nested(kind):
        # never a label nor a text: the kind of value is all that a reject says about it
        empty: object = {} if pa.types.is_struct(kind) or pa.types.is_map(kind) else []
        return [empty if valid else None for valid in array.is_valid().to_pylist()]
    elif pa.types.is_temporal(kind) or pa.types.is_decimal(kind):
        array = array.cast(pa.string())
    array.validate(full=True)  # offsets of a damaged file may lead anywhere
    return list(array.to_pylist())


def _batch_rows(total_bytes: int, rows: int) -> int:
    return max(1, min(BATCH_ROWS, BATCH_BYTES * rows // max(total_bytes, 1)))


def _row_excerpt(row: tuple[object, ...]) -> str:
    for value in row:
        if isinstance(value, bytes) and value.strip():
            return excerpt(value)
    return ""


def _last_bytes(path: str, count: int) -> bytes:
    with Path(path).open("rb") as file:
        file.seek(-count, 2)
        return file.read()


def _reason(error: Exception, path: str, kind: str) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    try:
        with Path(path).open("rb") as file:
            foreign = foreign_kind(file.read(64))
    except OSError:
        foreign = ""
    if foreign and kind not in foreign:
        return foreign
    return f"not a readable {kind} file: {' '.join(str(error).split())}"
