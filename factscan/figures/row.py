"""From the sums of a group to its row of figures."""

from dataclasses import dataclass

from factscan.figures.audited import correct
from factscan.figures.crosscheck import jackknifed, not_jackknifed
from factscan.figures.group import Group
from factscan.figures.report import Row
from factscan.figures.settings import Settings
from factscan.stats import (
    Bound,
    ceiling,
    floor_of_sums,
    missing_mass_of_sums,
    new_fact_share,
    proven_bound,
    singleton_rate,
    singleton_share,
)


@dataclass(frozen=True, slots=True)
class Errors:
    """Numbers of plausible errors |E|: the least of the bound's pool, and the greatest of all relations."""

    least: int
    most: int


def row_of(group: Group, settings: Settings, errors: Errors, bounds: int) -> Row:
    """The row of a group, without what was rejected. ``bounds``: how many bounds are printed at once."""
    corpus, sample = group.corpus, group.sample
    counts = sample.counts(group.counts, group.units) if sample else group.counts
    mentions: int = counts.get("mentions", 0)
    counted: int = counts.get("prompts", 0)
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
        rejected=None,
        facts_per_1000_words=1000 * mentions / words if words else None,
        without_facts=corpus["without_facts"] / documents
        if documents and not (sample and sample.by_subjects)
        else None,
        mentions=mentions,
        prompts=counts.get("asked", counted),
        facts=counted if settings.of_facts else None,
        singletons=counts.get("singletons", 0),
        conflicting=counts.get("conflicting", 0),
        singleton_rate=singleton_rate(counts.get("once", 0), mentions),
        singleton_share=singleton_share(counts.get("singletons", 0), counted),
        new_fact_share=new_fact_share(counts.get("singletons", 0), counts.get("incidence", 0)),
        missing_mass=missing_mass_of_sums(sums.plain),
        missing_mass_jackknife=mass_jackknife,
        floor=floor_of_sums(sums.weighted, sums.plain),
        floor_jackknife=floor_jackknife,
        bound=sample.no_bound(sums.plain.units) if sample else _bound(group, settings, errors, bounds),
        ceiling=None if sample and sample.partial else _ceiling(group, settings, errors),
        n_eff=sums.plain.n_eff,
        dedup=group.dedup,
        corrected=correct(group.labels, sums.plain, sums.weighted),
        foreign=_foreign(group),
    )


def _foreign(group: Group) -> float | None:
    """Of a sample of subjects, most sentences were not looked at."""
    sentences = group.corpus.get("sentences", 0)
    if not sentences or (group.sample and group.sample.by_subjects):
        return None
    return float(group.corpus["foreign_sentences"] / sentences)


def _bound(group: Group, settings: Settings, errors: Errors, bounds: int) -> Bound:
    return proven_bound(
        group.drawn.get("units", 0),
        group.drawn.get("singletons", 0.0),
        errors.least,
        bounds=bounds,
        gamma=settings.gamma,
        delta=settings.delta,
    )


def _ceiling(group: Group, settings: Settings, errors: Errors) -> float | None:
    """Of all relations, as an algorithm has to answer them all: so of singletons drawn from any."""
    drawn = group.drawn
    return ceiling(drawn.get("units", 0), drawn.get("all_singletons", 0.0), errors.most, gamma=settings.gamma)
