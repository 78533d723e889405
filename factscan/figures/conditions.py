"""Conditions on figures, for a job that has to stop when a floor is too high: ``floor > 0.3 in any domain``.

    condition = test [ "in" where ]
    test      = FIGURE ( ">" | ">=" | "<" | "<=" ) NUMBER  |  FIGURE "is" "undefined"  |  EVENT
    where     = "overall"  |  "any" ( "domain" | "shard" )  |  [ "domain" | "shard" ] NAME

Without ``in`` a condition is about the whole corpus. A NAME is all that follows, or stands in quotes. A condition on a
figure that is undefined does not hold, whatever it compares with; ``is undefined`` is there to ask for that.
"""

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from factscan.errors import UsageError
from factscan.figures.report import Report, Row
from factscan.stats import Interval

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_TOKEN = re.compile(r"\s*(>=|<=|[<>]|[=!]+|[^\s<>=!]+)")
_KINDS = ("domain", "shard")
_QUOTES = "\"'"
_NAMED = 12

FIGURES = (
    *("floor", "floor.low", "floor.high"),
    *("missing_mass", "missing_mass.low", "missing_mass.high"),
    *("sr", "bound", "n"),
)
"""What a condition on a row of a report can be about; ``n`` are its mentions, ``bound`` is the proven one."""
CHANGES = tuple(f"{name}.change{end}" for name in ("floor", "missing_mass") for end in ("", ".low", ".high"))
"""What a condition on two runs can be about besides: ``FIGURES`` are those of the second run."""
EVENTS = ("moved", "rose", "fell")
"""The floor moved by more than noise between two runs, upwards, downwards."""


@dataclass(frozen=True, slots=True)
class Words:
    """What conditions may be about: ``figures`` are numbers, ``events`` happen or do not."""

    figures: tuple[str, ...] = FIGURES
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. ``comparison`` is one of > >= < <=, "is undefined", or empty for an event.

    ``kind`` is overall, domain, shard, or empty for a domain or else a shard; ``name`` is None for any of that kind.
    """

    text: str
    figure: str
    comparison: str
    number: float
    kind: str
    name: str | None

    def holds(self, value: float | None) -> bool:
        if self.comparison == "is undefined":
            return value is None
        if value is None:
            return False
        return bool(value) if not self.comparison else _COMPARISONS[self.comparison](value, self.number)


@dataclass(frozen=True, slots=True)
class Measured:
    """A group (``kind`` is overall, domain or shard) and its figures by name; None: undefined."""

    kind: str
    name: str
    figures: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """A condition in one group: it holds there, or (``value`` None, without ``holds``) cannot be told."""

    condition: Condition
    group: Measured
    value: float | None
    holds: bool


def parsed(text: str, words: Words) -> Condition:
    """The condition that ``text`` states.

    Raises:
        UsageError: it is none; the message lists what there is.
    """
    return _Parser(text, words).condition()


def examined(conditions: Iterable[Condition], groups: Sequence[Measured]) -> list[Finding]:
    """Where the conditions hold, and where they cannot be told because the figure is undefined.

    Raises:
        UsageError: a condition names a group that is not there.
    """
    found = []
    for condition in conditions:
        for group in _asked(condition, groups):
            value = group.figures[condition.figure]
            if (holds := condition.holds(value)) or value is None:
                found.append(Finding(condition, group, value, holds))
    return found


def measured(report: Report) -> list[Measured]:
    """The groups of a report: the corpus, its domains, its shards."""
    return [
        Measured("overall", "overall", figures_of(report.overall)),
        *(Measured("domain", row.name, figures_of(row)) for row in report.domains),
        *(Measured("shard", row.name, figures_of(row)) for row in report.shards),
    ]


def figures_of(row: Row) -> dict[str, float | None]:
    return {
        **_ends("floor", row.floor),
        **_ends("missing_mass", row.missing_mass),
        "sr": row.singleton_rate,
        "bound": row.bound.value,
        "n": row.mentions,
    }


def _ends(name: str, interval: Interval) -> dict[str, float | None]:
    return {name: interval.estimate, f"{name}.low": interval.low, f"{name}.high": interval.high}


def _asked(condition: Condition, groups: Sequence[Measured]) -> list[Measured]:
    kinds = (condition.kind,) if condition.kind else _KINDS
    for kind in kinds:
        of_kind = [group for group in groups if group.kind == kind]
        if condition.name is None:
            return of_kind
        if chosen := [group for group in of_kind if group.name == condition.name]:
            return chosen
    raise UsageError(
        f"--fail-if {condition.text!r}: there is no {' or '.join(kinds)} {condition.name!r}. "
        f"Available: {_available(group.name for group in groups if group.kind in kinds)}"
    )


def _available(names: Iterable[str]) -> str:
    there = sorted(set(names))
    more = f" and {len(there) - _NAMED:,} more" if len(there) > _NAMED else ""
    return (", ".join(there[:_NAMED]) + more) or "none"


class _Parser:
    """Reads a condition from left to right."""

    def __init__(self, text: str, words: Words) -> None:
        self._text = text
        self._words = words
        self._place = 0

    def condition(self) -> Condition:
        figure, comparison, number = self._test()
        kind, name = self._where()
        return Condition(self._text.strip(), figure, comparison, number, kind, name)

    def _test(self) -> tuple[str, str, float]:
        word = self._next()
        if word in self._words.events:
            return word, "", 0.0
        if word not in self._words.figures:
            known = ", ".join([*self._words.figures, *self._words.events])
            raise self._error(
                f"there is no figure {word!r}. Available: {known}" if word else f"say what: {known}"
            )
        comparison = self._next()
        if comparison == "is" and self._next() == "undefined":
            return word, "is undefined", 0.0
        if comparison not in _COMPARISONS:
            raise self._error(
                f"after {word} comes one of {', '.join(_COMPARISONS)} and a number, or 'is undefined'"
            )
        return word, comparison, self._number(self._next())

    def _number(self, word: str) -> float:
        share = word.endswith("%")
        try:
            value = float(word.removesuffix("%"))
        except ValueError:
            value = float("nan")
        if not abs(value) < float("inf"):
            raise self._error(f"a number such as 0.3 or 30% is missing, not {word!r}")
        return value / 100 if share else value

    def _where(self) -> tuple[str, str | None]:
        word = self._next()
        if not word:
            return "overall", "overall"
        if word != "in":
            raise self._error(f"{word!r} is too much: after the test may stand 'in' and a group")
        name = self._text[self._place :].strip()
        first, _, rest = name.partition(" ")
        if name == "overall":
            return "overall", "overall"
        if first == "any" and rest.strip() in _KINDS:
            return rest.strip(), None
        if first in _KINDS and rest.strip():
            return first, _unquoted(rest.strip())
        if not name:
            raise self._error("'in' wants overall, any domain, any shard, or the name of a domain or shard")
        return "", _unquoted(name)

    def _next(self) -> str:
        """The next word or sign, empty at the end."""
        match = _TOKEN.match(self._text, self._place)
        if match is None:
            return ""
        self._place = match.end()
        return match[1]

    def _error(self, message: str) -> UsageError:
        return UsageError(f"--fail-if {self._text!r}: {message}")


def _unquoted(name: str) -> str:
    quoted = len(name) > 1 and name[0] == name[-1] and name[0] in _QUOTES
    return name[1:-1] if quoted else name
