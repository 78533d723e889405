"""How often prompts are stated, from the best known to the tail that one document alone states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10
from xml.etree.ElementTree import Element

from factscan.figures.pages import Frequency
from factscan.report.html.curves import Plot
from factscan.report.html.element import h
from factscan.report.html.scale import powers_of_ten
from factscan.report.html.tables import Column, behind
from factscan.report.html.words import count, percent, percents

_STEPS = 100
_TABLE_TO = 10
_ROOM = 45  # percent of the axis that a label needs


@dataclass(frozen=True, slots=True)
class _Band:
    """Prompts that ``low`` to ``high`` units state."""

    low: int
    high: int
    prompts: int
    mentions: int


def rank_frequency(frequencies: Sequence[Frequency], unit: str, of: str) -> Element:
    """The figure and its table; ``of`` names the group."""
    prompts = sum(one.prompts for one in frequencies)
    if not prompts:
        return h("p", "No prompt counts here.", class_="none")
    tail = next((one.prompts for one in frequencies if one.units == 1), 0)
    most = max(one.units for one in frequencies)
    x, y = powers_of_ten(prompts), powers_of_ten(most)
    share = tail / prompts
    said = (
        f"Prompts of {of} by rank, on logarithmic axes: the best known is stated in {count(most)} {unit}s, "
        f"and {count(tail)} of {count(prompts)} prompts ({percents(share)}) in one alone."
    )
    plot = Plot(x, y, "prompts, by rank (log)", f"{unit}s that state the prompt (log)", said)
    plot.steps(list(_head(frequencies, prompts)), "curve")
    if tail:
        start = log10(max(1, prompts - tail))
        plot.area(
            [(start, 0.0), (start, y.high), (log10(prompts), y.high), (log10(prompts), 0.0)], "tail-area"
        )
        plot.line([(start, 0.0), (log10(prompts), 0.0)], "tail")
        _name_tail(plot, start, log10(prompts), f"{count(tail)} singletons, {percent(share, 0)} %")
    figure = h(
        "figure",
        plot.drawn([(tick, _power(tick)) for tick in x.ticks], [(tick, _power(tick)) for tick in y.ticks]),
        h(
            "figcaption",
            f"Every prompt by rank. The heavy line is the tail: {percents(share)} of the prompts are stated by one "
            f"{unit} alone.",
        ),
    )
    columns = [
        Column[_Band](f"{unit}s", _range),
        Column[_Band]("prompts", lambda band: count(band.prompts)),
        Column[_Band]("of all, %", lambda band: percent(band.prompts / prompts)),
        Column[_Band]("mentions", lambda band: count(band.mentions)),
    ]
    return h(
        "div", figure, behind(columns, _bands(frequencies), f"Prompts of {of} by the {unit}s that state them")
    )


def _name_tail(plot: Plot, start: float, end: float, text: str) -> None:
    """To the left of the tail, below the curve, where there is room for words."""
    if plot.x.at(start) > _ROOM:
        plot.label(start, 0.0, text, dx=-10, dy=-8)
    else:
        plot.label(end, 0.0, text, dy=-12)


def _head(frequencies: Sequence[Frequency], prompts: int) -> Iterator[tuple[float, float]]:
    """Corners of the curve, the best known first: at most some hundred, evenly spread over the axis of ranks."""
    rank, last = 0, -1.0
    least = log10(prompts) / _STEPS if prompts > 1 else 1.0
    for one in sorted(frequencies, key=lambda one: -one.units):
        start = log10(rank + 1)
        rank += one.prompts
        if start - last >= least or one.units <= _TABLE_TO:
            yield start, log10(one.units)
            last = start
    yield log10(prompts), 0.0 if frequencies[0].units == 1 else log10(frequencies[0].units)


def _bands(frequencies: Sequence[Frequency]) -> list[_Band]:
    """One by one up to ten units, then by doubling."""
    found: dict[tuple[int, int], list[int]] = {}
    for one in frequencies:
        low = high = one.units
        if one.units > _TABLE_TO:
            power = (one.units - 1) // _TABLE_TO
            low = _TABLE_TO * 2 ** (power.bit_length() - 1) + 1
            high = 2 * (low - 1)
        counts = found.setdefault((low, high), [0, 0])
        counts[0] += one.prompts
        counts[1] += one.mentions
    return [_Band(low, high, prompts, mentions) for (low, high), (prompts, mentions) in sorted(found.items())]


def _range(band: _Band) -> str:
    return count(band.low) if band.low == band.high else f"{count(band.low)} – {count(band.high)}"


def _power(tick: float) -> str:
    """1, 10, 100, 1k … 1M."""
    number = 10 ** round(tick)
    if number >= 1_000_000:
        return f"{number // 1_000_000:,}M"
    return f"{number // 1000}k" if number >= 1000 else str(number)
