"""The figure that a report is about: the floor; where facts count, which have none, the missing mass."""

from factscan.figures import Report
from factscan.figures.comparisons import Comparison
from factscan.report.view import AnyRow
from factscan.stats import Difference, Interval


def headline(report: Report, row: AnyRow) -> Interval:
    return row.missing_mass if report.settings.of_facts else row.floor


def headline_name(report: Report) -> str:
    return "missing mass" if report.settings.of_facts else "floor"


def difference(report: Report, one: Comparison) -> Difference:
    """Of the headline figure, between a domain and the others."""
    return one.missing_mass if report.settings.of_facts else one.floor
