"""Numbers and names as a page writes them."""

from xml.etree.ElementTree import Element

from factscan.report.cells import shortened
from factscan.report.html.element import h
from factscan.stats import Interval

NONE = "–"
_NAME = 60
_TITLE = 400


def percent(value: float | None, places: int = 1) -> str:
    """``52.2``: the unit stands in the heading."""
    return NONE if value is None else f"{100 * value:.{places}f}"


def percents(value: float | None) -> str:
    """``52.2 %``, for running text."""
    return NONE if value is None else f"{percent(value)}\N{NO-BREAK SPACE}%"


def ends(interval: Interval) -> str:
    """``49.8 – 54.7``."""
    if interval.low is None or interval.high is None:
        return NONE
    return f"{percent(interval.low)}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{percent(interval.high)}"


def signed(value: float | None) -> str:
    """``+4.1`` or ``−4.1`` percentage points."""
    return NONE if value is None else f"{'−' if value < 0 else '+'}{percent(abs(value))}"


def count(value: int | None) -> str:
    return NONE if value is None else f"{value:,}"


def plural(number: int, noun: str, nouns: str = "") -> str:
    """``1 shard``, ``2 shards``."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def name(text: str, width: int = _NAME) -> Element:
    """A name from the corpus: cut to ``width``, kept apart from the direction in which its surroundings are written."""
    shown = shortened(text, width) or "(no name)"
    return h("bdi", shown, class_="name", title=shortened(text, _TITLE) if shown != text else None)
