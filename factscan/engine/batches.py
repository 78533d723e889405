"""Cut a shard into the batches that become its parts.

The cut depends on the records alone, not on workers or on what is already done: so a job that is run again finds
its finished parts under the same names.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from factscan.corpus.document import Document, Reject
from factscan.dedup import Identity, NearOptions, Signer, identity_of
from factscan.engine.pieces import PIECE_CHARACTERS, piece_spans
from factscan.hashing import hash64
from factscan.store.part import PartId

# About a minute of parsing on one core: what a killed job loses for each worker.
PART_CHARACTERS = 2_000_000
PART_RECORDS = 5_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Which piece of a very long document a batch is: it begins at character ``offset`` of the whole."""

    index: int
    offset: int
    identity: Identity


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the facts of an equal text with an equal title are: a record of a finished part.

    ``offset`` is the place of that part's piece in its document.
    """

    part: str
    record: int
    offset: int


@dataclass(frozen=True, slots=True)
class Batch:
    """The records that make one part: consecutive ones of a shard, or one piece of a document.

    ``content`` is a digest of all that they hold. ``keys`` are those of the documents' titles and texts, by record;
    ``copies`` the records whose facts need not be extracted again.
    """

    shard_key: str
    first_record: int
    records: list[Document | Reject]
    content: str
    keys: dict[int, int]
    piece: Piece | None = None
    copies: dict[int, Origin] = field(default_factory=dict)

    @property
    def part(self) -> PartId:
        """The part that this batch becomes."""
        return PartId(
            self.shard_key,
            self.first_record,
            self.piece.index if self.piece else 0,
            len(self.records),
            self.content,
            provisional=any(isinstance(record, Reject) and record.retriable for record in self.records),
        )

    @property
    def offset(self) -> int:
        return self.piece.offset if self.piece else 0


@dataclass(frozen=True, slots=True)
class Cut:
    """How large a part may grow before it is closed."""

    characters: int = PART_CHARACTERS
    records: int = PART_RECORDS


def batches(
    shard_key: str, records: Iterable[Document | Reject], near: NearOptions, cut: Cut | None = None
) -> Iterator[Batch]:
    """Batches of consecutive records, each closed by the record that fills it; none is empty.

    A document longer than ``PIECE_CHARACTERS`` makes batches of its own, one a piece.
    """
    cut = cut or Cut()
    held = _Held(shard_key)
    for record in records:
        if isinstance(record, Document) and len(record.text) > PIECE_CHARACTERS:
            yield from held.close()
            yield from _pieces(shard_key, record, Signer(near))
            continue
        held.add(record)
        if held.characters >= cut.characters or len(held.records) >= cut.records:
            yield from held.close()
    yield from held.close()


class _Held:
    """The records of the batch that is being filled."""

    def __init__(self, shard_key: str) -> None:
        self._shard_key = shard_key
        self._empty()

    def _empty(self) -> None:
        self.records: list[Document | Reject] = []
        self.characters = 0
        self._keys: dict[int, int] = {}
        self._digest = hashlib.blake2b(digest_size=16)

    def add(self, record: Document | Reject) -> None:
        self.records.append(record)
        if isinstance(record, Document):
            self.characters += len(record.text)
            key = hash64(record.title, record.text)
            self._keys[record.record] = key
            fields = (str(key), record.doc_id, record.domain, record.source)
        else:
            fields = (record.place, record.reason, record.excerpt, "")
        self._digest.update(hash64(str(record.record), *fields).to_bytes(8, "little"))

    def close(self, piece: Piece | None = None) -> Iterator[Batch]:
        if self.records:
            first = self.records[0].record
            yield Batch(self._shard_key, first, self.records, self._digest.hexdigest(), self._keys, piece)
            self._empty()


def _pieces(shard_key: str, document: Document, signer: Signer) -> Iterator[Batch]:
    identity = identity_of(document.doc_id, document.title, document.text, signer)
    for index, (start, end) in enumerate(piece_spans(document.text)):
        held = _Held(shard_key)
        held.add(replace(document, text=document.text[start:end]))
        yield from held.close(Piece(index, start, identity))
