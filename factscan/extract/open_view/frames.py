"""Frames: a clause as its subjects, the words of its verb group, and what fills its other places, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import NONE, Flags, is_negative_phrase
from factscan.extract.syntax.assertion_data import NEGATIVE_WORDS
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.parse import SUBJECTS, Parse
from factscan.extract.syntax.phrases import coordinated

Role = Literal["object", "complement", "clause", "oblique", "adverb", "circumstance"]
_GROUP = frozenset({"aux", "aux:pass", "cop", "compound:prt"})
_OBLIQUES = frozenset({"obl", "obl:agent", "obl:unmarked", "nmod", "nmod:unmarked"})
_RELATIVES = frozenset({"that", "which", "who", "whom"})
_RELATIVE_TAGS = ("WDT", "WP", "IN")
_RELATIVE_ADVERBS = frozenset({"where", "when", "why", "how", "whose"})
_NEGATED: Flags = frozenset({"negated"})
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "ADV")
_TIMES = frozenset(
    """today yesterday tomorrow now then later earlier soon afterwards annually daily weekly monthly yearly once twice
    recently currently formerly originally initially eventually finally subsequently previously ago again here there
    together""".split()
)
# they only lead over from what was said before
_SAY_NOTHING = frozenset(
    """for example|for instance|as a result|in particular|in fact|in addition|of course|at least|in turn|in general
    |on average|for one|after all|at first|at last|in contrast|by contrast|as well|on the other hand|in short
    |in other words""".replace("\n    ", "").split("|")
)
_WHEN_AND_WHY = frozenset("after before until till since when while as because once like where so".split())
_BEFORE_ACTIONS = frozenset("by for without in from on".split())
_MAX_CHAIN, _MAX_LIST = 4, 20
Ties = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a frame: the head of what fills it, and the words that tie it to the verb ("in", "that")."""

    head: int
    role: Role
    ties: Ties = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause. ``group``: the words of the verb group, of a chain of verbs ("continues to be") all of them;
    ``adverbs`` are those of them that stand before the verb and could be left out.

    ``subjects`` is empty where the sentence leaves the subject out. Of ``slots``, those after the verb come first.
    """

    predicate: int
    subjects: tuple[int, ...]
    group: tuple[int, ...]
    adverbs: tuple[int, ...]
    slots: tuple[Slot, ...]
    flags: Flags


def frames(analysis: Analysis) -> Iterator[Frame]:
    """The frames of the clauses of a sentence, in the order of their predicates."""
    parse = analysis.parse
    merged: set[int] = set()
    for clause in analysis.clauses.all:
        p = clause.predicate
        if p in merged:
            continue
        chain = _chain(parse, p)
        merged.update(chain[1:])
        subjects = clause.subjects or _other_subjects(analysis, p)
        if subjects or _is_elliptical(parse, p):
            frame = _frame(parse, replace(clause, subjects=subjects), chain)
            if any(parse.words[t].strip() for t in frame.group):
                yield frame


def _chain(parse: Parse, p: int) -> list[int]:
    """The predicate with the infinitives that make one phrase with it: "continued to work", "is able to start"."""
    chain = [p]
    while len(chain) < _MAX_CHAIN:
        at = chain[-1]
        if parse.child(at, "obj") is not None or (_is_copular(parse, at) and parse.pos[at] != "ADJ"):
            break
        inner = next((c for c in parse.under(at, "xcomp") if c > at and _is_verbal(parse, c)), None)
        if inner is None:
            break
        chain.append(inner)
    return chain


def _is_copular(parse: Parse, p: int) -> bool:
    if parse.child(p, "cop") is not None:
        return True
    return parse.labels[p] == "conj" and parse.pos[p] in ("NOUN", "PROPN", "ADJ", "NUM")


def _is_verbal(parse: Parse, p: int) -> bool:
    return (parse.pos[p] == "VERB" and parse.tags[p] in ("VB", "VBG", "VBN")) or parse.child(
        p, "cop"
    ) is not None


def _other_subjects(analysis: Analysis, p: int) -> tuple[int, ...]:
    """What stands for a subject that a fact cannot have: "there", "it", a clause, the subject of the event before."""
    parse = analysis.parse
    word = parse.child(p, "expl", "csubj", "csubj:pass")
    if (
        word is not None
        and word < p
        and (parse.labels[word] != "expl" or parse.lower[word] in ("there", "it"))
    ):
        return (word,)
    # "clashes broke out, leaving 22 dead"
    event = parse.labels[p] == "advcl" and parse.tags[p] == "VBG" and p > parse.heads[p]
    return analysis.clauses.subjects(parse.heads[p]) if event and parse.child(p, "mark") is None else ()


def _is_elliptical(parse: Parse, p: int) -> bool:
    """Whether a verb goes without its subject: in notes ("Checked in late"), in "a policy of raising rents"."""
    if parse.labels[p] in ("acl", "advcl") and parse.tags[p] == "VBG" and parse.child(p, "mark") is not None:
        return parse.child(p, "obj", "obl") is not None
    if parse.labels[p] == "conj" and parse.labels[parse.heads[p]] in ("root", "parataxis"):
        p = parse.heads[p]
    if parse.labels[p] not in ("root", "parataxis") or parse.pos[p] != "VERB":
        return False
    finite = parse.tags[p] in ("VBD", "VBZ", "VBP") or (
        parse.tags[p] in ("VBN", "VBG") and parse.labels[p] == "root"
    )
    return finite and parse.child(p, *SUBJECTS, "mark") is None


def _frame(parse: Parse, clause: Clause, chain: list[int]) -> Frame:
    first, last = chain[0], chain[-1]
    group = {t for p in chain for t in _group(parse, p)} | set(chain[:-1])
    if parse.labels[first] == "conj":
        group.update(_shared_auxiliaries(parse, first))
    slots: list[Slot] = []
    if _is_copular(parse, last):
        slots.append(Slot(last, "complement", case_of(parse, last)))
    for p in chain:
        slots += [
            slot for c in parse.children[p] if c not in chain and (slot := _slot(parse, p, c)) is not None
        ]
    if not slots and clause.passive:
        slots = [Slot(c, "oblique", case_of(parse, c)) for c in _shared_agents(parse, last)]
    if clause.subjects and parse.labels[clause.subjects[0]] == "expl":
        real = parse.under(last, "nsubj", "nsubj:pass")
        slots = [*(Slot(s, "object") for s in real), *(s for s in slots if s.head != last)]
    relative = _relative_slot(parse, first, slots)
    if relative is not None:
        slots.insert(0, relative)
    slots = [s for s in slots if s.head not in clause.subjects]
    after, before = [s for s in slots if s.head > first], [s for s in slots if s.head <= first]
    if parse.lower[min(group, default=0)] == "to":
        group.discard(min(group))
    adverbs = tuple(
        t for t in group if t < last and parse.labels[t] == "advmod" and parse.lower[t] not in NEGATIVE_WORDS
    )
    return Frame(first, clause.subjects, tuple(sorted(group)), adverbs, (*after, *before), clause.flags)


def _group(parse: Parse, p: int) -> list[int]:
    """The verb with its auxiliaries, particle, "to" and the adverbs among them; without a predicate after a copula."""
    copular = _is_copular(parse, p)
    found = [] if copular else [p]
    found += [c for c in parse.children[p] if parse.labels[c] in _GROUP]
    found += [c for c in parse.under(p, "mark") if parse.lower[c] == "to"]
    if not found:
        return []
    first, last = min(found), max(found)
    for c in parse.under(p, "advmod"):
        single = not parse.children[c] and parse.tags[c] != "WRB"
        among = first < c < last or (c in (first - 1, last + 1) and not copular)
        if (parse.lower[c] in NEGATIVE_WORDS and c < p) or (single and among):
            found.append(c)
    return found


def _shared_auxiliaries(parse: Parse, p: int) -> list[int]:
    """The auxiliaries of the first of coordinated predicates, for those that have none: "was cut and flushed"."""
    if parse.child(p, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass") is not None:
        return []
    head = parse.heads[p]
    if _is_copular(parse, p):
        return parse.under(head, "cop", "aux")
    if parse.tags[p] == parse.tags[head] and parse.pos[p] == "VERB":
        return [c for c in parse.under(head, "aux", "aux:pass") if c < head]
    return []


def _shared_agents(parse: Parse, p: int) -> list[int]:
    """The agent after the last of coordinated participles: "written, directed and produced by Saul"."""
    last = parse.conjuncts(parse.heads[p] if parse.labels[p] == "conj" else p)[-1]
    return [c for c in parse.under(last, "obl", "obl:agent") if parse.case(c) == "by"] if last != p else []


def slots_of(parse: Parse, p: int) -> list[Slot]:
    """The places that the children of a predicate fill, in order."""
    return [slot for c in parse.children[p] if (slot := _slot(parse, p, c)) is not None]


def _slot(parse: Parse, p: int, c: int) -> Slot | None:
    """The place of the frame that a child of the predicate fills."""
    label = parse.labels[c]
    if parse.lower[c] in _RELATIVES and parse.tags[c] in _RELATIVE_TAGS:
        return None
    if label in ("obj", "iobj"):
        return Slot(c, "object")
    if label in _OBLIQUES:
        if (label.startswith("nmod") and _is_copular(parse, p)) or _says_nothing(parse, c):
            return None
        case = case_of(parse, c)
        return Slot(c, "object" if label == "obl" and not case else "oblique", case)
    if label == "xcomp" and parse.pos[c] in _NOMINAL and parse.child(c, "mark", "cop") is None:
        return Slot(c, "complement", case_of(parse, c))
    if label == "xcomp" or (label in ("ccomp", "csubj", "csubj:pass") and c > p):
        return Slot(c, "clause", tuple(parse.under(c, "mark")))
    if label == "advcl" and (conjunction := _conjunction(parse, p, c)):
        return Slot(c, "circumstance", conjunction)
    if label == "advmod" and parse.tags[c] != "WRB" and not _is_copular(parse, p):
        telling = any(parse.pos[t] != "PUNCT" for t in parse.children[c]) or (
            parse.lower[c] in _TIMES and c > p
        )
        return Slot(c, "adverb") if telling else None
    return None


def _conjunction(parse: Parse, p: int, c: int) -> Ties:
    """What joins an adverbial clause that tells when, why or what for: "after", "to"; not "if", "although"."""
    for m in parse.under(c, "mark", "advmod"):
        if m > c or (parse.labels[m] == "advmod" and parse.tags[m] != "WRB"):
            continue
        purpose = parse.lower[m] == "to" and c > p
        action = parse.tags[c] == "VBG" and parse.lower[m] in _BEFORE_ACTIONS
        return (m,) if purpose or action or parse.lower[m] in _WHEN_AND_WHY else ()
    return ()


def case_of(parse: Parse, noun: int) -> Ties:
    """The prepositions of a noun."""
    found = [c for c in parse.under(noun, "case") if c < noun and parse.tags[c] not in ("POS", "CC")]
    return tuple(t for c in found for t in (c, *parse.under(c, "fixed")))


def _says_nothing(parse: Parse, c: int) -> bool:
    """Whether a phrase only leads over from what was said before: "for example"."""
    below = parse.descendants(c)
    return len(below) < 5 and parse.slice(min(below), max(below)).lower().strip(" ,") in _SAY_NOTHING


def _relative_slot(parse: Parse, p: int, slots: list[Slot]) -> Slot | None:
    """What a relative clause leaves out: in "the book that he wrote", the book."""
    subject = parse.child(p, "nsubj")
    if (
        parse.labels[p] != "acl:relcl"
        or parse.pos[p] != "VERB"
        or subject is None
        or parse.lower[subject] in _RELATIVES
    ):
        return None
    for c in parse.under(p, "obj", "obl"):
        if parse.lower[c] in _RELATIVES:
            case = case_of(parse, c)
            return Slot(parse.heads[p], "oblique" if case else "object", case)
    if any(s.role in ("object", "clause", "complement") for s in slots):
        return None
    if any(parse.lower[c] in _RELATIVE_ADVERBS for c in parse.descendants(p)):
        return None
    return Slot(parse.heads[p], "object")


def fillers(parse: Parse, slot: Slot, *, within: bool = True) -> list[tuple[int, Ties]]:
    """What is coordinated in a place, each with the words that tie it.

    ``within``: "in honour of X" ties X with "in honour of".
    """
    if slot.role not in ("object", "complement", "oblique"):
        return [(slot.head, slot.ties)]
    found: list[tuple[int, Ties]] = []
    for head in coordinated(parse, slot.head)[:_MAX_LIST]:
        ties = slot.ties if head == slot.head else case_of(parse, head) or slot.ties
        inner = _governed(parse, head, ties) if within else None
        if inner is None:
            found.append((head, ties))
        else:
            found += [(h, (*ties, head, *case_of(parse, inner))) for h in coordinated(parse, inner)]
    return found


def _governed(parse: Parse, noun: int, ties: Ties) -> int | None:
    """What a noun that is part of a preposition governs: in "in honour of X", X."""
    if not ties or noun != ties[-1] + 1 or parse.tags[noun] != "NN":
        return None
    for c in parse.under(noun, "nmod"):
        if parse.case(c) in ("of", "to", "with", "for") and case_of(parse, c)[:1] == (noun + 1,):
            return c
    return None


def denied_by_subject(parse: Parse, subject: int) -> Flags:
    """The flag of a statement whose subject denies it: "nobody found the key"."""
    return _NEGATED if is_negative_phrase(parse, subject) else NONE


def denied_by(parse: Parse, slot: Slot, head: int) -> Flags:
    """The flag of a statement whose argument denies it: "found no key"."""
    nominal = slot.role in ("object", "complement", "oblique") and parse.pos[head] in _NOUNS
    return _NEGATED if nominal and is_negative_phrase(parse, head) else NONE
