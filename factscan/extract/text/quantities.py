"""Quantities as number and unit, as they are shown: "about 12,000 people" is "12000 people".

    5 km            5km; the unit as the text has it. Number in digits without group separators: "3.5 million"
                    is "3500000", "forty-eight" is "48"
    6/15 years      6 to 15 years, between 6 and 15 years
    > 500 seats     more than 500, over 500; < 500 less than, under; ≥ 500 at least, 500 or more; ≤ 500 at most, up to:
                    a bound is another answer than the number
    12000 people    about, nearly, some, an estimated 12,000 people: an approximation answers like the number
    $8.6 billion    money with its sign before the number and the scale after it

Ordinals, scores ("97–0") and dates are no quantities. Which quantities are the same is for ``units`` to say.
"""

import re

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: number * 10
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_BOUNDS = {
    ">": r"over|above|beyond|upwards[ ]of|(?:well[ ]over|(?:more|greater|higher|larger)[ ]than)|>",
    "<": r"under|below|(?:less|fewer|lower|smaller)[ ]than|<",
    "≥": r"at[ ]least|(?:no|not)[ ](?:less|fewer)[ ]than|a[ ]minimum[ ]of|≥",
    "≤": r"at[ ]most|up[ ]to|(?:no|not)[ ]more[ ]than|a[ ]maximum[ ]of|as[ ](?:many|much|few|little)[ ]as|≤",
}
_BOUND = re.compile(
    "|".join(rf"(?P<b{i}>{words})" for i, words in enumerate(_BOUNDS.values())), re.IGNORECASE
)
_SIGNS = tuple(_BOUNDS)
_HEDGE = re.compile(
    r"(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|only|just|exactly|(?:an[ ])?estimated"
    r"|an[ ]average[ ]of|a[ ]total[ ]of|circa|ca?\.|close[ ]to|the|all|another|other|a[ ]further"
    r"|an[ ]additional|between|from)[ ](?=\S)|[~≈±][ ]?(?=\S)",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    r"[ ]?(?:(?P<more>or[ ](?:more|over|above)|\+)|or[ ](?:less|fewer|under|below))(?![A-Za-z])"
)
_MONEY = r"(?:(?:US|AU|A|C|CA|NZ|HK|R|S)?[$€£¥₹₽₩])"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_DIGITS = re.compile(
    rf"(?P<money>{_MONEY})?[ ]?(?P<number>[-−]?{_NUMBER})(?P<fraction>[ ][1-9]/[1-9]\d?)?"
    rf"(?:(?:[ ](?:to|or|and)[ ]|[ ]?[–—-][ ]?){_MONEY}?(?P<upto>{_NUMBER}))?(?![\w.,/:–—-]*\d)"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion|bn)(?![a-z]))?(?![A-Za-z]?\d)"
)
_WORD = re.compile(r"[a-z]+")
# What makes a number something else: an ordinal's ending, "one of", a model ("2D", "747s").
_NO_UNIT = re.compile(
    r"[ -]?(?:st|nd|rd|th|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|of)\b"
    r"|(?!(?:[kcmµn]?m|k?g|mg|km/h|mph|ft|in|lbs?|s|ms|[kKMGT]?B|[kMG]?Hz|[kMG]?W|[AaPp]\.?[Mm]"
    r"|[KMG]?bit/s)[²³23]?\b)[A-Za-z]"
)
_UNIT_END = re.compile(r"[;:()\[\]\"“”]|,(?!\d)")
_SCORES = frozenset(
    "record win loss victory defeat draw score lead tie vote decision aggregate margin season".split()
)
_LONGEST = 200


def parse_quantity(text: str) -> str | None:
    """The quantity that a phrase is: its bound if any, number, then unit; None if it does not begin with a number."""
    if len(text) > _LONGEST:
        return None
    bound, phrase = _bound(" ".join(text.split()))
    number, end = _in_digits(phrase) or _in_words(phrase) or ("", 0)
    if not number or _NO_UNIT.match(phrase, end):
        return None
    if after := _OR_MORE.match(phrase, end):
        bound, end = bound or ("≥ " if after["more"] else "≤ "), after.end()
    unit = " ".join(_UNIT_END.split(phrase[end:].lstrip(" -"), maxsplit=1)[0].split()).removesuffix(".")
    if unit[:1].isdigit():
        return None  # "13 per 100,000"
    if "/" in number and " " not in number and unit.split(" ", 1)[0] in {"", *_SCORES}:
        return None
    return f"{bound}{number} {unit}".rstrip()


def _bound(phrase: str) -> tuple[str, str]:
    """What the words before a number say of it, as a sign, and the phrase without them."""
    sign = ""
    while True:
        if hedge := _HEDGE.match(phrase):
            phrase = phrase[hedge.end() :]
        elif (bound := _BOUND.match(phrase)) and phrase[bound.end() :][:1] in " $€£¥₹₽₩0123456789":
            sign = sign or f"{_SIGNS[int((bound.lastgroup or 'b0')[1:])]} "
            phrase = phrase[bound.end() :].lstrip(" ")
        else:
            return sign, phrase


def _in_digits(phrase: str) -> tuple[str, int] | None:
    match = _DIGITS.match(phrase)
    if match is None:
        return None
    number, upto, scale = _plain(match["number"]), match["upto"], match["scale"]
    if match["money"]:
        until = f"–{upto}" if upto else ""
        return f"{match['money']}{number}{until}{' ' + scale if scale else ''}", match.end()
    if upto:
        upto = _plain(upto)
        return f"{_times(number, scale)}/{_times(upto, scale)}", match.end()
    return _times(number, scale) + (match["fraction"] or ""), match.end()


def _plain(number: str) -> str:
    """Without the marks between thousands: "290 000" and "290,000" are "290000"."""
    return re.sub(r"[,\s]", "", number).replace("−", "-")


def _times(number: str, scale: str | None) -> str:
    """A decimal number in writing times a scale, exactly: 3.5 million is 3500000."""
    if scale is None:
        return number
    whole, _, decimals = number.partition(".")
    value, power = int(whole + decimals) * _SCALES.get(scale, 10**9), 10 ** len(decimals)
    return str(value // power) if value % power == 0 else str(value / power)


def _in_words(phrase: str) -> tuple[str, int] | None:
    """A number in words at the head of a phrase: "one hundred and five", "a dozen"."""
    lower = phrase.lower()
    dozen = re.match(r"(?:(?:a|one) )?dozen\b", lower)
    if dozen:
        return "12", dozen.end()
    total = current = end = position = 0
    if lower.startswith(("a hundred", "a thousand", "a million", "a billion")):
        position = 2
    while match := _WORD.match(lower, position):
        word = match.group()
        if word in _UNITS or word in _TENS:
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif word in _SCALES and (end or position):
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
        elif not (word == "and" and (total or current >= 100)):
            break
        if word != "and":
            end = match.end()
        position = match.end() + 1
    return (str(total + current), end) if end else None
