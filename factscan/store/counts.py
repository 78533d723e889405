"""How many sentences a run holds, and how many of them each filter dropped."""

from dataclasses import dataclass

from factscan.store.database import connected
from factscan.store.folder import RunFolder
from factscan.store.statements import statement


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
