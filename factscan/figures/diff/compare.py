"""Compare two runs: their reports beside each other, what their documents share, and how their prompts changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

import duckdb

from factscan.figures.comparisons import Sums
from factscan.figures.compute import weigh_groups
from factscan.figures.diff.reading import read_apart, same_keys, shards_of
from factscan.figures.diff.result import Change, Diff, Documents, Kind, PromptChange, PromptCounts
from factscan.figures.group import Group
from factscan.figures.report import Report, Row
from factscan.figures.settings import MANY_DOMAINS, POOL_UNDER, Settings
from factscan.sampling import Sampling, sampling_of
from factscan.stats import CrossSums, Difference, Tie, UnitSums, change, holm
from factscan.stats.leave_out import FEW, TOO_FEW_UNITS
from factscan.store.database import look_at
from factscan.store.statements import statement

KINDS: tuple[Kind, ...] = get_args(Kind)
_RUNS = ("run_a", "run_b")
_TOO_SMALL = f"fewer than {POOL_UNDER} mentions in one of the runs, and there are many such groups"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two runs: where it is, what it was asked for, and its report."""

    path: str
    manifest: Mapping[str, Any]
    report: Report


def compare(connection: duckdb.DuckDBPyConnection, a: Side, b: Side, examples: int) -> Diff:
    """``connection``: ``store.database.connected_beside`` on the databases of ``a`` and ``b``.

    Both reports were made under the same settings. ``examples``: prompts to show of each kind of change.
    """
    apart = read_apart(a.manifest, b.manifest)
    tables = _Tables(connection, a.report.settings, sampling_of(a.manifest["options"]))
    ties = tables.ties(same_read=same_keys(apart))
    counts = tables.prompt_counts()

    def changes(kind: Kind) -> list[Change]:
        pairs = _paired(_rows(a.report, kind), _rows(b.report, kind))
        found = [_change(kind, *pair, ties.get((kind, pair[0].name))) for pair in pairs]
        return _tested([replace(one, prompts=counts.get((kind, one.name))) for one in found])

    mixture, own = _parts(a.report, b.report)
    names_a, names_b = ({row.name for row in side.report.domains} for side in (a, b))
    return Diff(
        path_a=a.path,
        path_b=b.path,
        settings=a.report.settings,
        sampling=a.report.sampling,
        read_apart=apart,
        shards=shards_of(a.manifest, b.manifest),
        documents=tables.documents(),
        overall=changes("overall")[0],
        domains=changes("domain"),
        of_shards=changes("shard"),
        only_a=[row for row in a.report.domains if row.name not in names_b],
        only_b=[row for row in b.report.domains if row.name not in names_a],
        examples=tables.examples(examples),
        mixture=mixture,
        own=own,
    )


class _Tables:
    """What has to be asked of both databases at once, under one choice of settings."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, settings: Settings, sampling: Sampling | None
    ) -> None:
        self._connection = connection
        self._settings = settings
        self._sampling = sampling
        self._sums: dict[str, dict[tuple[Kind, str], Sums]] = {run: {} for run in _RUNS}
        self._execute("same_documents")
        self._execute("kept")
        for run in _RUNS:
            self._keep(run)
        if not sampling:
            self._execute("unit_links", many=settings.unit != "document")
        self._execute("prompt_changes", scope=settings.scope)

    def _keep(self, run: str) -> None:
        look_at(self._connection, run)
        laid_out = weigh_groups(self._connection, self._settings, KINDS, self._sampling)
        for kind, _ in zip(KINDS, laid_out, strict=True):
            if kind != "shard":
                self._execute("keep_prompts", run=run, kind=kind)
            if self._sampling:
                continue
            if kind == "overall":
                self._execute("keep_members", run=run, dedup=self._settings.copies)
            self._execute("keep_units", run=run, kind=kind)
            self._execute("keep_pairs", run=run, kind=kind)
            units, pairs = (self._rows(f"figures/{name}") for name in ("units", "pairs"))
            of_pairs = {row["grp"]: row for row in pairs}
            for row in units:
                name = row["grp"]
                self._sums[run][kind, name] = Group(name, units=row, pairs=of_pairs.get(name, {})).sums

    def ties(self, same_read: bool) -> "dict[tuple[str, str], _Ties]":
        """By kind and name of the groups of both runs. None of samples, which are compared as if independent.

        ``same_read``: a document that is in both runs has the same prompts in both, so that it cannot part them.
        """
        if self._sampling:
            return {}
        mix = self._settings.scope == "mix"
        common = {(row["kind"], row["grp"]): row for row in self._rows("figures/diff/ties")}
        hits = {
            (row["run"], row["kind"], row["grp"]): row
            for row in self._rows("figures/diff/hits", scope=self._settings.scope)
        }
        found: dict[tuple[str, str], _Ties] = {}
        of_all = [0.0, 0.0]
        for kind, name in [key for key in self._sums["run_a"] if key in self._sums["run_b"]]:
            a, b = (self._sums[run][kind, name] for run in _RUNS)
            row = common.get((kind, name), {})
            apart = [
                1 - _share(row.get(f"shared_{of}", 0.0), side.plain) for of, side in (("a", a), ("b", b))
            ]
            if kind == "overall":  # the first
                of_all = apart if mix else of_all
            told = list(map(max, apart, of_all)) if same_read else [1.0, 1.0]
            own = [hits.get((run, kind, name), {}) for run in _RUNS]
            found[kind, name] = _ties(a, b, row, own, apart, told)
        return found

    def prompt_counts(self) -> dict[tuple[str, str], PromptCounts]:
        """By kind and name; of a sample, brought to the whole."""
        times = self._sampling.one_in if self._sampling else 1
        return {
            (row.pop("kind"), row.pop("grp")): PromptCounts(**{name: n * times for name, n in row.items()})
            for row in self._rows("figures/diff/prompt_counts")
        }

    def documents(self) -> Documents:
        return Documents(**self._rows("figures/diff/documents")[0])

    def examples(self, most: int) -> list[PromptChange]:
        return [PromptChange(**row) for row in self._rows("figures/diff/examples", most=most)]

    def _execute(self, name: str, **parameters: Any) -> None:
        self._connection.execute(statement(f"figures/diff/{name}"), parameters or None)

    def _rows(self, name: str, **parameters: Any) -> list[Record]:
        table = self._connection.sql(statement(name), params=parameters or None).to_arrow_table()
        rows: list[Record] = table.to_pylist()
        return rows


@dataclass(frozen=True, slots=True)
class _Ties:
    """What a group of both runs has in common, for its missing mass and for its floor."""

    plain: Tie
    weighted: Tie
    shared_a: float
    shared_b: float


def _ties(
    a: Sums,
    b: Sums,
    row: Mapping[str, float],
    hits: Sequence[Mapping[str, float]],
    apart: Sequence[float],
    told: Sequence[float],
) -> _Ties:
    """``apart``: the share of the group's mentions in documents of one run only; ``told``: what the interval takes."""

    def tie(a: UnitSums, b: UnitSums, u: str, pairs: str, hits_as: str) -> Tie:
        cross = CrossSums(*(row.get(name, 0.0) for name in (pairs, "mm", f"m{u}", f"{u}m", f"{u}{u}")))
        return Tie(a, b, cross, *told, *(one.get(hits_as, 0.0) for one in hits))

    return _Ties(
        tie(a.plain, b.plain, "u", "pairs", "hits"),
        tie(a.weighted, b.weighted, "w", "weighted_pairs", "weighted_hits"),
        *(1 - share for share in apart),
    )


def _share(mentions: float, sums: UnitSums) -> float:
    return min(1.0, mentions / sums.mentions) if sums.mentions else 0.0


def _parts(a: Report, b: Report) -> tuple[float | None, float | None]:
    """How much of the overall floor's change is the mixture's, and how much the domains' own.

        F = Σ_g s_g·F_g,   ΔF = Σ_g Δs_g·(F_g^A + F_g^B)/2 + Σ_g ΔF_g·(s_g^A + s_g^B)/2

    s_g is the share of g's mentions. So it is in the scope ``mix``, where a prompt is known to all or to none.
    """
    if a.settings.scope != "mix" or not a.overall.mentions or not b.overall.mentions:
        return None, None
    of_a, of_b = ({row.name: row for row in report.domains if row.mentions} for report in (a, b))
    mixture = own = 0.0
    for name in {*of_a, *of_b}:
        one, other = of_a.get(name), of_b.get(name)
        share_a, share_b = _share_of(one, a), _share_of(other, b)
        floors = [row.floor.estimate or 0.0 for row in (one or other, other or one) if row]
        mixture += (share_b - share_a) * sum(floors) / 2
        own += (floors[1] - floors[0]) * (share_a + share_b) / 2
    return mixture, own


def _share_of(row: Row | None, report: Report) -> float:
    return row.mentions / report.overall.mentions if row else 0.0


def _rows(report: Report, kind: Kind) -> Sequence[Row]:
    return {"overall": [report.overall], "domain": report.domains, "shard": report.shards}[kind]


def _paired(a: Iterable[Row], b: Iterable[Row]) -> list[tuple[Row, Row]]:
    of_b = {row.name: row for row in b}
    return [(row, of_b[row.name]) for row in a if row.name in of_b]


def _change(kind: Kind, a: Row, b: Row, ties: _Ties | None) -> Change:
    return Change(
        kind=kind,
        name=a.name,
        a=a,
        b=b,
        missing_mass=change(a.missing_mass, b.missing_mass, ties.plain if ties else None),
        floor=change(a.floor, b.floor, ties.weighted if ties else None),
        shared_a=ties.shared_a if ties else None,
        shared_b=ties.shared_b if ties else None,
        prompts=None,
    )


def _tested(found: list[Change]) -> list[Change]:
    """With Holm's adjusted p-values over those that can be tested; of many tiny groups none, as they cost power."""
    untested = {one.name: FEW for one in found if min(one.a.n_eff or 0, one.b.n_eff or 0) < TOO_FEW_UNITS}
    tiny = [one.name for one in found if min(one.a.mentions, one.b.mentions) < POOL_UNDER]
    if len(tiny) >= MANY_DOMAINS:
        untested = dict.fromkeys(tiny, _TOO_SMALL) | untested
    asked = [one for one in found if one.name not in untested]
    masses = dict(_adjusted([(one.name, one.missing_mass) for one in asked]))
    floors = dict(_adjusted([(one.name, one.floor) for one in asked]))
    return [
        replace(one, untested=untested[one.name])
        if one.name in untested
        else replace(one, missing_mass=masses[one.name], floor=floors[one.name])
        for one in found
    ]


def _adjusted(found: Sequence[tuple[str, Difference]]) -> Iterable[tuple[str, Difference]]:
    adjusted = iter(holm([one.p_value for _, one in found if one.p_value is not None]))
    for name, one in found:
        yield name, one if one.p_value is None else replace(one, adjusted=next(adjusted))
