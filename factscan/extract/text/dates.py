"""Dates in English text as ISO 8601, at the precision that is stated.

    1815-12-10   10 December 1815, December 10th, 1815, Dec. 10 1815, 1815-12-10
    1815-12      December 1815
    1815         1815, c. 1815 (the hedge is dropped), early 1815
    1810s        the 1810s (ISO 8601 has no short form; this one is ours)
    1801/1900    the 19th century: its first and last year
    1939/1945    1939–45, from 1939 to 1945, between 1939 and 1945; each end at its own precision
    -0044-03-15  15 March 44 BC: the year BC with a minus sign, as historians count (there is no year 0)

A date without a year, and one whose order of day and month is a guess (03/04/2001), is none.
"""

import re
from calendar import monthrange

_MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september"
        "|oct october|nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=1,
    )
}

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_DASH = r"[ ]?[–—-][ ]?"
_AND_YEAR = r"(?:,?[ ](?:of[ ])?|,(?=[12]\d{3}(?!\d)))"
_STYLE = (  # "[O.S. 24 April]", "(Old Style)": the calendar of a date, or its date by the other one
    r"[ ]?[\[(](?:O\.?S\.?|N\.?S\.?|Old[ ]Style|New[ ]Style|Julian|Gregorian)"
    r"[^\])\d]{0,4}(?:\d{1,2}[ ]\w{3,9})?[\])]"
)
_ERA = r"(?:[ ](?:BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\.)(?![A-Za-z]))"
_YEAR = rf"(?:(?:AD|A\.D\.)[ ]\d{{1,4}}|\d{{1,4}}{_ERA}|\d{{3,4}})(?![\d,.]?\d|[A-Za-z])"
_BARE_YEAR = rf"(?:(?:AD|A\.D\.)[ ]\d{{1,4}}|\d{{1,4}}{_ERA}|[12]\d{{3}})(?![\d,.]?\d|[A-Za-z])"

_DATE = re.compile(
    rf"""(?=[\dJFMASONDfsten])(?:(?<![\w$€£#.,:/])(?<!(?<!mid)(?<!\d{{4}})-)
      |(?<=\b[cbdr]\.)|(?<=\bca\.)|(?<=\bfl\.)|(?<=[( ]c))(?:
      (?P<iso>\d{{4}}-\d\d(?:-\d\d)?)(?![\w-]|[ ]{_MONTH})
    | (?P<day1>{_DAY})(?:{_DASH}{_DAY})?(?:[ ](?:of[ ])?(?P<month1>{_MONTH})(?:{_STYLE})?{_AND_YEAR}(?P<year1>{_YEAR})
        |-(?P<month1b>{_MONTH})-(?P<year1b>\d{{4}})(?!\d))
    | (?P<month2>{_MONTH})[ ](?P<day2>{_DAY})(?:{_DASH}{_DAY})?(?:{_STYLE})?{_AND_YEAR}(?P<year2>{_YEAR})
    | (?P<month3>{_MONTH}),?[ ](?:of[ ])?(?P<year3>{_YEAR})
    | (?P<year4>[12]\d{{3}})(?:{_DASH}(?P<until>[12]\d{{3}})|[–—-](?P<short>\d\d)(?![ ]{_MONTH}))
        (?!{_ERA}|[\w-]|[.,]\d)
    | (?:(?P<since>\d{{1,4}}){_DASH}(?P<till>\d{{1,4}})(?P<eras>{_ERA})
        |(?:(?:AD|A\.D\.)[ ]|(?<=\bc\.[ ])|(?<=\br\.[ ])|(?<=\bfl\.[ ]))
            (?P<since2>\d{{1,4}}){_DASH}(?P<till2>\d{{3,4}})(?![\d,.]?\d|[\w-]))
    | (?P<decade>[12]\d{{2}}0)['’]?s(?!\w)
    | (?P<century>{_ORDINAL})(?:(?:[ ](?:to|and|or)[ ](?:the[ ])?|{_DASH})(?P<century2>{_ORDINAL}))?
        [ -]centur(?:y|ies)(?P<era>{_ERA}?)
    | (?P<year5>{_BARE_YEAR})
    )""",
    re.VERBOSE,
)
_EITHER_DAY = re.compile(r"\b\d{1,2} or \Z")  # "1 or 2 May 1820" is stated to the month
_ISO_YEAR = re.compile(r"-?\d+")
_HINT = re.compile(r"\d|centur")
_HEDGE = r"(?:(?:circa|about|around|probably|possibly|after|before)[ ]|ca?\.?[ ]?)?"
_RANGE_WORD = re.compile(
    rf"\??(?:{_STYLE})?[ ]?[–—-][ ]?{_HEDGE}"
    r"|,?[ ](?:to|until|till|through|and|up[ ]to)[ ](?:the[ ])?(?:early[ ]|late[ ]|mid[- ])?"
)
_RANGE_START = re.compile(r"\b([Ff]rom|[Bb]etween)[ ](?:the[ ])?(?:about[ ]|early[ ]|late[ ]|mid[- ])?\Z")
_BEFORE_YEAR = re.compile(
    r"(?:(?:\b(?:in|since|from|until|till|during|before|after|circa|late|early|mid|years?|born|died|dated"
    r"|ended|probably|possibly|perhaps|established|founded|built"
    r"|both|between|season|summer|spring|autumn|fall|winter|Easter|Christmas|through|January|February"
    r"|March|April|May|June|July|August|September|October"
    r"|November|December|an?|to|by|of|and|or|around|about|the)|\b(?:ca?|b|d|r|fl|est|bef|aft|abt)\."
    r"|\(c|[(,;:–—/*†-])[ ]?|mid-|[\"“‘'])\Z",
    re.IGNORECASE,
)
_WEAK_BEFORE = re.compile(r"\b(?:to|by|of|and|or|around|about|the)[ ]\Z", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:population|height|area|total|capacity|altitude|elevation|number|distance|length|depth|size"
    r"|crowd|attendance|salary|audience|circulation"
    r"|maximum|minimum|average|sum|price|cost|record|increased|decreased|rose|grew|fell"
    r"|reduced)(?:[ ](?:of|to|by|around|about|over)){1,2}[ ]\Z",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\b(?:the|this|that|his|her|its|their|our|each)[ ]\Z", re.IGNORECASE)
_COUNTED = re.compile(
    r"[ -](?:(?:square|cubic|million|billion|people|men|women|inhabitants|residents|members|soldiers"
    r"|students|votes|miles?|metres?|meters?"
    r"|feet|foot|ft|kilomet(?:er|re)s?|km|kg|mm?|acres?|hectares?|tons?|tonnes?|copies|years?|days|hours"
    r"|minutes|seats|dollars|pounds|euros|rupees|units|workers|troops|horses"
    r"|points|yards?|runs|times|words|pages|more|households|families|others|houses|homes|children"
    r"|employees|patients|cases|species|deaths|prisoners)(?![A-Za-z²³]))|[ ]?%"
)


def date_spans(text: str) -> list[tuple[int, int, str]]:
    """The dates in ``text``, in order: (start, end, ISO 8601). Ranges are one date."""
    if not _HINT.search(text):
        return []
    spans: list[tuple[int, int, str]] = []
    for match in _DATE.finditer(text):
        iso = _iso(match, text)
        if iso is None:
            continue
        if spans and _joins(text, spans[-1], match.start()):
            start, _, first = spans[-1]
            merged = f"{first}/{iso}"
            if "/" not in first and "/" not in iso and _ordered(first, iso):
                spans[-1] = (start, match.end(), merged)
                continue
        spans.append((match.start(), match.end(), iso))
    return spans


def _iso(match: re.Match[str], text: str) -> str | None:
    if match["iso"]:
        return _checked_iso(match["iso"])
    if match["day1"]:
        day = _day(match["year1"] or match["year1b"], match["month1"] or match["month1b"], match["day1"])
        doubtful = _EITHER_DAY.search(text[max(0, match.start() - 6) : match.start()])
        return day[: day.rindex("-")] if day and doubtful else day
    if match["day2"]:
        return _day(match["year2"], match["month2"], match["day2"])
    if match["month3"]:
        year = _year(match["year3"])
        return year and f"{year}-{_month(match['month3']):02d}"
    if match["year4"]:
        attributive = _attributive(text, *match.span())
        return None if attributive else _year_range(match["year4"], match["until"] or match["short"])
    if match["since"]:
        return _era_range(match["since"], match["till"], match["eras"])
    if match["since2"]:
        return _era_range(match["since2"], match["till2"], "")
    if match["decade"]:
        return f"{match['decade']}s"
    if match["century"]:
        return _centuries(match["century"], match["century2"] or match["century"], match["era"] or "")
    return _bare_year(match, text)


def _bare_year(match: re.Match[str], text: str) -> str | None:
    """A number of four digits is a year where its surroundings say so, and nothing says that it counts something."""
    start, end = match.span()
    digits = match["year5"]
    if not digits.isdigit():
        return _year(digits)
    if int(digits) > 2100 or _COUNTED.match(text, end) or _attributive(text, start, end):
        return None
    before = text[max(0, start - 40) : start]
    if before.strip() and not _BEFORE_YEAR.search(before):
        return None
    if _WEAK_BEFORE.search(before) and (int(digits) < 1400 or _MEASURED.search(before)):
        return None
    return _year(digits)


def _attributive(text: str, start: int, end: int) -> bool:
    """Whether a year is part of a name: "the 2016 Summer Olympics", "the 1920 season"."""
    return (
        text[end : end + 1] == " "
        and text[end + 1 : end + 2].isalpha()
        and bool(_ATTRIBUTE.search(text[max(0, start - 8) : start]))
        and text[end + 1 : end + 4] not in ("and", "or ", "to ", "in ", "by ", "was", "is ")
    )


def _year(text: str) -> str | None:
    number = int(re.sub(r"\D", "", text))
    if number == 0:
        return None
    return f"-{number:04d}" if "B" in text else f"{number:04d}"


def _month(text: str) -> int:
    return _MONTH_NUMBERS[text.rstrip(".").lower()]


def _day(year_text: str, month_text: str, day_text: str) -> str | None:
    year, month = _year(year_text), _month(month_text)
    day = int(day_text.rstrip("stndrh"))
    if year is None or not _valid(abs(int(year)), month, day):
        return None
    return f"{year}-{month:02d}-{day:02d}"


def _valid(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day: the Gregorian from 1753 on, before that also the Julian 29 February."""
    if not 1 <= month <= 12:
        return False
    julian_leap_day = month == 2 and year < 1753 and year % 4 == 0
    return 1 <= day <= (29 if julian_leap_day else monthrange(max(year, 1), month)[1])


def _checked_iso(text: str) -> str | None:
    parts = [int(part) for part in text.split("-")]
    if not 1000 <= parts[0] <= 2100 or not _valid(parts[0], parts[1], parts[2] if len(parts) > 2 else 1):
        return None
    return text


def _year_range(first: str, last: str) -> str | None:
    if len(last) == 2:
        last = first[:2] + last
    return f"{first}/{last}" if int(first) < int(last) <= 2100 else None


def _era_range(first: str, last: str, era: str) -> str | None:
    """ "100–44 BC", "AD 235–300": the era of both years is said once."""
    start, end = _year(first + era), _year(last + era)
    return f"{start}/{end}" if start and end and int(start) < int(end) else None


def _centuries(first: str, last: str, era: str) -> str | None:
    """The first year of the first century to the last year of the last."""
    start, end = _century_number(first), _century_number(last)
    before_christ = "B" in era
    if before_christ:
        start, end = -start, -end
    if not (1 <= abs(start) <= 21 and 1 <= abs(end) <= 21 and start <= end):
        return None
    if before_christ:
        return f"-{-start * 100:04d}/-{-end * 100 - 99:04d}"
    return f"{start * 100 - 99:04d}/{end * 100:04d}"


def _century_number(text: str) -> int:
    return int(text[:-2]) if text[0].isdigit() else _ORDINALS[text]


def _joins(text: str, before: tuple[int, int, str], start: int) -> bool:
    """Whether the words between two dates make them a range."""
    between = text[before[1] : start]
    if len(between) > 24 or not _RANGE_WORD.fullmatch(between):
        return False
    opened = _RANGE_START.search(text[max(0, before[0] - 24) : before[0]])
    return " and " not in between or (opened is not None and opened[1].lower() == "between")


def _ordered(first: str, last: str) -> bool:
    """Whether the year of the first date is not after that of the last."""
    start, end = _ISO_YEAR.match(first), _ISO_YEAR.match(last)
    return start is not None and end is not None and int(start.group()) <= int(end.group())
