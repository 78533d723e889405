"""From the sums of a group, as they come from SQL, to its row of figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factscan.figures.audited import Labels, correct
from factscan.figures.comparisons import Sums
from factscan.figures.crosscheck import Parts, jackknifed, not_jackknifed
from factscan.figures.duplicates import Deduped, nothing_counted
from factscan.figures.report import Row
from factscan.figures.sampled import Sample
from factscan.figures.settings import Settings
from factscan.stats import (
    Bound,
    UnitSums,
    floor_of_sums,
    missing_mass_of_sums,
    new_fact_share,
    proven_bound,
    singleton_rate,
    singleton_share,
)

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


def row_of(
    group: Group, settings: Settings, min_errors: int, bounds: int, rejected: int | None = None
) -> Row:
    """The row of a group. ``min_errors``: least |E| of the bound's pool; ``bounds``: how many are printed at once."""
    corpus, sample = group.corpus, group.sample
    counts = sample.counts(group.counts, group.units) if sample else group.counts
    mentions, prompts = counts.get("mentions", 0), counts.get("prompts", 0)
    documents, words = corpus.get("counted_documents", 0), corpus.get("counted_words", 0)
    sums = group.sums
    mass_jackknife, floor_jackknife = (
        not_jackknifed() if sample and sample.partial else jackknifed(group.parts)
    )
    return Row(
        name=group.name,
        documents=corpus.get("documents", 0),
        words=corpus.get("words", 0),
        duplicates=corpus.get("duplicates", 0),
        exact_copies=corpus.get("exact_copies", 0),
        near_copies=corpus.get("near_copies", 0),
        rejected=rejected,
        facts_per_1000_words=1000 * mentions / words if words else None,
        without_facts=corpus["without_facts"] / documents
        if documents and not (sample and sample.by_subjects)
        else None,
        mentions=mentions,
        prompts=prompts,
        singletons=counts.get("singletons", 0),
        singleton_rate=singleton_rate(counts.get("once", 0), mentions),
        singleton_share=singleton_share(counts.get("singletons", 0), prompts),
        new_fact_share=new_fact_share(counts.get("singletons", 0), counts.get("incidence", 0)),
        missing_mass=missing_mass_of_sums(sums.plain),
        missing_mass_jackknife=mass_jackknife,
        floor=floor_of_sums(sums.weighted, sums.plain),
        floor_jackknife=floor_jackknife,
        bound=sample.no_bound(sums.plain.units) if sample else _bound(group, settings, min_errors, bounds),
        n_eff=sums.plain.n_eff,
        dedup=group.dedup,
        corrected=correct(group.labels, sums.plain, sums.weighted),
    )


def _bound(group: Group, settings: Settings, min_errors: int, bounds: int) -> Bound:
    return proven_bound(
        group.drawn.get("units", 0),
        group.drawn.get("singletons", 0.0),
        min_errors,
        bounds=bounds,
        gamma=settings.gamma,
        delta=settings.delta,
    )
