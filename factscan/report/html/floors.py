"""The floors by domain: a dot and its interval, the proven bound, and what copies do."""

from xml.etree.ElementTree import Element

from factscan.figures import Row
from factscan.report.html import dots
from factscan.report.html.element import Child, h
from factscan.report.html.scale import Scale, shares
from factscan.report.html.tables import Column, behind
from factscan.report.html.view import MOST_DRAWN, View
from factscan.report.html.words import ends, name, percent, percents, plural


def floors(view: View) -> Element:
    drawn = view.weakest_first()[:MOST_DRAWN]
    overall = view.report.overall
    if overall.floor.estimate is None:
        return _section(h("p", f"No floors: {overall.floor.reason or 'nothing counts'}.", class_="none"))
    shown = [overall, *drawn]
    scale = shares(max(_greatest(row) for row in shown))
    left = len(view.report.domains) - len(drawn)
    more = (
        f"The {MOST_DRAWN} highest; {plural(left, 'more row')} in the table below."
        if left > 0 and drawn
        else None
    )
    return _section(
        _legend(view, any(row.bound.value is not None for row in shown)),
        dots.rows([_row(view, row, scale) for row in shown], scale, " %", "Floors by domain"),
        h("p", more, class_="small") if more else None,
        behind(_COLUMNS, shown, "Floors by domain, with the bound and the effect of copies"),
    )


def _section(*children: Child) -> Element:
    return h("section", h("h2", "Floors by domain"), *children, id="floors")


def _greatest(row: Row) -> float:
    others = (row.dedup["none"].floor, row.dedup["near,sentences"].floor)
    return max(row.floor.high or 0.0, *(value or 0.0 for value in others))


def _row(view: View, row: Row, scale: Scale) -> Element:
    before, without_repeats = row.dedup["none"].floor, row.dedup["near,sentences"].floor
    overall = row is view.report.overall
    anchor = "whole" if overall else view.anchor(row.name)
    label: Child = h("b", "the whole corpus") if overall else name(row.name, 34)
    return dots.row(
        h("a", label, href=f"#{anchor}") if anchor else label,
        [h("b", percents(row.floor.estimate)), " ", h("span", ends(row.floor), class_="small")],
        [
            dots.tie(before, row.floor.estimate, scale),
            dots.stroke(without_repeats, scale),
            *dots.interval(row.floor, scale),
            dots.hollow(before, scale),
            dots.bracket(row.bound.value, scale),
        ],
        scale,
        note=row.warnings[0] if row.warnings else None,
    )


def _legend(view: View, bound: bool) -> Element:
    """What the marks are; beside each its shape, so that none is told by its colour alone."""
    scale = shares(1.0)
    reason = view.report.overall.bound.reason or "not certifiable at this N"
    dot = [
        h("line", x1="4", x2="30", y1="15", y2="15", class_="interval"),
        h("circle", cx="17", cy="15", r="4", class_="dot"),
    ]
    entries: list[tuple[list[Element | None], Child]] = [
        ([*dot], "floor and its 95 % interval"),
        ([dots.hollow(0.5, scale)], "every copy counted"),
        ([dots.stroke(0.5, scale)], "repeated sentences left out as well"),
        ([dots.bracket(0.5, scale)], "proven bound" if bound else f"proven bound: {reason}"),
    ]
    return h("ul", [h("li", dots.sample(*marks), said) for marks, said in entries], class_="legend")


_COLUMNS = (
    Column[Row]("domain", lambda row: name(row.name)),
    Column[Row]("floor, %", lambda row: percent(row.floor.estimate)),
    Column[Row]("95 %", lambda row: ends(row.floor)),
    Column[Row]("bound, %", lambda row: percent(row.bound.value)),
    Column[Row]("all copies, %", lambda row: percent(row.dedup["none"].floor)),
    Column[Row]("no exact copies, %", lambda row: percent(row.dedup["exact"].floor)),
    Column[Row]("no near-copies, %", lambda row: percent(row.dedup["near"].floor)),
    Column[Row]("nor repeated sentences, %", lambda row: percent(row.dedup["near,sentences"].floor)),
)
