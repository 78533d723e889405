"""The sums of one group of a report, as they come from SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factscan.figures.audited import Labels
from factscan.figures.comparisons import Sums
from factscan.figures.crosscheck import Parts
from factscan.figures.duplicates import Deduped, nothing_counted
from factscan.figures.sampled import Sample
from factscan.stats import UnitSums

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """The sums of one group; empty mappings where it has no mention. ``sample``: what its rows are a sample of,
    with the variance of its mentions.
    """

    name: str
    corpus: Record = field(default_factory=dict)
    counts: Record = field(default_factory=dict)
    units: Record = field(default_factory=dict)
    pairs: Record = field(default_factory=dict)
    drawn: Record = field(default_factory=dict)
    parts: Parts | None = None
    dedup: Mapping[str, Deduped] = field(default_factory=nothing_counted)
    labels: Labels | None = None
    sample: Sample | None = None
    mentions_variance: float = 0.0

    @property
    def sums(self) -> Sums:
        plain = self._sums("u", "mu", "uu", "pairs")
        weighted = self._sums("w", "mw", "ww", "weighted_pairs")
        if self.sample is None:
            return Sums(plain, weighted)
        given = self.units, self.pairs, self.mentions_variance
        return Sums(self.sample.sums(plain, "u", *given), self.sample.sums(weighted, "w", *given))

    def _sums(self, counted: str, crossed: str, squared: str, pairs: str) -> UnitSums:
        units = self.units
        return UnitSums(
            units=units.get("units", 0),
            mentions=units.get("mentions", 0.0),
            counted=units.get(counted, 0.0),
            mm=units.get("mm", 0.0),
            mu=units.get(crossed, 0.0),
            uu=units.get(squared, 0.0),
            pairs=self.pairs.get(pairs, 0.0),
            cc=units.get("cc"),
        )
