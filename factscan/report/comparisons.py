"""What stands below the table about domains beside each other: which differ, which are pooled, and a second opinion."""

from factscan.figures import Report, Row
from factscan.figures.comparisons import Comparison
from factscan.report.columns import share, with_interval
from factscan.report.lines import first
from factscan.stats import Difference

_ALPHA = 0.05
_NAMED = 8
_WIDER = 2


def comparisons(report: Report) -> list[str]:
    """Lines of plain text."""
    return [*_differences(report), *_pooled(report), *_second_opinion(report)]


def _differences(report: Report) -> list[str]:
    """Domains whose floor (of facts: missing mass) differs, the farthest first, and those that cannot be told apart."""
    of_facts = report.settings.of_facts
    compared = [(one, one.missing_mass if of_facts else one.floor) for one in report.comparisons]
    asked = [(one, found, found.adjusted) for one, found in compared if found.adjusted is not None]
    if not asked:
        return []
    apart = [(one, found) for one, found, p in asked if p < _ALPHA]
    alike = [one.domain for one, _, p in asked if p >= _ALPHA]
    apart.sort(key=lambda one: -abs(one[1].estimate or 0.0))
    told = ", ".join(first([_named(one, found) for one, found in apart])) or "none"
    rest = f"; not told apart: {', '.join(first(alike))}" if alike else ""
    what, against = "M" if of_facts else "floor", asked[0][0].against
    head = f"{what} against {against} (difference [95 %], p by Holm's rule over {len(asked)})"
    return [f"{head}: {told}{rest}"]


def _named(one: Comparison, found: Difference) -> str:
    ends = f"[{_signed(found.low)}, {_signed(found.high)}]"
    return f"{one.domain} {_signed(found.estimate)} {ends} {_p_value(found)}"


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{'−' if value < 0 else '+'}{share(abs(value))}"


def _p_value(found: Difference) -> str:
    adjusted = found.adjusted or 0.0
    return "p < .001" if adjusted < 0.001 else f"p {share(adjusted)}"


def _pooled(report: Report) -> list[str]:
    if not report.pooled_domains:
        return []
    names = [item.domain for item in report.pooled_domains]
    more = f" and {len(names) - _NAMED:,} more (see --format json)" if len(names) > _NAMED else ""
    head = f"{len(names):,} domains with fewer than {report.settings.pool_under:,} mentions are one row"
    return [f"{head}: {', '.join(names[:_NAMED])}{more}"]


def _second_opinion(report: Report) -> list[str]:
    """Where the jackknife's interval of M is much wider or narrower than the one shown."""
    rows = [report.overall, *report.domains]
    parted = [
        f"{row.name} {with_interval(row.missing_mass)} against {with_interval(row.missing_mass_jackknife)}"
        for row in rows
        if _parts(row)
    ]
    head = "intervals of M, by a delete-a-group jackknife"
    if not parted:
        return [f"{head}: within a factor of {_WIDER} of those shown"] if any(map(_checked, rows)) else []
    return [f"{head}, part from those shown: {line}" for line in first(parted)]


def _checked(row: Row) -> bool:
    return _width(row) is not None


def _width(row: Row) -> tuple[float, float] | None:
    """Of the interval and of the jackknife's; None where either is missing or says nothing."""
    shown, second = row.missing_mass, row.missing_mass_jackknife
    if shown.reason or shown.low is None or shown.high is None or second.low is None or second.high is None:
        return None
    return shown.high - shown.low, second.high - second.low


def _parts(row: Row) -> bool:
    widths = _width(row)
    return widths is not None and not 1 / _WIDER <= widths[1] / widths[0] <= _WIDER
