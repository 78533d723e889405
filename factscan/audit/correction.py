"""From labels of mentions to what the corrected figures take: how many are right, of singletons and of others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factscan.audit.item import Item
from factscan.audit.pair import Pair
from factscan.errors import InputError, UsageError
from factscan.figures import Settings
from factscan.figures.audited import OVERALL, Labels, LabelsOf
from factscan.stats import effective_size
from factscan.stats.noise import Judged


def labels_of(items: Sequence[Item]) -> LabelsOf:
    """The labels of the whole run, of each domain and of each shard, of singletons and of others.

    A random mention is a singleton's or not, so both samples together are a sample of the singletons, and the rest of
    the random one is a sample of the others. A domain's labels are a random sample of the domain, whichever way it was
    drawn, a shard's of the shard; where a group lies in several strata, a label weighs as much as its stratum has
    mentions for each. The unsure are left out.

    Raises:
        InputError: the items do not say which random mentions are of singletons, as an earlier version wrote them.
    """
    if not can_correct(items):
        raise InputError(
            "the audit's file was drawn by an earlier version: it does not say which random mentions are of "
            "singletons. It still tells the precision; for corrected figures draw anew with --sample K"
        )
    groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        for group in (OVERALL, ("domain", item.domain), ("shard", item.shard)):
            groups[group].append(item)
    weights = _weights(items)
    return {group: _labels(its, weights) for group, its in groups.items()}


def check_settings(items: Sequence[Item], settings: Settings) -> None:
    """Refuse to correct figures that count something else than the audit drew from.

    Raises:
        UsageError: kinds of subject, copies or units differ, domains are regrouped, or facts count.
    """
    drawn = items[0]
    asked = {"subjects": ",".join(settings.subjects), "dedup": settings.dedup, "unit": settings.unit}
    for name, value in asked.items():
        if (of_audit := getattr(drawn, name)) != value:
            raise UsageError(
                f"the audit was drawn with --{name} {of_audit}, the report asks for {value}: report with "
                f"--{name} {of_audit}, or draw an audit with --{name} {value}"
            )
    settings.refuse_facts("an audit")
    if settings.domains:
        raise UsageError(
            "an audit corrects the figures of the domains it was drawn from: report without --domains"
        )


def can_correct(items: Iterable[Item]) -> bool:
    """Whether all items say in how many units their prompts are stated; those of earlier versions do not."""
    return all(item.units is not None for item in items)


def settings_of(items: Sequence[Item] | Sequence[Pair]) -> Settings:
    """What counted when the items were drawn."""
    drawn = items[0]
    return Settings(
        unit=drawn.unit,  # type: ignore[arg-type]  # Settings checks both
        dedup=drawn.dedup,  # type: ignore[arg-type]
        subjects=tuple(drawn.subjects.split(",")),
    )


_Kind = tuple[str, bool]
"""A stratum, and whether mentions of singletons are meant."""


def _labels(items: Sequence[Item], weights: Mapping[_Kind, float]) -> Labels:
    singletons, others = ([item for item in items if (item.units == 1) is single] for single in (True, False))
    return Labels(
        _judged(singletons, weights),
        _judged(others, weights),
        unsure=sum(item.label == "u" for item in items),
    )


def _weights(items: Sequence[Item]) -> dict[_Kind, float]:
    """Mentions that a label stands for; where a stratum has no size, 1."""
    sizes, judged = _sizes(items), Counter(_kind(item) for item in items if item.label in ("y", "n"))
    return {kind: sizes[kind] / count if sizes.get(kind) else 1.0 for kind, count in judged.items()}


def _kind(item: Item) -> _Kind:
    return item.stratum, item.units == 1


def _sizes(items: Iterable[Item]) -> dict[_Kind, int]:
    """Mentions in each stratum, of singletons (True) and of others (False)."""
    random: dict[str, int] = defaultdict(int)
    singletons: dict[str, int] = defaultdict(int)
    for item in items:
        random[item.stratum] = max(random[item.stratum], item.random_of or 0)
        singletons[item.stratum] = max(singletons[item.stratum], item.singletons_of or 0)
    return {
        (stratum, of_singletons): singletons[stratum] if of_singletons else size - singletons[stratum]
        for stratum, size in random.items()
        for of_singletons in (True, False)
    }


def _judged(items: Iterable[Item], weights: Mapping[_Kind, float]) -> Judged:
    """Effective numbers."""
    judged = [(weights[_kind(item)], item.label == "y") for item in items if item.label in ("y", "n")]
    size, whole = effective_size([weight for weight, _ in judged]), sum(weight for weight, _ in judged)
    right = sum(weight for weight, is_right in judged if is_right)
    return Judged(size * right / whole if whole else 0.0, size)
