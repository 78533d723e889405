"""What stands in brackets after a name: life dates, acronyms, former names, the year of a work."""

import re
from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name
from factscan.extract.syntax.reading import ALIAS_ASIDE, is_title_like
from factscan.extract.text.acronyms import long_form
from factscan.extract.text.names import canonical_name

_TIMES = frozenset({"begin", "finish", "life begin", "life finish"})
_PROMINENT = frozenset({"nsubj", "nsubj:pass", "root", "appos", "discourse", "vocative", "dislocated"})
_BRACKETS = re.compile(r"\(([^()]{1,300})\)")
_BORN = re.compile(r"(?:^|[;,]\s*)(?:(?:(?:was )?born|né|née)\b|b\.)", re.IGNORECASE)
_DIED = re.compile(r"(?:^|[;,]\s*)(?:died|d\.|†)", re.IGNORECASE)
# letters after a name, titles and other names that may stand between a name and its dates
_AFTER_NAME = re.compile(
    r"(?:,?\s(?:[A-Z]\.){2,5}|,\s[A-Z][A-Za-z]{1,4}\.?|,\s(?:\w+\s){0,2}\d{1,2}(?:st|nd|rd|th)\s[A-Z][^,()]{1,40}"
    r"|,?\s(?:née|né|aka|a\.k\.a\.|(?:(?:also|better|commonly|formerly|sometimes)\s)?(?:known|written|spelled)\sas)"
    r"\s[A-Z][^,()]{1,40}){1,6},?\s*\Z"
)
_DASH = re.compile(r"[–—-]")
_SHORT_LIFE, _LONG_LIFE = 12, 110  # years
_PLACE = re.compile(r"\b(?:in|at)\s+([A-Z][\w'’.-]*(?:[ -][A-Z][\w'’.-]*)*)")
_PLACES = re.compile(r"(?:,\s)?(?:in\s)?[A-Z][\w.'’-]*(?:,?\s[A-Z][\w.'’-]*){0,5},?")
_ALIAS = re.compile(
    r"^(?:(?:also|formerly|previously|originally|sometimes|commonly|better|locally|officially|or|now|often|once"
    r"|variously|occasionally|frequently|usually|generally|popularly|informally|colloquially|alternatively|simply"
    r"|historically)\s+)*"
    r"(?:(?:known|titled|called|spelled|spelt|written|referred to|abbreviated|named|styled)\s+(?:as\s+)?"
    r"|(?:or|formerly|aka|a\.k\.a\.|also)\s+)(?:the\s+)?(.+)$",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(r",?\s(?:or|and)\s(?:also\s)?(?:the\s)?|,\s(?:also\s)?(?:the\s)?")
_NO_ALIAS = re.compile(
    r"\s*(?:perhaps|maybe|possibly|probably|for|after|in|by|from|to|at|on|as|with)\s", re.IGNORECASE
)
# what follows an alias and is no part of it: "known as the Nova Cup for sponsorship reasons"
_BEYOND = re.compile(
    r";|,?\s(?:(?:since|from|until|after|before|when|because|due|during|between|in|to)\s(?=\d)|for\s(?=[a-z]+\s(?:reasons|purposes))"
    r"|(?:because|due|when|until)\s)"
)
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9&/.-]{1,9}$")
_LANGUAGE = re.compile(r"^(?!Birth|Death|Born|Died|Age)(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?):\s*([^;,()\d]{2,80})")


def parenthesis_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from the brackets that follow a name."""
    parse = analysis.parse
    for match in _BRACKETS.finditer(parse.text):
        if parse.text[max(match.start() - 1, 0)].isalnum():
            continue  # f(x)
        before = _head_before(analysis, match.start())
        if before is None or analysis.in_speech(before):
            continue
        start, inner = match.start(1), match.group(1)
        flags = analysis.assertion.flags(before) & frozenset({"quoted", "attributed", "question"})
        is_subject = parse.labels[before] in _PROMINENT
        name = _abbreviated(parse, start, inner)
        for relation, value in (*_life(analysis, start, inner), *_names(analysis, before, start, inner)):
            if relation in _TIMES and not is_subject and len(value.canonical) < len("2000-01-01"):
                continue  # "the reign of George IV (1811–30)": whose years they are cannot be told
            yield Candidate(before, relation, relation, value, (), flags, confidence=0.9, name=name)


def alias_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Other names between commas: "X, also known as Y or Z, is …"."""
    for match in ALIAS_ASIDE.finditer(analysis.parse.text):
        before = _head_before(analysis, match.start())
        if before is not None and not _is_of_another(analysis.parse, before):
            for value in _aliases(match[1], match.start(1)):
                yield Candidate(before, "name", "name", value, (), confidence=0.8)


def _is_of_another(parse: Parse, noun: int) -> bool:
    """Whether the noun only says of what a thing is: "a branch of the forces, known as the Guard"."""
    head = parse.heads[noun]
    indefinite = any(parse.lower[d] in ("a", "an") for d in parse.under(head, "det"))
    return parse.labels[noun] == "nmod" and parse.case(noun) == "of" and indefinite


def _aliases(text: str, offset: int) -> Iterator[Value]:
    alias = _ALIAS.match(text)
    if alias is None:
        return
    start = alias.start(1)
    for separator in [*_ALTERNATIVES.finditer(text, start), None]:
        end = separator.start() if separator else len(text)
        beyond = _BEYOND.search(text, start, end)
        end = beyond.start() if beyond else end
        if any(c.isalpha() for c in text[start:end]) and not _NO_ALIAS.match(text, start):
            yield _value(text[start:end], offset + start)
        start = separator.end() if separator else end


def _head_before(analysis: Analysis, at: int) -> int | None:
    """The head of the name that ends where the bracket begins."""
    parse = analysis.parse
    beyond = _AFTER_NAME.search(parse.text, 0, at)
    if beyond and beyond.start():
        at = beyond.start()
    last = max((i for i, end in enumerate(parse.ends) if end <= at and parse.pos[i] != "PUNCT"), default=None)
    if last is None:
        return None
    between = _BRACKETS.sub("", parse.text[parse.ends[last] : at]).strip("\"'”’ ,()")
    if between and not _ALIAS.match(between):
        return None
    head = last
    while parse.heads[head] < head and _goes_with(parse, head):
        head = parse.heads[head]
    return head if parse.pos[head] in ("PROPN", "NOUN", "X") else None


def _goes_with(parse: Parse, token: int) -> bool:
    """Whether the token is part of the name, or another form of the name, that it hangs on."""
    label, above = parse.labels[token], parse.heads[token]
    if label == "conj":
        return any(parse.lower[c] == "or" for c in parse.under(token, "cc"))
    if label == "nmod":
        return is_name(parse, above)
    return label in ("flat", "compound", "nmod:desc", "nummod", "goeswith")


def _life(analysis: Analysis, offset: int, inner: str) -> Iterator[tuple[str, Value]]:
    dates = [d for d in analysis.dates if offset <= d[0] and d[1] <= offset + len(inner)]
    if not dates:
        return
    born, died = _BORN.search(inner), _DIED.search(inner)
    if born or died:
        for mark, what in ((born, "birth"), (died, "death")):
            if mark is None:
                continue
            after = [d for d in dates if d[0] - offset >= mark.start()]
            if after:
                unsure = _is_uncertain(inner, offset, after[0])
                begin, _, end = (after[0][2], "", "") if unsure else after[0][2].partition("/")
                yield f"{what} date", Value(begin, "date", after[0][0], after[0][1])
                if end and not died:
                    yield "death date", Value(end, "date", after[0][0], after[0][1])
            place = _PLACE.search(inner, mark.end())
            if place and not (died and what == "birth" and place.start() > died.start()):
                yield (
                    f"{what} place",
                    Value(canonical_name(place[1]), "name", offset + place.start(1), offset + place.end(1)),
                )
        return
    yield from _span(dates, offset, inner)


def _span(dates: list[tuple[int, int, str]], offset: int, inner: str) -> Iterator[tuple[str, Value]]:
    """The ends of "1820 – 1910", "2 May 1820 in Ulm – 3 June 1890", "– 1910"; a single date by itself."""
    first, last = dates[0], dates[-1]
    before = inner[: first[0] - offset].strip(" ;")
    after = inner[last[1] - offset :].strip()
    hedged = before.lower() in ("", "c.", "ca.", "circa", "c")
    opens = hedged or before[-1] in ",;:"
    if "/" in first[2] and opens and not _is_uncertain(inner, offset, first):
        begin, end = first[2].split("/")
        yield from _ends(Value(begin, "date", first[0], first[1]), Value(end, "date", first[0], first[1]))
    elif len(dates) >= 2 and opens and _DASH.search(inner[first[1] - offset : dates[1][0] - offset]):
        second = dates[1]
        yield from _ends(
            Value(first[2], "date", first[0], first[1]), Value(second[2], "date", second[0], second[1])
        )
    elif len(dates) == 1 and "/" not in first[2]:
        value = Value(first[2], "date", first[0], first[1])
        if before in ("–", "-", "—", "? –", "?–"):
            yield "life finish", value
        elif hedged and after[:1] in ("–", "-", "—") and not after.strip("–-— ?"):
            yield "life begin", value
        elif not before and not after:
            yield "of date", value
        elif len(first[2]) == len("2000-01-01") and _PLACES.fullmatch(f"{before}{after}"):
            yield "of date", value  # "(Paris, 8 May 1937)"


def _is_uncertain(inner: str, offset: int, date: tuple[int, int, str]) -> bool:
    """Whether a range is one date that is not known for sure: "1552/1553", "1892 or 1893"."""
    return any(sign in inner[date[0] - offset : date[1] - offset] for sign in ("/", " or "))


def _ends(begin: Value, end: Value) -> Iterator[tuple[str, Value]]:
    """Two dates as far apart as a life is long are the ends of one, unless the name is of something else."""
    years = [int(v.canonical[:4]) if v.canonical[:4].isdigit() else 0 for v in (begin, end)]
    kind = "life " if _SHORT_LIFE <= years[1] - years[0] <= _LONG_LIFE else ""
    yield f"{kind}begin", begin
    yield f"{kind}finish", end


def _names(analysis: Analysis, head: int, offset: int, inner: str) -> Iterator[tuple[str, Value]]:
    parse = analysis.parse
    text = inner.strip(" ;,")
    at = offset + inner.find(text)
    quoted = text.strip("\"“”'‘’ ")
    if text[:1] in '"“' and text[-1:] in '"”' and is_title_like(quoted):
        yield "name", _value(quoted, at + 1)
        return
    aliases = list(_aliases(text, at))
    if aliases:
        yield from (("name", value) for value in aliases)
    elif _abbreviated(parse, offset, inner):
        yield "name", _value(text, at)
    elif re.fullmatch(r"[A-Z]\S*(?: [A-Z]\S*)*(?:,? or [A-Z]\S*(?: [A-Z]\S*)*)+", text):
        yield from (("name", value) for value in _aliases(f"or {text}", at - 3))
    elif (language := _LANGUAGE.match(text)) and is_name(parse, head):
        yield "name", _value(language[1], at + language.start(1))


def _abbreviated(parse: Parse, start: int, inner: str) -> tuple[int, int] | None:
    """Where the words stand for which the bracket that begins at ``start`` gives an acronym."""
    short = inner.strip(" ;,")
    if not _ACRONYM.match(short) or sum(c.isupper() for c in short) < 2:
        return None
    before = parse.text[: start - 1].rstrip()
    at = long_form(short, before)
    return (at, len(before)) if at >= 0 else None


def _value(text: str, start: int) -> Value:
    return Value(canonical_name(text), "name", start, start + len(text))
