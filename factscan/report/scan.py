"""What a scan did, in a few lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factscan.engine.result import ScanResult

_MOST_SKIPPED = 5


def scan_summary(result: "ScanResult") -> Iterator[str]:
    """Lines of plain text; names in them may come from the corpus."""
    words = f"{result.words:,} words, {result.mentions:,} mentions of facts"
    speed = f", {result.words / result.seconds:,.0f} words/s" if result.seconds and not result.resumed else ""
    yield f"{result.documents:,} documents, {words} in {result.seconds:,.0f} s{speed}"
    sampling = result.sampling
    if sampling:
        yield f"sampled {sampling.rate} of the {sampling.by}: mentions of the others were left out"
    if result.sentences.skipped and not (sampling and sampling.by == "subjects"):
        yield _filters(result.sentences.total, result.sentences.skipped)
    if result.resumed:
        yield f"{result.resumed:,} parts were there from an earlier job"
    if result.rejected:
        yield f"{result.rejected:,} records rejected: factscan sql {result.run} --query rejects"
    for shard in result.broken:
        yield f"{shard.name} is {shard.state}: it could not be read to its end"
    for path, reason in result.skipped[:_MOST_SKIPPED]:
        yield f"skipped {path}: {reason}"
    if len(result.skipped) > _MOST_SKIPPED:
        yield f"and {len(result.skipped) - _MOST_SKIPPED:,} more files skipped"
    if result.unread:
        yield f"--limit reached: {len(result.unread):,} shards were not read"
    yield f"next: factscan report {result.run}"


def _filters(total: int, skipped: dict[str, int]) -> str:
    named = ", ".join(f"{name} {count:,}" for name, count in skipped.items())
    return f"{sum(skipped.values()):,} of {total:,} sentences can state no fact: {named}"
