"""The further tables of a report: what was read, what copies do, the checks part by part, the growth."""

from collections.abc import Sequence

from factscan.figures import Row
from factscan.report.checks import check_blocks
from factscan.report.columns import CORRECTED, DUPLICATES, FACT_DUPLICATES, TEXTS, Column
from factscan.report.grid import Grid, visible
from factscan.report.view import Shown


def corrected(shown: Shown, grid: Grid) -> list[str]:
    """The figures that an audit corrects, if there is one."""
    overall = shown.report.overall
    return [_block(_rows(shown), CORRECTED, grid)] if overall.corrected else []


def details(shown: Shown, grid: Grid) -> list[str]:
    texts = (
        []
        if shown.view.by == "relation"
        else [
            _block(_rows(shown), table, grid)
            for table in (TEXTS, FACT_DUPLICATES if shown.report.settings.of_facts else DUPLICATES)
        ]
    )
    return [*texts, *check_blocks(shown.report, grid)]


def _rows(shown: Shown) -> list[Row]:
    return [shown.report.overall, *(row for row in shown.rows if isinstance(row, Row))]


def _block(rows: Sequence[Row], columns: Sequence[Column], grid: Grid) -> str:
    cells = [[visible(column.cell(row)) for column in columns] for row in rows]
    heads = [column.heading for column in columns]
    return grid(heads, cells, [column.left for column in columns])
