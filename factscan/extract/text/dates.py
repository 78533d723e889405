"""Dates in English text as ISO 8601, at the precision that is stated, and when two dates are one answer.

    1815-12-10   10 December 1815, December 10th, 1815, the 10th of December 1815, Dec. 10 1815, 1815-12-10;
                 10.12.1815 (with dots the day is first), 13/12/1815 and 12/13/1815 (only one order is possible)
    1815-12      December 1815
    1815         1815, c. 1815 (the hedge is dropped), early 1815, spring 1815
    1810s        the 1810s, the mid-1810s (ISO 8601 has no short form; this one is ours)
    1801/1900    the 19th century: its first and last year
    1939/1945    1939–45, from 1939 to 1945, between 1939 and 1945; each end at its own precision;
                 "12 May – 3 June 1820", "May–June 1820" and "12–14 May 1820" likewise; 1819/20 and "1819 or 1820" too
    2009-07/2009-09  Q3 2009, the third quarter of 2009; the first half of a year is 2009-01/2009-06
    -0044-03-15  15 March 44 BC: the year BC with a minus sign, as historians count (there is no year 0)

A date in the old style is taken as it stands. A date without a year, and one that has two readings, is none:
03/04/2001, 1901-02.

**A coarser date and a finer one inside it are one response** ("1815", "1815-12-10": ``refines``); two dates of which
neither lies in the other are two. ``sql/schema.sql`` has the same rule as macros.
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
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
        " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth"
        " thirty-first".split(),
        start=1,
    )
}

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINAL_WORD = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL_WORD})"
_DASH = r"[ ]?[–—-][ ]?"
_TO = rf"(?:{_DASH}|[ ](?:to|until|till|through)[ ])"
_AND_YEAR = r"(?:,?[ ](?:of[ ])?|,?(?=[12]\d{3}(?!\d)))"
_STYLE = (  # "[O.S. 24 April]", "(Old Style)": the calendar of a date, or its date by the other one
    r"[ ]?[\[(](?:\d{1,2}[ ]\w{3,9}[ ,]+)?(?:O\.?S\.?|N\.?S\.?|[Oo]ld[ ][Ss]tyle|[Nn]ew[ ][Ss]tyle|Julian|Gregorian)"
    r"[^\])\d]{0,4}(?:\d{1,2}[ ]\w{3,9})?[\])]"
)
_ERA = r"(?:[ ](?:BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\.)(?![A-Za-z]))"
_NEXT = rf"(?={_DAY}[ ]{_MONTH}[ ][12]\d{{3}}|{_MONTH}[ ]{_DAY},)"  # a date whose dash before it was lost
_YEAR = rf"(?:(?:AD|A\.D\.)[ ]\d{{1,4}}|\d{{1,4}}{_ERA}|\d{{3,4}})(?![\d,.]?\d|[A-Za-z])"
_YEAR = rf"(?:{_YEAR}|[12]\d{{3}}{_NEXT})"
_BARE_YEAR = rf"(?:(?:AD|A\.D\.)[ ]\d{{1,4}}|\d{{1,4}}{_ERA}|[12]\d{{3}})(?![\d,.]?\d|[A-Za-z])"
_BARE_YEAR = rf"(?:{_BARE_YEAR}|[12]\d{{3}}{_NEXT})"

# how a date may begin, so that most places in a text are passed over at once
_BEGIN = r"(?:Ja|Fe|Ma|Ap|Ju|Au|Se|Oc|No|De|Q[1-4]|A\.?D|fir|sec|thi|fou|fif|six|sev|eig|nin|ten|ele|twe)"

_DATE = re.compile(
    rf"""(?=\d|(?<!\w){_BEGIN}|(?<=\d)[JFMASOND])(?:(?<![\w$€£#.,:/])(?<!(?<!mid)(?<!\d{{4}})-)
      |(?<=\b[cbdr]\.)|(?<=\bca\.)|(?<=\bfl\.)|(?<=[( ]c)|(?<=[ (][12]\d{{3}}){_NEXT})(?:
      (?P<iso>\d{{4}}-\d\d(?:-\d\d)?)(?:T\d\d:\d\d[\d:.Z+]*)?(?![\w-]|[ ]{_MONTH})
    | (?P<number1>\d\d?)(?P<sign>[./-])(?P<number2>\d\d?)(?P=sign)(?P<year0>[12]\d{{3}})(?![\w/-]|\.\d)
    | (?P<year00>[12]\d{{3}})/(?P<month00>\d\d)/(?P<day00>\d\d)(?![\w/-])
    | (?:(?P<day0>{_DAY})[ ](?P<month0>{_MONTH}){_TO})?
        (?P<day1>{_DAY}|(?:{_ORDINAL_WORD})(?=[ ](?:day[ ])?of[ ]))(?:{_TO}(?P<day1b>{_DAY}))?
        (?:[ ](?:(?:day[ ])?of[ ])?(?P<month1>{_MONTH})(?:{_STYLE})?{_AND_YEAR}(?P<year1>{_YEAR})
        |-(?P<month1b>{_MONTH})-(?P<year1b>\d{{4}})(?!\d))
    | (?P<month2>{_MONTH})[ ](?P<day2>{_DAY})(?:{_TO}(?:(?P<month2b>{_MONTH})[ ])?(?P<day2b>{_DAY}))?
        (?:{_STYLE})?{_AND_YEAR}(?P<year2>{_YEAR})
    | (?:(?P<month3a>{_MONTH}){_TO})?(?P<month3>{_MONTH}),?[ ](?:of[ ])?(?P<year3>{_YEAR})
    | (?:Q(?P<quarter>[1-4])|(?P<part>first|second|third|fourth)[ ](?P<unit>quarter|half)(?:[ ]of)?),?
        [ ](?P<year6>[12]\d{{3}})(?![\w,.]?\d|[A-Za-z])
    | (?P<year4>[12]\d{{3}})(?:{_DASH}(?P<until>[12]\d{{3}})|[–—-](?P<short>\d\d)(?![ ]{_MONTH})
        |/(?P<next>(?:[12]\d)?\d\d))(?!{_ERA}|[\w/-]|[.,]\d)
    | (?:(?P<since>\d{{1,4}}){_DASH}(?P<till>\d{{1,4}})(?P<eras>{_ERA})
        |(?:(?:AD|A\.D\.)[ ]|(?<=\bc\.[ ])|(?<=\br\.[ ])|(?<=\bfl\.[ ]))
            (?P<since2>\d{{1,4}}){_DASH}(?P<till2>\d{{3,4}})(?![\d,.]?\d|[\w-]))
    | (?P<decade>[12]\d{{2}}0)['’]?s(?:{_DASH}['’]?(?P<decade2>\d0)['’]?s)?(?!\w)
    | (?P<century>{_ORDINAL})(?:(?:[ ](?:to|and|or)[ ](?:the[ ])?|{_DASH})(?P<century2>{_ORDINAL}))?
        [ -]centur(?:y|ies)(?P<era>{_ERA}?)
    | (?P<year5>{_BARE_YEAR})
    )""",
    re.VERBOSE,
)
_EITHER_DAY = re.compile(r"\b\d{1,2} or \Z")  # "1 or 2 May 1820" is stated to the month
_DIGIT = re.compile(r"\d")
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
    r"|November|December|an?|on|to|by|of|and|or|around|about|the)|\b(?:ca?|b|d|r|fl|est|bef|aft|abt)\."
    r"|\(c|[(,;:–—/*†-])[ ]?|mid-|[\"“‘'])\Z",
    re.IGNORECASE,
)
_SURELY_YEAR = re.compile(
    r"(?:\A(?:In|Since|By)|\b(?:early|late|mid))[ ]\Z"
)  # "In 1938 more than 10,000 came"
_WEAK_BEFORE = re.compile(r"\b(?:on|to|by|of|and|or|around|about|the)[ ]\Z", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:population|height|area|total|capacity|altitude|elevation|number|distance|length|depth|size"
    r"|crowd|attendance|salary|audience|circulation"
    r"|maximum|minimum|average|sum|price|cost|record|increased|decreased|rose|grew|fell"
    r"|reduced)(?:[ ](?:of|to|by|around|about|over)){1,2}[ ]\Z",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\b(?:the|this|that|his|her|its|their|our|each)[ ]\Z", re.IGNORECASE)
_THE = re.compile(
    r"\b(?:the|this|that|in|of|since|from|to|until|by)[ ](?:(?:early|late|mid|very)[- ]|beginning[ ]of[ ])?\Z",
    re.IGNORECASE,
)
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
    if not _DIGIT.search(text) and "centur" not in text:
        return []
    spans: list[tuple[int, int, str]] = []
    for match in _DATE.finditer(text):
        iso = _iso(match, text)
        if iso is None or not iso.isascii():  # digits of another script
            continue
        if spans and _joins(text, spans[-1], match.start(), iso):
            start, _, first = spans[-1]
            merged = f"{first}/{iso}"
            if "/" not in first and "/" not in iso and _ordered(first, iso):
                spans[-1] = (start, match.end(), merged)
                continue
        spans.append((match.start(), match.end(), iso))
    return spans


def date_interval(iso: str) -> tuple[int, int] | None:
    """The first and the last day of a date as numbers that order like days (18151210); None for other texts."""
    begin, _, end = iso.partition("/")
    first, last = _days(begin), _days(end or begin)
    return (first[0], last[1]) if first and last else None


def refines(fine: str, coarse: str) -> bool:
    """Whether a date lies in another one, or is the same: "1815-12-10" in "1815", that in "1810s"."""
    inner, outer = date_interval(fine), date_interval(coarse)
    return inner is not None and outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


_ISO = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?|(s))?")


def _days(iso: str) -> tuple[int, int] | None:
    match = _ISO.fullmatch(iso)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    last_year = year + 9 if match[4] else year
    return (
        year * 10_000 + (month or 1) * 100 + (day or 1),
        last_year * 10_000 + (month or 12) * 100 + (day or 31),
    )


def _iso(match: re.Match[str], text: str) -> str | None:
    if match["iso"]:
        return _checked_iso(match["iso"])
    if match["number1"]:
        return _numeric(match["number1"], match["number2"], match["year0"], match["sign"])
    if match["year00"]:
        return _checked_iso(f"{match['year00']}-{match['month00']}-{match['day00']}")
    if match["day1"]:
        return _day_first(match, text)
    if match["day2"]:
        first = _day(match["year2"], match["month2"], match["day2"])
        last = match["day2b"] and _day(match["year2"], match["month2b"] or match["month2"], match["day2b"])
        return _between(first, last)
    if match["month3"]:
        year = _year(match["year3"])
        last = year and f"{year}-{_month(match['month3']):02d}"
        return _between(last and f"{year}-{_month(match['month3a']):02d}", last) if match["month3a"] else last
    if match["year6"]:
        return _part_of_year(match["quarter"] or match["part"], match["unit"] == "half", match["year6"])
    if match["year4"]:
        attributive = _attributive(text, *match.span())
        short = match["until"] or match["short"] or match["next"]
        return None if attributive else _year_range(match["year4"], short, adjacent=match["next"] is not None)
    if match["since"]:
        return _era_range(match["since"], match["till"], match["eras"])
    if match["since2"]:
        return _era_range(match["since2"], match["till2"], "")
    if match["decade"]:
        first = match["decade"]
        return f"{first}s/{first[:2]}{match['decade2']}s" if match["decade2"] else f"{first}s"
    if match["century"]:
        return (
            None
            if _describes(match, text)
            else _centuries(match["century"], match["century2"] or match["century"], match["era"] or "")
        )
    return _bare_year(match, text)


def _day_first(match: re.Match[str], text: str) -> str | None:
    """ "12 May 1820", "12–14 May 1820", "12 May to 3 June 1820", "1 or 2 May 1820"."""
    year, month = match["year1"] or match["year1b"], match["month1"] or match["month1b"]
    day = _day(year, month, match["day1"])
    if match["day0"]:
        return _between(_day(year, match["month0"], match["day0"]), day)
    if match["day1b"]:
        return _between(day, _day(year, month, match["day1b"]))
    doubtful = _EITHER_DAY.search(text[max(0, match.start() - 6) : match.start()])
    return day[: day.rindex("-")] if day and doubtful else day


def _between(first: str | None, last: str | None) -> str | None:
    """The range of two dates of one year; the first where they are in no order."""
    if first is None or last is None:
        return first
    return f"{first}/{last}" if first < last else None


def _numeric(first: str, second: str, year: str, sign: str) -> str | None:
    """A date all in numbers. With dots the day comes first; else there must be one reading only."""
    day, month = int(first), int(second)
    if sign != "." and day <= 12 and month != day:
        if month <= 12:
            return None
        day, month = month, day
    return f"{year}-{month:02d}-{day:02d}" if _valid(int(year), month, day) else None


def _part_of_year(part: str, half: bool, year: str) -> str | None:
    number = int(part) if part.isdigit() else _ORDINALS[part]
    months = 6 if half else 3
    if number * months > 12:
        return None
    return f"{year}-{(number - 1) * months + 1:02d}/{year}-{number * months:02d}"


def _bare_year(match: re.Match[str], text: str) -> str | None:
    """A number of four digits is a year where its surroundings say so, and nothing says that it counts something."""
    start, end = match.span()
    digits = match["year5"]
    if not digits.isdigit():
        return _year(digits)
    before = text[max(0, start - 40) : start]
    counts = _COUNTED.match(text, end) and not _SURELY_YEAR.search(before)
    if int(digits) > 2100 or counts or _attributive(text, start, end):
        return None
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


def _describes(match: re.Match[str], text: str) -> bool:
    """Whether a century only tells what something is like: "a 19th-century farm", "19th century businessmen"."""
    if "-centur" in match.group():
        return True
    follows = text[match.end() : match.end() + 2]
    return (
        follows[:1] == " "
        and follows[1:].isalpha()
        and not _THE.search(text[max(0, match.start() - 24) : match.start()])
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
    day = _ORDINALS.get(day_text) or int(day_text.rstrip("stndrh"))
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
    may_be_range = len(parts) == 2 and parts[1] > parts[0] % 100
    return None if may_be_range else text


def _year_range(first: str, last: str, *, adjacent: bool) -> str | None:
    """ "1939–45"; with a slash ("1819/20") only two years that follow each other."""
    if len(last) == 2:
        last = first[:2] + last
    if last == f"{first[:2]}00" and adjacent:
        last = f"{int(last) + 100}"
    if adjacent and int(last) != int(first) + 1:
        return None
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


def _joins(text: str, before: tuple[int, int, str], start: int, iso: str) -> bool:
    """Whether the words between two dates make them a range."""
    between = text[before[1] : start]
    if not between.strip():  # the dash was lost
        return not between or len(iso) == len(before[2]) == len("2000-01-01")
    if between == " or ":
        return len(iso) == len(before[2]) == 4 and int(iso) == int(before[2]) + 1
    if len(between) > 24 or not _RANGE_WORD.fullmatch(between):
        return False
    opened = _RANGE_START.search(text[max(0, before[0] - 24) : before[0]])
    return " and " not in between or (opened is not None and opened[1].lower() == "between")


def _ordered(first: str, last: str) -> bool:
    """Whether the first date does not begin after the last one ends."""
    begin, end = date_interval(first), date_interval(last)
    return begin is not None and end is not None and begin[0] <= end[1]
