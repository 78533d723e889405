"""How missing mass fell as the corpus grew, and where it would be at twice its size."""

from math import log2
from xml.etree.ElementTree import Element

from factscan.figures.checks import FRACTIONS, Growth
from factscan.report.html.curves import Plot
from factscan.report.html.element import h
from factscan.report.html.scale import Scale, shares
from factscan.report.html.tables import Column, behind
from factscan.report.html.words import percent, percents

_NOT_OF_A_SAMPLE = "Not from a sample: the curve needs every prompt."
_UNDEFINED = "No curve: nothing counts here."
_DOUBLE = 2.0


def growth_curve(found: Growth | None, of: str, *, sampled: bool) -> Element:
    """The figure and its table, or why there is none."""
    if found is None:
        return h("p", _NOT_OF_A_SAMPLE if sampled else _UNDEFINED, class_="none")
    past = [*zip(FRACTIONS, found.smaller, strict=True), (1.0, found.now)]
    sizes = [size for size, _ in past]
    x = Scale(log2(sizes[0]), log2(_DOUBLE), tuple(map(log2, (*sizes, _DOUBLE))))
    y = shares(max(value for _, value in past))
    now, then = percents(found.now), percents(found.double)
    said = f"Missing mass of {of} by the share of all documents that were read: {now} now, {then} forecast at twice."
    plot = Plot(x, y, "share of all documents (log)", "missing mass", said)
    plot.line([(log2(size), value) for size, value in past], "curve")
    if found.double is not None:
        low, _, high = found.double_interval.ends
        plot.area([(0.0, found.now), (1.0, low), (1.0, high)], "band")
        plot.line([(0.0, found.now), (1.0, found.double)], "forecast")
        plot.dot(1.0, found.double, "ring", f"forecast {then}")
    for size, value in past:
        plot.dot(log2(size), value, "dot", f"{_size(size)} of the documents: {percents(value)}")
    plot.label(0.0, found.now, now, anchor="middle")
    ticks = [(log2(size), _size(size)) for size in (*sizes, _DOUBLE)]
    caption = (
        "Missing mass if only so much had been read: exact, the mean of all draws. "
        + (
            f"Broken line: the forecast for twice the documents, {then}. "
            if found.double is not None
            else "No forecast: undefined. "
        )
        + "The wedge is its 95 % interval, as wide as forecasts erred in simulated corpora."
    )
    rows = [
        *((_size(size), value) for size, value in past),
        ("2 × all", found.double),
        ("2 × it alone", found.double_alone),
    ]
    columns = [
        Column[tuple[str, float | None]]("documents", lambda one: one[0]),
        Column[tuple[str, float | None]]("missing mass, %", lambda one: percent(one[1])),
    ]
    figure = h(
        "figure", plot.drawn(ticks, [(tick, percent(tick, 0)) for tick in y.ticks]), h("figcaption", caption)
    )
    return h("div", figure, behind(columns, rows, f"Missing mass of {of} as the corpus grows"))


def _size(share: float) -> str:
    return {1.0: "all", _DOUBLE: "2 ×"}.get(share) or f"1/{round(1 / share)}"
