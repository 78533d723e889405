"""Objects: the minimal span of a response, its type and its canonical form."""

import re

from factscan.extract.candidate import Value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.content import (
    Content,
    content_of,
    counted_things,
    is_counted_together,
    name_content,
)
from factscan.extract.syntax.content_data import CHANGES, COMPLETING, SUBORDINATE_BODIES
from factscan.extract.syntax.noun_data import AWARD_NOUNS, ROLE_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, noun_phrase, text_of
from factscan.extract.text.names import canonical_name, is_vague
from factscan.extract.text.quantities import parse_quantity

# a day without its year names no date
_MONTH_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{1,2})?$"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2}$"
)
_JOINT = re.compile(r" (?:of|for|in) ")
_SCORE = re.compile(r"\d+[–-]\d+")
_DASHES = frozenset("-–—:")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_TRAILING_YEAR = re.compile(rf"(?<=[a-z]) (?:{_YEAR.pattern})$")  # "retired from tennis 2000"
AWARD = "AWARD"  # the sort of names of prizes and orders
_MAX_WORDS = 14
_MAX_COMPLEMENT = 5  # words
_MAX_LISTED = 9  # words from the first name of a list to the noun that they share
_QUOTES = re.compile(
    r"[\"“”„]|(?<!\w)['‘’]|(?<=[a-z])['’](?=\s[a-z])(?<!s['’])"
)  # marks around a part of the phrase
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# counts so small are written in words: "two players" is a phrase like "both players"
_SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve all".split())
_EMPTY = frozenset(
    """north south east west northeast northwest southeast southwest left right phrase following same opposite
    course fact account order""".split()
)
_KINDS_IN_CAPITALS = frozenset("ep lp cd dvd tv vhs dj mc ceo cd-rom pdf url ba bs ma msc phd".split())
_BODIES = frozenset(
    "committee subcommittee commission ministry department office council bureau board institute school".split()
)
_PLACES_OF = frozenset(
    """town city village hamlet state region province district county island municipality parish borough suburb
    commune""".split()
)
_DAYS = frozenset("today tomorrow yesterday tonight home times time".split())
_PARTS_OF_DATES = frozenset("morning afternoon evening night spring summer autumn fall winter".split())
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
    date = date_value(analysis, token) or _part_of_date(analysis, token)
    if date is not None:
        return date
    if parse.pos[token] not in _NOUNS and not (adjectives and parse.pos[token] in _PREDICATES):
        return None
    if parse.pos[token] == "NUM" and (_is_of_score(parse, token) or _is_day_of_list(parse, token)):
        return None
    inner = _named_place(parse, token) or counted_things(parse, token)
    if inner is not None:
        return read_value(analysis, inner)
    tokens = noun_phrase(parse, token)
    if len(tokens) > _MAX_WORDS:
        tokens = noun_phrase(parse, token, chain=False)
        if len(tokens) > _MAX_WORDS:
            return None
    if is_name(parse, token) and (parse.lower[token] in _BODIES or parse.lower[token] in AWARD_NOUNS):
        tokens = _joined(analysis, tokens)
    if is_name(parse, token) and parse.lower[token] in SUBORDINATE_BODIES:
        tokens = _with_whole(parse, tokens)
    tokens = _trim(analysis, tokens)
    if not tokens or any(parse.tags[t] in _FINITE and t != token for t in tokens):
        return None
    text = text_of(parse, tokens)
    if _MONTH_DAY.search(text):
        return None
    if parse.pos[token] in _PREDICATES:
        # "is a woody, cup-shaped capsule": the article is another word's
        another = parse.child(token, "det") is not None and parse.words[token + 1 : token + 2] == [","]
        content = Content.BROKEN if another else Content.FULL
    else:
        content = content_of(parse, token, tokens)
    if content is Content.POINTING and (is_person(parse, token) or parse.lemmas[token] in ROLE_NOUNS):
        alone = noun_phrase(parse, token, chain=False)  # "director of the company" is a director
        if len(alone) < len(tokens):
            tokens, content = alone, content_of(parse, token, alone)
            text = text_of(parse, tokens)
    if Content.FULL < content < Content.POINTING and (more := _completed(parse, token, tokens)):
        tokens, content = more, Content.FULL
        text = text_of(parse, tokens)
    start, end = parse.starts[tokens[0]], parse.ends[tokens[-1]]
    if parse.pos[token] == "NUM" and len(tokens) > 1 and parse.child(token, "nmod") is not None:
        content = Content.POINTING  # "four of the houses"
    if is_name(parse, token) and text.lower() in _KINDS_IN_CAPITALS:
        return Value(text, "phrase", start, end, content=Content.UNFINISHED)
    if is_name(parse, token) and parse.case(token) and _stands_before_noun(parse, tokens[-1]):
        return None
    if is_name(parse, token):
        name = canonical_name(text)
        told = name_content(parse, token, tokens, name)
        return (
            Value(name, "name", start, end, _sort(analysis, token, name), told)
            if any(c.isalpha() for c in name)
            else None
        )
    if _counts(analysis, token, tokens):
        quantity = parse_quantity(text)
        if quantity is not None and parse.lower[tokens[0]] not in _SMALL_NUMBERS:
            told = Content.POINTING if is_counted_together(parse, token) else Content.NAMED
            return Value(quantity, "quantity", start, end, content=told)
    text = _TRAILING_YEAR.sub("", _QUOTES.sub("", text))
    if not any(c.isalpha() for c in text) or is_vague(text) or text.lower() in _EMPTY:
        return None
    return Value(canonical_name(text), "phrase", start, end, content=content)


def _part_of_date(analysis: Analysis, token: int) -> Value | None:
    """The date in "the spring of 1914"."""
    parse = analysis.parse
    if parse.lemmas[token] not in _PARTS_OF_DATES:
        return None
    of = (c for c in parse.under(token, "nmod") if parse.case(c) == "of")
    return next((date for c in of if (date := date_value(analysis, c))), None)


def _joined(analysis: Analysis, tokens: list[int]) -> list[int]:
    """The name of a body or prize with what it is for, wherever that hangs: "the Committee on the Judiciary"."""
    parse = analysis.parse
    at = tokens[-1] + 1
    if at + 1 >= len(parse) or parse.lower[at] not in ("on", "for", "of", "in"):
        return tokens
    if parse.lower[at] == "in" and not names_field(analysis, at):
        return tokens
    at += 1 + (parse.lower[at + 1] == "the")
    if at < len(parse) and analysis.date_at(at) is not None:
        return tokens
    while at < len(parse) and (parse.pos[at] == "PROPN" or parse.pos[at : at + 2] == ["CCONJ", "PROPN"]):
        at += 1
    return list(range(tokens[0], at)) if parse.pos[at - 1] == "PROPN" else tokens


def _with_whole(parse: Parse, tokens: list[int]) -> list[int]:
    """The name of a part with what it is part of: "the School of Law at Lund University"."""
    at = tokens[-1] + 1
    if at + 1 >= len(parse) or parse.lower[at] not in ("at", "of"):
        return tokens
    first = end = at + 1 + (parse.lower[at + 1] == "the")
    while end < len(parse) and (parse.pos[end] == "PROPN" or parse.lower[end : end + 1] == ["of"]):
        end += 1
    while end > first and parse.pos[end - 1] != "PROPN":
        end -= 1
    return [*tokens, *range(at, end)] if end > first else tokens


def _stands_before_noun(parse: Parse, last: int) -> bool:
    """Whether a common noun goes on after a name, which then only says what sort: "in Burmese amber"."""
    at = last + 1
    return (
        at < len(parse)
        and parse.tags[at] in ("NN", "NNS")
        and parse.words[at].islower()
        and parse.lower[at] not in _DAYS
        and parse.starts[at] == parse.ends[last] + 1
    )


def names_field(analysis: Analysis, preposition: int) -> bool:
    """Whether the preposition joins a prize to its field: "Nobel Prize in Physics", but not "in Oslo", "in 1920"."""
    parse, at = analysis.parse, preposition + 1
    return (
        preposition > 0
        and parse.lower[preposition - 1] in AWARD_NOUNS
        and at < len(parse)
        and parse.pos[at] == "PROPN"
        and not parse.names[at]
        and analysis.date_at(at) is None
    )


def _named_place(parse: Parse, token: int) -> int | None:
    """The name in "the town of Odense"."""
    if parse.lower[token] not in _PLACES_OF:
        return None
    return next((c for c in parse.under(token, "nmod") if parse.case(c) == "of" and is_name(parse, c)), None)


def _completed(parse: Parse, head: int, tokens: list[int]) -> list[int]:
    """The phrase with what completes it, if that is short and says something: "claims to Alsace"; else nothing."""
    for gerund in parse.under(head, "acl"):
        if gerund == tokens[-1] + 2 and parse.tags[gerund] == "VBG" and parse.lower[gerund - 1] == "for":
            done = parse.child(gerund, "obj")
            inner = noun_phrase(parse, done) if done is not None else []
            if (
                inner
                and len(inner) <= _MAX_COMPLEMENT
                and content_of(parse, done or 0, inner) <= Content.KIND
            ):
                return [*tokens, *range(gerund - 1, inner[-1] + 1)]
    for c in parse.under(head, "nmod"):
        if c in tokens or parse.pos[c] not in ("NOUN", "PROPN") or not _completes(parse, head, c):
            continue
        inner = noun_phrase(parse, c)
        if inner[0] - tokens[-1] > _MAX_COMPLEMENT:
            continue
        if shared := _shared_noun(parse, c):
            return [*tokens, *range(tokens[-1] + 1, shared + 1)]
        if len(inner) > _MAX_COMPLEMENT or content_of(parse, c, inner) > Content.KIND:
            return []
        marks = [
            t
            for t in parse.descendants(c)
            if tokens[-1] < t < inner[0] and parse.labels[t] in ("case", "det")
        ]
        return [*tokens, *sorted(marks), *inner]
    return []


def _shared_noun(parse: Parse, first: int) -> int | None:
    """The noun at the end of a list of names that all need it: "gene" in "the ABC1, ABC2 or ABC3 gene"."""
    last = max(parse.conjuncts(first))
    if parse.pos[first] != "PROPN" or parse.pos[last] != "NOUN" or last - first > _MAX_LISTED:
        return None
    between = range(first, last)
    listed = all(parse.pos[t] in ("PROPN", "PUNCT", "CCONJ") for t in between)
    return last if listed and parse.pos[last - 1] == "PROPN" else None


def _completes(parse: Parse, head: int, child: int) -> bool:
    preposition = parse.case(child)
    return preposition in COMPLETING or (preposition in ("in", "of") and parse.lemmas[head] in CHANGES)


def _sort(analysis: Analysis, token: int, name: str) -> str:
    """What the name is of: an award by its noun ("the Nobel Prize in Physics"), else what the pipeline says."""
    head = _JOINT.split(name, 1)[0].rsplit(" ", 1)[-1].lower()
    return AWARD if head in AWARD_NOUNS and " " in name else analysis.parse.names[token][2:]


def _counts(analysis: Analysis, token: int, tokens: list[int]) -> bool:
    """Whether the phrase is a number or has one that is no year: "62 votes", but not "1920 season"."""
    parse = analysis.parse
    if parse.pos[token] == "NUM":
        return True
    numbers = [t for t in parse.under(token, "nummod") if t in tokens]
    return bool(numbers) and not any(_YEAR.fullmatch(parse.words[t]) for t in numbers)


def _is_of_score(parse: Parse, number: int) -> bool:
    """Whether the number is one side of a score or range that ends no phrase: "3" of "won 3-2"."""
    around = ((number + 1, number + 2), (number - 1, number - 2))
    return any(
        0 <= other < len(parse) and parse.words[dash] in _DASHES and parse.pos[other] == "NUM"
        for dash, other in around
    )


def _is_day_of_list(parse: Parse, number: int) -> bool:
    """Whether the number is one of the days of a month: "8" of "on March 3, 8 and 12"."""
    first = parse.heads[number]
    return (
        parse.labels[number] == "conj"
        and _MONTH_DAY.search(parse.slice(max(first - 1, 0), first)) is not None
    )


def _trim(analysis: Analysis, tokens: list[int]) -> list[int]:
    """Without punctuation at the ends, and without the list that it was taken to be the end of."""
    parse = analysis.parse
    while tokens and parse.pos[tokens[-1]] == "PUNCT" and parse.words[tokens[-1]] not in (")", "]"):
        tokens = tokens[:-1]
    for k in range(len(tokens) - 1, 0, -1):
        if parse.words[tokens[k]] == "," and parse.pos[tokens[k - 1]] == "NOUN":
            tokens = tokens[k + 1 :]  # what stands before is another thing of a list
            break
    while len(tokens) > 1 and _SCORE.fullmatch(parse.words[tokens[-1]]):
        tokens = tokens[:-1]
    while tokens and parse.pos[tokens[0]] == "PUNCT" and parse.words[tokens[0]] not in ("(", "["):
        tokens = tokens[1:]
    return tokens
