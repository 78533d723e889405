"""Figures from the tables: SQL sums where the rows are, ``stats`` estimates, nothing is printed here."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from factscan.figures.audited import Labels, LabelsOf, correct
from factscan.figures.checks import Checker
from factscan.figures.duplicates import (
    MOST,
    Cluster,
    CopiedSentences,
    Deduped,
    deduped,
    nothing_counted,
    settled,
)
from factscan.figures.layout import GroupBy, find_copied, lay_out
from factscan.figures.report import Rejected, Report, Row, Skewed
from factscan.figures.sampled import lay_out_units, no_bound, scaled_counts, scaled_sums
from factscan.figures.settings import COPIES, Settings
from factscan.sampling import Sampling
from factscan.stats import (
    ALONE_FROM,
    POOL_FROM,
    Kappas,
    UnitSums,
    floor_of_sums,
    kappa,
    missing_mass_of_sums,
    new_fact_share,
    proven_bound,
    singleton_rate,
    singleton_share,
)
from factscan.store.statements import statement

Record = dict[str, Any]


def compute(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    sampling: Sampling | None = None,
    labels: LabelsOf | None = None,
) -> Report:
    """All figures of a run. ``connection`` is open on its database and may make temporary tables.

    ``sampling``: what its rows are a sample of. ``labels`` are those of an audit under the same settings: they correct
    the figures of the groups that they name.
    """
    source = _Source(connection, settings, sampling, labels or {})
    groups = {by: source.groups(by) for by in ("overall", "domain", "shard")}
    bounds = max(1, sum(len(rows) for rows in groups.values()))
    rows = {by: [_row(group, settings, source, bounds) for group in found] for by, found in groups.items()}
    overall = rows["overall"][0] if rows["overall"] else _row(_Group("overall"), settings, source, bounds)
    shards = [replace(row, rejected=source.rejected_in(row.name)) for row in rows["shard"]]
    return Report(
        settings=settings,
        overall=replace(overall, name="overall", rejected=source.rejected_in(None)),
        domains=rows["domain"],
        shards=shards + source.shards_without_documents({row.name for row in shards}, settings, bounds),
        rejected=source.rejected,
        broken_shards=source.broken_shards(),
        skewed_relations=source.skewed(),
        clusters=source.clusters(),
        copied_sentences=source.copied_sentences(),
        checks=source.checker.checks(),
        sampling=sampling,
    )


def weigh_domains(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Make the table ``weighed`` by domain, for figures beside the report."""
    _Source(connection, settings)
    lay_out(connection, "domain", settings)
    connection.execute(statement("figures/weighed"))


@dataclass(frozen=True, slots=True)
class _Group:
    """The sums of one group, as they come from SQL; empty mappings where the group has no mention."""

    name: str
    corpus: Record | None = None
    counts: Record | None = None
    units: Record | None = None
    pairs: Record | None = None
    drawn: Record | None = None
    dedup: Mapping[str, Deduped] = field(default_factory=nothing_counted)
    labels: Labels | None = None


class _Source:
    """Runs the statements of ``sql/figures`` for one choice of settings."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        settings: Settings,
        sampling: Sampling | None = None,
        labels: LabelsOf | None = None,
    ) -> None:
        self._connection = connection
        self._labels = labels or {}
        self.sampling = sampling
        self.one_in = sampling.one_in if sampling else 1
        self._settings = settings
        self._subjects = {"subjects": list(settings.subjects)}
        self.rejected = [Rejected(**row) for row in self._rows("rejected", {})]
        self._rejected_in: Counter[str] = Counter()
        for item in self.rejected:
            self._rejected_in[item.shard] += item.records
        self.kappas = self._weigh_relations()
        self.checker = Checker(connection, settings)
        find_copied(connection, settings)
        connection.execute(statement("figures/touched"))
        for table in ("asked", "sampled/stating" if sampling else "stating"):
            connection.execute(statement(f"figures/{table}"), self._subjects)

    def _weigh_relations(self) -> Kappas:
        """Compute κ over the whole run and leave 1 − κ of every relation in ``weights``."""
        answers = self._table("answers", self._subjects)
        prompts = self._table("prompts_by_relation", self._subjects)
        relation, object_type, answer, count = (
            answers.column(name).to_numpy() for name in ("relation", "object_type", "answer", "prompts")
        )
        kappas = kappa(
            *(relation, object_type, answer, count),
            relation_prompts=prompts.column("prompts").to_numpy(),
            one_in=self.one_in,
        )
        weights = pa.table(
            {
                "relation": pa.array(kappas.relation.tolist(), pa.string()),
                "billionths": pa.array(np.rint((1 - kappas.kappa) * 1e9).astype(np.int64)),
                "pooled": pa.array((kappas.errors >= POOL_FROM).tolist(), pa.bool_()),
            }
        )
        self._connection.register("weights", weights)
        pooled = kappas.errors[kappas.errors >= POOL_FROM]
        self.min_errors = int(pooled.min()) if len(pooled) else 0
        return kappas

    def groups(self, by: GroupBy) -> list[_Group]:
        lay_out(self._connection, by, self._settings, beside=COPIES)
        self._connection.execute(statement("figures/weighed"))
        corpus = self._by_group("corpus", {"group_by": by})
        sums = "sampled/" if self.sampling else ""
        if self.sampling:
            lay_out_units(self._connection, self._settings, self.sampling)
        counts, units, pairs, drawn = (
            self._by_group(name, {}) for name in ("groups", f"{sums}units", f"{sums}pairs", "drawn")
        )
        self.checker.check(by, units, pairs)
        kept = {
            "settled": settled(self._settings),
            "without_repeats": self._settings.without_repeats,
            "one_in": self.one_in,
        }
        dedup = deduped(self._rows("by_dedup", kept))
        return [
            _Group(
                name,
                corpus=found,
                counts=counts.get(name),
                units=units.get(name),
                pairs=pairs.get(name),
                drawn=drawn.get(name),
                dedup=dedup[name],
                labels=self._labels.get((by, name)),
            )
            for name, found in corpus.items()
        ]

    def _by_group(self, name: str, parameters: Record) -> dict[str, Record]:
        return {row["grp"]: row for row in self._rows(name, parameters)}

    def _rows(self, name: str, parameters: Record) -> list[Record]:
        rows: list[Record] = self._table(name, parameters).to_pylist()
        return rows

    def _table(self, name: str, parameters: Record, folder: str = "figures") -> pa.Table:
        return self._connection.sql(statement(f"{folder}/{name}"), params=parameters).to_arrow_table()

    def rejected_in(self, shard: str | None) -> int:
        """Rejected records of a shard, of all shards for None."""
        return self._rejected_in.total() if shard is None else self._rejected_in[shard]

    def broken_shards(self) -> dict[str, str]:
        return {row["shard"]: row["state"] for row in self._rows("broken", {})}

    def clusters(self) -> list[Cluster]:
        """The largest ones."""
        rows = self._table("clusters", {"domain": None, "limit": MOST}, folder="queries").to_pylist()
        return [Cluster(**{name: row[name] for name in Cluster.__dataclass_fields__}) for row in rows]

    def copied_sentences(self) -> list[CopiedSentences]:
        rows = self._rows("copied_sentences", {})
        return [CopiedSentences(**{**row, "repeats": row["repeats"] * self.one_in}) for row in rows]

    def shards_without_documents(self, seen: set[str], settings: Settings, bounds: int) -> list[Row]:
        empty = [row["shard"] for row in self._rows("shards", {}) if row["shard"] not in seen]
        rows = (_row(_Group(name), settings, self, bounds) for name in empty)
        return [replace(row, rejected=self.rejected_in(row.name)) for row in rows]

    def skewed(self) -> list[Skewed]:
        return [
            Skewed(str(relation), int(prompts) * self.one_in, float(value))
            for relation, prompts, value in _skewed(self.kappas)
        ]


def _skewed(kappas: Kappas) -> Iterator[tuple[Any, Any, Any]]:
    # in a sample, a relation may stand alone and be too rare to be called skewed
    chosen = np.flatnonzero(kappas.skewed & kappas.alone & (kappas.prompts >= ALONE_FROM))
    for index in chosen[np.argsort(-kappas.prompts[chosen], kind="stable")]:
        yield kappas.relation[index], kappas.prompts[index], kappas.kappa[index]


def _row(group: _Group, settings: Settings, source: _Source, bounds: int) -> Row:
    corpus, counts, units = group.corpus or {}, group.counts or {}, group.units or {}
    if source.sampling:
        counts = scaled_counts(counts, units, source.one_in)
    mentions, prompts = counts.get("mentions", 0), counts.get("prompts", 0)
    sums = _sums(group, "u", "mu", "uu", "pairs")
    weighted = _sums(group, "w", "mw", "ww", "weighted_pairs")
    if source.sampling:
        pairs = group.pairs or {}
        sums = scaled_sums(sums, "u_squares", "own", units, pairs, source.one_in)
        weighted = scaled_sums(weighted, "w_squares", "weighted_own", units, pairs, source.one_in)
    drawn = group.drawn or {}
    counted_documents, counted_words = corpus.get("counted_documents", 0), corpus.get("counted_words", 0)
    return Row(
        name=group.name,
        documents=corpus.get("documents", 0),
        words=corpus.get("words", 0),
        duplicates=corpus.get("duplicates", 0),
        exact_copies=corpus.get("exact_copies", 0),
        near_copies=corpus.get("near_copies", 0),
        rejected=None,
        facts_per_1000_words=1000 * mentions / counted_words if counted_words else None,
        without_facts=corpus["without_facts"] / counted_documents if counted_documents else None,
        mentions=mentions,
        prompts=prompts,
        singletons=counts.get("singletons", 0),
        singleton_rate=singleton_rate(counts.get("once", 0), mentions),
        singleton_share=singleton_share(counts.get("singletons", 0), prompts),
        new_fact_share=new_fact_share(counts.get("singletons", 0), counts.get("incidence", 0)),
        missing_mass=missing_mass_of_sums(sums),
        floor=floor_of_sums(weighted, sums),
        bound=no_bound(sums.units, settings)
        if source.sampling
        else proven_bound(
            drawn.get("units", 0),
            drawn.get("singletons", 0.0),
            source.min_errors,
            bounds=bounds,
            gamma=settings.gamma,
            delta=settings.delta,
        ),
        n_eff=sums.n_eff,
        dedup=group.dedup,
        corrected=correct(group.labels, sums, weighted),
    )


def _sums(group: _Group, counted: str, crossed: str, squared: str, pairs: str) -> UnitSums:
    units = group.units or {}
    return UnitSums(
        units=units.get("units", 0),
        mentions=units.get("mentions", 0.0),
        counted=units.get(counted, 0.0),
        mm=units.get("mm", 0.0),
        mu=units.get(crossed, 0.0),
        uu=units.get(squared, 0.0),
        pairs=(group.pairs or {}).get(pairs, 0.0),
        cc=units.get("cc"),
    )
