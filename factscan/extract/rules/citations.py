"""Acts as laws cite them: "the Home Rule Act, approved December 24, 1973 (87 Stat. 813)", "may be cited as the …"."""

import re
from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.syntax.analysis import Analysis

_CITED = re.compile(
    r"\b(?P<act>[A-Z][\w’'-]*(?:,?\s(?:and\s|of\s|for\s|the\s|to\s|in\s|on\s)*[A-Z][\w’'-]*){0,16}\sAct(?:\sof\s\d{4})?)"
    r",\s(?P<how>approved|effective)\s"
)
_SOURCE = re.compile(
    r"\s\((?P<law>D\.C\.\sLaw\s[\d-]+|\d+\sStat\.\s\d+)"
    r"(?:;\s(?P<code>D\.C\.\s(?:Official\s)?Code\s§+\s?[\w.-]+(?:\(\w+\))*))?"
)
_NAMED = re.compile(
    r"\b(?P<act>[Tt]his\s(?:act|Act|law|Law|title|chapter))\s(?:may|shall)\sbe\scited\sas\s(?:the\s)?"
    r"[\"“](?P<name>[A-Z][^\"“”]{3,200}?),?[\"”]"
)
_DATES = {"approved": "approval date", "effective": "effective date"}


def citation_facts(analysis: Analysis) -> Iterator[Candidate]:
    """The date, the number and the place in the code of the acts that a sentence cites."""
    text = analysis.parse.text
    yield from _short_titles(text)
    for match in _citations(text):
        date = next((d for d in analysis.dates if d[0] == match.end()), None)
        if date is None:
            continue
        name = match.span("act")
        label = _DATES[match["how"]]
        yield _cited(name, label, Value(date[2], "date", date[0], date[1]))
        source = _SOURCE.match(text, date[1])
        if source is None:
            continue
        number = Value(source["law"], "name", *source.span("law"))
        yield _cited(name, "citation" if "Stat" in source["law"] else "law number", number)
        if source["code"]:
            yield _cited(name, "code section", Value(source["code"], "name", *source.span("code")))


def _short_titles(text: str) -> Iterator[Candidate]:
    """ "This act may be cited as the “Better Roads Act of 1990”": so it is called."""
    named = _NAMED.search(text) if " be cited as " in text else None
    if named is not None:
        yield _cited(named.span("act"), "name", Value(named["name"], "name", *named.span("name")))


def is_cited(analysis: Analysis, token: int) -> bool:
    """Whether "approved" or "effective" speaks of the act before it, and of nothing else in the sentence."""
    parse = analysis.parse
    if parse.lower[token] not in _DATES or token < 2 or parse.words[token - 1] != ",":
        return False
    return any(match.start("how") == parse.starts[token] for match in _citations(parse.text))


def _citations(text: str) -> Iterator[re.Match[str]]:
    if " Act" in text and any(f", {how} " in text for how in _DATES):
        yield from _CITED.finditer(text)


def _cited(name: tuple[int, int], label: str, value: Value) -> Candidate:
    return Candidate(0, label, label, value, (), confidence=0.9, name=name)
