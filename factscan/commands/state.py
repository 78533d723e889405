"""The commands ``status`` and ``build``: how far a run has come, and its database made anew."""

import click

from factscan.commands.choices import format_option
from factscan.commands.figures import compute_figures
from factscan.commands.output import put
from factscan.commands.reading import near_threshold_option


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
def build(run: str, memory: str | None, near_threshold: float | None) -> None:
    """Make factscan.duckdb anew from the finished shards of RUN. The parts stay as they are.

    A --near-threshold that is given here holds for later builds of the run too, as 'drop' and 'scan --into' make them.
    """
    from factscan.engine.rebuild import rebuild

    finished = rebuild(run, memory, near_threshold)
    click.echo(f"built from {len(finished):,} finished shards", err=True)
    compute_figures(run, memory)
