"""Curves on two axes: drawn in percent like the dots, so that lines stretch with the page and text does not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element

from factscan.report.html.element import h
from factscan.report.html.scale import Scale

Points = Sequence[tuple[float, float]]


@dataclass(slots=True)
class Plot:
    """Two axes and what is drawn between them. ``said`` describes it to whoever does not see it."""

    x: Scale
    y: Scale
    x_name: str
    y_name: str
    said: str
    _lines: list[Element] = field(default_factory=list)
    _marks: list[Element] = field(default_factory=list)

    def line(self, points: Points, style: str) -> None:
        """From point to point."""
        self._lines.append(self._path("L", points, style))

    def steps(self, points: Points, style: str) -> None:
        """From point to point, along the axes: to the side first, then up or down."""
        corners = [points[0]] if points else []
        for (_, y), (x, after) in pairwise(points):
            corners += [(x, y), (x, after)]
        self._lines.append(self._path("L", corners, style))

    def area(self, points: Points, style: str) -> None:
        """What the points surround."""
        self._lines.append(self._path("L", points, style, end="Z"))

    def dot(self, x: float, y: float, style: str, said: str = "") -> None:
        title = h("title", said) if said else None
        self._marks.append(h("circle", title, cx=self.x.place(x), cy=self._down(y), r="4", class_=style))

    def label(
        self, x: float, y: float, text: str, *, anchor: str = "end", dx: int = 0, dy: int = -10
    ) -> None:
        """Words beside a point."""
        self._marks.append(
            h(
                "text",
                text,
                x=self.x.place(x),
                y=self._down(y),
                dx=dx,
                dy=dy,
                text_anchor=anchor,
                class_="label",
            )
        )

    def drawn(self, x_labels: Iterable[tuple[float, str]], y_labels: Iterable[tuple[float, str]]) -> Element:
        """The plot, with the ticks that are given with their words."""
        rules = [
            h("line", x1="0", x2="100%", y1=self._down(at), y2=self._down(at), class_="rule")
            for at in self.y.ticks
        ]
        beside = [
            h("text", text, x="-8", y=self._down(at), dy=4, text_anchor="end", class_="tick")
            for at, text in y_labels
        ]
        below = [
            h("text", text, x=self.x.place(at), y="100%", dy=18, text_anchor="middle", class_="tick")
            for at, text in x_labels
        ]
        names = [
            h("text", self.y_name, x="0", y="0", dx=-8, dy=-12, text_anchor="start", class_="axis-name"),
            h("text", self.x_name, x="100%", y="100%", dy=36, text_anchor="end", class_="axis-name"),
        ]
        stretched = h(
            "svg",
            *self._lines,
            viewBox="0 0 100 100",
            preserveAspectRatio="none",
            width="100%",
            height="100%",
        )
        drawing = h(
            "svg",
            [*rules, stretched, *beside, *below, *names, *self._marks],
            width="100%",
            height="100%",
            role="img",
            aria_label=self.said,
        )
        return h("div", drawing, class_="plot")

    def _down(self, y: float) -> str:
        return f"{100 - self.y.at(y):.2f}%"

    def _path(self, join: str, points: Points, style: str, end: str = "") -> Element:
        at = [f"{self.x.at(x):.2f} {100 - self.y.at(y):.2f}" for x, y in points]
        drawn = f"M{join.join(at)}{end}" if at else ""
        return h("path", d=drawn, class_=style, vector_effect="non-scaling-stroke")
