"""The figures of a run that was just built, so that its first report is there at once."""

from factscan.commands.output import say
from factscan.commands.volume import said_if_slow
from factscan.errors import FactscanError

LARGE = 100_000
"""Mentions from which on a report takes more than a second or two."""


def compute_figures(path: str, memory: str | None) -> None:
    """Compute the report of a large run under the default settings, which the run folder keeps.

    Whatever stops it loses nothing: a report computes what it does not find.
    """
    import duckdb

    from factscan.run import Run

    run = Run(path, memory)
    if sum(shard.mentions for shard in run.status().shards) < LARGE:
        return
    try:
        with said_if_slow("computing the figures"):
            run.report()
    except (FactscanError, duckdb.Error) as error:
        say(f"the figures could not be computed yet: {error}; 'factscan report {path}' tries again")
