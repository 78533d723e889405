"""A look at a corpus before a scan: how much text there is, of which columns and domains, and a sample of it.

Reading is cheap beside extracting, so shards are read from their beginning as far as the time goes, and documents are
kept evenly over what was read.
"""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factscan.corpus import (
    Document,
    Meter,
    ReadOptions,
    Reject,
    Shard,
    chosen_columns,
    columns_of,
    read_shard,
)
from factscan.engine.pieces import piece_spans

MOST_SHARDS = 48
SHOWN_REJECTS = 5
SAMPLE_CHARACTERS = 64_000_000
"""Held at once: more than a minute of sixteen cores."""


@dataclass(slots=True)
class Look:
    """What was seen of a shard. ``read``: the bytes on disk of which ``documents`` and ``characters`` were made.

    ``rejects`` are the first of the ``rejected``.
    """

    shard: Shard
    columns: dict[str, str]
    documents: int = 0
    characters: int = 0
    read: int = 0
    ended: bool = False
    rejected: int = 0
    rejects: list[Reject] = field(default_factory=list)
    domains: Counter[str] = field(default_factory=Counter)
    sample: list[Document] = field(default_factory=list)

    @property
    def whole(self) -> float:
        """How many times as much as was seen the shard holds; 0 where that cannot be told."""
        if self.ended:
            return 1.0
        return self.shard.bytes / self.read if self.read else 0.0


def look_at(shards: Sequence[Shard], options: ReadOptions, seconds: float) -> list[Look]:
    """Look at shards that lie evenly in the corpus, ``MOST_SHARDS`` at most, for so long in all."""
    chosen = evenly(shards)
    total = sum(shard.bytes for shard in chosen)
    found = []
    for shard in chosen:
        share = shard.bytes / total if total else 1 / len(chosen)
        # beginnings tell of the size of a shard's text, so each has its time; the sample goes by size
        found.append(_look(shard, options, seconds / len(chosen), max(1, int(SAMPLE_CHARACTERS * share))))
    return found


def evenly(shards: Sequence[Shard]) -> list[Shard]:
    """Shards at even steps through the bytes of all: a large one is sure to be among them."""
    if len(shards) <= MOST_SHARDS:
        return list(shards)
    step = sum(shard.bytes or 1 for shard in shards) / MOST_SHARDS
    chosen, passed, next_step = [], 0.0, step / 2
    for shard in shards:
        passed += shard.bytes or 1
        if passed > next_step:
            chosen.append(shard)
            next_step += step * (1 + (passed - next_step) // step)
    return chosen


def _look(shard: Shard, options: ReadOptions, seconds: float, most_characters: int) -> Look:
    until = time.monotonic() + seconds
    meter, sample = Meter(), _Even(most_characters)
    look = Look(shard, chosen_columns(columns_of(shard, options), options))
    position = documents = characters = 0
    for record in read_shard(shard, options, meter):
        if meter.position != position:
            # a reader is a block ahead: what it has yielded was made of the bytes before this one
            if position:
                look.read, look.documents, look.characters = position, documents, characters
            position = meter.position
        if isinstance(record, Reject):
            look.rejected += 1
            look.rejects += [record] if look.rejected <= SHOWN_REJECTS else []
        else:
            documents += 1
            characters += len(record.text)
            look.domains[record.domain] += 1
            sample.offer(record)
        if time.monotonic() > until and (look.read or not shard.bytes):
            break
    else:
        look.ended = True
    if look.ended or not look.read:
        look.read, look.documents, look.characters = shard.bytes, documents, characters
    look.sample = sample.kept
    return look


class _Even:
    """Documents at even steps through a stream whose end is not known, so many characters at most."""

    def __init__(self, most_characters: int) -> None:
        self.kept: list[Document] = []
        self._most = most_characters
        self._held = self._seen = 0
        self._step = 1

    def offer(self, document: Document) -> None:
        if self._seen % self._step == 0:
            _, end = next(piece_spans(document.text))
            self.kept.append(replace(document, text=document.text[:end]))
            self._held += end
        self._seen += 1
        while self._held > self._most and len(self.kept) > 1:
            self.kept = self.kept[::2]
            self._step *= 2
            self._held = sum(len(kept.text) for kept in self.kept)
