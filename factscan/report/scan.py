"""What a scan did, in a few lines."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factscan.engine.result import ScanResult

_MOST_SKIPPED = 5
_MOST_FOREIGN = 5
_RESULT = ("run", "documents", "words", "mentions", "rejected", "seconds")
_SHARD = ("name", "state", "documents", "words", "mentions", "rejected")


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
    for path, reason in result.skipped[:_MOST_SKIPPED]:
        yield f"skipped {path}: {reason}"
    if len(result.skipped) > _MOST_SKIPPED:
        yield f"and {len(result.skipped) - _MOST_SKIPPED:,} more files skipped"
    if result.unread:
        yield f"--limit reached: {len(result.unread):,} shards were not read"


def scan_warnings(result: "ScanResult") -> Iterator[str]:
    """What is said even where nothing else is: what could not be read, and what was not English."""
    if result.rejected:
        yield f"{result.rejected:,} records rejected: factscan sql {result.run} --query rejects"
    for shard in result.broken:
        yield f"{shard.name} is {shard.state}: it could not be read to its end"
    for found in result.foreign[:_MOST_FOREIGN]:
        yield (
            f"warning: domain {found.domain} is mostly not English: {found.share:.0%} of its {found.sentences:,} "
            "sentences were skipped as another language, or none"
        )
    if len(result.foreign) > _MOST_FOREIGN:
        yield f"and {len(result.foreign) - _MOST_FOREIGN:,} more domains that are mostly not English"


def stage_times(result: "ScanResult") -> str:
    """Where the time went."""
    stages = ", ".join(f"{stage} {seconds:,.1f}" for stage, seconds in result.stages.items())
    return f"seconds over all processes: {stages or 'none, all was there'}"


def scan_json(result: "ScanResult") -> str:
    """Everything that the lines tell, for a program."""
    told = {
        **{name: getattr(result, name) for name in _RESULT},
        "sentences": asdict(result.sentences),
        "shards": [{name: getattr(shard, name) for name in _SHARD} for shard in result.shards],
        "broken": [shard.name for shard in result.broken],
        "skipped": [{"path": path, "reason": reason} for path, reason in result.skipped],
        "unread": result.unread,
        "foreign": [{**asdict(found), "share": found.share} for found in result.foreign],
        "sampled": result.sampling.as_dict() if result.sampling else None,
        "resumed_parts": result.resumed,
        "stages": dict(result.stages),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _filters(total: int, skipped: dict[str, int]) -> str:
    named = ", ".join(f"{name} {count:,}" for name, count in skipped.items())
    return f"{sum(skipped.values()):,} of {total:,} sentences can state no fact: {named}"
