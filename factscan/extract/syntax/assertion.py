"""Is a clause stated as true? Flags for what is negated, possible, asked, attributed and so on (FACTS.md, 1)."""

from collections.abc import Sequence

from factscan.extract.syntax.assertion_data import (
    ATTRIBUTING_NOUNS,
    ATTRIBUTING_VERBS,
    CONDITIONAL_MARKS,
    FACTIVE_NOUNS,
    FACTIVE_VERBS,
    FUTURE_GOVERNORS,
    HEDGING_ADVERBS,
    IMPLICATIVE_GOVERNORS,
    MODALS,
    NEGATIVE_GOVERNORS,
    NEGATIVE_MARKS,
    NEGATIVE_PREDICATES,
    NEGATIVE_PRONOUNS,
    NEGATIVE_WORDS,
    PLANNING_VERBS,
    REGARDING_VERBS,
    REPORTED_PASSIVES,
    SEEMING_GOVERNORS,
    UNCERTAIN_PREDICATES,
    UNREAL_NOUNS,
    WILLS,
)
from factscan.extract.syntax.parse import SUBJECTS, Parse

Flags = frozenset[str]
NONE: Flags = frozenset()

# what a clause passes on to every clause inside it, whatever the construction
_PERVASIVE = frozenset({"attributed", "quoted", "question", "conditional"})
_MAX_DEPTH = 40


class Assertion:
    """The flags of the clauses of one sentence, each worked out once.

    ``speech`` holds the character spans of the sentence that are somebody's words in quotation marks.
    """

    def __init__(self, parse: Parse, speech: Sequence[tuple[int, int]] = ()) -> None:
        self._parse = parse
        self._speech = speech
        self._flags: dict[int, Flags] = {}
        self._asks = parse.text.rstrip("\"'”’ )").endswith("?")

    def flags(self, predicate: int) -> Flags:
        """The flags of the clause with this predicate; empty where it is asserted."""
        chain: list[int] = []
        at = predicate
        while at not in self._flags and len(chain) < _MAX_DEPTH:
            chain.append(at)
            if self._parse.heads[at] == at:
                break
            at = self._parse.heads[at]
        for token in reversed(chain):
            self._flags[token] = self._local(token) | self._inherited(token)
        return self._flags[predicate]

    def _inherited(self, token: int) -> Flags:
        parse = self._parse
        head = parse.heads[token]
        if head == token:
            return NONE
        above = self._flags.get(head, NONE)
        if not above and parse.labels[token] not in ("ccomp", "xcomp", "csubj", "parataxis"):
            return NONE
        label = parse.labels[token]
        if label == "xcomp":
            return above | _of_governor(parse, head)
        if label in ("ccomp", "csubj", "csubj:pass"):
            if _is_factive(parse, head):
                return above & _PERVASIVE
            return above | _of_content(parse, head)
        if label == "conj" and _is_infinitive(parse, token) and _is_infinitive(parse, head):
            return above
        if label == "conj":
            return above if _shares_auxiliary(parse, token) else above & _PERVASIVE
        if label in ("advcl", "advcl:relcl"):
            shares = not _has_subject(parse, token) and parse.child(token, "mark") is None
            return above if shares else above & _PERVASIVE
        if label == "parataxis" or label in SUBJECTS:
            return above & _PERVASIVE
        if label in ("acl", "acl:relcl", "appos") and _is_definite(parse, head):
            return above & _PERVASIVE
        return above

    def _local(self, token: int) -> Flags:
        parse = self._parse
        found: set[str] = set()
        for c in parse.children[token]:
            self._of_child(c, found)
        lemma, label = parse.lemmas[token], parse.labels[token]
        if lemma in REGARDING_VERBS and parse.tags[token] == "VBN":
            found.add("attributed")
        if lemma in PLANNING_VERBS and parse.tags[token] == "VBN":
            found.add("future")
        if lemma in NEGATIVE_PREDICATES:
            found.add("negated")
        elif lemma in UNCERTAIN_PREDICATES and parse.child(token, "cop") is not None:
            found.add("modal")
        if _is_infinitive(parse, token):
            found |= _of_infinitive(parse, token, label)
        if (
            label == "acl"
            and parse.lemmas[parse.heads[token]] in ATTRIBUTING_NOUNS
            and parse.child(token, "mark")
        ):
            found.add("attributed")
        if self._asks and (label in ("root", "conj", "parataxis") or not found):
            found.add("question")
        if label in ("root", "parataxis", "conj") and _is_command(parse, token):
            found.add("command")
        if any(start <= parse.starts[token] < end for start, end in self._speech):
            found.add("quoted")
        return frozenset(found)

    def _of_child(self, c: int, found: set[str]) -> None:
        parse = self._parse
        label, word = parse.labels[c], parse.lower[c]
        if label in ("advmod", "det", "cc:preconj", "cc", "discourse", "dep"):
            if word in NEGATIVE_WORDS and not (label == "cc" and word not in ("nor", "not")):
                found.add("negated")
            elif word in HEDGING_ADVERBS:
                found.add("modal")
        elif label in ("aux", "aux:pass"):
            if word in WILLS:
                found.add("future")
            elif word in MODALS:
                found.add("modal")
        elif label == "mark":
            if word in CONDITIONAL_MARKS:
                found.add("conditional")
            elif word in NEGATIVE_MARKS:
                found.add("negated")
        elif label in SUBJECTS or label in ("obj", "obl", "iobj"):
            if is_negative_phrase(parse, c):
                found.add("negated")
            if label == "obl" and parse.case(c).startswith(("according", "per ")):
                found.add("attributed")
        elif label == "advcl":
            marks = [parse.lower[m] for m in parse.under(c, "mark", "advmod")]
            if any(m in CONDITIONAL_MARKS for m in marks) and "even" not in marks and "as" not in marks:
                found.add("conditional")
        elif label == "parataxis" and parse.lemmas[c] in ATTRIBUTING_VERBS and _has_subject(parse, c):
            found.add("attributed")


def is_negative_phrase(parse: Parse, head: int) -> bool:
    """Whether a noun phrase denies: "nobody", "no book", "none of them", "without a head"."""
    if parse.lower[head] in NEGATIVE_PRONOUNS:
        return True
    for c in parse.children[head]:
        label, word = parse.labels[c], parse.lower[c]
        if label in ("det", "advmod", "cc:preconj", "cc") and (
            word in NEGATIVE_WORDS or word in ("few", "little")
        ):
            return True
        if label == "case" and word in NEGATIVE_MARKS:
            return True
    return False


def _of_governor(parse: Parse, head: int) -> Flags:
    """What the governor of an open complement makes of it: "failed to", "managed to", "plans to"."""
    lemma = parse.lemmas[head]
    if lemma == "go" and parse.tags[head] == "VBG":
        return frozenset({"future"})  # "is going to join"
    if lemma in IMPLICATIVE_GOVERNORS:
        return NONE
    if lemma in NEGATIVE_GOVERNORS:
        return frozenset({"negated"})
    if parse.child(head, "aux:pass") is not None and lemma in REPORTED_PASSIVES:
        return frozenset({"attributed"})
    if lemma in SEEMING_GOVERNORS:
        return frozenset({"modal"})
    if lemma in FUTURE_GOVERNORS:
        return frozenset({"future"})
    return frozenset({"modal"})


def _of_content(parse: Parse, head: int) -> Flags:
    """What the governor of a finite complement makes of it."""
    if parse.lemmas[head] in UNCERTAIN_PREDICATES or parse.lemmas[head] in NEGATIVE_PREDICATES:
        return frozenset({"modal"})
    if parse.child(head, "cop") is not None and parse.pos[head] != "VERB":
        return NONE
    return frozenset({"attributed"})


def _is_factive(parse: Parse, head: int) -> bool:
    return parse.lemmas[head] in FACTIVE_VERBS or parse.lemmas[head] in FACTIVE_NOUNS


def _is_infinitive(parse: Parse, token: int) -> bool:
    return any(parse.lower[c] == "to" and parse.labels[c] in ("mark", "aux") for c in parse.children[token])


def _of_infinitive(parse: Parse, token: int, label: str) -> Flags:
    """Infinitives outside a complement are purposes or possibilities, but "the first woman to win" won."""
    if label in ("xcomp", "conj"):
        return NONE
    if label in ("acl", "acl:relcl"):
        noun = parse.heads[token]
        for c in parse.children[noun]:
            if parse.lower[c] in ("only", "last", "next", "sole") or parse.lower[c].endswith(
                ("st", "nd", "rd", "th", "est")
            ):
                return NONE
    return frozenset({"future"})


def _is_command(parse: Parse, token: int) -> bool:
    return (
        parse.tags[token] == "VB"
        and not _has_subject(parse, token)
        and parse.child(token, "aux", "aux:pass", "mark") is None
        and not (parse.labels[token] == "conj" and parse.tags[parse.heads[token]] != "VB")
    )


def _has_subject(parse: Parse, token: int) -> bool:
    return parse.child(token, *SUBJECTS) is not None


def _shares_auxiliary(parse: Parse, token: int) -> bool:
    """Whether a conjoined predicate stands under the auxiliary and the negation of the first: "may rise and fall"."""
    if _has_subject(parse, token) or parse.child(token, "aux", "aux:pass", "cop", "mark") is not None:
        return False
    if any(parse.lower[c] in ("but", "yet", "rather") for c in parse.under(token, "cc")):
        return False
    head = parse.heads[token]
    if parse.pos[token] == "VERB" and parse.pos[head] == "VERB":
        return parse.tags[token] == parse.tags[head] and parse.tags[token] not in ("VBD", "VBZ", "VBP")
    return True


def _is_definite(parse: Parse, noun: int) -> bool:
    if parse.pos[noun] == "PROPN":
        return True
    if parse.lemmas[noun] in UNREAL_NOUNS:
        return False
    return any(
        parse.labels[c] == "nmod:poss"
        or (parse.labels[c] == "det" and parse.lower[c] in ("the", "this", "these", "those"))
        for c in parse.children[noun]
    )
