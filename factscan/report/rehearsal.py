"""What a dry run has found, as text and as JSON. Computes nothing but sums to show."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from factscan.report.grid import plain_grid, visible
from factscan.report.lines import MOST, first

if TYPE_CHECKING:
    from factscan.corpus import Shard
    from factscan.engine.extrapolation import Forecast
    from factscan.engine.rehearsal import Rehearsal

_PARTS = ("text", "id", "title", "url", "source", "domain")
_DOMAINS = 12


def rehearsal_text(found: "Rehearsal") -> str:
    """The lines of a dry run; names in them may come from the corpus."""
    blocks = [
        _heading(found),
        _formats(found.shards),
        "\n".join(_details(found)),
        "\n".join(_estimate(found)),
    ]
    return "\n\n".join(block for block in blocks if block)


def rehearsal_json(found: "Rehearsal") -> str:
    forecast, sample = found.forecast, found.sample
    told = {
        "run": found.run or None,
        "shards": [
            {"name": shard.name, "path": shard.shown, "bytes": shard.bytes, "format": kind_of(shard)}
            for shard in found.shards
        ],
        "finished": [shard.name for shard in found.finished],
        "skipped": [{"path": path, "reason": reason} for path, reason in found.skipped],
        "looked_into": [
            {
                "name": look.shard.name,
                "documents": look.documents,
                "to_its_end": look.ended,
                "columns": look.columns,
            }
            for look in found.looks
        ],
        "domain_rule": found.domain_rule,
        "domains": dict(_domains(found).most_common()),
        "rejected": sum(look.rejected for look in found.looks),
        "rejects": [
            {"shard": look.shard.name, "place": reject.place, "reason": reject.reason}
            for look in found.looks
            for reject in look.rejects
        ],
        "workers": found.workers,
        "free_bytes": found.free,
        "sample": asdict(sample) if sample else None,
        "forecast": asdict(forecast) if forecast else None,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def kind_of(shard: "Shard") -> str:
    return f"{shard.format}.{shard.compression}" if shard.compression else shard.format


def _heading(found: "Rehearsal") -> str:
    total = sum(shard.bytes for shard in found.shards)
    where = f" into {found.run}" if found.run else ""
    done = f"; {len(found.finished):,} of them are finished already" if found.finished else ""
    return visible(
        f"dry run, nothing is written. A scan would read {len(found.shards):,} shards ({size(total)}){where}{done}"
    )


def _formats(shards: "list[Shard]") -> str:
    kinds = Counter(kind_of(shard) for shard in shards)
    rows = []
    for kind, count in kinds.most_common():
        sizes = [shard.bytes for shard in shards if kind_of(shard) == kind]
        largest = max(shards, key=lambda shard: shard.bytes if kind_of(shard) == kind else -1)
        rows.append(
            [kind, f"{count:,}", size(sum(sizes)), visible(f"{largest.name} ({size(largest.bytes)})")]
        )
    return plain_grid(["format", "shards", "size", "largest"], rows, [True, False, False, True])


def _details(found: "Rehearsal") -> Iterator[str]:
    documents = sum(look.documents for look in found.looks)
    ended = sum(look.ended for look in found.looks)
    yield f"looked into {len(found.looks):,} shards ({ended:,} to their end), {documents:,} documents"
    chosen = Counter(tuple((part, look.columns.get(part)) for part in _PARTS) for look in found.looks)
    for columns, shards in chosen.most_common(MOST):
        named = ", ".join(f"{part} from {name!r}" for part, name in columns if name)
        yield visible(f"columns of {shards:,} shards: {named or 'none, a file is one text'}")
    yield visible(f"domains ({found.domain_rule}): {_shares(_domains(found))}")
    rejected = sum(look.rejected for look in found.looks)
    if rejected:
        yield f"{rejected:,} records would be rejected of those that were looked at"
    rejects = [
        f"rejected: {look.shard.name}, {reject.place}: {reject.reason}"
        for look in found.looks
        for reject in look.rejects
    ]
    yield from map(visible, first(rejects))
    yield from map(visible, first([f"skipped {path}: {reason}" for path, reason in found.skipped]))


def _estimate(found: "Rehearsal") -> Iterator[str]:
    sample, forecast = found.sample, found.forecast
    if sample is None:
        yield "no sample was extracted, so nothing is said of the time"
        return
    rate = sample.words * found.workers / sample.seconds
    yield (
        f"sample: {sample.documents:,} documents, {sample.words:,} words, {sample.mentions:,} mentions of facts; "
        f"{rate:,.0f} words/s on {found.workers} workers"
    )
    if forecast is None:
        yield "how much there is in all is not known before it is read, so nothing is said of the time"
        return
    yield from _forecast(forecast, found)


def _forecast(forecast: "Forecast", found: "Rehearsal") -> Iterator[str]:
    yield (
        f"in all about {about(forecast.documents)} documents, {about(forecast.words)} words, "
        f"{about(forecast.mentions)} mentions"
    )
    yield (
        f"time  about {duration(forecast.extract + forecast.build)} ({duration(forecast.low)} to "
        f"{duration(forecast.high)}), of which the database {duration(forecast.build)}; exact copies, which take no "
        "time, are not known beforehand"
    )
    needed = forecast.part_bytes + forecast.database_bytes
    free = f"; {size(found.free)} are free there" if found.free is not None else ""
    yield (
        f"disk  about {size(needed)}: parts {size(forecast.part_bytes)}, database {size(forecast.database_bytes)}{free}"
    )
    if found.free is not None and needed > found.free:
        yield "warning: that is more than is free; scan --no-evidence and --sample-prompts 1/N need less"


def _domains(found: "Rehearsal") -> Counter[str]:
    return sum((look.domains for look in found.looks), Counter())


def _shares(domains: Counter[str]) -> str:
    total = domains.total()
    named = [f"{name} {count / total:.0%}" for name, count in domains.most_common(_DOMAINS)]
    more = len(domains) - _DOMAINS
    return ", ".join(named) + (f" and {more:,} more" if more > 0 else "") or "none seen"


def about(number: float) -> str:
    """Two figures: 1,234,567 is 1,200,000."""
    if number < 10:
        return f"{number:.0f}"
    return f"{float(f'{number:.2g}'):,.0f}"


def size(count: float) -> str:
    """A number of bytes in decimal units."""
    for unit, bytes_each in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= bytes_each:
            return f"{count / bytes_each:.3g} {unit}"
    return f"{count:.0f} bytes"


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = seconds / 60
    if minutes < 90:
        return f"{minutes:.0f} min"
    return f"{minutes / 60:.1f} h"
