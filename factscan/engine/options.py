"""How a corpus is scanned."""

from dataclasses import dataclass, field

from factscan.corpus import ReadOptions


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How a corpus is scanned. All but ``workers``, ``strict`` and ``memory`` decide what rows there are.

    ``limit`` documents in all, in the order of the shards; ``model`` a spaCy pipeline, None for the shipped
    one; ``synonyms`` a file of relations' wordings, laid over the shipped table; ``evidence`` keeps the sentences;
    ``strict`` stops at the first bad record; ``memory`` is the database's limit at the build (``"2GB"``).
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    model: str | None = None
    synonyms: str | None = None
    limit: int | None = None
    evidence: bool = True
    workers: int | None = None
    strict: bool = False
    memory: str | None = None
