"""The first table of a report: a row and an interval bar for each group, as many columns as the page has room for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factscan.figures import Row
from factscan.figures.relations import RelationRow
from factscan.report.apart import apart
from factscan.report.bars import axis_of
from factscan.report.cells import columns, padded, steady, told_apart
from factscan.report.columns import count, share, signed, title, with_interval
from factscan.report.grid import markdown_grid
from factscan.report.headline import headline, headline_name
from factscan.report.page import Page
from factscan.report.view import AnyRow, Shown

MOST_ROWS = 20
_GAP = "  "
_LEAST_BAR, _MOST_BAR = 12, 40


@dataclass(frozen=True, slots=True)
class Field:
    """A column of numbers."""

    head: str
    cell: Callable[[Any], str]


def overview(shown: Shown, page: Page) -> str:
    """The table, and how many rows are not in it."""
    gaps = apart(shown.report, shown.view.by)
    overall, kept = shown.report.overall, listed(shown)
    rows: list[AnyRow] = [overall, *kept]
    whole = [steady(title(row)) for row in rows]
    names = _fitting_names(whole, page)
    room = max(map(columns, names))
    least_bar = page.width // 4 if room <= page.width // 4 else _LEAST_BAR
    fields = _fitting(fields_of(shown, gaps), rows, page.width - room - len(_GAP) - least_bar)
    heads = [field.head for field in fields]
    cells = [[field.cell(row) for field in fields] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    taken = sum(width + len(_GAP) for width in widths)
    axis = axis_of(
        [headline(shown.report, row) for row in rows], min(_MOST_BAR, page.width - room - taken - len(_GAP))
    )

    middle = headline(shown.report, overall).estimate

    def line(name: str, bar: str, numbers: Sequence[str]) -> str:
        first, *others = map(padded, numbers, widths, [False] * len(widths))
        return _GAP.join([padded(name, room, True), first, bar, *others]).rstrip()

    lines = [
        line(name, axis.bar(headline(shown.report, row), middle), numbers)
        for name, row, numbers in zip(names, rows, cells, strict=True)
    ]
    colours = ["bold", *(_colour(gaps.get(row.name)) for row in kept)]
    drawn = [page.coloured(text, colour) for text, colour in zip(lines, colours, strict=True)]
    return "\n".join([page.coloured(line("", axis.head, heads), "bold"), *drawn, *left_out(shown, len(kept))])


def _fitting_names(names: Sequence[str], page: Page) -> list[str]:
    """Names in a quarter of the page, or in more of it where they would look the same."""
    for room in (page.width // 4, page.width // 3, 2 * page.width // 5):
        cut = told_apart(names, room)
        if len(set(cut)) == len(set(names)):
            break
    return cut


def listed(shown: Shown) -> Sequence[AnyRow]:
    """The rows that are printed: all where they are named or asked for, else the first."""
    everything = shown.view.details or shown.view.only
    return shown.rows if everything else shown.rows[:MOST_ROWS]


def left_out(shown: Shown, printed: int) -> Iterator[str]:
    """Which rows are not printed, in words."""
    by = shown.view.by
    if more := len(shown.rows) - printed:
        yield f"and {more:,} more: --details prints all, --only NAME some, --format csv writes all"
    if shown.tiny:
        kind = by if shown.tiny == 1 else f"{by}s"
        yield f"{shown.tiny:,} {kind} with fewer than {shown.view.min_n:,} mentions left out (--min-n)"


def fields_of(shown: Shown, gaps: Mapping[str, float]) -> list[Field]:
    """The columns after the name, in the order of their weight: what a narrow page drops stands last."""
    report, by = shown.report, shown.view.by
    of_facts = report.settings.of_facts
    fields = [Field(f"{headline_name(report)} [95 %]", lambda row: with_interval(headline(report, row)))]
    if gaps:
        fields.append(Field("vs rest", lambda row: signed(gaps[row.name]) if row.name in gaps else ""))
    fields.append(Field("N", lambda row: count(row.mentions)))
    if of_facts:
        fields.append(Field("facts", lambda row: count(row.facts)))
    else:
        fields.append(Field("M", lambda row: share(row.missing_mass.estimate)))
    if by == "relation":
        fields.append(Field("lucky", _lucky))
    elif any(row.bound.value is not None for row in (report.overall, *report.domains, *report.shards)):
        fields.append(Field("bound", lambda row: share(row.bound.value)))
    fields.append(Field("singletons", lambda row: count(row.singletons)))
    fields.append(Field("prompts", lambda row: count(row.prompts)))
    if of_facts and by != "relation":
        fields.append(Field("several answers", lambda row: count(row.conflicting)))
    if by != "relation":
        fields.append(Field("documents", lambda row: count(row.documents)))
        fields.append(Field("sr", lambda row: share(row.singleton_rate)))
    return fields


def _fitting(fields: Sequence[Field], rows: Sequence[AnyRow], room: int) -> list[Field]:
    """The first of the fields that stand in so much room; at least one."""
    fitting: list[Field] = []
    for field in fields:
        room -= len(_GAP) + max(len(field.head), *(len(field.cell(row)) for row in rows))
        if room < 0 and fitting:
            break
        fitting.append(field)
    return fitting


def _lucky(row: Row | RelationRow) -> str:
    if isinstance(row, RelationRow):
        return f"{share(row.kappa)}{'*' if row.skewed else ''}"
    return "–"


def _colour(gap: float | None) -> str:
    if gap is None:
        return ""
    return "higher" if gap > 0 else "lower"


def markdown_overview(shown: Shown) -> str:
    """The table as Markdown: every column, no bars."""
    kept = listed(shown)
    fields = fields_of(shown, apart(shown.report, shown.view.by))
    rows = [[title(row), *(field.cell(row) for field in fields)] for row in (shown.report.overall, *kept)]
    table = markdown_grid(["", *(field.head for field in fields)], rows, [True, *[False] * len(fields)])
    return "\n\n".join([table, *left_out(shown, len(kept))])
