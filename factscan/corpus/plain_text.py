"""Plain text: a document a file."""

from collections.abc import Iterator

from factscan.corpus.columns import ReadOptions, document_maker, excerpt, too_long
from factscan.corpus.document import Document, Reject
from factscan.corpus.streams import BrokenStreamError, Compression, Meter, blocks


def read_text(
    path: str, compression: Compression, options: ReadOptions, folder: str, name: str, meter: Meter
) -> Iterator[Document | Reject]:
    """The one document of a file; its id is ``name``, the file's path below the source."""
    data = bytearray()
    broken = None
    try:
        for block in blocks(path, compression, meter):
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
    if broken is None or text.strip():
        columns = options.columns.candidates()
        record = {columns["text"][0]: text, columns["id"][0]: name}
        yield document_maker(options, folder)(record, 0, "byte 0")
    if broken is not None:
        yield Reject(1 if text.strip() else 0, f"byte {broken.offset}", broken.reason, fatal=True)
