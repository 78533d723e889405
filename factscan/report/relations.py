"""The relations of a report as text: which questions are answered only once."""

from collections.abc import Sequence

from factscan.figures import Report
from factscan.figures.relations import RelationRow
from factscan.report.columns import count, share, with_interval
from factscan.report.grid import Grid, visible

_HEADS = ("", "floor [95 %]", "missing mass M", "lucky guess", "|E|", "N", "prompts", "singletons")
_LEFT = (True, *[False] * 7)
_FACT_HEADS = ("", "missing mass M [95 %]", "lucky guess", "|E|", "N", "prompts", "facts", "singletons")


def relation_grid(report: Report, grid: Grid) -> str:
    if report.settings.of_facts:
        return grid(_FACT_HEADS, [_fact_cells(row) for row in report.relations], _LEFT)
    return grid(_HEADS, [_cells(row) for row in report.relations], _LEFT)


def _fact_cells(row: RelationRow) -> Sequence[str]:
    name, _, mass, guess, errors, mentions, prompts, singletons = _cells(row)
    return [name, mass, guess, errors, mentions, prompts, count(row.facts), singletons]


def _cells(row: RelationRow) -> Sequence[str]:
    return [
        visible(row.name),
        with_interval(row.floor),
        with_interval(row.missing_mass),
        f"{share(row.kappa)}{'*' if row.skewed else ''}",
        count(row.errors),
        count(row.mentions),
        count(row.prompts),
        count(row.singletons),
    ]
