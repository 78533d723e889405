"""Intervals drawn in a line of plain characters: = from end to end, o the estimate, | the figure to compare with."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from factscan.stats import Interval

_WHOLE = (0.0, 1.0)
_CLOSE = 0.5
"""Where all intervals lie within so much, the axis shows that part of 0 … 1 alone."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A line of ``width`` characters from ``low`` to ``high``."""

    low: float
    high: float
    width: int

    @property
    def head(self) -> str:
        """The line with its ends: ``0-----1``."""
        low, high = _end(self.low), _end(self.high)
        return f"{low}{'-' * (self.width - len(low) - len(high))}{high}"

    def bar(self, interval: Interval, mark: float | None) -> str:
        """An interval on the line, and the place of ``mark``; an interval whose ends are unknown is its estimate."""
        line = [" "] * self.width
        if mark is not None:
            line[self._place(mark)] = "|"
        if interval.estimate is not None:
            if interval.low is not None and interval.high is not None:
                first, last = self._place(interval.low), self._place(interval.high)
                line[first : last + 1] = "=" * (last + 1 - first)
            line[self._place(interval.estimate)] = "o"
        return "".join(line)

    def _place(self, value: float) -> int:
        share = (value - self.low) / (self.high - self.low)
        return round(min(1.0, max(0.0, share)) * (self.width - 1))


def axis_of(intervals: Iterable[Interval], width: int) -> Axis:
    """The axis that shows all of them: 0 … 1, or the tenths around them where they lie close together."""
    ends = [end for one in intervals for end in (one.low, one.estimate, one.high) if end is not None]
    if not ends or max(ends) - min(ends) > _CLOSE:
        return Axis(*_WHOLE, width)
    low, high = floor(min(ends) * 10) / 10, ceil(max(ends) * 10) / 10
    if high - low < 0.15:  # one tenth, or none
        low, high = (low - 0.1, high) if low >= 0.1 else (low, low + 0.2)
    return Axis(low, high, width)


def _end(value: float) -> str:
    return f"{value:.1f}".removeprefix("0").removesuffix(".0") or "0"
