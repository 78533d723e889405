"""From labels of pairs to what merging split keys would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from factscan.audit.pair import Kind, Pair
from factscan.stats import Interval, effective_size, wilson
from factscan.stats.merging import Stratum, merged_share

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Split:
    """What the labels of one kind of pair say. ``share``: mentions of singletons with such a near prompt, of all."""

    kind: Kind
    share: float
    same: int
    different: int
    unsure: int
    precision: Interval


@dataclass(frozen=True, slots=True)
class Splits:
    """All kinds, and the share of the mentions of singletons that merging would make known."""

    kinds: list[Split]
    merged_share: Interval


def splits(pairs: Sequence[Pair]) -> Splits:
    """Estimates for the whole run: a pair weighs as many mentions as its singleton has, a kind as many as it has."""
    first = pairs[0]
    kinds = [kind for kind in KINDS if any(pair.kind == kind for pair in pairs)]
    strata = [_stratum([pair for pair in pairs if pair.kind == kind]) for kind in kinds]
    return Splits(
        [_split(kind, stratum, pairs) for kind, stratum in zip(kinds, strata, strict=True)],
        merged_share(strata, first.prompts_looked_at, of_all=min(1.0, first.looked_at / first.singletons_of)),
    )


def _stratum(pairs: Sequence[Pair]) -> Stratum:
    judged = [pair for pair in pairs if pair.label in ("y", "n")]
    size = effective_size([float(pair.mentions) for pair in judged])
    whole = sum(pair.mentions for pair in judged)
    same = sum(pair.mentions for pair in judged if pair.label == "y")
    return Stratum(pairs[0].stratum_of / pairs[0].looked_at, size * same / whole if whole else 0.0, size)


def _split(kind: Kind, stratum: Stratum, pairs: Sequence[Pair]) -> Split:
    labels = [pair.label for pair in pairs if pair.kind == kind]
    return Split(
        kind,
        stratum.share,
        same=labels.count("y"),
        different=labels.count("n"),
        unsure=labels.count("u"),
        precision=wilson(stratum.same, stratum.judged),
    )
