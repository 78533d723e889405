"""Figures of a run that keeps a sample of the prompts: SQL sums of what was kept, brought to the whole corpus."""

from collections.abc import Mapping
from typing import Any

import duckdb

from factscan.figures.settings import Settings
from factscan.sampling import Sampling
from factscan.stats import Bound, UnitSums, sums_of_sample
from factscan.store.statements import statement

Record = dict[str, Any]
_COUNTS = ("prompts", "singletons", "once", "incidence")


def lay_out_units(connection: duckdb.DuckDBPyConnection, settings: Settings, sampling: Sampling) -> None:
    """Make the table ``unit_mentions``, after ``figures.layout.lay_out``: exact counts beside the kept rows."""
    given = {
        "one_in": sampling.one_in,
        "dedup": settings.copies,
        "without_repeats": settings.without_repeats,
    }
    connection.execute(statement("figures/sampled/unit_mentions"), given)


def scaled_counts(counts: Mapping[str, Any], units: Mapping[str, Any], one_in: int) -> Record:
    """The counts of a group: mentions exactly, prompts by those that were kept."""
    mentions = int(units.get("mentions", 0))
    scaled = {name: counts.get(name, 0) * one_in for name in _COUNTS}
    return {**scaled, "once": min(scaled["once"], mentions), "mentions": mentions}


def scaled_sums(
    kept: UnitSums, squares: str, own: str, units: Mapping[str, Any], pairs: Mapping[str, Any], one_in: int
) -> UnitSums:
    """The sums of a group; ``squares`` and ``own`` name the columns of what sampling put in."""
    return sums_of_sample(kept, one_in, squares=units.get(squares, 0.0), own_pairs=pairs.get(own, 0.0))


def no_bound(units: int, settings: Settings) -> Bound:
    """A sample of prompts estimates the singleton rate; the theorem's slack says nothing of its error."""
    reason = "not certifiable from a sample of the prompts"
    return Bound(None, reason, units, None, None, None, settings.delta, 1 - settings.gamma, None)
