"""The figures of a run, as data: what a report shows and what its JSON carries."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from factscan.figures import audited
from factscan.figures.checks import Checks
from factscan.figures.comparisons import Comparison
from factscan.figures.duplicates import Cluster, CopiedSentences, Deduped
from factscan.figures.relations import RelationRow
from factscan.figures.settings import Settings
from factscan.sampling import Sampling
from factscan.stats import Bound, Calibrated2024, Interval
from factscan.stats.noise import Corrected
from factscan.store.counts import MOSTLY
from factscan.versions import REPORT_SCHEMA

FEW_UNITS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one group: the whole corpus, a domain, a shard or a source.

    Counts of documents and words are of all that was read; everything from ``mentions`` on is of what
    counts under the settings. Shares are None where there is nothing to take a share of.

    ``exact_copies`` and ``near_copies`` are documents that copy an earlier one of the whole corpus, ``duplicates``
    those that the settings leave out of the group. ``dedup`` holds the estimates under every choice of dedup.
    ``corrected`` are missing mass and floor as an audit's labels correct them; None without an audit.
    ``rejected`` is known of the whole and of shards.
    The jackknives are second opinions on the intervals. ``ceiling``: what some calibrated algorithm stays under.
    ``conflicting``: prompts to which the run states several answers, a date and a finer one inside it being one answer.
    ``foreign``: share of all sentences that were skipped as another language than English, or none; None of a sample of
    subjects.

    Where facts count (``Settings.level``), ``facts`` is how many there are (None otherwise), singletons are facts and
    shares are of facts, ``prompts`` and ``conflicting`` still count prompts; floor, bound and ceiling are undefined.
    """

    name: str
    documents: int
    words: int
    duplicates: int
    exact_copies: int
    near_copies: int
    rejected: int | None
    facts_per_1000_words: float | None
    without_facts: float | None
    mentions: int
    prompts: int
    facts: int | None
    singletons: int
    conflicting: int
    singleton_rate: float | None
    singleton_share: float | None
    new_fact_share: float | None
    missing_mass: Interval
    missing_mass_jackknife: Interval
    floor: Interval
    floor_jackknife: Interval
    bound: Bound
    ceiling: float | None
    n_eff: float | None
    dedup: Mapping[str, Deduped]
    corrected: Corrected | None = None
    foreign: float | None = None

    @property
    def repeated(self) -> float | None:
        """Share of the mentions, without near-copies, that repeat a sentence of an earlier document."""
        near, rest = (self.dedup[choice].mentions for choice in ("near", "near,sentences"))
        return 1 - rest / near if near else None

    @property
    def sensitivity(self) -> dict[str, dict[str, float | None]]:
        """Missing mass and floor if so much of the mentions (the key) were junk that nobody repeats."""
        return audited.sensitivity(self.missing_mass.estimate, self.floor.estimate)

    @property
    def not_english(self) -> str:
        """A warning where a group is mostly in another language, else ""."""
        if self.foreign is None or self.foreign <= MOSTLY:
            return ""
        return (
            f"mostly not English: {self.foreign:.0%} of the sentences were skipped as another language, or none; "
            "the figures are of the rest"
        )

    @property
    def warnings(self) -> list[str]:
        found = [self.not_english] if self.not_english else []
        if self.missing_mass.reason:
            found.append(self.missing_mass.reason)
        elif self.n_eff is not None and self.n_eff < FEW_UNITS:
            found.append(f"n_eff {self.n_eff:.0f} < {FEW_UNITS}: the interval is rough")
        return found

    def as_dict(self) -> dict[str, Any]:
        """The row for JSON: ``bound`` is a number or null, its terms stand beside it."""
        row = {name: getattr(self, name) for name in self.__dataclass_fields__}
        for name in ("missing_mass", "missing_mass_jackknife", "floor", "floor_jackknife"):
            row[name] = _interval(getattr(self, name))
        row["bound"] = self.bound.value
        row["bound_terms"] = asdict(self.bound)
        row["dedup"] = {choice: asdict(found) for choice, found in self.dedup.items()}
        row["repeated"] = self.repeated
        row["corrected"] = audited.as_dict(self.corrected)
        row["sensitivity"] = self.sensitivity
        row["warnings"] = self.warnings
        return row


def _interval(interval: Interval) -> dict[str, Any]:
    ends: dict[str, Any] = {"estimate": interval.estimate, "low": interval.low, "high": interval.high}
    return {**ends, "reason": interval.reason} if interval.reason else ends


@dataclass(frozen=True, slots=True)
class Rejected:
    """Records that were rejected in one shard for one reason."""

    shard: str
    reason: str
    records: int
    first_place: str


@dataclass(frozen=True, slots=True)
class Skewed:
    """A relation whose answers are too alike for the theorem's uniformity; κ is discounted by what is observed."""

    relation: str
    prompts: int
    kappa: float


@dataclass(frozen=True, slots=True)
class PooledDomain:
    """A domain with so few mentions that it is reported with others as one group."""

    domain: str
    documents: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What one rule of ``settings.domains`` did: how many ``domains`` it gave its ``name``, ``examples`` of them."""

    pattern: str
    name: str
    domains: int
    examples: list[str]


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of a run under one choice of settings.

    ``bound_2024``: the earlier bound of the same kind, of the whole corpus; None of a sample.
    ``sources``: rows by source, where ``settings.by_source`` asks for them, else None. Documents without a source have
    the name "".
    """

    settings: Settings
    overall: Row
    domains: list[Row]
    shards: list[Row]
    rejected: list[Rejected]
    broken_shards: dict[str, str]
    skewed_relations: list[Skewed]
    clusters: list[Cluster]
    copied_sentences: list[CopiedSentences]
    checks: Checks
    sampling: Sampling | None
    pooled_domains: list[PooledDomain]
    comparisons: list[Comparison]
    relations: list[RelationRow]
    bound_2024: Calibrated2024 | None
    sources: list[Row] | None = None
    regrouped: list[Regrouped] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return {
            "schema_version": REPORT_SCHEMA,
            "settings": self.settings.as_dict(),
            "sampled": self.sampling.as_dict() if self.sampling else None,
            "overall": self.overall.as_dict(),
            "domains": [row.as_dict() for row in self.domains],
            "shards": [row.as_dict() for row in self.shards],
            "rejected": [asdict(item) for item in self.rejected],
            "broken_shards": self.broken_shards,
            "skewed_relations": [asdict(item) for item in self.skewed_relations],
            "clusters": [asdict(item) for item in self.clusters],
            "copied_sentences": [asdict(item) for item in self.copied_sentences],
            "checks": self.checks.as_dict(),
            "pooled_domains": [asdict(item) for item in self.pooled_domains],
            "comparisons": [asdict(item) for item in self.comparisons],
            "relations": [item.as_dict() for item in self.relations],
            "bound_2024": asdict(self.bound_2024) if self.bound_2024 else None,
            "sources": None if self.sources is None else [row.as_dict() for row in self.sources],
            "regrouped": [asdict(item) for item in self.regrouped],
        }
