"""What stands in brackets after a name: life dates, acronyms, former names, the year of a work."""

import re
from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name
from factscan.extract.syntax.reading import ALIAS_ASIDE, is_title_like
from factscan.extract.text.names import canonical_name

_TIMES = frozenset({"begin", "finish", "life begin", "life finish"})
_PROMINENT = frozenset({"nsubj", "nsubj:pass", "root", "appos", "discourse", "vocative", "dislocated"})
_BRACKETS = re.compile(r"\(([^()]{1,300})\)")
_BORN = re.compile(r"(?:^|[;,]\s*)(?:(?:was )?born|b\.|né|née)\b", re.IGNORECASE)
_DIED = re.compile(r"(?:^|[;,]\s*)(?:died|d\.|†)", re.IGNORECASE)
_DASH = re.compile(r"[–—-]")
_SHORT_LIFE, _LONG_LIFE = 12, 110  # years
_PLACE = re.compile(r"\b(?:in|at)\s+([A-Z][\w'’.-]*(?:[ -][A-Z][\w'’.-]*)*)")
_ALIAS = re.compile(
    r"^(?:(?:also|formerly|previously|originally|sometimes|commonly|better|locally|officially|or|now|often|once"
    r"|variously|occasionally|frequently|usually|generally|popularly|informally|colloquially|alternatively|simply"
    r"|historically)\s+)*"
    r"(?:(?:known|titled|called|spelled|spelt|written|referred to|abbreviated|named|styled)\s+(?:as\s+)?"
    r"|(?:or|formerly|aka|a\.k\.a\.|also)\s+)(?:the\s+)?(.+)$",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(r",?\s(?:or|and)\s(?:the\s)?|,\s(?:the\s)?")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9&/.-]{1,9}$")
_LANGUAGE = re.compile(r"^(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?):\s*([^;,()]{2,80})")


def parenthesis_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from the brackets that follow a name."""
    parse = analysis.parse
    for match in _BRACKETS.finditer(parse.text):
        before = _head_before(analysis, match.start())
        if before is None or analysis.in_speech(before):
            continue
        start, inner = match.start(1), match.group(1)
        flags = analysis.assertion.flags(before) & frozenset({"quoted", "attributed", "question"})
        is_subject = parse.labels[before] in _PROMINENT
        for relation, value in (*_life(analysis, start, inner), *_names(analysis, before, start, inner)):
            if relation in _TIMES and not is_subject and len(value.canonical) < len("2000-01-01"):
                continue  # "the reign of George IV (1811–30)": whose years they are cannot be told
            yield Candidate(before, relation, relation, value, (), flags, confidence=0.9)


def alias_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Other names between commas: "X, also known as Y or Z, is …"."""
    for match in ALIAS_ASIDE.finditer(analysis.parse.text):
        before = _head_before(analysis, match.start())
        if before is not None:
            for value in _aliases(match[1], match.start(1)):
                yield Candidate(before, "name", "name", value, (), confidence=0.8)


def _aliases(text: str, offset: int) -> Iterator[Value]:
    alias = _ALIAS.match(text)
    if alias is None:
        return
    start = alias.start(1)
    for separator in [*_ALTERNATIVES.finditer(text, start), None]:
        end = separator.start() if separator else len(text)
        if text[start:end].strip(' "“”'):
            yield _value(text[start:end], offset + start)
        start = separator.end() if separator else end


def _head_before(analysis: Analysis, at: int) -> int | None:
    """The head of the name that ends where the bracket begins."""
    parse = analysis.parse
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
    dates[0]
    if born or died:
        for mark, what in ((born, "birth"), (died, "death")):
            if mark is None:
                continue
            after = [d for d in dates if d[0] - offset >= mark.start()]
            if after:
                begin, _, end = after[0][2].partition("/")
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
    before = inner[: first[0] - offset].strip()
    after = inner[last[1] - offset :].strip()
    hedged = before.lower() in ("", "c.", "ca.", "circa", "c")
    opens = hedged or before[-1] in ",;:"
    if "/" in first[2] and opens:
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
    elif (
        _ACRONYM.match(text)
        and sum(c.isupper() for c in text) >= 2
        and is_acronym(text, parse.text[: offset - 1])
    ):
        yield "name", _value(text, at)
    elif re.fullmatch(r"[A-Z]\S*(?: [A-Z]\S*)*(?:,? or [A-Z]\S*(?: [A-Z]\S*)*)+", text):
        yield from (("name", value) for value in _aliases(f"or {text}", at - 3))
    elif (language := _LANGUAGE.match(text)) and is_name(parse, head):
        yield "name", _value(language[1], at + language.start(1))


def is_acronym(short: str, before: str) -> bool:
    """Whether the capitals of ``short`` begin words just before it, in order."""
    initials = [
        w[0].lower()
        for part in before.split()[-12:]
        for w in re.split(r"[-–/]", part.strip("\"'“”‘’(),"))
        if w
    ]
    at = len(initials)
    for letter in reversed([c.lower() for c in short if c.isalpha() and (c.isupper() or short.isupper())]):
        while at > 0 and initials[at - 1] != letter:
            at -= 1
        if at == 0:
            return False
        at -= 1
    return True


def _value(text: str, start: int) -> Value:
    return Value(canonical_name(text), "name", start, start + len(text))
