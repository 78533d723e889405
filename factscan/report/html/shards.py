"""The shards as a strip of heat, and those that stand out, by name."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from factscan.figures import Row
from factscan.figures.checks import PartCheck
from factscan.report.cells import shortened
from factscan.report.html.element import Child, h
from factscan.report.html.scale import Scale, between
from factscan.report.html.tables import Column, behind
from factscan.report.html.view import MOST_LISTED, View
from factscan.report.html.words import count, ends, name, percent, percents, plural, signed

_PER_LINE = 50
_NAMED = 12
_SHADES = 9


def shards(view: View) -> Element:
    found = view.report.shards
    known = [row.floor.estimate for row in found if row.floor.estimate is not None]
    if not known:
        return _section(h("p", "No shard has a floor.", class_="none"))
    scale = between(min(known), max(known))
    outliers = list(_outliers(view))[:_NAMED]
    marked = {row.name for row, _ in outliers}
    lines = [found[start : start + _PER_LINE] for start in range(0, len(found), _PER_LINE)]
    return _section(
        h("p", _said(view, known)),
        h(
            "div",
            [
                _line(line, start * _PER_LINE, len(lines) > 1, scale, marked)
                for start, line in enumerate(lines)
            ],
            class_="strip",
        ),
        _key(scale),
        _outlier_list(view, outliers),
        behind(
            _columns({row.name: place for place, row in enumerate(found, 1)}),
            found[:MOST_LISTED],
            "Every shard",
        ),
    )


def _section(*children: Child) -> Element:
    return h("section", h("h2", "Shards"), *children, id="shards")


def _said(view: View, known: Sequence[float]) -> str:
    several = (
        f"from {percents(min(known))} to {percents(max(known))}" if len(known) > 1 else percents(known[0])
    )
    return (
        f"{plural(len(view.report.shards), 'shard')} in the order of their names, shaded by their floor: {several}. "
        "A triangle marks a shard that stands out."
    )


def _line(rows: Sequence[Row], start: int, numbered: bool, scale: Scale, marked: set[str]) -> Element:
    """Up to fifty shards side by side; a shard without a floor is an empty frame."""
    width = 100 / (_PER_LINE if numbered else len(rows))
    cells: list[Element | None] = []
    for place, row in enumerate(rows):
        left = f"{place * width:.3f}%"
        said = f"{start + place + 1}: {shortened(row.name, 120)}, {percents(row.floor.estimate)}"
        cells.append(
            h(
                "rect",
                h("title", said),
                x=left,
                y="16",
                width=f"{width * 0.96:.3f}%",
                height="30",
                class_=_shade(row, scale),
            )
        )
        if row.name in marked:
            middle = f"{(place + 0.48) * width:.3f}%"
            cells.append(h("text", "▼", x=middle, y="12", text_anchor="middle", class_="marker"))
    label = f"Shards {start + 1} to {start + len(rows)}, shaded by floor"
    drawing = h("svg", cells, width="100%", height="48", role="img", aria_label=label)
    return h(
        "div", h("span", str(start + 1), class_="ordinal") if numbered else None, drawing, class_="strip-line"
    )


def _shade(row: Row, scale: Scale) -> str:
    if row.floor.estimate is None:
        return "shade empty"
    return f"shade shade-{min(_SHADES - 1, int(scale.at(row.floor.estimate) / 100 * _SHADES))}"


def _key(scale: Scale) -> Element:
    swatches = [
        h(
            "rect",
            x=f"{100 * step / _SHADES:.2f}%",
            y="0",
            width=f"{100 / _SHADES:.2f}%",
            height="12",
            class_=f"shade shade-{step}",
        )
        for step in range(_SHADES)
    ]
    return h(
        "p",
        h("span", percents(scale.low)),
        h("svg", swatches, width="160", height="12", aria_hidden="true"),
        h("span", percents(scale.high)),
        class_="key",
    )


def _outliers(view: View) -> Iterator[tuple[Row, Child]]:
    """Shards that part from what the rest predicts, the farthest first; of a sample, those apart from the whole."""
    rows = {row.name: row for row in view.report.shards}
    if view.sampled:
        yield from _apart(view)
        return
    found = [one for one in view.report.checks.left_out if one.kind == "shard" and one.group == "overall"]
    apart = [one for one in found if one.check.parts and one.part in rows]
    for one in sorted(apart, key=lambda one: -abs(one.check.gap.estimate or 0.0)):
        yield rows[one.part], _gap(one)


def _gap(one: PartCheck) -> str:
    found = one.check
    return (
        f"misses {percents(found.realised.estimate)} of its mentions where the rest predicts "
        f"{percents(found.predicted.estimate)} ({signed(found.gap.estimate)} points)"
    )


def _apart(view: View) -> Iterator[tuple[Row, Child]]:
    whole = view.report.overall.floor
    for row in view.report.shards:
        low, high = row.floor.low, row.floor.high
        if None in (low, high, whole.low, whole.high) or row.floor.reason:
            continue
        if (low or 0.0) > (whole.high or 1.0) or (high or 1.0) < (whole.low or 0.0):
            yield (
                row,
                f"floor {percents(row.floor.estimate)}, its interval apart from that of the whole corpus",
            )


def _outlier_list(view: View, outliers: Sequence[tuple[Row, Child]]) -> Element:
    if not outliers:
        return h("p", "No shard stands out by more than noise.", class_="small")
    place = {row.name: number for number, row in enumerate(view.report.shards, 1)}
    listed = [h("li", f"{place[row.name]}: ", h("b", name(row.name)), " ", said) for row, said in outliers]
    return h("ul", listed, class_="outliers")


def _columns(place: dict[str, int]) -> list[Column[Row]]:
    return [
        Column("shard", lambda row: [f"{place[row.name]} ", name(row.name)]),
        Column("floor, %", lambda row: percent(row.floor.estimate)),
        Column("95 %", lambda row: ends(row.floor)),
        Column("missing mass, %", lambda row: percent(row.missing_mass.estimate)),
        Column("mentions", lambda row: count(row.mentions)),
        Column("documents", lambda row: count(row.documents)),
        Column("words", lambda row: count(row.words)),
        Column("copies", lambda row: count(row.exact_copies + row.near_copies)),
        Column("rejected", lambda row: count(row.rejected)),
    ]
