"""What of a report is shown: its rows by what, which of them, in which order. No figure changes by it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any, Literal, get_args

from factscan.errors import UsageError
from factscan.figures import Report, Row
from factscan.figures.relations import RelationRow

By = Literal["domain", "shard", "relation", "source"]
BYS: tuple[By, ...] = get_args(By)
AnyRow = Row | RelationRow

_FIELDS: dict[By, str] = {
    "domain": "domains",
    "shard": "shards",
    "relation": "relations",
    "source": "sources",
}
_NAMED = 10

SORTS: Mapping[str, Callable[[Any], Any]] = {
    "name": lambda row: row.name,
    "floor": lambda row: row.floor.estimate,
    "low": lambda row: row.floor.low,
    "m": lambda row: row.missing_mass.estimate,
    "n": lambda row: row.mentions,
    "prompts": lambda row: row.prompts,
    "singletons": lambda row: row.singletons,
    "bound": lambda row: row.bound.value,
    "sr": lambda row: row.singleton_rate,
    "documents": lambda row: row.documents,
    "words": lambda row: row.words,
    "copies": lambda row: row.exact_copies + row.near_copies,
    "rejected": lambda row: row.rejected,
    "guess": lambda row: row.kappa,
}
_OF_RELATIONS = ("name", "floor", "low", "m", "n", "prompts", "singletons", "guess")


@dataclass(frozen=True, slots=True)
class View:
    """``sort``: one of ``sorts``, downwards with a ``-`` before it; "" leaves the order. ``min_n``: rows with fewer
    mentions are left out. ``only``: names or patterns of the rows that are kept; all, where there are none.
    ``details``: every row and every table. ``bound_2024``: the terms of that bound, whatever it says.
    """

    by: By = "domain"
    sort: str = ""
    min_n: int = 0
    only: tuple[str, ...] = ()
    details: bool = False
    bound_2024: bool = False

    def __post_init__(self) -> None:
        if self.sort and self.column not in sorts(self.by):
            raise UsageError(
                f"a {self.by} is not sorted by {self.column!r}. Available: {', '.join(sorts(self.by))}"
            )

    @property
    def column(self) -> str:
        """What rows are sorted by."""
        return self.sort.removeprefix("-").lower()


@dataclass(frozen=True, slots=True)
class Shown:
    """A report whose rows by ``view.by`` are those that the view keeps; ``tiny`` more have too few mentions."""

    report: Report
    view: View
    rows: Sequence[AnyRow]
    tiny: int

    @property
    def names(self) -> frozenset[str]:
        return frozenset(row.name for row in self.rows)


def shown(report: Report, view: View) -> Shown:
    """The report as the view has it.

    Raises:
        UsageError: a name that fits no row, or rows by source that were not computed.
    """
    every = rows_by(report, view.by)
    named = _named(every, view)
    rows = [row for row in named if row.mentions >= view.min_n]
    tiny = len(named) - len(rows)
    ordered = _sorted(rows, view) if view.sort else rows
    changed: dict[str, Any] = {_FIELDS[view.by]: ordered}
    return Shown(replace(report, **changed), view, ordered, tiny)


def rows_by(report: Report, by: By) -> Sequence[AnyRow]:
    found: Sequence[AnyRow] | None = getattr(report, _FIELDS[by])
    if found is None:
        raise UsageError("this report has no rows by source: ask for them with Settings(by_source=True)")
    return found


def fits(name: str, patterns: Sequence[str]) -> bool:
    """Whether a name is one of the patterns or matches one (``*``, ``?``, ``[…]``)."""
    return name in patterns or any(fnmatchcase(name, pattern) for pattern in patterns)


def sorts(by: By) -> tuple[str, ...]:
    """What rows can be sorted by."""
    return _OF_RELATIONS if by == "relation" else tuple(name for name in SORTS if name != "guess")


def _named(rows: Sequence[AnyRow], view: View) -> Sequence[AnyRow]:
    for pattern in view.only:
        if not any(fits(row.name, [pattern]) for row in rows):
            some = ", ".join(row.name for row in rows[:_NAMED]) + (", …" if len(rows) > _NAMED else "")
            raise UsageError(f"no {view.by} is called {pattern!r}. Available: {some or 'none'}")
    return [row for row in rows if fits(row.name, view.only)] if view.only else rows


def _sorted(rows: Sequence[AnyRow], view: View) -> list[AnyRow]:
    """Undefined figures last, either way; equal ones in the order they had."""
    key = SORTS[view.column]
    defined = [row for row in rows if key(row) is not None]
    rest = [row for row in rows if key(row) is None]
    return sorted(defined, key=key, reverse=view.sort.startswith("-")) + rest
