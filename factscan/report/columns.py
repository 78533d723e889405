"""How a row of figures is laid out in columns of text."""

from collections.abc import Callable
from dataclasses import dataclass

from factscan.figures import Row
from factscan.figures.relations import RelationRow
from factscan.stats import Interval


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, what stands under it for a row, and whether it is a name (left) or a number (right)."""

    heading: str
    cell: Callable[[Row], str]
    left: bool = False


NONE = "(none)"
"""How a group without a name is called: documents that have no source."""


def title(row: Row | RelationRow) -> str:
    """What stands in the first column of a row."""
    return row.name or NONE


def count(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def signed(value: float | None) -> str:
    """A difference of two shares."""
    if value is None:
        return "–"
    return f"{'−' if value < 0 else '+'}{share(abs(value))}"


def percent(value: float | None) -> str:
    """A share in per cent, without the sign."""
    return "–" if value is None else f"{100 * value:.1f}"


def rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def with_interval(interval: Interval) -> str:
    if interval.estimate is None:
        return "–"
    return f"{share(interval.estimate)} [{share(interval.low)}, {share(interval.high)}]"


FLOORS = (
    Column("", title, left=True),
    Column("floor [95 %]", lambda row: with_interval(row.floor)),
    Column("missing mass M", lambda row: with_interval(row.missing_mass)),
    Column("bound", lambda row: share(row.bound.value)),
    Column("N", lambda row: count(row.mentions)),
    Column("prompts", lambda row: count(row.prompts)),
    Column("singletons", lambda row: count(row.singletons)),
    Column("sr", lambda row: share(row.singleton_rate)),
)


FACTS = (
    Column("", lambda row: row.name, left=True),
    Column("missing mass M [95 %]", lambda row: with_interval(row.missing_mass)),
    Column("N", lambda row: count(row.mentions)),
    Column("prompts", lambda row: count(row.prompts)),
    Column("several answers", lambda row: count(row.conflicting)),
    Column("facts", lambda row: count(row.facts)),
    Column("singletons", lambda row: count(row.singletons)),
    Column("sr", lambda row: share(row.singleton_rate)),
)


def _corrected(name: str) -> Callable[[Row], str]:
    return lambda row: with_interval(getattr(row.corrected, name)) if row.corrected else "–"


CORRECTED = (
    Column("", title, left=True),
    Column("floor:\nas seen", lambda row: share(row.floor.estimate)),
    Column("corrected [95 %]", _corrected("floor")),
    Column("M:\nas seen", lambda row: share(row.missing_mass.estimate)),
    Column("corrected [95 %]", _corrected("missing_mass")),
    Column("right: single-\ntons [95 %]", _corrected("singletons")),
    Column("others [95 %]", _corrected("others")),
)

TEXTS = (
    Column("", title, left=True),
    Column("documents", lambda row: count(row.documents)),
    Column("words", lambda row: count(row.words)),
    Column("facts\n/1k words", lambda row: rate(row.facts_per_1000_words)),
    Column("without\nfacts", lambda row: share(row.without_facts)),
    Column("rejected", lambda row: count(row.rejected)),
)


def _floor_under(dedup: str) -> Callable[[Row], str]:
    return lambda row: share(row.dedup[dedup].floor)


def _mass_under(dedup: str) -> Callable[[Row], str]:
    return lambda row: share(row.dedup[dedup].missing_mass)


_COPIES = (
    Column("", title, left=True),
    Column("exact\ncopies", lambda row: count(row.exact_copies)),
    Column("near-\ncopies", lambda row: count(row.near_copies)),
    Column("repeated", lambda row: share(row.repeated)),
)

DUPLICATES = (
    *_COPIES,
    Column("floor:\nnone", _floor_under("none")),
    Column("exact", _floor_under("exact")),
    Column("near", _floor_under("near")),
    Column("near,\nsentences", _floor_under("near,sentences")),
)

FACT_DUPLICATES = (
    *_COPIES,
    Column("M: none", _mass_under("none")),
    Column("exact", _mass_under("exact")),
    Column("near", _mass_under("near")),
    Column("near,sentences", _mass_under("near,sentences")),
)
