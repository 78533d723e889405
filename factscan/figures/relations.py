"""What is missing by relation: which questions a corpus answers only once."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from factscan.figures.group import Group
from factscan.stats import Interval, Kappas, floor_of_sums, missing_mass_of_sums


@dataclass(frozen=True, slots=True)
class RelationRow:
    """The figures of one relation over the whole corpus, or of the rare relations of one object type together.

    ``kappa``: the chance of a lucky guess at it; ``errors``: |E|, the plausible wrong answers; ``skewed``: its answers
    are too alike for the theorem's uniformity; ``relations``: how many it holds. ``facts``: their number where they
    count, else None.
    """

    name: str
    relations: int
    mentions: int
    prompts: int
    facts: int | None
    singletons: int
    missing_mass: Interval
    floor: Interval
    n_eff: float | None
    kappa: float
    errors: int
    skewed: bool

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def group_names(kappas: Kappas) -> list[str]:
    """What every relation is reported under: by itself, or with all rare ones of its object type."""
    return [
        str(relation) if alone else f"rare: {object_type}"
        for relation, alone, object_type in zip(
            kappas.relation, kappas.alone, kappas.object_type, strict=True
        )
    ]


def relation_rows(groups: dict[str, Group], kappas: Kappas) -> list[RelationRow]:
    """A row for every group with mentions, those with most of them first."""
    rows = list(_rows(groups, kappas))
    return sorted(rows, key=lambda row: (-row.mentions, row.name))


def _rows(groups: dict[str, Group], kappas: Kappas) -> Iterator[RelationRow]:
    names = np.array(group_names(kappas), dtype=object)
    for name in dict.fromkeys(names):
        group = groups.get(name)
        if group is None:
            continue
        members = np.flatnonzero(names == name)
        first = members[0]  # a group has one κ
        sums, of_facts = group.sums, "asked" in group.counts
        yield RelationRow(
            name=str(name),
            relations=len(members),
            mentions=group.counts["mentions"],
            prompts=group.counts["asked" if of_facts else "prompts"],
            facts=group.counts["prompts"] if of_facts else None,
            singletons=group.counts["singletons"],
            missing_mass=missing_mass_of_sums(sums.plain),
            floor=floor_of_sums(sums.weighted, sums.plain),
            n_eff=sums.plain.n_eff,
            kappa=float(kappas.kappa[first]),
            errors=int(kappas.errors[first]),
            skewed=bool(kappas.skewed[first]),
        )
