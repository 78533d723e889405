"""The state of a run as text."""

import json
from dataclasses import asdict

from factscan.report.columns import count
from factscan.report.grid import plain_grid, visible
from factscan.run import Status


def status_json(status: Status) -> str:
    return json.dumps(
        {
            "complete": status.complete,
            "built": status.built,
            "shards": [asdict(shard) for shard in status.shards],
            "missing": status.missing,
            "unread": status.unread,
            "manifest": status.manifest,
        },
        ensure_ascii=False,
        indent=1,
    )


def status_table(status: Status, run: str) -> str:
    heads = ["shard", "state", "documents", "words", "mentions", "rejected", "parts"]
    rows = [
        [
            visible(shard.name),
            shard.state,
            *map(count, (shard.documents, shard.words, shard.mentions, shard.rejected, len(shard.parts))),
        ]
        for shard in status.shards
    ]
    absent = [(name, "missing") for name in status.missing] + [
        (name, "beyond limit") for name in status.unread
    ]
    rows += [[visible(name), state, *["–"] * 5] for name, state in absent]
    lines = [plain_grid(heads, rows, [True, True, *[False] * 5])]
    done = f"{len(status.shards):,} of {len(status.shards) + len(absent):,} shards finished"
    lines.append(f"{done}, database {'built' if status.built else 'not built'}")
    if not status.complete:
        lines.append("run the same command again to finish it")
    elif status.built:
        lines.append(f"next: factscan report {run}")
    return "\n".join(lines)
