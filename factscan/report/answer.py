"""The answer of a report in one sentence."""

from factscan.figures import Report
from factscan.figures.report import FEW_UNITS
from factscan.report.cells import shortened, steady
from factscan.report.columns import percent, share, with_interval
from factscan.report.headline import headline, headline_name
from factscan.report.view import AnyRow, Shown

_NAME = 60


def answer(shown: Shown) -> str:
    """How often a model is predicted to be wrong, and where most and least."""
    report = shown.report
    found = headline(report, report.overall)
    if found.estimate is None:
        return f"No {headline_name(report)} can be told: {found.reason}."
    ends = f" (95 %: {percent(found.low)} to {percent(found.high)})" if found.low is not None else ""
    extremes = "" if shown.view.only else _extremes(shown)  # of some rows, none is known to be the highest
    told = f"{percent(found.estimate)} % of the time{ends}{_corrected(report)}{extremes}."
    if report.settings.of_facts:
        return f"What a new document states is stated by no other document of this corpus {told}"
    return f"Asked what this corpus states, a calibrated base model is predicted to answer wrongly at least {told}"


def _corrected(report: Report) -> str:
    corrected = report.overall.corrected
    if corrected is None or corrected.floor.estimate is None:
        return ""
    return f"; {with_interval(corrected.floor)} when corrected for extraction errors"


def _extremes(shown: Shown) -> str:
    """The highest and the lowest of the rows that are known well, if there are two."""
    known = [
        (found.estimate, row)
        for row in shown.rows
        if (found := headline(shown.report, row)).estimate is not None and (row.n_eff or 0) >= FEW_UNITS
    ]
    ordered = sorted(known, key=lambda one: one[0])
    if len(ordered) < 2:
        return ""
    return f": most for {_named(*ordered[-1])}, least for {_named(*ordered[0])}"


def _named(figure: float, row: AnyRow) -> str:
    return f"{shortened(steady(row.name), _NAME) or 'documents without a source'} ({share(figure)})"
