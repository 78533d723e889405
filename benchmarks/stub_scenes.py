"""Jobs of every kind that all lead to the same tables, each with the run that it begins from."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stub_corpus import stub_records, write_jsonl

from factscan.run import Run

Tables = dict[str, Counter[str]]

SCENES = ("scan", "into", "replace", "merge", "drop", "build")

# Which shard a row is from may differ between ways to the same tables, and what they were built from.
_SHARD_COLUMNS = {"shard", "shard_key", "path"}
_OTHER_TABLES = {"built_from"}


@dataclass
class Scene:
    """A job: what it begins from, and its arguments for a run folder; ``seconds`` is about what it takes."""

    name: str
    template: Path | None
    arguments: Callable[[Path], list[str]]
    without_database: bool = False
    seconds: float = 2.0

    def took(self, seconds: float) -> None:
        """One was seen to take so long, all of it or what was left of it."""
        self.seconds = max(seconds, 0.9 * self.seconds)

    def prepare(self, run: Path) -> None:
        """Lay out the run folder that the job begins from."""
        shutil.rmtree(run, ignore_errors=True)
        if self.template is not None:
            shutil.copytree(self.template, run, copy_function=os.link)
            (run / "log.txt").unlink()  # which is appended to
        if self.without_database:
            (run / "factscan.duckdb").unlink()


def make_scenes(
    folder: Path, corpus: Sequence[Path], job: Path, seed: int, names: Sequence[str] = SCENES
) -> list[Scene]:
    """The scenes of these names, and in ``folder``/undisturbed the run that each must equal."""
    a, b, texts = map(str, corpus)
    everything = [a, b, texts]

    def made(name: str, *arguments: str) -> Path:
        run = folder / name
        subprocess.run([sys.executable, str(job), "scan", str(run), *arguments], check=True)
        return run

    def scene(name: str) -> Scene:
        match name:
            case "scan":
                return Scene(name, None, lambda run: ["scan", str(run), *everything])
            case "into":
                return Scene(name, made("half", a), lambda run: ["scan", str(run), b, texts, "--into"])
            case "replace":
                old = made("old", *map(str, _changed_copy(folder / "changed", corpus)))
                return Scene(name, old, lambda run: ["scan", str(run), *everything, "--replace"])
            case "merge":
                runs = [str(made("left", a, b)), str(made("right", b, texts))]
                return Scene(name, None, lambda run: ["merge", str(run), *runs])
            case "drop":
                more = made("more", *everything, str(_extra(folder / "extra", seed)))
                return Scene(name, more, lambda run: ["drop", str(run), "extra-?.jsonl"])
            case "build":
                return Scene(name, undisturbed, lambda run: ["build", str(run)], without_database=True)
        raise SystemExit(f"there is no job {name!r}. Available: {', '.join(SCENES)}")

    undisturbed = made("undisturbed", *everything, "--workers", "1", "--part-records", "1000")
    return list(map(scene, names))


def _extra(folder: Path, seed: int) -> Path:
    """Shards that are dropped again."""
    folder.mkdir()
    for number in range(2):
        write_jsonl(folder / f"extra-{number}.jsonl", stub_records(100, seed + number))
    return folder


def _changed_copy(folder: Path, corpus: Sequence[Path]) -> list[Path]:
    """The corpus as it was before: one shard longer, one of the same size and with the same ends."""
    copies = [Path(shutil.copytree(source, folder / source.name)) for source in corpus]
    with (copies[0] / "one.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "gone", "text": "Old News met a stranger.", "domain": "d0"}\n')
    middle = copies[1] / "five.jsonl"
    text = middle.read_text(encoding="utf-8").replace("holds number 100.", "holds number 999.")
    middle.write_text(text, encoding="utf-8")
    return copies


def tables_of(path: Path, only: Sequence[str] | None = None) -> Tables:
    """The rows of every table of a run, but for what says from which shard they are."""
    run = Run(path)
    names = only or [row["name"] for row in run.sql("show tables").to_pylist()]
    views = {
        row["view_name"] for row in run.sql("select view_name from duckdb_views()").to_pylist() if not only
    }
    return {name: _rows(run, name) for name in names if name not in views | _OTHER_TABLES}


def _rows(run: Run, table: str) -> Counter[str]:
    rows = run.sql(f"select * from {table}")
    kept = [column for column in rows.column_names if column not in _SHARD_COLUMNS]
    return Counter(map(str, zip(*(rows.column(column).to_pylist() for column in kept), strict=True)))
