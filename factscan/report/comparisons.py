"""What stands below the table about domains beside each other: which differ, which are pooled, and a second opinion."""

from factscan.figures import Report, Row
from factscan.figures.comparisons import Comparison
from factscan.report.apart import compared, differing
from factscan.report.columns import share, signed, with_interval
from factscan.report.headline import difference, headline_name
from factscan.report.lines import first
from factscan.stats import Difference

_NAMED = 8
_WIDER = 2


def comparisons(report: Report) -> list[str]:
    """Lines of plain text."""
    return [*_differences(report), *pooled(report), *second_opinion(report)]


def _differences(report: Report) -> list[str]:
    """Domains whose headline figure differs, the farthest first, and those that cannot be told apart."""
    asked = compared(report)
    if not asked:
        return []
    apart = differing(report)
    alike = [one.domain for one in asked if one not in apart]
    told = ", ".join(first([_named(one, difference(report, one)) for one in apart])) or "none"
    rest = f"; not told apart: {', '.join(first(alike))}" if alike else ""
    against = f"{headline_name(report)} against {asked[0].against}"
    head = f"{against} (difference [95 %], p by Holm's rule over {len(asked)})"
    return [f"{head}: {told}{rest}"]


def _named(one: Comparison, found: Difference) -> str:
    ends = f"[{_signed(found.low)}, {_signed(found.high)}]"
    return f"{one.domain} {_signed(found.estimate)} {ends} {_p_value(found)}"


def _signed(value: float | None) -> str:
    return "–" if value is None else signed(value)


def _p_value(found: Difference) -> str:
    adjusted = found.adjusted or 0.0
    return "p < .001" if adjusted < 0.001 else f"p {share(adjusted)}"


def pooled(report: Report) -> list[str]:
    """Which domains are one row."""
    if not report.pooled_domains:
        return []
    names = [item.domain for item in report.pooled_domains]
    more = f" and {len(names) - _NAMED:,} more (see --format json)" if len(names) > _NAMED else ""
    head = f"{len(names):,} domains with fewer than {report.settings.pool_under:,} mentions are one row"
    return [f"{head}: {', '.join(names[:_NAMED])}{more}"]


def second_opinion(report: Report) -> list[str]:
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
