"""What copies there are, of documents and of sentences, and what they do to the figures."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

MOST = 5


@dataclass(frozen=True, slots=True)
class Deduped:
    """A group's estimates under one choice of dedup; None where nothing counts."""

    mentions: int
    missing_mass: float | None
    floor: float | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Near-duplicates of each other: ``texts`` of its documents differ; titles, domains and shards are examples."""

    documents: int
    texts: int
    titles: list[str]
    domains: list[str]
    shards: list[str]


@dataclass(frozen=True, slots=True)
class CopiedSentences:
    """A domain's mentions that repeat a sentence of an earlier document, near-copies of documents aside.

    ``sentence`` (None without evidence) is the one with most ``sentence_repeats``, which ``documents`` of the
    domain state.
    """

    domain: str
    repeats: int
    sentence: str | None
    sentence_repeats: int
    documents: int


def deduped(rows: Iterable[dict[str, Any]]) -> dict[str, dict[str, Deduped]]:
    """By group and choice of dedup, from the rows of ``figures/by_dedup``."""
    found: dict[str, dict[str, Deduped]] = defaultdict(dict)
    for row in rows:
        n = row["mentions"]
        found[row["grp"]][row["dedup"]] = Deduped(n, row["u"] / n if n else None, row["w"] / n if n else None)
    return found
