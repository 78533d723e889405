"""The weakest and the strongest relations of a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from factscan.figures.pages import PageRelation
from factscan.figures.relations import RelationRow
from factscan.report.cells import shortened
from factscan.report.html import dots
from factscan.report.html.element import h
from factscan.report.html.scale import Scale, shares
from factscan.report.html.tables import Column, behind
from factscan.report.html.words import count, ends, name, percent, percents
from factscan.stats import Interval

_SHOWN = 6
_ENOUGH = 20.0
"""Effective documents from which on a relation may be called weak or strong."""
_LISTED = 60


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation in a group."""

    name: str
    mentions: int
    prompts: int
    singletons: int
    missing_mass: Interval
    n_eff: float | None


def of_page(found: Sequence[PageRelation]) -> list[Stated]:
    return [
        Stated(one.name, one.mentions, one.prompts, one.singletons, one.missing_mass, one.n_eff)
        for one in found
    ]


def of_corpus(found: Sequence[RelationRow]) -> list[Stated]:
    """The relations of the whole corpus that stand alone, the weakest first."""
    alone = [one for one in found if one.relations == 1 and not one.name.startswith("rare: ")]
    rows = [
        Stated(one.name, one.mentions, one.prompts, one.singletons, one.missing_mass, one.n_eff)
        for one in alone
    ]
    return sorted(rows, key=lambda one: (-(one.missing_mass.estimate or 0.0), -one.mentions, one.name))


def relation_plots(found: Sequence[Stated], of: str, *, sampled: bool) -> Element:
    """Two short plots and the table of all; ``found`` has the weakest first."""
    if sampled:
        return h("p", "Not from a sample: relations need every prompt.", class_="none")
    sure = [one for one in found if (one.n_eff or 0.0) >= _ENOUGH]
    if len(sure) < 2:
        return h("p", "Too few mentions of any one relation to tell weak from strong.", class_="none")
    half = min(_SHOWN, len(sure) // 2)
    weak, strong = sure[:half], sure[::-1][:half]
    scale = shares(max(one.missing_mass.high or 0.0 for one in (*weak, *strong))).coarse
    return h(
        "div",
        h(
            "div",
            _plot("Weakest", weak, scale, f"{of}: weakest relations"),
            _plot("Strongest", strong, scale, f"{of}: strongest relations"),
            class_="pair",
        ),
        behind(_COLUMNS, found[:_LISTED], f"{of}: relations by missing mass, the weakest first"),
    )


def _plot(title: str, found: Sequence[Stated], scale: Scale, label: str) -> Element:
    drawn = [
        dots.row(
            name(one.name, 34),
            percents(one.missing_mass.estimate),
            dots.interval(one.missing_mass, scale),
            scale,
        )
        for one in found
    ]
    return h("div", h("h5", title), dots.rows(drawn, scale, " %", label))


_COLUMNS = (
    Column[Stated]("relation", lambda one: h("bdi", shortened(one.name, 60))),
    Column[Stated]("missing mass, %", lambda one: percent(one.missing_mass.estimate)),
    Column[Stated]("95 %", lambda one: ends(one.missing_mass)),
    Column[Stated]("mentions", lambda one: count(one.mentions)),
    Column[Stated]("prompts", lambda one: count(one.prompts)),
    Column[Stated]("singletons", lambda one: count(one.singletons)),
)
