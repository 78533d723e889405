"""What a scan did."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factscan.engine.stages import Stage
from factscan.sampling import Sampling
from factscan.store.counts import ForeignDomain, SentenceCounts
from factscan.store.folder import ShardMarker


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan did.

    ``skipped`` are the files that are no shards; ``sentences`` what the filters dropped; ``resumed`` counts the parts
    that an earlier job had finished; ``foreign`` are the domains that are mostly not English; ``stages`` the seconds of
    this job, by stage, over all processes.
    """

    run: str
    shards: list[ShardMarker]
    skipped: list[tuple[str, str]]
    unread: list[str]
    sentences: SentenceCounts
    resumed: int
    seconds: float
    sampling: Sampling | None = None
    foreign: list[ForeignDomain] = field(default_factory=list)
    stages: Mapping[Stage, float] = field(default_factory=dict)

    @property
    def documents(self) -> int:
        return sum(shard.documents for shard in self.shards)

    @property
    def words(self) -> int:
        return sum(shard.words for shard in self.shards)

    @property
    def mentions(self) -> int:
        return sum(shard.mentions for shard in self.shards)

    @property
    def rejected(self) -> int:
        return sum(shard.rejected for shard in self.shards)

    @property
    def broken(self) -> list[ShardMarker]:
        return [shard for shard in self.shards if shard.state in ("partial", "failed")]
