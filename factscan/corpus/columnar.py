"""Parquet files and Arrow streams: batch by batch, only the columns that a document is made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from factscan.corpus.columns import ReadOptions, document_maker, excerpt, needed_columns, schema_reject
from factscan.corpus.document import Document, Reject
from factscan.corpus.opening import Source, out_of_reach
from factscan.corpus.parquet_sizes import PAGE_HEADER_BYTES, Chunk, chunks_of, dictionary_bytes, footer_span
from factscan.corpus.streams import FREE_EXPANSION, Meter, foreign_kind, too_expansive

# A batch is sized by the mean of its rows: about so many bytes of values, and never more rows than this.
BATCH_BYTES = 2 * 2**20
BATCH_ROWS = 512
# No batch is larger than this, even if all of its rows repeat the longest value that a dictionary can hold.
REPEATED_BYTES = 128 * 2**20
MESSAGE_CHARS = 300
SMALL_CHUNK_BYTES = REPEATED_BYTES // BATCH_ROWS

END_OF_STREAM = b"\0\0\0\0"


class _BrokenTableError(Exception):
    """The rows end before their time; ``place`` says where, ``retriable`` that their bytes could not be had."""

    def __init__(self, reason: str, place: str, retriable: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place
        self.retriable = retriable


@dataclass(frozen=True, slots=True)
class _Schema:
    """The columns of a table, sent ahead of its batches."""

    names: list[str]


Values = dict[str, Iterable[object]]
Batches = Iterator[_Schema | Values]

# What damaged bytes raise: the names in a schema are decoded as they are asked for.
_DAMAGE = (pa.ArrowException, OSError, UnicodeDecodeError)


def read_parquet(
    source: Source, options: ReadOptions, folder: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The rows of a Parquet file in order, row group by row group."""
    return _rows(_parquet_batches(source, options, meter), options, folder)


def read_arrow(
    source: Source, options: ReadOptions, folder: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The rows of an Arrow IPC file or stream, as ``datasets`` saves them."""
    return _rows(_arrow_batches(source, needed_columns(options), meter), options, folder)


def parquet_columns(source: Source) -> list[str]:
    """The columns of a Parquet file. Raises OSError or ValueError where they cannot be read."""
    with source.open_ranges() as raw, pq.ParquetFile(raw) as file:
        return _names(file.schema_arrow)


def arrow_columns(source: Source) -> list[str]:
    """The columns of an Arrow IPC file or stream. Raises OSError or ValueError where they cannot be read."""
    with source.open_mapped() as raw:
        is_file = raw.read(6) == b"ARROW1"
        raw.seek(0)
        with pa.ipc.open_file(raw) if is_file else pa.ipc.open_stream(raw) as reader:
            return _names(reader.schema)


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
        yield Reject(number, place, broken.reason, fatal=True, retriable=broken.retriable)


def _parquet_batches(source: Source, options: ReadOptions, meter: Meter) -> Batches:
    names = needed_columns(options)
    place = "footer"
    try:
        with (
            source.open_ranges() as raw,
            # pages are read through a buffer; without it a whole column chunk is loaded at once
            pq.ParquetFile(
                raw, pre_buffer=False, buffer_size=source.range_bytes, page_checksum_verification=True
            ) as file,
        ):
            yield _Schema(_names(file.schema_arrow))
            bytes_a_row = raw.size() / max(file.metadata.num_rows, 1)
            done = 0
            sizes = _chunk_sizes(raw)
            for index in range(file.num_row_groups):
                group = file.metadata.row_group(index)
                place = f"row group {index}"
                chunks = [chunk for chunk in sizes.get(index, []) if _is_of(chunk, names)]
                # of all its columns: asking damaged metadata for one of them can abort the process
                rows = min(
                    _batch_rows(group.total_byte_size, group.num_rows),
                    _rows_of_dictionaries(raw, chunks, options.max_expansion, place),
                )
                missing = group.num_rows
                for batch in file.iter_batches(rows, [index], list(names), use_threads=False):
                    missing -= batch.num_rows
                    done += batch.num_rows
                    meter.position = int(bytes_a_row * done)
                    values = _values(batch, names)
                    del batch  # or it would be held as long as its documents
                    yield values
                if missing:
                    raise _BrokenTableError(f"damaged: {missing} rows of the group are missing", place)
    except _DAMAGE as error:
        raise _BrokenTableError(_reason(error, source, "Parquet"), place, out_of_reach(error)) from error


def _chunk_sizes(raw: pa.NativeFile) -> dict[int, list[Chunk]]:
    size = raw.size()
    span = footer_span(_piece(raw, size - 8, 8), size)
    return dict(enumerate(chunks_of(_piece(raw, *span)))) if span else {}


def _piece(raw: pa.NativeFile, start: int, count: int) -> bytes:
    raw.seek(start)
    piece: bytes = raw.read(count)
    return piece


def _is_of(chunk: Chunk, names: tuple[str, ...]) -> bool:
    return any(chunk.column == name or chunk.column.startswith(f"{name}.") for name in names)


def _rows_of_dictionaries(raw: pa.NativeFile, chunks: list[Chunk], max_expansion: int, place: str) -> int:
    """How many rows of a group may be taken at once, as each may hold the whole dictionary of its column."""
    longest = 1
    for chunk in chunks:
        if chunk.unpacked <= SMALL_CHUNK_BYTES:
            continue
        dictionary = dictionary_bytes(_piece(raw, chunk.start, PAGE_HEADER_BYTES))
        if max(chunk.unpacked, dictionary) > max(FREE_EXPANSION, chunk.packed * max_expansion):
            raise _BrokenTableError(f"column {excerpt(chunk.column)}: {too_expansive(max_expansion)}", place)
        longest = max(longest, dictionary)
    return max(1, REPEATED_BYTES // longest)


def _arrow_batches(source: Source, names: tuple[str, ...], meter: Meter) -> Batches:
    place = "byte 0"
    try:
        with source.open_mapped() as raw:
            is_file = raw.read(6) == b"ARROW1"
            raw.seek(0)
            opened = pa.ipc.open_file(raw) if is_file else pa.ipc.open_stream(raw)
            with opened as reader:
                yield _Schema(_names(reader.schema))
                count = reader.num_record_batches if is_file else 0
                for batch in map(reader.get_batch, range(count)) if is_file else reader:
                    place = f"byte {raw.tell()}"
                    meter.position = raw.tell()
                    batch.validate()
                    rows = _batch_rows(batch.nbytes, batch.num_rows)
                    for start in range(0, batch.num_rows, rows):
                        yield _values(batch.slice(start, rows), names)
            # a stream that was cut between two batches reads like one that ended there, but for its mark
            mark = len(END_OF_STREAM)
            if not is_file and _piece(raw, raw.size() - mark, mark) != END_OF_STREAM:
                raise _BrokenTableError(
                    "the Arrow stream ends without its mark: the file was cut short", place
                )
    except _DAMAGE as error:
        raise _BrokenTableError(_reason(error, source, "Arrow"), place, out_of_reach(error)) from error


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


def _plain(array: pa.Array) -> Iterable[object]:
    """The values of a column as Python's; text as bytes."""
    kind = array.type
    if isinstance(array, pa.ExtensionArray):
        return _plain(array.storage)
    if pa.types.is_nested(kind):
        # never a label nor a text: the kind of value is all that a reject says about it
        empty: object = {} if pa.types.is_struct(kind) or pa.types.is_map(kind) else []
        return [empty if valid else None for valid in array.is_valid().to_pylist()]
    if pa.types.is_dictionary(kind):
        return _repeated(array.indices, array.dictionary)
    array = _as_bytes(array)
    array.validate(full=True)  # offsets of a damaged file may lead anywhere
    if pa.types.is_binary_view(array.type):
        return (value.as_py() for value in array)  # all of its values may be views of one long piece
    return list(array.to_pylist())


def _repeated(indices: pa.Array, values: pa.Array) -> list[object]:
    """Values by their places, each made once: a batch may repeat a long one in every row."""
    values = _as_bytes(values)
    values.validate(full=True)
    used = pc.unique(indices.drop_null())
    found = dict(zip(used.to_pylist(), _plain(values.take(used)), strict=True))
    return [found.get(index) for index in indices.to_pylist()]


def _as_bytes(array: pa.Array) -> pa.Array:
    kind = array.type
    if pa.types.is_string(kind):
        return array.view(pa.binary())
    if pa.types.is_large_string(kind):
        return array.view(pa.large_binary())
    if pa.types.is_string_view(kind):
        return array.cast(pa.binary_view())
    if pa.types.is_temporal(kind) or pa.types.is_decimal(kind):
        return array.cast(pa.string())
    return array


def _batch_rows(total_bytes: int, rows: int) -> int:
    return max(1, min(BATCH_ROWS, BATCH_BYTES * rows // max(total_bytes, 1)))


def _row_excerpt(row: tuple[object, ...]) -> str:
    for value in row:
        if isinstance(value, bytes) and value.strip():
            return excerpt(value)
    return ""


def _reason(error: Exception, source: Source, kind: str) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    try:
        with source.open() as file:
            foreign = foreign_kind(file.read(64))
    except OSError:
        foreign = ""
    if foreign and kind not in foreign:
        return foreign
    return f"not a readable {kind} file: {excerpt(' '.join(str(error).split()), most=MESSAGE_CHARS)}"
