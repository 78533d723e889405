"""Objects: the minimal span of a response, its type and its canonical form."""

import re

from factscan.extract.candidate import Value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.noun_data import AWARD_NOUNS
from factscan.extract.syntax.phrases import is_name, noun_phrase, text_of
from factscan.extract.text.names import canonical_name, is_vague
from factscan.extract.text.quantities import parse_quantity

# a day without its year names no date
_MONTH_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{1,2})?$"
)
_SCORE = re.compile(r"\d+[–-]\d+")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
AWARD = "AWARD"  # the sort of names of prizes and orders
_MAX_WORDS = 14
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# counts so small are written in words: "two players" is a phrase like "both players"
_SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve all".split())
_EMPTY = frozenset(
    """north south east west northeast northwest southeast southwest left right phrase following same opposite
    course fact account order""".split()
)
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "SYM", "X"})
_PREDICATES = frozenset({"ADJ", "VERB", "ADV"})


def date_value(analysis: Analysis, token: int) -> Value | None:
    """The date that the token is part of."""
    span = analysis.date_at(token)
    return Value(span[2], "date", span[0], span[1]) if span else None


def read_value(analysis: Analysis, token: int, *, adjectives: bool = False) -> Value | None:
    """The response headed by the token; None for pronouns, vague nouns and clauses.

    ``adjectives``: an adjective or participle may be the response ("unfinished").
    """
    parse = analysis.parse
    date = date_value(analysis, token)
    if date is not None:
        return date
    if parse.pos[token] not in _NOUNS and not (adjectives and parse.pos[token] in _PREDICATES):
        return None
    tokens = noun_phrase(parse, token)
    if len(tokens) > _MAX_WORDS:
        tokens = noun_phrase(parse, token, chain=False)
        if len(tokens) > _MAX_WORDS:
            return None
    tokens = _trim(analysis, tokens)
    if not tokens or any(parse.tags[t] in _FINITE and t != token for t in tokens):
        return None
    text = text_of(parse, tokens)
    if _MONTH_DAY.search(text):
        return None
    start, end = parse.starts[tokens[0]], parse.ends[tokens[-1]]
    if is_name(parse, token):
        name = canonical_name(text)
        return (
            Value(name, "name", start, end, _sort(analysis, token, name))
            if any(c.isalpha() for c in name)
            else None
        )
    if _counts(analysis, token, tokens):
        quantity = parse_quantity(text)
        if quantity is not None and parse.lower[tokens[0]] not in _SMALL_NUMBERS:
            return Value(quantity, "quantity", start, end)
    if not any(c.isalpha() for c in text) or is_vague(text) or text.lower() in _EMPTY:
        return None
    return Value(canonical_name(text), "phrase", start, end)


def _sort(analysis: Analysis, token: int, name: str) -> str:
    """What the name is of: an award by its noun ("the Nobel Prize in Physics"), else what the pipeline says."""
    head = re.split(r" (?:of|for|in) ", name)[0].rsplit(" ", 1)[-1].lower()
    return AWARD if head in AWARD_NOUNS and " " in name else analysis.parse.names[token][2:]


def _counts(analysis: Analysis, token: int, tokens: list[int]) -> bool:
    """Whether the phrase is a number or has one that is no year: "62 votes", but not "1920 season"."""
    parse = analysis.parse
    if parse.pos[token] == "NUM":
        return True
    numbers = [t for t in parse.under(token, "nummod") if t in tokens]
    return bool(numbers) and not any(_YEAR.fullmatch(parse.words[t]) for t in numbers)


def _trim(analysis: Analysis, tokens: list[int]) -> list[int]:
    """Without punctuation at the ends."""
    parse = analysis.parse
    while tokens and parse.pos[tokens[-1]] == "PUNCT" and parse.words[tokens[-1]] not in (")", "]"):
        tokens = tokens[:-1]
    while len(tokens) > 1 and _SCORE.fullmatch(parse.words[tokens[-1]]) and parse.pos[tokens[0]] == "PROPN":
        tokens = tokens[:-1]
    while tokens and parse.pos[tokens[0]] == "PUNCT" and parse.words[tokens[0]] not in ("(", "["):
        tokens = tokens[1:]
    return tokens
