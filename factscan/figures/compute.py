"""Figures from the tables: SQL sums where the rows are, ``stats`` estimates, nothing is printed here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from factscan.figures.audited import OF_THE_CORPUS, UNLABELLED, Labels, LabelsOf
from factscan.figures.calibration import Responses, with_delta
from factscan.figures.checks import Checker
from factscan.figures.comparisons import compared
from factscan.figures.crosscheck import Parts, parts_by_group
from factscan.figures.duplicates import (
    MOST,
    Cluster,
    CopiedSentences,
    deduped,
    settled,
)
from factscan.figures.group import Group
from factscan.figures.layout import GroupBy, find_copied, lay_out, regroup
from factscan.figures.levels import count_facts, count_prompts, find_conflicts, of_facts
from factscan.figures.relations import RelationRow, group_names, relation_rows
from factscan.figures.report import PooledDomain, Regrouped, Rejected, Report, Row, Skewed
from factscan.figures.row import Errors, row_of
from factscan.figures.sampled import Sample
from factscan.figures.settings import COPIES, Settings
from factscan.sampling import Sampling
from factscan.stats import (
    ALONE_FROM,
    PARTS,
    POOL_FROM,
    AnswerSums,
    Calibrated2024,
    Kappas,
    calibrated_2024,
    group_relations,
    kappas_of_answers,
    sparsity,
)
from factscan.store.statements import statement

Record = dict[str, Any]
_RELATION_GROUPS = pa.schema({"relation": pa.string(), "grp": pa.int64()})


def compute(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    sampling: Sampling | None = None,
    labels: LabelsOf | None = None,
    answers: Responses | None = None,
) -> Report:
    """All figures of a run. ``connection`` is open on its database and may make temporary tables.

    ``sampling``: what its rows are a sample of. ``labels`` are those of an audit under the same settings: they correct
    the figures of the groups that they name. ``answers`` of a model measure its δ.
    """
    source = _Source(connection, settings, sampling, labels, answers)
    settings = source.settings
    groups = {"overall": source.groups("overall")}
    relations = source.relations()
    groups |= {by: source.groups(by) for by in ("domain", "shard")}
    groups["shard"] += source.shards_without_documents({group.name for group in groups["shard"]})
    if settings.by_source:
        groups["source"] = source.groups("source")
    bounds = max(1, sum(len(found) for found in groups.values()))

    def rows(by: GroupBy) -> list[Row]:
        return [row_of(group, settings, source.errors, bounds) for group in groups[by]]

    overall = rows("overall") or [row_of(Group("overall"), settings, source.errors, bounds)]
    report = Report(
        settings=settings,
        overall=replace(overall[0], name="overall", rejected=source.rejected_in(None)),
        domains=rows("domain"),
        shards=[replace(row, rejected=source.rejected_in(row.name)) for row in rows("shard")],
        rejected=source.rejected,
        broken_shards=source.broken_shards(),
        skewed_relations=source.skewed(),
        clusters=source.clusters(),
        copied_sentences=source.copied_sentences(),
        checks=source.checker.checks(),
        sampling=sampling,
        pooled_domains=source.pooled_domains(),
        relations=relations,
        bound_2024=source.bound_2024(groups["overall"]),
        comparisons=compared({group.name: group.sums for group in groups["domain"]}, source.ties)
        if source.one_in == 1
        else [],
        sources=rows("source") if settings.by_source else None,
        regrouped=source.regrouped(),
    )
    return of_facts(report) if settings.of_facts else report


def weigh_domains(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Make the table ``weighed`` by domain, for figures beside the report."""
    _Source(connection, settings)
    lay_out(connection, "domain", settings)
    for name in ("weighed", "weighed_by_group"):
        connection.execute(statement(f"figures/{name}"))


def weigh_groups(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    kinds: Iterable[GroupBy],
    sampling: Sampling | None = None,
) -> Iterator[GroupBy]:
    """Make the tables ``weighed`` and ``pair_sums`` by one kind of group after another; yield each once they are."""
    _Source(connection, settings, sampling)
    for by in kinds:
        lay_out(connection, by, settings)
        for name in ("weighed", "weighed_by_group"):
            connection.execute(statement(f"figures/{name}"))
        connection.execute(statement("figures/pair_sums"), {"scope": settings.scope})
        yield by


class _Source:
    """Runs the statements of ``sql/figures`` for one choice of settings."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        settings: Settings,
        sampling: Sampling | None = None,
        labels: LabelsOf | None = None,
        answers: Responses | None = None,
    ) -> None:
        self._connection = connection
        self._labels = labels or {}
        self.one_in = sampling.one_in if sampling else 1
        self._subjects = {"subjects": list(settings.subjects)}
        regroup(connection, settings)
        self.rejected = [Rejected(**row) for row in self._rows("rejected", {})]
        self._rejected_in: Counter[str] = Counter()
        for item in self.rejected:
            self._rejected_in[item.shard] += item.records
        count_prompts(connection)
        self.kappas = self._weigh_relations()
        self.settings = settings = with_delta(settings, answers, self.errors.least)
        self.sample = Sample(connection, settings, sampling) if sampling else None
        find_conflicts(connection)
        if settings.of_facts:
            count_facts(connection, sampling)
        self.checker = Checker(connection, settings)
        self.ties: list[Record] = []
        """Between domains, once these were laid out."""
        find_copied(connection, settings)
        connection.execute(statement("figures/touched"))
        connection.execute(statement("figures/asked"), self._subjects)
        if self.sample:
            self.sample.lay_out_documents()
        else:
            connection.execute(statement("figures/stating"), self._subjects)

    def _weigh_relations(self) -> Kappas:
        """Compute κ over the whole run and leave 1 − κ of every relation in ``weights``."""
        self._connection.execute(statement("figures/relation_numbers"))
        self._connection.execute(statement("figures/answered"), self._subjects)
        grouped = group_relations(
            *self._columns("answer_types", ("relation", "object_type", "pairs")),
            relation_prompts=self._columns("prompts_by_relation", ("prompts",), self._subjects)[0],
            one_in=self.one_in,
        )
        groups = {"relation": grouped.relation.tolist(), "grp": grouped.group.tolist()}
        self._connection.register("relation_groups", pa.table(groups, _RELATION_GROUPS))
        answers = AnswerSums(*self._columns("answers", ("grp", "objects", "once", "pairs", "same")))
        kappas = kappas_of_answers(grouped, answers, one_in=self.one_in)
        weights = pa.table(
            {
                "relation": pa.array(kappas.relation.tolist(), pa.string()),
                "relation_group": pa.array(grouped.group.tolist(), pa.int32()),
                "billionths": pa.array(np.rint((1 - kappas.kappa) * 1e9).astype(np.int64)),
                "pooled": pa.array((kappas.errors >= POOL_FROM).tolist(), pa.bool_()),
            }
        )
        self._connection.register("weights", weights)
        self._relation_names = dict(zip(grouped.group.tolist(), group_names(kappas), strict=True))
        pooled = kappas.errors[kappas.errors >= POOL_FROM]
        self.errors = Errors(
            int(pooled.min()) if len(pooled) else 0, int(kappas.errors.max()) if len(kappas.errors) else 0
        )
        return kappas

    def groups(self, by: GroupBy) -> list[Group]:
        lay_out(self._connection, by, self.settings, beside=COPIES)
        for name in ("weighed", "weighed_by_group"):
            self._connection.execute(statement(f"figures/{name}"))
        self._connection.execute(statement("figures/pair_sums"), {"scope": self.settings.scope})
        corpus = self._by_group("corpus", {"group_by": by})
        sample = self.sample
        if sample:
            sample.lay_out_units()
        sums = (sample.units, sample.pairs) if sample else ("units", "pairs")
        counts = self._counts()
        units, pairs, drawn = (self._by_group(name, {}) for name in (*sums, "drawn"))
        units = sample.shrunk(units) if sample else units
        variances = sample.mentions_variances() if sample else {}
        parts = {} if sample and sample.partial else self._check(by, units, pairs)
        kept = {
            "settled": settled(self.settings),
            "without_repeats": self.settings.without_repeats,
            "one_in": self.one_in,
        }
        dedup = deduped(self._rows("by_dedup", kept))
        return [
            Group(
                name,
                corpus=found,
                counts=counts.get(name, {}),
                units=units.get(name, {}),
                pairs=pairs.get(name, {}),
                drawn=drawn.get(name, {}),
                parts=parts.get(name),
                dedup=dedup[name],
                labels=self._labels_of(by, name),
                sample=self.sample,
                mentions_variance=variances.get(name, 0.0),
            )
            for name, found in corpus.items()
        ]

    def _labels_of(self, by: GroupBy, name: str) -> Labels | None:
        if not self._labels:
            return None
        if self.settings.scope == "alone" and by != "overall":
            return OF_THE_CORPUS
        return self._labels.get((by, name), UNLABELLED)

    def bound_2024(self, overall: list[Group]) -> Calibrated2024 | None:
        if self.sample or not overall:
            return None
        drawn = overall[0].drawn
        return calibrated_2024(
            drawn.get("units", 0),
            drawn.get("all_singletons", 0.0),
            sparsity(self.kappas.prompts, self.kappas.errors),
            miscalibration=self.settings.delta,
            gamma=self.settings.gamma,
        )

    def relations(self) -> list[RelationRow]:
        """By relation over the whole corpus, to be asked for while that is laid out. None of a sample."""
        if self.sample and self.sample.partial:
            return []
        self._connection.execute(statement("figures/weighed_by_relation"))
        self._connection.execute(statement("figures/pair_sums"), {"scope": "mix"})
        counts = self._counts()
        units, pairs = (self._by_group(name, {}) for name in ("units", "pairs"))
        groups = {
            name: Group(name, counts=counts[number], units=units.get(number, {}), pairs=pairs.get(number, {}))
            for number, name in self._relation_names.items()
            if number in counts
        }
        return relation_rows(groups, self.kappas)

    def _check(self, by: GroupBy, units: dict[str, Record], pairs: dict[str, Record]) -> dict[str, Parts]:
        """Take what needs every prompt: the checks, the ties between domains, the parts of the jackknife."""
        self.checker.check(by, units, pairs)
        if by == "domain":
            self.ties = self._ties()
        return parts_by_group(self._rows("jackknife", {"parts": PARTS}))

    def _counts(self) -> dict[str, Record]:
        """Counts by group; where facts count, with those of the prompts that they answer."""
        counts = self._by_group("groups", {})
        if not self.settings.of_facts:
            return counts
        asked = self._by_group("by_fact/asked", {})
        return {name: found | asked[name] for name, found in counts.items()}

    def _ties(self) -> list[Record]:
        apart = self.settings.unit == "document" and self.settings.scope == "mix"
        return self._rows("cross_pairs", {"apart": apart})

    def _by_group(self, name: str, parameters: Record) -> dict[Any, Record]:
        return {row["grp"]: row for row in self._rows(name, parameters)}

    def _columns(
        self, name: str, columns: Sequence[str], parameters: Record | None = None
    ) -> list[NDArray[Any]]:
        table = self._table(name, parameters or {})
        return [table.column(column).to_numpy() for column in columns]

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

    def pooled_domains(self) -> list[PooledDomain]:
        return [PooledDomain(**row) for row in self._rows("pooled_domains", {})]

    def regrouped(self) -> list[Regrouped]:
        return [Regrouped(**row) for row in self._rows("regrouped", {})] if self.settings.domains else []

    def shards_without_documents(self, seen: set[str]) -> list[Group]:
        return [Group(row["shard"]) for row in self._rows("shards", {}) if row["shard"] not in seen]

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
