"""Which rows part from the rest by more than noise."""

from collections.abc import Mapping

from factscan.figures import Report
from factscan.figures.checks import Kind, PartCheck
from factscan.figures.comparisons import Comparison
from factscan.report.headline import difference
from factscan.report.view import By

ALPHA = 0.05


def apart(report: Report, by: By) -> Mapping[str, float]:
    """By name, how far: a domain's headline figure from that of the others; the missing mass found in a shard or a
    source from what the rest predicts for it. Nothing is said of relations.
    """
    if by == "domain":
        return {one.domain: difference(report, one).estimate or 0.0 for one in differing(report)}
    if by == "relation":
        return {}
    return {
        name: one.check.gap.estimate or 0.0 for name, one in telling(report, by).items() if one.check.parts
    }


def differing(report: Report) -> list[Comparison]:
    """Domains whose headline figure differs from that of the others, after Holm's correction; the farthest first."""
    found = [one for one in compared(report) if (difference(report, one).adjusted or 0.0) < ALPHA]
    return sorted(found, key=lambda one: -abs(difference(report, one).estimate or 0.0))


def compared(report: Report) -> list[Comparison]:
    """Domains that can be compared with the others."""
    return [one for one in report.comparisons if difference(report, one).adjusted is not None]


def telling(report: Report, kind: Kind) -> dict[str, PartCheck]:
    """Of every shard or source the check that says most: within the domain where it has most mentions, if that can be
    told, else within the whole corpus, where a part of another domain is bound to differ.
    """
    found: dict[str, PartCheck] = {}
    for one in report.checks.left_out:
        if one.kind == kind and (one.part not in found or _rank(one) > _rank(found[one.part])):
            found[one.part] = one
    return found


def _rank(one: PartCheck) -> tuple[bool, bool, int]:
    return one.check.parts is not None, one.group != "overall", one.mentions
