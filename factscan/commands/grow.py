"""The commands ``merge`` and ``drop``: runs that change after they were scanned."""

import json
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factscan.commands.choices import format_option
from factscan.commands.figures import compute_figures
from factscan.commands.output import PARTIAL, put
from factscan.commands.volume import volume_of, volume_options

if TYPE_CHECKING:
    from factscan.engine.grow import Dropped, Merged


_memory_option = click.option(
    "--memory", metavar="SIZE", help="Memory of the build ('2GB'); the rest spills to disk."
)


@click.command(short_help="Join runs, of several machines say, into one.")
@click.argument("runs", nargs=-1, required=True, metavar="RUN_A RUN_B…")
@click.option("--out", "-o", required=True, metavar="RUN", help="Run folder to make, or to finish.")
@_memory_option
@volume_options
@format_option("text", "json")
def merge(runs: tuple[str, ...], out: str, memory: str | None, quiet: bool, verbose: bool, form: str) -> int:
    """Join finished runs that were made with the same options into a new one, without parsing anything again.

    \b
      factscan scan corpus/first-half  --out RUN_A      on one machine
      factscan scan corpus/second-half --out RUN_B      on another
      factscan merge RUN_A RUN_B --out RUN

    The tables are those of one scan of everything, near-duplicates between the runs included. A shard that several
    runs have (the same name, content and options) counts once; other shards of the same name are called RUN_B/name.
    The runs stay as they are: their files are linked where the disk allows it, else copied. A merge that was killed is
    finished by running the same command again.
    """
    from factscan.engine.grow import merge as merged

    volume = volume_of(quiet, verbose)
    began = time.monotonic()
    result = merged(runs, out, memory)
    volume.detail(f"joined {len(runs):,} runs and built the database in {time.monotonic() - began:,.1f} s")
    put(
        json.dumps(_merged_json(result), ensure_ascii=False, indent=1)
        if form == "json"
        else _lines(_merged_text(result))
    )
    compute_figures(out, memory)
    return PARTIAL if any(shard.state in ("partial", "failed") for shard in result.shards) else 0


@click.command(short_help="Take shards out of a run.")
@click.argument("run", metavar="RUN")
@click.argument("shards", nargs=-1, required=True, metavar="SHARD…")
@_memory_option
@volume_options
@format_option("text", "json")
def drop(
    run: str, shards: tuple[str, ...], memory: str | None, quiet: bool, verbose: bool, form: str
) -> None:
    """Take shards out of a run and make its database anew: as if they had never been scanned.

    \b
      factscan drop RUN law/0007.parquet
      factscan drop RUN 'news/*' 'forum-?.jsonl'

    SHARD is a name as 'factscan status RUN' lists it, or a pattern: * stands for any characters, ? for one. Their
    files are deleted from the run; to have them back, scan them again (factscan scan … --into RUN).
    """
    from factscan.engine.grow import drop as dropped

    volume = volume_of(quiet, verbose)
    began = time.monotonic()
    result = dropped(run, shards, memory)
    volume.detail(f"dropped {len(result.dropped):,} shards in {time.monotonic() - began:,.1f} s")
    put(
        json.dumps(_dropped_json(result), ensure_ascii=False, indent=1)
        if form == "json"
        else _lines(_dropped_text(result))
    )
    compute_figures(run, memory)


def _lines(lines: Iterator[str]) -> str:
    from factscan.report.grid import visible

    return "\n".join(map(visible, lines))


def _merged_text(result: "Merged") -> Iterator[str]:
    documents = sum(shard.documents for shard in result.shards)
    yield f"{len(result.shards):,} shards, {documents:,} documents in {result.run}"
    for run, shard in result.once:
        yield f"{shard} of {run} was there already: it counts once"
    for renamed in result.renamed:
        yield f"{renamed.shard} of {renamed.run} is {renamed.name} now: another shard has its name"
    yield f"next: factscan report {result.run}"


def _merged_json(result: "Merged") -> dict[str, object]:
    return {
        "run": result.run,
        "shards": [shard.name for shard in result.shards],
        "documents": sum(shard.documents for shard in result.shards),
        "once": [{"run": run, "shard": shard} for run, shard in result.once],
        "renamed": [
            {"run": renamed.run, "shard": renamed.shard, "name": renamed.name} for renamed in result.renamed
        ],
    }


def _dropped_text(result: "Dropped") -> Iterator[str]:
    for name in result.dropped:
        yield f"dropped {name}"
    for name in result.before:
        yield f"{name} had been dropped before"
    documents = sum(shard.documents for shard in result.shards)
    yield f"{len(result.shards):,} shards, {documents:,} documents are left in {result.run}"


def _dropped_json(result: "Dropped") -> dict[str, object]:
    return {
        "run": result.run,
        "dropped": result.dropped,
        "before": result.before,
        "shards": [shard.name for shard in result.shards],
        "documents": sum(shard.documents for shard in result.shards),
    }
