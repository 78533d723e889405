"""Who has which where "respectively" says so: "A and B died in 1990 and 1995, respectively"."""

from factscan.extract.rules.frames import Frame
from factscan.extract.syntax.parse import Parse

_WORD = "respectively"


def own_share(frame: Frame, members: list[int]) -> list[int]:
    """Of a list that the verb governs what falls to this subject; nothing where that cannot be told."""
    parse = frame.analysis.parse
    if len(members) < 2 or _WORD not in parse.lower:
        return members
    at, count = frame.share
    if count == len(members):
        return [members[at]]
    return [] if parse.lower.index(_WORD) > members[-1] else members


def ordinal_labels(frame: Frame, dates: list[int]) -> list[tuple[int, str]]:
    """Each date with the label of what happened on it: "adopted on first and second readings on A and B"."""
    parse = frame.analysis.parse
    if len(dates) < 2 or _WORD not in parse.lower:
        return []
    for noun in parse.under(frame.verb, "obl"):
        ordinals = _ordinals(parse, noun)
        if len(ordinals) == len(dates) and noun < dates[0]:
            stem = f"{frame.lemma} {parse.case(noun)}"
            return [
                (date, f"{stem} {parse.lower[o]} {parse.lemmas[noun]} on")
                for o, date in zip(ordinals, dates, strict=True)
            ]
    return []


def _ordinals(parse: Parse, noun: int) -> list[int]:
    """ "First" and "second" in "on first and second readings"."""
    first = parse.child(noun, "amod")
    if first is None or parse.tags[noun] != "NNS":
        return []
    return [first, *parse.under(first, "conj")]
