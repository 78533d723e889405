"""Cut a shard into the batches that become its parts.

The cut depends on the records alone, not on workers or on what is already done: so a job that is run again finds
its finished parts under the same names.
"""

from collections.abc import Iterable, Iterator

from factscan.corpus.document import Document, Reject
from factscan.engine.workers import Batch

# About a minute of parsing on one core: what a killed job loses for each worker.
PART_CHARACTERS = 2_000_000
PART_RECORDS = 5_000


def batches(shard_key: str, records: Iterable[Document | Reject]) -> Iterator[Batch]:
    """Batches of consecutive records, each closed by the record that fills it; none is empty."""
    held: list[Document | Reject] = []
    characters = 0
    for record in records:
        held.append(record)
        if isinstance(record, Document):
            characters += len(record.text)
        if characters >= PART_CHARACTERS or len(held) >= PART_RECORDS:
            yield Batch(shard_key, held[0].record, held)
            held, characters = [], 0
    if held:
        yield Batch(shard_key, held[0].record, held)
