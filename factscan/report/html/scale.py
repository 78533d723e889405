"""Scales: where a value lies on an axis, in percent of its length."""

from dataclasses import dataclass, replace
from math import ceil, floor, log10

_TOPS = {0.05: 0.01, 0.1: 0.02, 0.2: 0.05, 0.5: 0.1, 1.0: 0.25}
"""Ends of an axis of shares that begins at 0, and the steps between its ticks."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear axis from ``low`` to ``high``, with its ticks."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def coarse(self) -> "Scale":
        """The same axis with three ticks, for where there is little room."""
        return replace(self, ticks=(self.low, (self.low + self.high) / 2, self.high))

    def at(self, value: float) -> float:
        """0 … 100; a value beyond an end lies on it."""
        return 100 * min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))

    def place(self, value: float) -> str:
        """As SVG takes it: ``52.2%``."""
        return f"{self.at(value):.2f}%"


def shares(greatest: float) -> Scale:
    """An axis of shares from 0 to a round number that is no less than ``greatest``."""
    top = next((top for top in _TOPS if greatest <= top), 1.0)
    step = _TOPS[top]
    return Scale(0.0, top, tuple(step * number for number in range(round(top / step) + 1)))


def between(least: float, greatest: float, step: float = 0.05) -> Scale:
    """An axis of shares around some values, for telling them apart: at least two steps long, and inside 0 … 1."""
    low, high = step * floor(least / step + 1e-9), step * ceil(greatest / step - 1e-9)
    while high - low < 2 * step - 1e-9:
        low, high = max(0.0, low - step), min(1.0, high + step)
    return Scale(low, high, (low, high))


def powers_of_ten(greatest: float) -> Scale:
    """A logarithmic axis from 1: values and ticks are taken as their decimal logarithms."""
    top = max(1.0, log10(greatest))
    step = ceil((floor(top) + 1) / 6)
    return Scale(0.0, top, tuple(float(power) for power in range(0, floor(top) + 1, step)))
