"""What is known of a shard while its parts are in work."""

from dataclasses import dataclass, field

from factscan.corpus import Shard
from factscan.store.folder import ShardMarker, ShardState
from factscan.store.part import PartMarker


@dataclass(slots=True)
class Ledger:
    """Counts the parts of one shard: it is finished when it was read to its end and no part is outstanding.

    ``stamp`` and ``content`` are those of its file, as read.
    """

    shard: Shard
    stamp: list[int] | None = None
    content: str | None = None
    parts: list[PartMarker] = field(default_factory=list)
    outstanding: int = 0
    read: bool = False
    broken: bool = False
    limited: bool = False
    retriable: bool = False  # what broke it may pass: a later job tries again

    @property
    def finished(self) -> bool:
        return self.read and not self.outstanding

    def marker(self) -> ShardMarker:
        documents = sum(part.documents for part in self.parts)
        return ShardMarker(
            key=self.shard.key,
            name=self.shard.name,
            path=self.shard.shown,
            bytes=self.shard.bytes,
            documents=documents,
            words=sum(part.words for part in self.parts),
            mentions=sum(part.mentions for part in self.parts),
            rejected=sum(part.rejected for part in self.parts),
            state=self._state(documents),
            parts=sorted(part.name for part in self.parts),
            stamp=self.stamp,
            content=self.content,
        )

    def _state(self, documents: int) -> ShardState:
        if self.broken:
            return "partial" if documents else "failed"
        return "limited" if self.limited else "complete"
