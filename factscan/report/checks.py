"""The checks and the growth of a report as text."""

from collections.abc import Iterable, Sequence

from factscan.figures import Report
from factscan.figures.checks import KINDS, Growth, PartCheck
from factscan.report.columns import count, share, signed, with_interval
from factscan.report.grid import Grid, visible
from factscan.stats import Interval
from factscan.stats.forecast import ERROR_BY_FALL, ERROR_BY_MASS, MEASURED_ERROR

_MOST_OVERALL = 4
_MOST_DOMAINS = 6
_PART_HEADS = ("part left out of a whole", "M pre-\ndicted", "rea-\nlised", "gap [95 %]", "", "N")
_PART_LEFT = (True, False, False, False, True, False)
_GROWTH_HEADS = ("M at", "1/16", "1/8", "1/4", "1/2", "now", "2 ×\nall [95 %]", "2 × it\nalone")
_GROWTH_LEFT = (True, *[False] * 7)


def check_blocks(report: Report, grid: Grid) -> list[str]:
    """The grids: parts that were left out, if there are several, and growth."""
    shown = shown_parts(report.checks.left_out)
    parts = [grid(_PART_HEADS, [_part(one) for one in shown], _PART_LEFT)] if shown else []
    growth = [_growth(one) for one in report.checks.growth]
    return [*parts, grid(_GROWTH_HEADS, growth, _GROWTH_LEFT)] if growth else parts


def check_notes(report: Report) -> list[str]:
    """Lines of plain text."""
    if not report.checks.growth:
        return [
            "checks and growth: not from a sample" if report.sampling else "checks and growth: nothing counts"
        ]
    return [*_left_out(report), f"later from earlier: {report.checks.later}", _growing()]


def shown_parts(found: Sequence[PartCheck]) -> list[PartCheck]:
    """Of the whole corpus the parts that differ most, and of every domain the one that differs most."""
    shown: list[PartCheck] = []
    for kind in KINDS:
        of_kind = [one for one in found if one.kind == kind]
        shown += sorted((one for one in of_kind if one.group == "overall"), key=_distance)[:_MOST_OVERALL]
        worst: dict[str, PartCheck] = {}
        for one in sorted((one for one in of_kind if one.group != "overall"), key=_distance):
            worst.setdefault(one.group, one)
        shown += list(worst.values())[:_MOST_DOMAINS]
    return shown


def _distance(one: PartCheck) -> tuple[bool, float]:
    """Those that part come first, the farthest first."""
    return not one.check.parts, -abs(one.check.gap.estimate or 0.0)


def _part(one: PartCheck) -> list[str]:
    return [
        visible(f"{one.part} of {one.group}"),
        share(one.check.predicted.estimate),
        share(one.check.realised.estimate),
        gap_text(one.check.gap),
        {True: "differs", False: "", None: "too few"}[one.check.parts],
        count(one.mentions),
    ]


def gap_text(gap: Interval) -> str:
    """A gap with its ends."""
    if gap.estimate is None or gap.low is None or gap.high is None:
        return "–"
    return f"{signed(gap.estimate)} [{signed(gap.low)}, {signed(gap.high)}]"


def _growth(one: Growth) -> list[str]:
    doubled = (one.double_interval, one.double_alone_interval)
    return [
        visible(one.group),
        *(share(cell) for cell in (*one.smaller, one.now)),
        *(with_interval(interval) for interval in doubled),
    ]


def _left_out(report: Report) -> Iterable[str]:
    for kind in KINDS:
        found = [one for one in report.checks.left_out if one.kind == kind]
        if not found:
            yield f"leave one {kind} out: not checked: no domain, nor the whole, has several {kind}s"
            continue
        told = [one for one in found if one.check.parts is not None]
        apart = [one for one in told if one.check.parts]
        yield (
            f"leave one {kind} out: {len(apart):,} of {len(told):,} parts differ from what the rest predicts by more "
            f"than noise ({len(found) - len(told):,} more have too few documents to tell; parts are those of the whole "
            "and of every domain, all in --format json). Such a part is of another kind than the rest, or shares text "
            "with it, and the floor would miss there by about the gap."
        )


def _growing() -> str:
    return (
        "growth: M if only so much of all documents had been read (exact, the mean of all draws), and the forecast for "
        "twice as many of all domains, or of this domain alone while the others stay. The forecast's interval is "
        f"± {MEASURED_ERROR:.0%}, or more where M is uncertain ({ERROR_BY_MASS:g} of its standard errors) or falls "
        f"fast ({ERROR_BY_FALL:g} of the fall of ln M): it held what 95 % of simulated corpora missed once they had "
        "doubled. How much text brings a domain to a target: factscan forecast RUN --to M"
    )
