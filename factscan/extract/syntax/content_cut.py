"""Phrases that the tree cuts: what stands around them in the text shows that they do not end or begin there."""

from collections.abc import Sequence

from factscan.extract.syntax.content_data import NOUNLIKE_ADJECTIVES, PLURAL_AS_ONE
from factscan.extract.syntax.parse import Parse

_HYPHENS = "-‐‑"
# verbs that say nothing with one end of a range: "ranges from Oslo to Bergen", "alternates between hope and fear"
_RANGING = frozenset(
    "range vary fluctuate alternate oscillate distinguish differ choose discriminate".split()
)
_OPENING = '"“„'
_CLOSING = '"”'
_LONGEST_QUOTED = 40  # characters

# after a noun they say when: "won the race Sunday"
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


def is_torn(parse: Parse, tokens: Sequence[int]) -> bool:
    """Whether the phrase begins or ends inside a word: "American video" of "African-American video"."""
    text, start, end = parse.text, parse.starts[tokens[0]], parse.ends[tokens[-1]]
    if text[start] in _HYPHENS or (start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum()):
        return True
    return text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum()


def is_end_of_range(parse: Parse, head: int) -> bool:
    """Whether the phrase is one of two that only hold together: "small ships" of "varies from small ships to …"."""
    first = parse.heads[head] if parse.labels[head] == "conj" else head
    return parse.case(first) in ("from", "between") and parse.lemmas[parse.heads[first]] in _RANGING


def is_cut_short(parse: Parse, head: int, tokens: Sequence[int]) -> bool:
    """Whether a common noun phrase is part of a longer one that the tree divides."""
    return (
        is_torn(parse, tokens)
        or _is_one_and_many(parse, head)
        or _is_adjective(parse, head)
        or _is_inside_quotes(parse, tokens)
        or any(parse.lower[t] in ("etc", "etc.") for t in tokens)
    )


def _is_one_and_many(parse: Parse, head: int) -> bool:
    """Whether "a" stands before a plural, which then is the verb of a clause: "as a person ages"."""
    word = parse.lower[head]
    if not word.endswith("s") or word.endswith(("ss", "us", "is", "ics")) or word in PLURAL_AS_ONE:
        return False
    after_as = parse.case(head) == "as" and parse.child(head, "compound") is not None
    if not (parse.tags[head] == "NNS" or after_as) or parse.child(head, "nummod", "amod") is not None:
        return False  # "a few years", "a good 20 miles"
    return any(parse.lower[d] in ("a", "an") for d in parse.under(head, "det"))


def _is_adjective(parse: Parse, head: int) -> bool:
    """Whether the head is an adjective that shares the noun of the next: "dark grey or black bark"."""
    return parse.lower[head] in NOUNLIKE_ADJECTIVES and any(
        c > head and parse.lower[c] not in NOUNLIKE_ADJECTIVES for c in parse.under(head, "conj")
    )


def _is_inside_quotes(parse: Parse, tokens: Sequence[int]) -> bool:
    """Whether quotes open right before the phrase and close only some words after it: "call" of a "call to arms"."""
    text, start, end = parse.text, parse.starts[tokens[0]], parse.ends[tokens[-1]]
    if start == 0 or text[start - 1] not in _OPENING or any(c in _CLOSING for c in text[start:end]):
        return False
    rest = text[end : end + _LONGEST_QUOTED]
    close = min((at for at in (rest.find(c) for c in _CLOSING) if at >= 0), default=-1)
    return any(c.isalnum() for c in rest[: max(close, 0)])


def is_before_name(parse: Parse, head: int, last: int) -> bool:
    """Whether the name of the thing stands right after it and hangs elsewhere: "the 1961 film One Summer"."""
    after = last + 1
    return (
        after < len(parse)
        and parse.tags[last] == "NN"
        and parse.words[last].islower()
        and parse.words[after][:1].isupper()
        and parse.pos[after] in ("PROPN", "NUM", "ADJ", "NOUN", "VERB")
        and parse.lower[after] not in _TIMES
        and head not in (parse.heads[after], parse.heads[parse.heads[after]])
    )
