"""Domains compared: each against all others together, many at once without false alarms."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from factscan.stats import (
    CrossSums,
    Difference,
    Interval,
    UnitSums,
    all_but,
    covariance,
    difference,
    floor_of_sums,
    holm,
    missing_mass_of_sums,
)

REST = "the other domains"


@dataclass(frozen=True, slots=True)
class Sums:
    """A group's sums: plain, and less the lucky guesses."""

    plain: UnitSums
    weighted: UnitSums


@dataclass(frozen=True, slots=True)
class Comparison:
    """A domain less all others together: its missing mass less theirs, its floor less theirs.

    ``rest`` holds the missing mass and the floor of the others. The adjusted p-values are Holm's over all comparisons
    of a report, for missing mass and floor each.
    """

    domain: str
    against: str
    missing_mass: Difference
    floor: Difference
    rest_missing_mass: float | None
    rest_floor: float | None


def compared(groups: Mapping[str, Sums], ties: Iterable[Mapping[str, Any]]) -> list[Comparison]:
    """Every group against the rest; of two groups only the first, as the second would be its mirror image.

    Against the rest, not each against each: that is the question that the rows of a report raise, k answers instead of
    k(k−1)/2, and Holm takes less of their power. ``ties``: the rows of ``figures/cross_pairs``.
    """
    names = list(groups)
    if len(names) < 2:
        return []
    place = {name: number for number, name in enumerate(names)}
    plain_ties, weighted_ties = {}, {}
    for row in ties:
        one, other = place[row["one"]], place[row["other"]]
        of_u = CrossSums(row["pairs"], row["mm"], row["mu"], row["um"], row["uu"])
        of_w = CrossSums(row["weighted_pairs"], row["mm"], row["mw"], row["wm"], row["ww"])
        turn = one > other
        key = (other, one) if turn else (one, other)
        plain_ties[key] = of_u.turned if turn else of_u
        weighted_ties[key] = of_w.turned if turn else of_w
    plain = all_but([sums.plain for sums in groups.values()], plain_ties)
    weighted = all_but([sums.weighted for sums in groups.values()], weighted_ties)
    found = [
        _comparison(name, groups[name], Sums(rest, weighted_rest), cross, weighted_cross)
        for name, (rest, cross), (weighted_rest, weighted_cross) in zip(names, plain, weighted, strict=True)
    ]
    if len(names) == 2:
        found = [replace(found[0], against=names[1])]
    return _adjusted(found)


def _comparison(name: str, own: Sums, rest: Sums, cross: CrossSums, weighted_cross: CrossSums) -> Comparison:
    mass, rest_mass = missing_mass_of_sums(own.plain), missing_mass_of_sums(rest.plain)
    lucky, rest_lucky = floor_of_sums(own.weighted, own.plain), floor_of_sums(rest.weighted, rest.plain)
    return Comparison(
        name,
        REST,
        _difference(mass, rest_mass, own.plain, rest.plain, cross),
        _difference(lucky, rest_lucky, own.weighted, rest.weighted, weighted_cross),
        rest_mass.estimate,
        rest_lucky.estimate,
    )


def _difference(a: Interval, b: Interval, of_a: UnitSums, of_b: UnitSums, cross: CrossSums) -> Difference:
    return difference(a, b, _variance(of_a), _variance(of_b), covariance(of_a, of_b, cross))


def _variance(sums: UnitSums) -> float:
    """Of the share; 0 without mentions, where the difference is undefined."""
    return (sums.variance or 0.0) / max(1.0, sums.mentions) ** 2


def _adjusted(found: list[Comparison]) -> list[Comparison]:
    masses = _holm(found, lambda one: one.missing_mass)
    floors = _holm(found, lambda one: one.floor)
    return [
        replace(one, missing_mass=mass, floor=lucky)
        for one, mass, lucky in zip(found, masses, floors, strict=True)
    ]


def _holm(found: list[Comparison], of: Callable[[Comparison], Difference]) -> list[Difference]:
    """The differences with their p-values among all; those that are undefined ask nothing."""
    asked = [of(one).p_value for one in found]
    adjusted = iter(holm([p for p in asked if p is not None]))
    return [
        replace(of(one), adjusted=None if p is None else next(adjusted))
        for one, p in zip(found, asked, strict=True)
    ]
