"""Figures of a run that keeps a sample: SQL sums of what was kept, brought to the whole corpus."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from factscan.errors import UsageError
from factscan.figures.settings import Settings
from factscan.sampling import Sampling
from factscan.stats import Bound, UnitSums, shrunk_totals, sums_of_sample, sums_of_subject_sample
from factscan.store.statements import statement

Record = dict[str, Any]
ENOUGH = 200
"""Counted sentences from which on a domain has a rate of mentions of its own."""

NOT_OF_A_SAMPLE = (
    "this run keeps a sample of what was found, and growth, mixtures and checks need all of it: scan without "
    "--sample-prompts and --sample-subjects"
)

_COUNTS = ("prompts", "asked", "singletons", "once", "conflicting", "incidence")


@dataclass(frozen=True, slots=True)
class Sample:
    """What the figures ask of a sample, under one choice of settings, in the database that ``connection`` reads."""

    connection: duckdb.DuckDBPyConnection
    settings: Settings
    sampling: Sampling

    @property
    def by_subjects(self) -> bool:
        return self.sampling.by == "subjects"

    @property
    def partial(self) -> bool:
        """Whether anything was left out."""
        return self.sampling.one_in > 1

    @property
    def units(self) -> str:
        """The statement of the sums over units."""
        return "sampled/units_by_subject" if self.by_subjects else "sampled/units"

    @property
    def pairs(self) -> str:
        """The statement of the sums over pairs of units."""
        return "sampled/pairs_by_subject" if self.by_subjects else "sampled/pairs"

    def lay_out_documents(self) -> None:
        """Make the table ``stating``: the mentions of documents, whether they are kept or not.

        Raises:
            UsageError: the sample holds no facts about subjects of a kind that is asked for.
        """
        subjects = list(self.settings.subjects)
        if not self.by_subjects:
            self.connection.execute(statement("figures/sampled/stating"), {"subjects": subjects})
            return
        if "concept" in subjects:
            raise UsageError(
                "a run that samples subjects holds names and topics: leave concepts out, or scan with --sample-prompts"
            )
        given = {"subjects": subjects, "enough": ENOUGH, "counted_one_in": self.sampling.counted_one_in}
        self.connection.execute(statement("figures/sampled/rates"), given)
        self.connection.execute(statement("figures/sampled/stating_by_words"))

    def lay_out_units(self) -> None:
        """Make the table ``unit_mentions``, after ``figures.layout.lay_out``."""
        given = {
            "one_in": self.sampling.one_in,
            "dedup": self.settings.copies,
            "without_repeats": self.settings.without_repeats,
        }
        self.connection.execute(statement("figures/sampled/unit_mentions"), given)

    def shrunk(self, units: dict[str, Record]) -> dict[str, Record]:
        """The sums over units by group; groups with few kept subjects take from all what subjects are like."""
        if not self.by_subjects or len(units) < 2 or self.sampling.one_in == 1:
            return units
        return {name: {**record, **self._shrunk(record, units.values())} for name, record in units.items()}

    def _shrunk(self, record: Record, records: Collection[Record]) -> Record:
        found = {}
        for weight in ("u", "w"):
            counted = sum(one[weight] for one in records)
            burst = sum(one[f"{weight}_totals"] for one in records) / counted if counted else 0.0
            own = record[f"{weight}_totals"], record[weight], record["subjects"]
            found[f"{weight}_totals"] = shrunk_totals(*own, burst)
        return found

    def mentions_variances(self) -> dict[str, float]:
        """The variance of N, by group; none where it is counted."""
        if not self.by_subjects:
            return {}
        rows = self.connection.execute(statement("figures/sampled/mentions_variance")).fetchall()
        return dict(rows)

    def counts(self, kept: Mapping[str, Any], units: Mapping[str, Any]) -> Record:
        """The counts of a group: mentions as they are known, prompts by those that were kept."""
        mentions = round(units.get("mentions", 0))
        scaled = {name: kept[name] * self.sampling.one_in for name in _COUNTS if name in kept}
        return {**scaled, "once": min(scaled.get("once", 0), mentions), "mentions": mentions}

    def sums(
        self, kept: UnitSums, weight: str, units: Mapping[str, Any], pairs: Mapping[str, Any], variance: float
    ) -> UnitSums:
        """The sums of a group. ``weight`` is u or w, as the columns are called; ``variance`` that of N."""
        squares = units.get(f"{weight}_squares", 0.0)
        own = pairs.get("own" if weight == "u" else "weighted_own", 0.0)
        if not self.by_subjects:
            return sums_of_sample(kept, self.sampling.one_in, squares=squares, own_pairs=own)
        return sums_of_subject_sample(
            kept,
            self.sampling.one_in,
            squares=squares,
            totals=units.get(f"{weight}_totals", 0.0),
            own_pairs=own,
            mentions_variance=variance,
        )

    def no_bound(self, units: int) -> Bound:
        """A sample estimates the singleton rate; the theorem's slack says nothing of its error."""
        reason = f"not certifiable from a sample of the {self.sampling.by}"
        delta, gamma = self.settings.delta, self.settings.gamma
        return Bound(None, reason, units, None, None, None, delta, 1 - gamma, None)
