"""Tables: those that a reader sorts and filters, and those that say in numbers what a plot shows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from xml.etree.ElementTree import Element

from factscan.report.html.element import Child, h

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A heading and what stands under it; ``key`` is what a numeric column is sorted by, None for text."""

    heading: str
    cell: Callable[[Row], Child]
    key: Callable[[Row], float | None] | None = None
    hint: str = ""
    number: bool = True


def table(
    columns: Sequence[Column[Row]], rows: Iterable[Row], caption: str, *, sortable: bool = False
) -> Element:
    """A table that scrolls sideways by itself where the page is narrow, so that the page never does."""
    heads = [_head(place, column, sortable) for place, column in enumerate(columns)]
    body = [h("tr", [_cell(place, column, row) for place, column in enumerate(columns)]) for row in rows]
    grid = h(
        "table",
        h("caption", caption),
        h("thead", h("tr", heads)),
        h("tbody", body),
        class_="sortable" if sortable else None,
    )
    return h("div", grid, class_="scroll", role="region", aria_label=caption, tabindex="0")


def behind(
    columns: Sequence[Column[Row]],
    rows: Iterable[Row],
    caption: str,
    summary: str = "These numbers as a table",
) -> Element:
    """The table behind a plot, folded away."""
    return h("details", h("summary", summary), table(columns, rows, caption), class_="behind")


def _head(place: int, column: Column[Row], sortable: bool) -> Element:
    inside: Child = column.heading
    if sortable:
        inside = h("button", column.heading, type="button", title=column.hint or None, disabled=True)
    return h(
        "th",
        inside,
        scope="col",
        class_="number" if column.number and place else None,
        title=None if sortable else column.hint or None,
    )


def _cell(place: int, column: Column[Row], row: Row) -> Element:
    inside = column.cell(row)
    if place == 0:
        return h("th", inside, scope="row")
    key = column.key(row) if column.key else None
    exact = "" if column.key and key is None else None
    return h(
        "td",
        inside,
        class_="number" if column.number else None,
        data_key=exact if key is None else repr(round(key, 6)),
    )
