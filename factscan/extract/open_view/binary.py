"""The minimal view in the words of the sentence: a statement for each pair of a subject and one other phrase."""

from collections.abc import Iterator

from factscan.extract.open_view.frames import (
    Frame,
    Slot,
    case_of,
    denied_by,
    denied_by_subject,
    fillers,
    frames,
    slots_of,
)
from factscan.extract.open_view.spans import clause_phrase, minimal_phrase, with_date, words
from factscan.extract.open_view.statement import Statement
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.parse import SUBJECTS, Parse

# prepositions of phrases inside a phrase whose nouns the clause speaks of too: "became a justice of the High Court"
_CHAINED = frozenset("of in for to with by on from at as between against about over into".split())
_CHAINED_CONFIDENCE = 0.6


def binary_statements(analysis: Analysis) -> Iterator[Statement]:
    """The statements of a sentence, each once, clause by clause."""
    told = (s for f in frames(analysis) for subject in f.subjects for s in _of_subject(analysis, f, subject))
    yield from dict.fromkeys(told)


def _of_subject(analysis: Analysis, frame: Frame, subject: int) -> Iterator[Statement]:
    parse = analysis.parse
    flags = frame.flags | denied_by_subject(parse, subject)
    name = words(parse, minimal_phrase(parse, subject, whole=True))
    group = words(parse, set(frame.group).difference(frame.adverbs))
    before = [""]
    for slot in frame.slots:
        if slot.role == "circumstance":
            for told in before:
                yield from _inside(
                    parse, _joined(group, told, words(parse, slot.ties)), slot.head, name, flags
                )
        if slot.role == "circumstance" or (slot.role == "adverb" and not parse.children[slot.head]):
            continue
        for head, ties in fillers(parse, slot):
            tie, text = words(parse, ties), words(parse, _phrase(analysis, slot, head, ties))
            if not text:
                continue
            if ties and ties[0] < frame.predicate and slot.role == "oblique":
                tie, text = "", f"{tie} {text}"  # what the sentence begins with keeps its preposition
            inner = flags | denied_by(parse, slot, head)
            for told in before:
                relation = _joined(group, told, tie)
                yield Statement(relation, (name, text), inner)
                if slot.role not in ("clause", "adverb"):
                    yield from _below(analysis, relation, head, name, inner)
        if before == [""] and _carries(analysis, slot):
            before = _carried(parse, slot)


def _phrase(analysis: Analysis, slot: Slot, head: int, ties: tuple[int, ...]) -> list[int]:
    if slot.role in ("clause", "adverb"):
        return clause_phrase(analysis.parse, head, ties)
    return with_date(analysis, head, minimal_phrase(analysis.parse, head))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _carries(analysis: Analysis, slot: Slot) -> bool:
    """Whether what follows is said of the verb together with this: its object, or the first place it goes to."""
    if slot.role in ("object", "complement"):
        return True
    return slot.role == "oblique" and bool(slot.ties) and analysis.date_at(slot.head) is None


def _carried(parse: Parse, slot: Slot) -> list[str]:
    """The words between verb and preposition in what follows, one for each of coordinated objects."""
    heads = [(slot.head, slot.ties)]
    if slot.role == "object":
        heads = fillers(parse, slot)[:3]
    return [
        _joined(words(parse, ties), words(parse, minimal_phrase(parse, head, whole=True)))
        for head, ties in heads
    ]


def _below(analysis: Analysis, relation: str, noun: int, name: str, flags: Flags) -> Iterator[Statement]:
    """What the clause says of the nouns inside its object: "became a justice of" the High Court."""
    parse = analysis.parse
    phrase, full = minimal_phrase(parse, noun), minimal_phrase(parse, noun, whole=True)
    for c in parse.under(noun, "acl"):
        if c > noun and parse.child(c, "mark") is None:
            yield from _inside(parse, _joined(relation, words(parse, full)), c, name, flags)
    for c in parse.under(noun, "nmod", "obl"):
        part = c in phrase and not (parse.proper[c] and parse.proper[noun])
        if c < noun or part or parse.case(c) not in _CHAINED:
            continue
        for head, ties in fillers(parse, Slot(c, "oblique", case_of(parse, c))):
            text = words(parse, with_date(analysis, head, minimal_phrase(parse, head)))
            if text:
                before = words(parse, [t for t in full if t <= noun or t < (ties or (c,))[0]])
                chained = _joined(relation, before, words(parse, ties))
                yield Statement(chained, (name, text), flags, _CHAINED_CONFIDENCE)


def _inside(parse: Parse, before: str, verb: int, name: str, flags: Flags) -> Iterator[Statement]:
    """What a clause says of the object of a verb inside it that has no subject: "went to Rome to see" the Pope."""
    if parse.tags[verb] not in ("VB", "VBG", "VBN") or parse.child(verb, *SUBJECTS) is not None:
        return
    slot = next((s for s in slots_of(parse, verb) if s.role in ("object", "oblique") and s.head > verb), None)
    for head, ties in fillers(parse, slot) if slot is not None else ():
        relation = _joined(before, parse.words[verb], words(parse, ties))
        yield Statement(
            relation, (name, words(parse, minimal_phrase(parse, head))), flags, _CHAINED_CONFIDENCE
        )
