"""What counts as the same: a prompt, whatever is answered to it, or a fact, which is a prompt with its answer.

The statements of ``sql/figures`` count what the tables ``prompts``, ``facts`` and ``prompt_documents`` call a prompt.
Where facts count, temporary ones stand before those of the run, in which every answer has a prompt of its own.
"""

from dataclasses import replace

import duckdb

from factscan.errors import UsageError
from factscan.figures.report import Report, Row
from factscan.sampling import Sampling
from factscan.stats import Bound, Difference, Interval
from factscan.store.statements import statement

NO_FLOOR = "undefined for facts: a model is asked prompts, and κ is the chance to guess the answer to one"
_SAMPLED = (
    "this run keeps or leaves out the facts of a prompt together, so what it says of facts has an error that is not "
    "known: report without --level fact, or scan with --sample-subjects"
)


def count_prompts(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the tables of the run stand."""
    connection.execute(statement("figures/by_fact/away"))


def find_conflicts(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``coarse`` and, of ``answered``, ``conflicting``."""
    for name in ("coarse", "conflicting"):
        connection.execute(statement(f"figures/{name}"))


def count_facts(connection: duckdb.DuckDBPyConnection, sampling: Sampling | None) -> None:
    """Let a prompt be a prompt with one answer, until ``count_prompts``; after ``find_conflicts``.

    Raises:
        UsageError: the run keeps a sample of the prompts.
    """
    if sampling and sampling.by == "prompts" and sampling.one_in > 1:
        raise UsageError(_SAMPLED)
    for table in ("prompts", "facts", "prompt_documents"):
        connection.execute(statement(f"figures/by_fact/{table}"))


def of_facts(report: Report) -> Report:
    """A report of facts without what is defined for prompts only: all floors, the bound of 2025, the ceiling."""
    floor = Interval(None, None, None, NO_FLOOR)
    difference = Difference(None, None, None, None, None, reason=NO_FLOOR)
    left_out = [replace(one, floor_gap=None) for one in report.checks.left_out]
    return replace(
        report,
        overall=_row(report.overall, floor),
        domains=[_row(row, floor) for row in report.domains],
        shards=[_row(row, floor) for row in report.shards],
        checks=replace(report.checks, left_out=left_out),
        comparisons=[replace(one, floor=difference, rest_floor=None) for one in report.comparisons],
        relations=[replace(row, floor=floor) for row in report.relations],
    )


def _row(row: Row, floor: Interval) -> Row:
    bound = row.bound
    return replace(
        row,
        floor=floor,
        floor_jackknife=floor,
        bound=Bound(None, NO_FLOOR, bound.units, None, None, None, bound.delta, bound.confidence, None),
        ceiling=None,
        dedup={choice: replace(found, floor=None) for choice, found in row.dedup.items()},
    )
