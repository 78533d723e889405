"""From a sample to the whole: how long a scan would take and how much disk it needs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from factscan.corpus import Shard
from factscan.engine.looking import Look

# Measured, see benchmarks/RESULTS.md.
DATABASE_SHARE = 1.0  # bytes of the database for each of the parts: .5 at 10⁸ mentions, 1.04 at 4·10⁵
BUILD_SECONDS = 6e-6  # a mention
ONE_BATCH = 0.25
UNMODELLED = 0.15
"""Of the time, either way: what a sample does not show, such as copies, other jobs, the end where some workers rest."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What was extracted: ``seconds`` is the time of all workers together, ``began`` that of the start of one."""

    documents: int
    characters: int
    words: int
    mentions: int
    part_bytes: int
    seconds: float
    began: float
    spread: float

    def scaled(self, value: float, characters: float) -> float:
        return value * characters / self.characters


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a scan of the rest would take; times in seconds, ``low`` to ``high``, and bytes on disk."""

    documents: float
    words: float
    mentions: float
    extract: float
    build: float
    low: float
    high: float
    part_bytes: float
    database_bytes: float


def spread(pairs: Sequence[tuple[int, float]], rate: float) -> float:
    """The standard error of the seconds a character, as a share of them; of one batch, which shows none, a guess."""
    if len(pairs) < 2:
        return ONE_BATCH
    total = sum(characters for characters, _ in pairs)
    squares = sum((seconds - rate * characters) ** 2 for characters, seconds in pairs)
    return math.sqrt(squares * len(pairs) / (len(pairs) - 1)) / (rate * total)


def forecast_of(
    rest: Sequence[Shard], looks: Sequence[Look], sample: Sample, workers: int, limit: int | None
) -> Forecast | None:
    """What a scan of ``rest`` would take by what was seen and extracted; None where its size is not known."""
    documents, characters = _in_all(rest, looks)
    if not characters:
        return None
    if limit is not None and documents > limit:
        documents, characters = limit, characters * limit / documents
    mentions = sample.scaled(sample.mentions, characters)
    extract = sample.began + sample.scaled(sample.seconds, characters) / workers
    build = mentions * BUILD_SECONDS
    error = math.hypot(2 * sample.spread, UNMODELLED)
    part_bytes = sample.scaled(sample.part_bytes, characters)
    return Forecast(
        documents=documents,
        words=sample.scaled(sample.words, characters),
        mentions=mentions,
        extract=extract,
        build=build,
        low=(extract + build) / (1 + error),
        high=(extract + build) * (1 + error),
        part_bytes=part_bytes,
        database_bytes=part_bytes * DATABASE_SHARE,
    )


def _in_all(rest: Sequence[Shard], looks: Sequence[Look]) -> tuple[float, float]:
    """Documents and characters of all shards; (0, 0) where the size of one is not known.

    A shard that was not looked into is like those of its format.
    """
    seen = {look.shard.key: look for look in looks}
    documents = characters = 0.0
    for shard in rest:
        look = seen.get(shard.key)
        if look is not None:
            if look.characters and not look.whole:
                return 0.0, 0.0
            documents += look.documents * look.whole
            characters += look.characters * look.whole
            continue
        kind = (shard.format, shard.compression)
        alike = [one for one in looks if (one.shard.format, one.shard.compression) == kind] or looks
        read = sum(one.read for one in alike)
        if not read or not shard.bytes:
            return 0.0, 0.0
        documents += shard.bytes * sum(one.documents for one in alike) / read
        characters += shard.bytes * sum(one.characters for one in alike) / read
    return documents, characters
