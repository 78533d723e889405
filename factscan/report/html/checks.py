"""Parts left out: what the rest predicts for a shard or a source, and what it shows."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from factscan.figures.checks import Kind, PartCheck
from factscan.report.cells import shortened
from factscan.report.html import dots
from factscan.report.html.element import h
from factscan.report.html.scale import Scale, shares
from factscan.report.html.tables import Column, behind
from factscan.report.html.words import count, ends, name, percent, percents, plural, signed

_DRAWN = 10
_LISTED = 60
_VERDICTS = {True: "differs", False: "as predicted", None: "too few to tell"}


def part_checks(found: Sequence[PartCheck], of: str, *, sampled: bool) -> list[Element]:
    """A plot and its table for shards and for sources."""
    if sampled:
        return [h("p", "Not from a sample: checks need every prompt.", class_="none")]
    return [_kind([one for one in found if one.kind == kind], kind, of) for kind in ("shard", "source")]


def _kind(found: list[PartCheck], kind: Kind, of: str) -> Element:
    if not found:
        return h("p", f"By {kind}: not checked, as there are not several {kind}s.", class_="none")
    ordered = sorted(found, key=lambda one: (not one.check.parts, -abs(one.check.gap.estimate or 0.0)))
    drawn = ordered[:_DRAWN]
    scale = shares(max(_greatest(one) for one in drawn))
    more = (
        h("p", f"The {_DRAWN} that part most, of {len(found):,}.", class_="small")
        if len(found) > _DRAWN
        else None
    )
    label = f"{of}: missing mass by {kind}, predicted and realised"
    return h(
        "div",
        h("p", f"By {kind}: {_verdict(found, kind)}.", class_="verdict"),
        dots.rows([_row(one, scale) for one in drawn], scale, " %", label),
        more,
        behind(_COLUMNS, ordered[:_LISTED], f"{of}: every {kind} left out, the farthest first"),
        class_="checks",
    )


def _verdict(found: Sequence[PartCheck], kind: Kind) -> str:
    told = [one for one in found if one.check.parts is not None]
    if not told:
        return f"none of {plural(len(found), kind)} has documents enough to tell"
    apart = sum(one.check.parts is True for one in told)
    few = (
        f"; {len(found) - len(told):,} more have too few documents to tell" if len(told) < len(found) else ""
    )
    return f"{apart:,} of {plural(len(told), kind)} part from what the rest predicts by more than noise{few}"


def _greatest(one: PartCheck) -> float:
    return max(one.check.predicted.estimate or 0.0, one.check.realised.high or 0.0)


def _row(one: PartCheck, scale: Scale) -> Element:
    found = one.check
    return dots.row(
        name(one.part, 34),
        [
            percents(found.realised.estimate),
            " ",
            h("span", f"predicted {percent(found.predicted.estimate)}", class_="small"),
        ],
        [
            dots.tie(found.predicted.estimate, found.realised.estimate, scale),
            *dots.interval(found.realised, scale),
            dots.hollow(found.predicted.estimate, scale),
        ],
        scale,
        note=h("strong", "differs") if found.parts else _VERDICTS[found.parts],
    )


_COLUMNS = (
    Column[PartCheck]("left out", lambda one: h("bdi", shortened(one.part, 60))),
    Column[PartCheck]("mentions", lambda one: count(one.mentions)),
    Column[PartCheck]("predicted, %", lambda one: percent(one.check.predicted.estimate)),
    Column[PartCheck]("realised, %", lambda one: percent(one.check.realised.estimate)),
    Column[PartCheck]("95 %", lambda one: ends(one.check.realised)),
    Column[PartCheck]("gap, points", lambda one: signed(one.check.gap.estimate)),
    Column[PartCheck]("gap of the floor", lambda one: signed(one.floor_gap)),
    Column[PartCheck]("verdict", lambda one: _VERDICTS[one.check.parts], number=False),
)
