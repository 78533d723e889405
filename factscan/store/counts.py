"""How many sentences a run holds, how many of them each filter dropped, and which domains are mostly not English."""

from dataclasses import dataclass

from factscan.store.database import connected
from factscan.store.folder import RunFolder
from factscan.store.statements import statement

MOSTLY = 0.5
"""A domain is mostly not English where more than this share of its sentences was skipped as such."""


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """``skipped`` maps a filter to the sentences that it dropped, the one that dropped most first."""

    total: int
    skipped: dict[str, int]


def sentence_counts(run: RunFolder) -> SentenceCounts:
    """Count over the database of a run that is built."""
    with connected(run.database, run.temporary, shut_in=True) as connection:
        (_, total), *filters = connection.execute(statement("figures/skipped")).fetchall()
    return SentenceCounts(total, dict(filters))


@dataclass(frozen=True, slots=True)
class ForeignDomain:
    """A domain of whose ``sentences`` most, ``foreign``, were skipped as another language than English, or none."""

    domain: str
    sentences: int
    foreign: int

    @property
    def share(self) -> float:
        return self.foreign / self.sentences


def foreign_domains(run: RunFolder) -> list[ForeignDomain]:
    """The domains that are mostly not English, the largest first, of a run that is built."""
    with connected(run.database, run.temporary, shut_in=True) as connection:
        rows = connection.execute(statement("figures/foreign"), {"share": MOSTLY}).fetchall()
    return [ForeignDomain(*row) for row in rows]
