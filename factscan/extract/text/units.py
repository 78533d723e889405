"""The keys of quantities: the same quantity in another unit, spelling or scale has the same key.

    5 km, 5,000 m, 5 kilometres        5000 meter
    48 km², 48 square kilometers       48000000 meter ** 2
    20 °C                              293.15 kelvin
    18 months, 1.5 years               in seconds, as a year of 365.25 days
    $5 million, 5 million dollars      5000000 USD
    40 %, 40 percent, 40 per cent      40 %
    12450 inhabitants, 12450 people    12450; other counted things keep their noun: "12 seats"
    > 500 m                            > 500 meter: a bound is another answer than the number

Units are converted by pint, exactly: kilometres and miles of one thing meet only where the figures do. Only the units
of ``units_data`` are units: to the library a barn is an area and a point a length.
"""

import re
from functools import cache, lru_cache
from typing import Any

from factscan.extract.text.names import fold
from factscan.extract.text.units_data import (
    CURRENCIES,
    DEGREES,
    LONG_UNITS,
    PEOPLE,
    PERCENT,
    POWERS,
    RAISED,
    SCALES,
    SHORT_UNITS,
    SPELLED,
)

_NUMBER = r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,24})(?:\.\d{1,12})?"
_QUANTITY = re.compile(
    r"(?!\d{4}s\Z)(?P<bound>[<>≥≤][ ]?)?(?P<money>[A-Z]{0,2}[$€£¥₹₽₩])?"
    rf"(?P<number>{_NUMBER})(?:[/–](?P<upto>{_NUMBER}))?"
    rf"(?:[ ](?P<scale>{'|'.join(SCALES)})(?![a-z]))?(?:[ ]?(?P<unit>[^\d\s/–-][^\d,;:/]{{0,40}}(?:/[a-z])?[23]?))?"
    rf"(?:[ ](?P<more>\d{{1,2}}(?:\.\d)?)[ ](?P<subunit>[a-z]{{1,8}}))?"
)
_AFTER_UNIT = re.compile(
    r"[ ](?:old|long|wide|tall|high|deep|away|of age|in (?:length|width|height|depth|area|size))\Z"
)
_BEFORE_UNIT = re.compile(r"\A[<>≥≤ ]*[\d./e+-]+ ?")
_CACHE = 1 << 14
_MEASURES = {
    "meter": "LENGTH",
    "meter ** 2": "AREA",
    "meter ** 3": "VOLUME",
    "kilogram": "MASS",
    "second": "TIME",
    "meter / second": "SPEED",
    "kelvin": "TEMPERATURE",
    "%": "PERCENT",
}
DIMENSIONS = frozenset(_MEASURES.values()) | {"MONEY", "PEOPLE"}
"""What quantities measure, as the table of relations names it."""


@lru_cache(_CACHE)
def quantity_key(text: str) -> str | None:
    """The key of a quantity; None for what is none, and for things counted that are only their noun."""
    match = _QUANTITY.fullmatch(text)
    if match is None:
        return None
    bound = (match["bound"] or "").strip()
    numbers = [n.replace(",", "") for n in (match["number"], match["upto"]) if n]
    scale, unit = match["scale"], _AFTER_UNIT.sub("", match["unit"] or "")
    currency = CURRENCIES.get(match["money"] or unit.lower())
    values = [float(n) * 10 ** SCALES.get(scale, 0) for n in numbers]
    if match["more"]:
        return _compound(values, unit, match["more"], match["subunit"], bound)
    if currency is not None:
        return _written(values, currency, bound) if not match["money"] or not unit else None
    if unit.lower() in PERCENT:
        return _written(values, "%", bound)
    if unit.lower() in PEOPLE or (not unit and (scale or bound)):
        return _written(values, "", bound)
    base = _base(unit) if unit else None
    if base is not None:
        slope, offset, name = base
        return _written([value * slope + offset for value in values], name, bound)
    if not bound and not scale:
        return None
    return _written(values, fold(unit), bound)


def dimension(text: str) -> str | None:
    """What a quantity measures, one of ``DIMENSIONS``; None for things counted and for bare numbers."""
    match = _QUANTITY.fullmatch(text)
    unit = (match["unit"] or match["money"] or "").lower() if match else ""
    if unit in PEOPLE:
        return "PEOPLE"
    key = quantity_key(text) if unit else None
    name = _BEFORE_UNIT.sub("", key) if key else ""
    return "MONEY" if name in CURRENCIES.values() else _MEASURES.get(name)


def _compound(values: list[float], unit: str, more: str, subunit: str, bound: str) -> str | None:
    """ "6 ft 2 in", "1 hour 20 minutes"."""
    first, second = _base(unit), _base(subunit)
    if first is None or second is None or first[2] != second[2] or len(values) != 1:
        return None
    return _written([values[0] * first[0] + float(more) * second[0]], first[2], bound)


def _written(values: list[float], unit: str, bound: str) -> str:
    numbers = "/".join(f"{value:.12g}" if abs(value) < 1e12 else f"{value:.0f}" for value in values)
    return " ".join(filter(None, (bound, numbers, unit)))


@lru_cache(_CACHE)
def _base(unit: str) -> tuple[float, float, str] | None:
    """How a number in this unit becomes one in the base unit: slope, offset and the base unit's name."""
    expression = _expression(unit)
    if expression is None:
        return None
    registry = _registry()
    zero, one = (registry.Quantity(number, expression).to_base_units() for number in (0.0, 1.0))
    return one.magnitude - zero.magnitude, zero.magnitude, str(one.units)


@cache
def _registry() -> Any:
    from pint import UnitRegistry  # takes a quarter of a second

    registry: Any = UnitRegistry(cache_folder=None)
    registry.define("decennium = 10 * year")  # its decade is a factor of ten
    return registry


def _expression(unit: str) -> str | None:
    """The unit as the library writes it; None for a word that is no unit."""
    if unit in SHORT_UNITS:
        return SHORT_UNITS[unit]
    words = [bare for word in unit.split() if (bare := word.rstrip("."))]
    if not words:
        return None
    if words[0].lower() in ("degree", "degrees"):
        return DEGREES.get(words[1].lower()) if len(words) == 2 else None
    if words[0].lower() in POWERS and len(words) == 2:
        name = _name(words[1])
        return f"({name}) ** {POWERS[words[0].lower()]}" if name else None
    if len(words) == 3 and words[1] in ("per", "an"):
        above, below = _name(words[0]), _name(words[2])
        return f"({above}) / ({below})" if above and below else None
    if len(words) != 1:
        return None
    if words[0][-1] in RAISED and (name := _name(words[0][:-1].rstrip("^"))):
        return f"({name}) ** {RAISED[words[0][-1]]}"
    return _name(words[0])


def _name(word: str) -> str | None:
    """The name of a plain unit: "kilometres" is "kilometer", "km" itself."""
    if word in SHORT_UNITS:
        return SHORT_UNITS[word]
    lower = word.lower()
    if lower.endswith(("metre", "metres", "litre", "litres")):
        lower = lower.replace("metre", "meter").replace("litre", "liter")
    lower = SPELLED.get(lower, lower if lower in LONG_UNITS else lower.removesuffix("s"))
    return lower if lower in LONG_UNITS else None
