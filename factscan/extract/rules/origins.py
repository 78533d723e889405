"""Adjectives of nationality: "Polish", "South Korean", "Sri Lankan"."""

from factscan.extract.candidate import Value
from factscan.extract.syntax.noun_data import (
    DEMONYM_FIRST,
    DEMONYM_LAST,
    DEMONYMS,
    NO_DEMONYM_BEFORE,
    NO_ORIGIN,
)
from factscan.extract.syntax.parse import Parse


def is_demonym(parse: Parse, token: int) -> bool:
    """Whether the token is (the last word of) an adjective of nationality."""
    word = parse.words[token]
    if token + 1 < len(parse) and parse.words[token + 1] in NO_DEMONYM_BEFORE:
        return False
    return word in DEMONYMS or (
        word in DEMONYM_LAST and token > 0 and parse.words[token - 1] in DEMONYM_FIRST
    )


def is_likely_demonym(parse: Parse, token: int) -> bool:
    """Whether a capitalised adjective before a noun for people looks like a nationality that the list lacks."""
    word = parse.words[token]
    return (
        parse.labels[token] == "amod"
        and token > 0
        and word[:1].isupper()
        and word.endswith(("ian", "ean", "ish", "ese", "ic"))
        and word not in NO_ORIGIN
    )


def demonym(parse: Parse, token: int) -> Value:
    """The nationality, with the word before where it has two."""
    first = token - 1 if token and parse.words[token - 1] in DEMONYM_FIRST else token
    return Value(parse.slice(first, token), "name", parse.starts[first], parse.ends[token])


def is_part_of_demonym(parse: Parse, token: int) -> bool:
    """Whether the token is a demonym or the "South" before one."""
    if is_demonym(parse, token):
        return True
    return parse.words[token] in DEMONYM_FIRST and token + 1 < len(parse) and is_demonym(parse, token + 1)
