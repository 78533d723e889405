"""What a document says that it does: "This proposal adds …", "This PEP describes a way to …".

The answer is the whole phrase: "a way" says nothing, and what is proposed is told of the proposal, not of the future.
"""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.parse import Parse

_DOCUMENTS = frozenset(
    """pep document proposal specification standard memo memorandum rfc paper report article book guide handbook manual
    chapter appendix""".split()
)
_DOING = frozenset(
    """propose describe outline specify introduce define summarize summarise recommend suggest present explain discuss
    document detail""".split()
)
_LEADING = frozenset({"a", "an", "the", "to", "instead", "that"})
_ENDING = frozenset({"PUNCT", "CCONJ", "ADP", "DET", "PRON"})
_CLOSING = frozenset({")", "]", '"', "”", "’"})
# where a phrase that is too long may end
_BREAKS = frozenset({*",(;–—", *"while because so such when where".split()})
_RELATIVES = frozenset({"which", "that", "whose"})
_LONGEST = 18
_SHORTEST = 2


def document_facts(analysis: Analysis) -> Iterator[Candidate]:
    """What this document proposes, describes or defines."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        verb = clause.predicate
        if clause.passive or parse.lemmas[verb] not in _DOING or parse.tags[verb] not in ("VBZ", "VBP"):
            continue
        subject = next((s for s in clause.subjects if _is_this_document(parse, s)), None)
        if subject is None:
            continue
        for first in _complements(parse, verb):
            for thing in _apart(parse, first):
                value = _whole(parse, thing, verb)
                if value is not None:
                    label = parse.lemmas[verb]
                    yield Candidate(subject, label, label, value, (verb,), clause.flags, confidence=0.8)


def _is_this_document(parse: Parse, subject: int) -> bool:
    pointed = any(parse.lower[d] in ("this", "the") for d in parse.under(subject, "det"))
    return (
        pointed and parse.lower[subject] in _DOCUMENTS and parse.child(subject, "nmod", "acl:relcl") is None
    )


def _complements(parse: Parse, verb: int) -> list[int]:
    """The objects, gerunds and infinitives after the verb; a "that" clause says no more what the document is about."""
    found = [c for c in parse.under(verb, "obj", "xcomp", "ccomp") if c > verb]
    clauses = [
        c for c in found if parse.tags[c] in ("VBG", "VB") and parse.child(c, "nsubj", "nsubj:pass") is None
    ]
    return [c for c in found if parse.pos[c] == "NOUN" or c in clauses]


def _apart(parse: Parse, head: int) -> list[int]:
    """What is coordinated, each a phrase of its own: "a module and a set of functions", "adding A and changing B"."""
    return [head, *(c for c in parse.under(head, "conj") if _begins(parse, c))]


def _begins(parse: Parse, conjunct: int) -> bool:
    return parse.child(conjunct, "det", "mark") is not None or parse.tags[conjunct] == "VBG"


def _whole(parse: Parse, head: int, verb: int) -> Value | None:
    """The phrase under the head with all that completes it; None if it says nothing or breaks nowhere."""
    others = {t for c in parse.under(head, "conj") if _begins(parse, c) for t in parse.descendants(c)}
    inside = set(parse.descendants(head)) - others
    for c in parse.under(verb, "obl", "nmod"):
        if parse.case(c) in ("for", "of"):
            inside.update(parse.descendants(c))  # "the schedule for Python 3.8", whatever it hangs on
    first = min(t for t in inside if t > verb)
    while first < head and (parse.lower[first] in _LEADING or parse.pos[first] in ("PUNCT", "CCONJ")):
        first += 1
    last = head
    while last + 1 in inside:
        last += 1
    if last - first >= _LONGEST:
        last = _break(parse, first, head)
    while last > first and parse.pos[last] in _ENDING and parse.words[last] not in _CLOSING:
        if parse.pos[last] not in ("PUNCT", "CCONJ"):
            return None  # a sentence cut short, "a solution to this"
        last -= 1
    if last < head or last - first + 1 < _SHORTEST:
        return None
    text = " ".join(parse.slice(first, last).split())
    return Value(text, "phrase", parse.starts[first], parse.ends[last], content=Content.FULL)


def _break(parse: Parse, first: int, head: int) -> int:
    """Where a long phrase may end: before a clause or a comma that no list goes over; -1 if nowhere."""
    for t in range(min(first + _LONGEST, len(parse) - 1), max(head, first + 1), -1):
        if parse.lower[t] in _BREAKS or (parse.lower[t] in _RELATIVES and _is_of_thing(parse, t, head)):
            beyond = range(t, min(t + _LONGEST, len(parse)))
            if not any(parse.labels[c] == "conj" and first <= parse.heads[c] < t for c in beyond):
                return t - 1
    return -1


def _is_of_thing(parse: Parse, relative: int, head: int) -> bool:
    """Whether a relative clause is of the head, or of a noun in its chain, and not of one in another clause."""
    clause = parse.heads[relative]
    at = parse.heads[clause]
    for _ in range(_LONGEST):
        if parse.labels[clause] != "acl:relcl" or at == head:
            break
        if parse.labels[at] not in ("nmod", "obj", "conj", "obl"):
            return False
        at = parse.heads[at]
    return at == head and parse.labels[clause] == "acl:relcl"
