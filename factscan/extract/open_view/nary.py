"""The open view: one statement a clause with all its arguments in full, and what noun phrases state."""

from collections.abc import Iterator

from factscan.extract.open_view.frames import Frame, Role, Slot, denied_by, denied_by_subject, fillers, frames
from factscan.extract.open_view.nominal import nominal_statements
from factscan.extract.open_view.spans import clause_phrase, full_phrase, trimmed, words
from factscan.extract.open_view.statement import Statement
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.parse import Parse

_FIRST: tuple[Role, ...] = ("object", "complement", "clause", "oblique", "adverb", "circumstance")
# a subject and a verb alone say little ("Time passed"), a verb alone least ("Highly recommended")
_TOLD, _LONE, _BARE = 0.7, 0.2, 0.1


def nary_statements(analysis: Analysis) -> Iterator[Statement]:
    """The statements of a sentence, each once: clause by clause, then those of its noun phrases."""
    yield from dict.fromkeys([*_of_clauses(analysis), *nominal_statements(analysis)])


def _of_clauses(analysis: Analysis) -> Iterator[Statement]:
    parse = analysis.parse
    for frame in frames(analysis):
        verb = words(parse, frame.group)
        if not frame.subjects:
            yield from _of_subject(parse, frame, "", verb, frame.flags)
        for subject in frame.subjects:
            name, auxiliary = _subject(parse, frame, subject), _auxiliary(parse, frame, subject)
            yield from _of_subject(
                parse, frame, name, auxiliary + verb, frame.flags | denied_by_subject(parse, subject)
            )


def _of_subject(parse: Parse, frame: Frame, name: str, verb: str, flags: Flags) -> Iterator[Statement]:
    """The statements of a clause about one of its subjects: one for each of its coordinated objects."""
    first, rest = _ordered(frame)
    tails = _tails(parse, rest)
    if first is None:
        yield Statement(verb, (name,), flags, _LONE if name else _BARE)
        return
    for head, ties in fillers(parse, first, within=False):
        text = words(parse, _phrase(parse, first, head, ties))
        if not text:
            continue
        relation = verb
        if first.role == "oblique" and head < frame.predicate:
            text = _tied(parse, first, head, ties)
        elif ties:
            relation = f"{verb} {words(parse, ties)}"
        confidence = _TOLD if name or parse.labels[frame.predicate] not in ("acl", "advcl") else _LONE
        for tail in tails:
            yield Statement(relation, (name, text, *tail), flags | denied_by(parse, first, head), confidence)


def _subject(parse: Parse, frame: Frame, subject: int) -> str:
    """The subject without the clause that the frame is: in "songs written by X", the songs."""
    if parse.labels[subject].startswith("csubj"):
        return words(parse, clause_phrase(parse, subject))
    own = set(parse.descendants(frame.predicate))
    tokens = full_phrase(parse, subject)
    return words(parse, tokens if subject in own else trimmed(parse, [t for t in tokens if t not in own]))


def _auxiliary(parse: Parse, frame: Frame, subject: int) -> str:
    """The form of "be" that a participle goes without: "songs [were] written by X"."""
    p = frame.predicate
    bare = parse.tags[p] in ("VBN", "VBG") or (parse.tags[p] == "VBD" and parse.labels[p] == "acl")
    if not bare or frame.group[0] != p or parse.labels[p] not in ("acl", "advcl", "conj"):
        return ""
    main = p
    while parse.heads[main] != main:
        main = parse.heads[main]
    past = any(parse.tags[t] == "VBD" for t in (main, *parse.children[main]))
    plural = parse.tags[subject] in ("NNS", "NNPS")
    return ("were " if plural else "was ") if past else ("are " if plural else "is ")


def _ordered(frame: Frame) -> tuple[Slot | None, list[Slot]]:
    """The second argument (the object, the complement, a clause, or the first phrase) and the others."""
    slots = list(frame.slots)
    for role in _FIRST:
        for first in slots:
            if first.role == role:
                return first, [s for s in slots if s is not first]
    return None, []


def _tails(parse: Parse, slots: list[Slot]) -> list[tuple[str, ...]]:
    """The arguments after the second: one tail for each member of the first list among them."""
    tails: list[tuple[str, ...]] = [()]
    for slot in slots:
        members = fillers(parse, slot, within=False)
        if slot.role == "oblique" and len(members) > 1 and len(tails) == 1:
            texts = [_tied(parse, slot, head, ties) for head, ties in members]
        else:
            texts = [_tied(parse, slot, slot.head, slot.ties, conjuncts=True)]
        tails = [(*tail, text) for tail in tails for text in texts if text] or tails
    return tails


def _tied(parse: Parse, slot: Slot, head: int, ties: tuple[int, ...], *, conjuncts: bool = False) -> str:
    text = words(parse, _phrase(parse, slot, head, ties, conjuncts=conjuncts))
    return " ".join(filter(None, (words(parse, ties), text)))


def _phrase(
    parse: Parse, slot: Slot, head: int, ties: tuple[int, ...], *, conjuncts: bool = False
) -> list[int]:
    if slot.role in ("clause", "circumstance"):
        return clause_phrase(parse, head, ties)
    tokens = full_phrase(parse, head, conjuncts=conjuncts)
    if slot.role != "complement":
        return tokens
    # what goes with "is" and an adjective has places of its own
    beside = {t for c in parse.under(head, "obl", "obl:unmarked", "xcomp") for t in parse.descendants(c)}
    return trimmed(parse, [t for t in tokens if t not in beside])
