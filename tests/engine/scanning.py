"""Real scans of small corpora, in processes of their own."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factscan.run import Run

FACTS = [
    "Oslo is the capital of Norway.",
    "Ada Lovelace was born in London.",
    "Marie Curie discovered polonium.",
    "The Thames flows through London.",
    "Norway borders Sweden.",
]
TABLES = (
    "documents",
    "prompts",
    "facts",
    "occurrences",
    "sentences",
    "skipped",
    "prompt_documents",
    "rejects",
)


def write_corpus(folder: Path, shards: int = 2, records: int = 11_000) -> Path:
    """Shards of several parts each; most records are too short to be parsed, so that a scan takes seconds."""
    folder.mkdir()
    for shard in range(shards):
        with (folder / f"{shard}.jsonl").open("w") as file:
            for record in range(records):
                text = FACTS[(record // 500 + shard) % len(FACTS)] if record % 500 == 0 else "so what"
                file.write(
                    json.dumps({"id": f"{shard}-{record}", "text": text, "domain": f"d{record % 3}"}) + "\n"
                )
                if record % 4_000 == 0:
                    file.write("{broken\n")
    return folder


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "factscan", *map(str, arguments)]


def factscan(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, timeout=120, check=False, **options
    )


def dump(path: Path, without: Sequence[str] = ("shard",)) -> dict[str, list[Any]]:
    """The tables of a run, in a fixed order, without the columns that name its shards."""
    run = Run(path)
    tables = {}
    for table in TABLES:
        rows = run.sql(f"select * from {table}").to_pylist()
        kept = ([item for item in row.items() if item[0] not in without] for row in rows)
        tables[table] = sorted(str(sorted(row, key=str)) for row in kept)
    return tables
