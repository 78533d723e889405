"""The units that are read, and what the library calls them."""


def _pairs(text: str) -> dict[str, str]:
    return {name: unit for pair in text.split("; ") for name, _, unit in [pair.strip().partition(" = ")]}


SHORT_UNITS = {
    unit: unit
    for unit in "nm mm cm m km mg g kg ml l s ms W kW MW GW V kV Hz kHz MHz GHz kB MB GB TB".split()
} | _pairs(
    "L = l; t = tonne; ha = hectare; h = hour; hr = hour; hrs = hour; min = minute; mins = minute; ft = foot; in = inch; yd = yard; mi = mile; "
    "lb = pound; lbs = pound; oz = ounce; mph = mile/hour; kmh = km/hour; kph = km/hour; km/h = km/hour; m/s = m/s; °C = degC; °F = degF; "
    "K = kelvin; hp = horsepower; kn = knot; B = byte; kbit/s = kbit/s; Mbit/s = Mbit/s; Gbit/s = Gbit/s"
)
LONG_UNITS = frozenset(
    """nanometer micrometer millimeter centimeter decimeter meter kilometer milligram gram kilogram tonne hectare acre milliliter centiliter
    liter second millisecond minute hour day week month year decennium century millennium foot inch yard mile pound ounce gallon pint watt
    kilowatt megawatt gigawatt volt kilovolt hertz kilohertz megahertz gigahertz byte kilobyte megabyte gigabyte terabyte bit kilobit
    megabit knot fathom furlong horsepower kelvin joule kilojoule""".split()
)
SPELLED = {
    "feet": "foot",
    "inches": "inch",
    "decade": "decennium",
    "decades": "decennium",
    "centuries": "century",
    "millennia": "millennium",
}
POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
RAISED = {"²": 2, "2": 2, "³": 3, "3": 3}
DEGREES = _pairs("celsius = degC; centigrade = degC; c = degC; fahrenheit = degF; f = degF")
PERCENT = frozenset({"%", "percent", "per cent"})
PEOPLE = frozenset("people persons inhabitants residents".split())
CURRENCIES = _pairs(
    "$ = USD; US$ = USD; A$ = AUD; AU$ = AUD; C$ = CAD; CA$ = CAD; NZ$ = NZD; HK$ = HKD; R$ = BRL; S$ = SGD; € = EUR; £ = GBP; ¥ = JPY; ₹ = INR; "
    "₽ = RUB; ₩ = KRW; dollar = USD; dollars = USD; us dollars = USD; euro = EUR; euros = EUR; yen = JPY; rupees = INR; pounds sterling = GBP; "
    "roubles = RUB; rubles = RUB"
)
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "bn": 9, "trillion": 12}
