"""Checks that can fail, and growth: what the rest of a run says of a part of it, and what more text would change."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import sqrt
from typing import Any, Literal

import duckdb

from factscan.figures.layout import GroupBy
from factscan.figures.settings import Settings
from factscan.stats import (
    Interval,
    LeftOut,
    Spectrum,
    UnitSums,
    forecast,
    forecast_error,
    forecast_interval,
    growth,
    left_out,
)
from factscan.stats.forecast import SURE_UP_TO
from factscan.store.statements import statement

Kind = Literal["shard", "source"]
KINDS: tuple[Kind, ...] = ("shard", "source")
FRACTIONS = (1 / 16, 1 / 8, 1 / 4, 1 / 2)
MOST_PARTS = 200
"""Parts that are left out of a group, the largest ones."""
NO_DATES = "not checked: the documents of a run carry no dates, so nothing is later or earlier"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PartCheck:
    """A shard or a source (``kind``) left out of a ``group``: what the rest predicts, what the part shows.

    ``mentions`` are those of the part; ``floor_gap`` is the floor realised in the part less the one predicted
    (None where facts count).
    ``of_parts``: how many parts the group has; at most ``MOST_PARTS`` are checked.
    """

    group: str
    kind: Kind
    part: str
    of_parts: int
    mentions: int
    check: LeftOut
    floor_gap: float | None

    def as_dict(self) -> Record:
        return {
            "group": self.group,
            "left_out": self.kind,
            "part": self.part,
            "of_parts": self.of_parts,
            "mentions": self.mentions,
            "predicted": _interval(self.check.predicted),
            "realised": _interval(self.check.realised),
            "gap": _interval(self.check.gap),
            "parts_by_more_than_noise": self.check.parts,
            "floor_gap": self.floor_gap,
        }


@dataclass(frozen=True, slots=True)
class Growth:
    """A group's missing mass by the size of the corpus: ``smaller`` at ``FRACTIONS`` of the documents, and ``now``.

    ``double``: forecast where all documents double; ``double_alone``: where only the group's do, and the others stay.
    None: undefined (nothing missing, or fewer than 4 units). ``standard_error``: that of ``now``. The spectra are what
    they are computed from.
    """

    group: str
    smaller: tuple[float, ...]
    now: float
    double: float | None
    double_alone: float | None
    standard_error: float
    spectrum: Spectrum
    spectrum_alone: Spectrum

    @property
    def double_interval(self) -> Interval:
        return forecast_interval(self.now, self.standard_error, self.double)

    @property
    def double_alone_interval(self) -> Interval:
        return forecast_interval(self.now, self.standard_error, self.double_alone)

    def forecasts(self) -> Record:
        """For JSON."""
        return {
            "doubled": self.double,
            "doubled_interval": _interval(self.double_interval),
            "doubled_group_only": self.double_alone,
            "doubled_group_only_interval": _interval(self.double_alone_interval),
            "measured_error": forecast_error(self.now, self.standard_error, self.double)
            if self.double
            else None,
        }

    def as_dict(self) -> Record:
        shares = zip(FRACTIONS, self.smaller, strict=True)
        return {
            "group": self.group,
            "missing_mass_at": [*([share, value] for share, value in shares), [1, self.now]],
            **self.forecasts(),
        }


@dataclass(frozen=True, slots=True)
class Checks:
    """``left_out``: parts, group by group, the largest first; ``later``: why later is not predicted from earlier."""

    left_out: list[PartCheck]
    growth: list[Growth]
    later: str = NO_DATES

    def as_dict(self) -> Record:
        return {
            "left_out": [found.as_dict() for found in self.left_out],
            "growth": [found.as_dict() for found in self.growth],
            "later_from_earlier": {"reason": self.later},
        }


class Checker:
    """Takes the checks of one group after another, from the tables that ``lay_out`` and ``weighed`` have left."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
        self._connection = connection
        self._settings = settings
        self._units_of_all = 0
        self._left_out: list[PartCheck] = []
        self._growth: list[Growth] = []

    def check(self, by: GroupBy, units: Mapping[str, Record], pairs: Mapping[str, Record]) -> None:
        """Check the groups that are laid out, first ``overall``; ``units`` and ``pairs`` are their sums."""
        if by in ("shard", "source"):
            return
        if by == "overall":
            self._connection.execute(statement("figures/part_names"))
            self._units_of_all = sum(row["units"] for row in units.values())
        self._place(by)
        for name, spectrum, alone in self._spectra(by, units):
            self._growth.append(
                _growth(name, spectrum, alone, _standard_error(units[name], pairs.get(name, {})))
            )
        for kind in KINDS:
            parameters = {"kind": kind, "scope": self._settings.scope, "most": MOST_PARTS}
            rows = self._rows("parts", parameters)
            # A group in one part has no rest, and one of many parts is checked as far as it was looked at.
            looks = {row["grp"]: min(row["of_parts"], MOST_PARTS) for row in rows}
            for row in rows:
                known = pairs.get(row["grp"], {}).get("pairs", 0.0)
                self._left_out.append(_part_check(row, kind, known, looks[row["grp"]]))

    def _place(self, by: GroupBy) -> None:
        """Make ``homes`` and ``parting``. In the scope mix they are the same for all groups."""
        settings = self._settings
        if by != "overall" and settings.scope == "mix":
            return
        where = {"dedup": settings.copies, "group_by": by}
        self._connection.execute(statement("figures/homes"), where)
        self._connection.execute(statement("figures/parting"))

    def _spectra(self, by: GroupBy, units: Mapping[str, Record]) -> list[tuple[str, Spectrum, Spectrum]]:
        found: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
        for row in self._rows("spectrum", {"scope": self._settings.scope}):
            found[row["grp"]].append((row["units"], row["mentions"], row["only"]))
        spectra = []
        for name, rows in found.items():
            k, mentions, only = zip(*rows, strict=True)
            together = by == "overall" or self._settings.scope == "alone"
            own, total = units[name]["units"], sum(mentions)
            whole = Spectrum.of(own if together else self._units_of_all, k, mentions)
            alone = whole if together else _without_zeros(own, k, only, total)
            spectra.append((name, whole, alone))
        return spectra

    def _rows(self, name: str, parameters: Record) -> list[Record]:
        table = self._connection.sql(statement(f"figures/{name}"), params=parameters).to_arrow_table()
        rows: list[Record] = table.to_pylist()
        return rows

    def checks(self) -> Checks:
        return Checks(self._left_out, self._growth)


def _without_zeros(units: int, k: tuple[int, ...], mentions: tuple[float, ...], total: float) -> Spectrum:
    """Prompts that other domains state are in more units than the group has: they are in no M_k."""
    there = [(number, count) for number, count in zip(k, mentions, strict=True) if count]
    return Spectrum.of(units, [number for number, _ in there], [count for _, count in there], total)


def _standard_error(units: Record, pairs: Record) -> float:
    """Of a group's missing mass, from its sums."""
    sums = UnitSums(
        units=units["units"],
        mentions=units["mentions"],
        counted=units["u"],
        mm=units["mm"],
        mu=units["mu"],
        uu=units["uu"],
        pairs=pairs.get("pairs", 0.0),
    )
    return sqrt(sums.variance or 0.0) / sums.mentions


def _growth(name: str, spectrum: Spectrum, alone: Spectrum, standard_error: float) -> Growth:
    others = [share * (spectrum.units - 1) for share in FRACTIONS]
    return Growth(
        group=name,
        smaller=tuple(growth(spectrum, others).tolist()),
        now=spectrum.missing_mass or 0.0,
        double=forecast(spectrum, SURE_UP_TO),
        double_alone=forecast(alone, SURE_UP_TO),
        standard_error=standard_error,
        spectrum=spectrum,
        spectrum_alone=alone,
    )


def _part_check(row: Record, kind: Kind, pairs: float, looks: int) -> PartCheck:
    n, rest_n = row["mentions"], row["rest_mentions"]
    rest = UnitSums(
        units=row["rest_units"],
        mentions=rest_n,
        counted=row["rest_u"],
        mm=row["rest_mm"],
        mu=row["rest_mu"],
        uu=row["rest_uu"],
        # Those of the rest alone would need every pair of units for every part; they grow with the mentions.
        pairs=pairs * rest_n / (rest_n + n),
    )
    part = UnitSums(
        units=row["units"], mentions=n, counted=row["x"], mm=row["mm"], mu=row["mx"], uu=row["xx"]
    )
    return PartCheck(
        group=row["grp"],
        kind=kind,
        part=row["name"],
        of_parts=row["of_parts"],
        mentions=int(n),
        check=left_out(rest, part, looks=looks),
        floor_gap=row["xw"] / n - row["rest_w"] / rest_n,
    )


def _interval(interval: Interval) -> Record:
    found = asdict(interval)
    return found if interval.reason else {name: end for name, end in found.items() if name != "reason"}
