"""The commands ``status`` and ``build``: how far a run has come, and its database made anew."""

import time

import click

from factscan.commands.choices import format_option
from factscan.commands.figures import compute_figures
from factscan.commands.output import put
from factscan.commands.reading import near_threshold_option
from factscan.commands.volume import volume_of, volume_options


@click.command(short_help="How far a run has come.")
@click.argument("run", metavar="RUN")
@format_option("table", "json")
def status(run: str, form: str) -> None:
    """Show the shards of a run, finished and missing, and whether its database is built."""
    import factscan
    from factscan.report.status import status_json, status_table

    found = factscan.open(run).status()
    put(status_json(found) if form == "json" else status_table(found, run))


@click.command(short_help="Make the database of a run anew from its parts.")
@click.argument("run", metavar="RUN")
@click.option("--memory", metavar="SIZE", help="Memory of the build ('2GB'); the rest spills to disk.")
@near_threshold_option
@volume_options
def build(run: str, memory: str | None, near_threshold: float | None, quiet: bool, verbose: bool) -> None:
    """Make factscan.duckdb anew from the finished shards of RUN. The parts stay as they are.

    A --near-threshold that is given here holds for later builds of the run too, as 'drop' and 'scan --into' make them.
    """
    from factscan.engine.rebuild import rebuild

    volume = volume_of(quiet, verbose)
    began = time.monotonic()
    finished = rebuild(run, memory, near_threshold)
    volume.say(f"built from {len(finished):,} finished shards in {time.monotonic() - began:,.1f} s")
    for shard in finished:
        volume.detail(f"{shard.name}: {shard.state}, {shard.documents:,} documents")
    volume.detail("computing the figures of the report")
    compute_figures(run, memory)
