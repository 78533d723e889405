"""How a corpus is scanned."""

from dataclasses import dataclass, field

from factscan.corpus import ReadOptions
from factscan.dedup import NearOptions
from factscan.engine.batches import Cut
from factscan.sampling import Sampling


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How a corpus is scanned.

    These decide what rows there are: ``limit`` documents in all, in the order of the shards; ``model`` a spaCy
    pipeline, None for the shipped one; ``synonyms`` a file of relations' wordings, laid over the shipped table;
    ``evidence`` keeps the sentences; ``near`` what is kept of a document to find near-duplicates; ``sampling`` which
    prompts or subjects are kept, None for all.

    These do not: ``strict`` stops at the first bad record; ``replace`` scans shards anew that have changed since;
    ``cut`` is the size of a part, the unit of work and of resuming; ``memory`` the database's limit at the build
    (``"2GB"``); ``near_threshold`` the Jaccard similarity from which documents are near-duplicates, None for
    that of the run's last build, .8 at first.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    model: str | None = None
    synonyms: str | None = None
    limit: int | None = None
    evidence: bool = True
    workers: int | None = None
    strict: bool = False
    replace: bool = False
    memory: str | None = None
    near: NearOptions = field(default_factory=NearOptions)
    near_threshold: float | None = None
    sampling: Sampling | None = None
    cut: Cut = field(default_factory=Cut)
