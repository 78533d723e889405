"""Dot-and-interval plots: a line of SVG a row, drawn in percent, so lines stretch with the page and text does not."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from factscan.report.html.element import Child, h
from factscan.report.html.scale import Scale
from factscan.report.html.words import percent
from factscan.stats import Interval

_MIDDLE = "15"
_HEIGHT = "30"


def row(
    label: Child, value: Child, marks: Iterable[Element | None], scale: Scale, note: Child = None
) -> Element:
    """A row: who, the drawing (hidden from screen readers, which read the value), the figures in words."""
    lines = [
        h("line", x1=scale.place(t), x2=scale.place(t), y1="0", y2=_HEIGHT, class_="rule")
        for t in scale.ticks
    ]
    drawing = h("svg", lines, *marks, width="100%", height=_HEIGHT, aria_hidden="true")
    return h(
        "li",
        h("span", label, class_="who"),
        h("span", drawing, class_="track"),
        h("span", value, class_="figures"),
        h("span", note, class_="remark") if note is not None else None,
    )


def rows(found: Sequence[Element], scale: Scale, unit: str, label: str) -> Element:
    """The rows, between two axes."""
    return h("ul", axis(scale, unit), found, class_="dots", aria_label=label)


def axis(scale: Scale, unit: str) -> Element:
    """The ticks of a plot with their numbers."""
    last = len(scale.ticks) - 1
    numbers = [
        h(
            "text",
            f"{percent(tick, 0)}{unit if place == last else ''}",
            x=scale.place(tick),
            y="14",
            text_anchor={0: "start", last: "end"}.get(place, "middle"),
        )
        for place, tick in enumerate(scale.ticks)
    ]
    drawing = h("svg", numbers, width="100%", height="20", class_="axis", aria_hidden="true")
    return h(
        "li",
        h("span", class_="who"),
        h("span", drawing, class_="track"),
        class_="axis-row",
        aria_hidden="true",
    )


def interval(found: Interval, scale: Scale) -> list[Element]:
    """A line from end to end, and a dot."""
    if found.estimate is None or found.low is None or found.high is None:
        return []
    low, high = scale.place(found.low), scale.place(found.high)
    return [
        h("line", x1=low, x2=high, y1=_MIDDLE, y2=_MIDDLE, class_="interval"),
        *(h("line", x1=end, x2=end, y1="11", y2="19", class_="interval end") for end in (low, high)),
        h("circle", cx=scale.place(found.estimate), cy=_MIDDLE, r="4", class_="dot"),
    ]


def hollow(value: float | None, scale: Scale) -> Element | None:
    """A ring: what the figure was before, or was predicted to be. Wider than a dot, so both show."""
    return None if value is None else h("circle", cx=scale.place(value), cy=_MIDDLE, r="6.5", class_="ring")


def tie(a: float | None, b: float | None, scale: Scale) -> Element | None:
    """A thin line between a ring and its dot."""
    if a is None or b is None:
        return None
    return h("line", x1=scale.place(a), x2=scale.place(b), y1=_MIDDLE, y2=_MIDDLE, class_="tie")


def stroke(value: float | None, scale: Scale) -> Element | None:
    """A slim upright stroke: another choice of the same figure."""
    if value is None:
        return None
    return h("line", x1=scale.place(value), x2=scale.place(value), y1="8", y2="22", class_="stroke")


def bracket(value: float | None, scale: Scale) -> Element | None:
    """The proven bound: a square bracket that opens to what lies above it."""
    if value is None:
        return None
    at = scale.place(value)
    return h(
        "g",
        h("rect", x=at, y="6", width="3", height="18"),
        h("rect", x=at, y="6", width="8", height="2.5"),
        h("rect", x=at, y="21.5", width="8", height="2.5"),
        class_="bracket",
    )


def sample(*marks: Element | None) -> Element:
    """A mark in a legend."""
    return h("svg", *marks, width="34", height=_HEIGHT, class_="sample", aria_hidden="true")
