"""Mixtures: what every domain would miss if documents of some domains were subsampled or dropped."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from math import log
from typing import Any

import duckdb
import pyarrow as pa

from factscan.errors import UsageError
from factscan.figures.compute import weigh_domains
from factscan.figures.settings import Settings
from factscan.stats import Interval, UnitSums, floor_of_sums, missing_mass_of_sums
from factscan.store.statements import statement

MOST_PAIRS = 20_000_000
UNITS_OF_SEVERAL = (
    "its interval is unknown: units of several documents are kept in part (--unit document has one)"
)
TOO_MANY_PAIRS = (
    f"its interval is not computed: more than {MOST_PAIRS:,} times two of its documents share a prompt"
)
_DROPPED = 0.0
_WHOLE = 1.0

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Estimates:
    """What a domain, or a mixture of them, misses."""

    missing_mass: Interval
    floor: Interval


@dataclass(frozen=True, slots=True)
class MixedRow:
    """A domain in the corpus as it is (``now``) and in the mixture (``mixed``), which keeps ``kept`` of its documents.

    Asked is always what its documents state, ``mentions`` N_B of them, dropped or not.
    """

    name: str
    kept: float
    mentions: int
    now: Estimates
    mixed: Estimates


@dataclass(frozen=True, slots=True)
class Mixture:
    """All domains under one mixture. ``overall`` asks as the mixture does: a domain weighs what is kept of it."""

    settings: Settings
    overall: MixedRow
    domains: list[MixedRow]

    def as_dict(self) -> Record:
        return {
            "settings": self.settings.as_dict(),
            "overall": asdict(self.overall),
            "domains": [asdict(row) for row in self.domains],
        }


def mix(connection: duckdb.DuckDBPyConnection, settings: Settings, kept: Mapping[str, float]) -> Mixture:
    """The mixture that keeps each document of a domain with the chance ``kept`` (1 where a domain is not named).

    Every prompt of a domain may be known from any other, so the scope is ``mix``. Copies count once, in the domain of
    the first, as in the report.

    Raises:
        UsageError: a domain that is not there, a rate outside 0 … 1, the scope ``alone``, or the level ``fact``.
    """
    settings.refuse_facts("a mixture")
    if settings.scope != "mix":
        raise UsageError("a mixture asks what domains know of each other: its scope is mix")
    weigh_domains(
        connection, replace(settings, pool_under=0)
    )  # a rate is given to a domain, so none is pooled
    names = [
        row[0] for row in connection.execute("select distinct domain from documents order by 1").fetchall()
    ]
    _check(kept, names)
    rates = {name: kept.get(name, _WHOLE) for name in names}
    now = _estimates(connection, settings, dict.fromkeys(names, _WHOLE))
    mixed = _estimates(connection, settings, rates)
    rows = [
        MixedRow(name, rates[name], int(now[name][0]), now[name][1], mixed[name][1])
        for name in names
        if name in now
    ]
    return Mixture(settings, _overall(rows), rows)


def _check(kept: Mapping[str, float], names: list[str]) -> None:
    for name, rate in kept.items():
        if name not in names:
            raise UsageError(f"there is no domain {name!r}. Available: {', '.join(names)}")
        if rate > 1:
            raise UsageError(
                f"{name}={rate:g}: a rate above 1 repeats documents, which teaches no new fact: all figures stay"
            )
        if not rate >= 0:
            raise UsageError(f"{name}={rate:g}: a rate lies between 0 (dropped) and 1 (kept whole)")


def _estimates(
    connection: duckdb.DuckDBPyConnection, settings: Settings, rates: Mapping[str, float]
) -> dict[str, tuple[float, Estimates]]:
    """Mentions and estimates of every domain that has mentions."""
    losses = [round(log(1 - rate) * 1e12) if _DROPPED < rate < _WHOLE else 0 for rate in rates.values()]
    table = pa.table(
        {
            "grp": pa.array(list(rates), pa.string()),
            "whole": pa.array([rate == _WHOLE for rate in rates.values()], pa.bool_()),
            "loss": pa.array(losses, pa.int64()),
        }
    )
    connection.register("rates", table)
    apart = settings.unit == "document"
    asked = {"apart": apart, "most_pairs": MOST_PAIRS}
    rows = connection.sql(statement("figures/mixed"), params=asked).to_arrow_table().to_pylist()
    connection.unregister("rates")
    return {row["grp"]: (row["mentions"], _of_sums(row, apart)) for row in rows}


def _of_sums(row: Record, apart: bool) -> Estimates:
    """Of a domain that is thinned too: the variance of ``UnitSums`` asks what two units take of each other.

    By Mecke's formula, as there (derived here): if d' is kept with the chance q, its coming takes q of those mentions
    of d that it shares and that no third unit, kept, states. Simulated in ``benchmarks/thinning.py``.
    """
    known = row["pairs"] is not None
    held = row if known else {**row, "pairs": 0.0, "weighted_pairs": 0.0}
    missing = _sums(held, "u", "mu", "uu", "pairs")
    weighted = _sums(held, "w", "mw", "ww", "weighted_pairs")
    found = Estimates(missing_mass_of_sums(missing), floor_of_sums(weighted, missing))
    if known:
        return found
    reason = TOO_MANY_PAIRS if apart else UNITS_OF_SEVERAL
    return Estimates(_without_ends(found.missing_mass, reason), _without_ends(found.floor, reason))


def _sums(row: Record, counted: str, crossed: str, squared: str, pairs: str) -> UnitSums:
    return UnitSums(
        units=row["units"],
        mentions=row["mentions"],
        counted=row[counted],
        mm=row["mm"],
        mu=row[crossed],
        uu=row[squared],
        pairs=row[pairs],
        cc=row["cc"],
    )


def _without_ends(interval: Interval, reason: str) -> Interval:
    return replace(interval, low=None, high=None, reason=interval.reason or reason)


def _overall(rows: list[MixedRow]) -> MixedRow:
    """Means over the domains, weighed by their mentions, or by those that the mixture keeps."""
    sizes = [float(row.mentions) for row in rows]
    left = [row.mentions * row.kept for row in rows]
    return MixedRow(
        name="overall",
        kept=sum(left) / sum(sizes) if sizes else _WHOLE,
        mentions=sum(row.mentions for row in rows),
        now=_mean([row.now for row in rows], sizes),
        mixed=_mean([row.mixed for row in rows], left),
    )


def _mean(found: list[Estimates], weights: list[float]) -> Estimates:
    whole = sum(weights)
    if not whole:
        nothing = Interval(None, None, None, "undefined: no mentions")
        return Estimates(nothing, nothing)
    missing, floor = (
        sum(weight * (interval.estimate or 0.0) for weight, interval in zip(weights, column, strict=True))
        / whole
        for column in ([one.missing_mass for one in found], [one.floor for one in found])
    )
    reason = "a mean of the domains; its interval is not computed"
    return Estimates(Interval(missing, None, None, reason), Interval(floor, None, None, reason))
