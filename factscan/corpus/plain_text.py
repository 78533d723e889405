"""Plain text: a document a file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factscan.corpus.columns import ReadOptions, document_maker, excerpt, too_long
from factscan.corpus.document import Document, Reject
from factscan.corpus.opening import Source
from factscan.corpus.shard import compression_of, readable
from factscan.corpus.streams import BrokenStreamError, Compression, Meter, blocks


def read_text(
    source: Source, compression: Compression, options: ReadOptions, folder: str, name: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The one document of a file; its id is ``name``, the file's path below the source.

    What could be read of a broken file comes before the fatal reject.
    """
    data = bytearray()
    broken = None
    try:
        for block in blocks(source, compression, meter, options.max_expansion):
            data += block
            if len(data) > options.max_record_bytes:
                yield Reject(0, "byte 0", too_long(len(data), options), excerpt(bytes(data[:1024])))
                return
    except BrokenStreamError as error:
        broken = error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if broken is None:
            reason = f"not UTF-8: {error.reason} at byte {error.start}"
            yield Reject(0, f"byte {error.start}", reason, excerpt(bytes(data), error.start))
            return
        text = data[: error.start].decode("utf-8-sig")  # the break may have split a character
    data.clear()
    if broken is None or text.strip():
        columns = options.columns.candidates()
        record = {columns["text"][0]: text, columns["id"][0]: name}
        yield document_maker(options, folder)(record, 0, "byte 0")
    if broken is not None:
        number = 1 if text.strip() else 0
        place = f"byte {broken.offset}"
        yield Reject(number, place, broken.reason, fatal=True, retriable=broken.retriable)


def read_texts(
    source: Source, names: Sequence[str], options: ReadOptions, folder: str, shard_name: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The files of the folder ``source`` one by one, each a record: its document, or the reject that names it.

    A broken file is a record that is lost, not the end of the shard: what could be read of it goes too, as a
    record is either a document or a reject.
    """
    below_source = "".join(shard_name.rpartition("/")[:2])
    for number, name in enumerate(names):
        shown = readable(name)
        file_meter = Meter()
        *_, item = read_text(
            source.beside(name), compression_of(name), options, folder, below_source + shown, file_meter
        )
        meter.position += file_meter.position
        if isinstance(item, Reject):
            yield replace(item, record=number, place=f"{shown}, {item.place}", fatal=False)
        else:
            yield replace(item, record=number)
