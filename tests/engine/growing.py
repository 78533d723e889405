"""Small corpora and scans with a stub extractor, for tests of runs that grow and go on."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

from stub import Stub

from factscan.engine.batches import Cut
from factscan.engine.options import ScanOptions
from factscan.engine.progress import Progress
from factscan.engine.result import ScanResult
from factscan.engine.scan import scan

Record = dict[str, str]

OPTIONS = ScanOptions(workers=1, cut=Cut(records=7))


class Heard(Progress):
    """Keeps what is said to the user."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, message: str) -> None:
        self.lines.append(message)


def records(count: int, seed: int = 0) -> list[Record]:
    """Documents with exact copies, near-copies and shared facts among them."""
    chance = random.Random(seed)
    made: list[Record] = []
    for number in range(count):
        text = " ".join(
            f"Town{chance.randrange(9)} has river{chance.randrange(30)} there." for _ in range(20)
        )
        if made and chance.random() < 0.4:
            text = chance.choice(made)["text"] + ("" if chance.random() < 0.5 else " And so on.")
        made.append({"id": f"{seed}-{number}", "title": "", "text": text, "domain": f"d{number % 3}"})
    return made


def write_shards(folder: Path, shards: dict[str, Sequence[Record]]) -> Path:
    """A JSON Lines file for each name, with a bad line at its end."""
    for name, held in shards.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(record) + "\n" for record in held) + "{bad\n", encoding="utf-8")
    return folder


def scanned(
    *sources: Path,
    out: Path,
    options: ScanOptions = OPTIONS,
    progress: Progress | None = None,
    into: bool = False,
) -> ScanResult:
    return scan([str(source) for source in sources], out, options, progress, Stub, into=into)
