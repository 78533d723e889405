"""Facts of a text or a file, without a run: to see what is extracted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factscan.corpus import Document, ReadOptions, Reject, find_shards, read_shard
from factscan.extract import Extractor, Mention


@dataclass(frozen=True, slots=True)
class Found:
    """A record of a file: a document with the mentions found in it, or a reject."""

    shard: str
    record: Document | Reject
    mentions: list[Mention]


def plain_text(text: str, model: str | None, title: str = "") -> Iterator[Found]:
    """The facts of one text."""
    document = Document(record=0, doc_id="", title=title, text=text, domain="", source="")
    yield from _extract("text", [document], Extractor(model))


def facts_of(path: str, options: ReadOptions, model: str | None, title: str = "") -> Iterator[Found]:
    """The facts of every document of a file, one document at a time, and its rejects where they stand.

    ``title`` stands in for documents that have none.
    """
    extractor = Extractor(model)
    for shard in find_shards([path], options).shards:
        for record in read_shard(shard, options):
            if isinstance(record, Reject):
                yield Found(shard.name, record, [])
            else:
                yield from _extract(shard.name, [_titled(record, title)], extractor)


def _titled(document: Document, title: str) -> Document:
    return document if document.title or not title else replace(document, title=title)


def _extract(shard: str, documents: list[Document], extractor: Extractor) -> Iterator[Found]:
    texts = [(document.title, document.text) for document in documents]
    for document, mentions in zip(documents, extractor.extract(texts), strict=True):
        yield Found(shard, document, mentions)
