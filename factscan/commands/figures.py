"""The figures of a run that was just built, so that its first report is there at once."""

from factscan.commands.output import say
from factscan.errors import FactscanError


def compute_figures(run: str, memory: str | None) -> None:
    """Compute the report under the default settings, which the run folder keeps.

    Whatever stops it loses nothing: a report computes what it does not find.
    """
    import duckdb

    from factscan.run import Run

    try:
        Run(run, memory).report()
    except (FactscanError, duckdb.Error) as error:
        say(f"the figures could not be computed yet: {error}; 'factscan report {run}' tries again")
