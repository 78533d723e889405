"""Facts of a text or a file, without a run: to see what is extracted."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from factscan.corpus import Document, ReadOptions, Reject, find_shards, read_shard
from factscan.corpus.jsonl import read_jsonl_stream
from factscan.extract import Extractor, Mention
from factscan.extract.open_view import Statement, binary_statements, nary_statements
from factscan.extract.relations import relations_with
from factscan.extract.syntax.analysis import Analysis

STANDARD_INPUT = "standard input"
_BLOCK = 2**16
_BLANK = b"\xef\xbb\xbf \t\r\n"

_READERS: dict[str, Callable[[Analysis], Iterator[Statement]]] = {
    "minimal": binary_statements,
    "open": nary_statements,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A record of a file: a document with what was found in it, or a reject.

    ``mentions`` are its facts as a scan keys them; of an extractor for statements, ``statements`` instead.
    """

    shard: str
    record: Document | Reject
    mentions: list[Mention]
    statements: list[Statement]


def extractor_of(model: str | None, synonyms: str | None, statements: str | None) -> Extractor:
    """An extractor of facts, or of the ``statements`` of a view ("minimal": binary, "open": with all arguments)."""
    return Extractor(model, relations_with(synonyms), _READERS[statements] if statements else None)


def plain_text(text: str, extractor: Extractor, title: str = "") -> Iterator[Found]:
    """What is found in one text."""
    yield from _extract("text", [_document(text, title)], extractor)


def facts_of(path: str, options: ReadOptions, extractor: Extractor, title: str = "") -> Iterator[Found]:
    """What is found in every document of a file, one document at a time, and its rejects where they stand.

    ``title`` stands in for documents that have none.
    """
    for shard in find_shards([path], options).shards:
        for record in read_shard(shard, options):
            if isinstance(record, Reject):
                yield Found(shard.name, record, [], [])
            else:
                yield from _extract(shard.name, [_titled(record, title)], extractor)


def facts_of_lines(path: str, extractor: Extractor, title: str = "") -> Iterator[Found]:
    """What is found in every line of a file, each a text of its own, named by its number."""
    with Path(path).open("rb") as lines:
        yield from facts_of_line_stream(lines, extractor, title, path)


def facts_of_line_stream(
    stream: BinaryIO, extractor: Extractor, title: str = "", name: str = STANDARD_INPUT
) -> Iterator[Found]:
    """The same of an open stream."""
    lines = ((number, line.decode(errors="replace").strip()) for number, line in enumerate(stream, 1))
    texts = (_document(line, title, number) for number, line in lines if line)
    yield from _extract(name, texts, extractor)


def facts_of_stream(
    stream: BinaryIO, options: ReadOptions, extractor: Extractor, title: str = ""
) -> Iterator[Found]:
    """What is found in a stream without a name: JSON Lines where it begins with "{", else one text."""
    blocks = iter(lambda: stream.read(_BLOCK), b"")
    head = b""
    for block in blocks:
        head += block
        if head.strip(_BLANK):
            break
    if not head.lstrip(_BLANK).startswith(b"{"):
        text = (head + b"".join(blocks)).decode(errors="replace")
        yield from plain_text(text, extractor, title)
        return
    for record in read_jsonl_stream(chain([head], blocks), options):
        if isinstance(record, Reject):
            yield Found(STANDARD_INPUT, record, [], [])
        else:
            yield from _extract(STANDARD_INPUT, [_titled(record, title)], extractor)


def _document(text: str, title: str, number: int = 0) -> Document:
    doc_id = str(number) if number else ""
    return Document(record=max(number - 1, 0), doc_id=doc_id, title=title, text=text, domain="", source="")


def _titled(document: Document, title: str) -> Document:
    return document if document.title or not title else replace(document, title=title)


def _extract(shard: str, documents: Iterable[Document], extractor: Extractor) -> Iterator[Found]:
    waiting: deque[Document] = deque()

    def texts() -> Iterator[tuple[str, str]]:
        for document in documents:
            waiting.append(document)
            yield document.title, document.text

    for found in extractor.extractions(texts()):
        yield Found(shard, waiting.popleft(), found.mentions, found.statements)
