"""What copies there are, of documents and of sentences, and what they do to the figures."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from factscan.figures.settings import Dedup, Settings

MOST = 5
COMPARED: tuple[Dedup, ...] = ("none", "exact", "near", "near,sentences")


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
    found: dict[str, dict[str, Deduped]] = defaultdict(nothing_counted)
    for row in rows:
        if n := row["mentions"]:
            found[row["grp"]][row["dedup"]] = Deduped(n, row["u"] / n, row["w"] / n)
    return found


def nothing_counted() -> dict[str, Deduped]:
    return dict.fromkeys(COMPARED, Deduped(0, None, None))


def settled(settings: Settings) -> bool:
    """Whether two units under these settings are two under ``none``, ``exact`` and ``near`` as well.

    ``near`` leaves most documents out and unites most, so what it leaves apart, all do. Not so with sources, which are
    those of a cluster's first document, nor where every group is a scope: a prompt may be lost in one, not in another.
    """
    return settings.copies == "near" and settings.scope == "mix" and settings.unit != "source"
