"""The delete-a-group jackknife of every group: a second opinion on its intervals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from factscan.stats import Interval, delete_a_group

Parts = Mapping[str, list[float]]
"""Columns of ``figures/jackknife``, an entry a part of the group's units."""

_COLUMNS = ("m", "u", "w", "gained", "weighted_gained")


def parts_by_group(rows: Iterable[Mapping[str, Any]]) -> dict[str, Parts]:
    """By group, from the rows of ``figures/jackknife``."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: {name: [] for name in _COLUMNS})
    for row in rows:
        for name in _COLUMNS:
            found[row["grp"]][name].append(row[name])
    return dict(found)


def jackknifed(parts: Parts | None) -> tuple[Interval, Interval]:
    """Missing mass and floor with the jackknife's intervals; None: the group has no mentions."""
    held = parts or {name: [] for name in _COLUMNS}
    return (
        delete_a_group(held["m"], held["u"], held["gained"]),
        delete_a_group(held["m"], held["w"], held["weighted_gained"]),
    )


def not_jackknifed() -> tuple[Interval, Interval]:
    """In place of ``jackknifed`` where only a sample of the prompts was kept."""
    nothing = Interval(None, None, None, "not computed from a sample of the prompts")
    return nothing, nothing
