"""What conditions (``factscan.figures.conditions``) read of two runs beside each other."""

from factscan.figures.conditions import Measured, figures_of
from factscan.figures.diff.result import Change, Diff
from factscan.figures.report import Row
from factscan.stats import Difference


def measured(diff: Diff) -> list[Measured]:
    """The groups of the second run; of those that the first run does not have, nothing is known to have changed."""
    return [
        *(Measured(one.kind, one.name, {**figures_of(one.b), **_changes(one)}) for one in diff.changes),
        *(Measured("domain", row.name, {**figures_of(row), **_unchanged(row)}) for row in diff.only_b),
    ]


def _changes(one: Change) -> dict[str, float | None]:
    up = (one.floor.estimate or 0.0) > 0
    return {
        **_ends("floor", one.floor),
        **_ends("missing_mass", one.missing_mass),
        "moved": float(one.moved),
        "rose": float(one.moved and up),
        "fell": float(one.moved and not up),
    }


def _unchanged(row: Row) -> dict[str, float | None]:
    nothing = Difference(None, None, None, None, None, reason=f"{row.name} is in one run only")
    return {
        **_ends("floor", nothing),
        **_ends("missing_mass", nothing),
        "moved": None,
        "rose": None,
        "fell": None,
    }


def _ends(name: str, found: Difference) -> dict[str, float | None]:
    return {
        f"{name}.change": found.estimate,
        f"{name}.change.low": found.low,
        f"{name}.change.high": found.high,
    }
