"""What a reader yields: documents and rejects, in the order of their records in the shard."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One record of the corpus that has a text.

    ``record`` is its ordinal in the shard, from 0, counting rejected records too; empty strings
    stand for what the record does not say.
    """

    record: int
    doc_id: str
    title: str
    text: str
    domain: str
    source: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A record (or the rest of a broken file) that could not be read.

    ``place`` is where a person finds it: ``line 17``, ``row 4``, ``byte 1048576``. ``fatal`` says that the
    shard cannot be read past this point: everything after it is lost and the shard is ``partial``. A fatal one is
    ``retriable`` where the bytes did not come (a network, a disk, a permission) rather than being bad: another run
    may get them, so its shard is not finished.
    """

    record: int
    place: str
    reason: str
    excerpt: str = ""
    fatal: bool = False
    retriable: bool = False
