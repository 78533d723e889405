"""From labels to precision, with its interval."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factscan.audit.item import Item
from factscan.stats import Interval, effective_size, wilson

SAMPLES = ("random", "singletons")
OTHER = "other"
_FEW = 5  # labels of a relation below which it is told together with others


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of a group's labelled mentions are right.

    ``by`` is all, domain or relation. ``precision`` is of those that were judged right or wrong, weighted by
    the strata; with those that stayed unsure it lies between ``if_wrong`` and ``if_right``.
    """

    sample: str
    by: str
    name: str
    right: int
    wrong: int
    unsure: int
    precision: Interval
    if_wrong: float | None
    if_right: float | None

    @property
    def labelled(self) -> int:
        return self.right + self.wrong + self.unsure


def precisions(items: Iterable[Item]) -> list[Precision]:
    """The precision of each sample: overall, by domain and by relation (the rare ones together)."""
    labelled = [item for item in items if item.label]
    found = []
    for sample in SAMPLES:
        drawn = [item for item in labelled if item.size(sample) is not None]
        weights = _weights(drawn, sample)
        for by, name, group in _groups(drawn):
            found.append(_precision(sample, by, name, group, weights))
    return found


def _weights(drawn: list[Item], sample: str) -> dict[str, float]:
    """Mentions that a labelled item of each stratum stands for."""
    labelled = Counter(item.stratum for item in drawn)
    return {item.stratum: (item.size(sample) or 0) / labelled[item.stratum] for item in drawn}


def _groups(drawn: list[Item]) -> Iterator[tuple[str, str, list[Item]]]:
    if drawn:
        yield "all", "", drawn
    for domain in sorted({item.domain for item in drawn}):
        yield "domain", domain, [item for item in drawn if item.domain == domain]
    counts = Counter(item.relation for item in drawn)
    for relation in sorted(counts, key=lambda name: (-counts[name], name)):
        if counts[relation] >= _FEW:
            yield "relation", relation, [item for item in drawn if item.relation == relation]
    rare = [item for item in drawn if counts[item.relation] < _FEW]
    if rare:
        yield "relation", OTHER, rare


def _precision(sample: str, by: str, name: str, group: list[Item], weights: dict[str, float]) -> Precision:
    labels = Counter(item.label for item in group)
    judged = [item for item in group if item.label != "u"]
    sure = [weights[item.stratum] for item in judged]
    size = effective_size(sure)
    share = _share([weights[item.stratum] for item in judged if item.label == "y"], sure)
    whole = [weights[item.stratum] for item in group]
    return Precision(
        sample=sample,
        by=by,
        name=name,
        right=labels["y"],
        wrong=labels["n"],
        unsure=labels["u"],
        precision=wilson((share or 0) * size, size),
        if_wrong=_share([weights[item.stratum] for item in group if item.label == "y"], whole),
        if_right=_share([weights[item.stratum] for item in group if item.label != "n"], whole),
    )


def _share(part: list[float], whole: list[float]) -> float | None:
    return min(1.0, sum(part) / sum(whole)) if whole else None
