"""Is a clause stated as true? Flags for what is negated, possible, asked, attributed and so on (FACTS.md, 1).

A clause has the flags that its own words give it (``markers``), and those that come down the tree: from the verb or
noun that governs it (``governors``), from the clause that it is coordinated with, from the clause around it.
"""

from collections.abc import Sequence

from factscan.extract.syntax.assertion_data import (
    INDEPENDENT_MARKS,
    MEASURING_NOUNS,
    NEGATIVE_MARKS,
    UNREAL_NOUNS,
)
from factscan.extract.syntax.governors import NONE, Flags, of_complement, of_gerund, of_noun_complement
from factscan.extract.syntax.markers import (
    goes_on,
    hedges,
    is_finite,
    is_infinitive,
    is_negative_phrase,
    is_perfect,
    is_report,
    own_flags,
    shared_flags,
)
from factscan.extract.syntax.parse import SUBJECTS, Parse

__all__ = ["NONE", "Assertion", "Flags", "is_negative_phrase"]

# what a clause passes on to the clauses beside and inside it, whatever the construction
_PERVASIVE: Flags = frozenset({"attributed", "question", "conditional"})
# what holds even for what is said by the way: "he claims that Anna, who founded X, …"
_BY_THE_WAY: Flags = frozenset({"attributed"})
# what a circumstance shares with its event: "may be cured by removing it"
_POSSIBLE: Flags = _PERVASIVE | {"modal", "future", "command"}
_ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})  # the tags of "who", "where", "which", "whose"
_CONTRASTS = frozenset({"but", "yet", "rather"})
_MAX_DEPTH = 40


class Assertion:
    """The flags of the clauses of one sentence, each worked out once.

    ``speech`` holds the character spans of the sentence that are somebody's words in quotation marks.
    """

    def __init__(self, parse: Parse, speech: Sequence[tuple[int, int]] = ()) -> None:
        self._parse = parse
        self._speech = speech
        self._flags: dict[int, Flags] = {}
        self._asked, self._beside = _asked(parse)
        self._attributed = _according(parse)

    def flags(self, predicate: int) -> Flags:
        """The flags of the clause with this predicate; empty where it is asserted."""
        known = self._flags.get(predicate)
        if known is not None:
            return known
        chain: list[int] = []
        at = predicate
        while at not in self._flags and len(chain) < _MAX_DEPTH:
            chain.append(at)
            if self._parse.heads[at] == at:
                break
            at = self._parse.heads[at]
        for token in reversed(chain):
            inherited = self._inherited(token)
            self._flags[token] = self._own(token) | (
                inherited - {"question"} if token in self._beside else inherited
            )
        return self._flags[predicate]

    def _own(self, token: int) -> Flags:
        found = own_flags(self._parse, token)
        if token in self._asked:
            found.add("question")
        if token in self._attributed:
            found.add("attributed")
        at = self._parse.starts[token]
        if self._speech and any(start <= at < end for start, end in self._speech):
            found.add("quoted")
        return frozenset(found)

    def _inherited(self, token: int) -> Flags:
        parse = self._parse
        head, label = parse.heads[token], parse.labels[token]
        if head == token:
            return NONE
        above = self._flags.get(head, NONE) - {"quoted"}
        if label in ("xcomp", "ccomp", "csubj", "csubj:pass"):
            return of_complement(parse, head, token, above)
        if label in ("acl", "acl:relcl", "appos"):
            return self._of_noun_clause(head, token, above)
        if label == "parataxis":
            return NONE if is_report(parse, token) else above & _PERVASIVE
        if label == "conj":
            return self._of_conjunct(head, token, above)
        if label in ("advcl", "advcl:relcl"):
            return self._of_adverbial(head, token, above)
        return above & _PERVASIVE if label in SUBJECTS else above

    def _of_conjunct(self, head: int, token: int, above: Flags) -> Flags:
        parse = self._parse
        if any(parse.lower[c] in NEGATIVE_MARKS for c in parse.under(token, "cc")):
            return above | {"negated"}  # "to leave rather than wait"
        if parse.tags[token] == "VB" and parse.tags[head] != "VB" and not _has_subject(parse, token):
            # "hoped to win and become": a bare infinitive goes on with the infinitive, wherever it was hung
            before = [x for x in parse.under(head, "xcomp", "advcl") if x < token and is_infinitive(parse, x)]
            if before:
                return self.flags(before[-1])
        bare = is_infinitive(parse, token) or parse.lower[token] == parse.lemmas[token] != "be"
        if not above or (bare and is_infinitive(parse, head) and not _has_subject(parse, token)):
            return above
        shares = _shares_auxiliary(parse, head, token)
        if parse.pos[token] == "VERB" and shares:
            # not what the first says of its own objects
            return above - (own_flags(parse, head) - shared_flags(parse, head))
        if hedges(parse, head) and not _has_subject(parse, token):
            return above & _PERVASIVE | {"modal"}  # "allegedly married and moved"
        return above if shares else above & _PERVASIVE

    def _of_noun_clause(self, head: int, token: int, above: Flags) -> Flags:
        parse = self._parse
        governed = NONE
        if parse.labels[token] != "appos":
            governed = of_noun_complement(parse, head, token)
            if parse.tags[token] == "VBG" and parse.case(head) == "of":
                # "the possibility of Norway joining": the parser hangs the verb on its subject
                governed |= of_noun_complement(parse, parse.heads[head], head)
        if parse.case(head).startswith("according"):
            return governed  # "according to the report that he published"
        if _is_definite(parse, head):
            return (above & _BY_THE_WAY) | governed
        return above | governed

    def _of_adverbial(self, head: int, token: int, above: Flags) -> Flags:
        parse = self._parse
        marks = {parse.lower[m] for m in parse.under(token, "mark", "advmod") if m < token}
        if is_finite(parse, token) and (marks or _has_subject(parse, token)):
            # a cause or a time in the past is told, whatever becomes of the rest
            return above & _PERVASIVE - {"question"}
        if _has_subject(parse, token):
            return above & _POSSIBLE  # "may change, with attacks affecting the face"
        if parse.tags[token] == "VBG" and marks:
            governed = of_gerund(parse, head, token, above)
            if governed is not None:
                return governed
        elif is_infinitive(parse, token):
            return of_complement(parse, head, token, above) if goes_on(parse, head) else above
        if marks & INDEPENDENT_MARKS or (not marks and _lies_before(parse, head, token)):
            return above & _PERVASIVE
        return above & _POSSIBLE


def _lies_before(parse: Parse, head: int, participle: int) -> bool:
    """Whether a participle tells what was so before: "Born in Oslo, she may have …", "having won, she will …"."""
    return participle < head or parse.tags[participle] == "VBN" or is_perfect(parse, participle)


def _asked(parse: Parse) -> tuple[frozenset[int], frozenset[int]]:
    """The independent clauses that a question mark at the end asks, and those that are told beside them.

    Asked are those in the form of a question, or else all. Without the mark, a heading that asks: "Why the methods
    are needed".
    """
    if not parse.text.rstrip("\"'”’ )").endswith("?"):
        heading = parse.tags[:1] == ["WRB"] and parse.labels[0] == "advmod"
        heading = heading and parse.labels[parse.heads[0]] == "root"
        return frozenset(parse.heads[:1] if heading else ()), frozenset()
    main = frozenset(i for i in range(len(parse)) if _is_independent(parse, i))
    asking = frozenset(i for i in main if _has_form_of_question(parse, i) and parse.pos[i] != "AUX")
    return (asking, main - asking) if asking else (main, frozenset())


def _is_independent(parse: Parse, token: int) -> bool:
    label = parse.labels[token]
    if label in ("root", "parataxis"):
        return True
    if label == "ccomp":
        # two sentences run together: "I have many, what should I do"
        return (
            token < parse.heads[token] and parse.child(token, "mark") is None and _has_subject(parse, token)
        )
    return label == "conj" and _has_subject(parse, token)


def _has_form_of_question(parse: Parse, token: int) -> bool:
    """Whether the clause has its auxiliary before its subject, or a word of asking of its own."""
    subject = parse.child(token, "nsubj", "nsubj:pass", "expl")
    verbs = parse.under(token, "aux", "aux:pass", "cop") or [token] * (parse.lemmas[token] == "be")
    if (subject is not None and verbs and verbs[0] < subject) or parse.tags[token] in _ASKING:
        return True
    return any(
        parse.tags[t] in _ASKING
        for c in parse.children[token]
        if parse.labels[c] not in ("advcl", "ccomp", "conj", "parataxis", "acl:relcl")
        for t in (c, *parse.under(c, "det", "nmod:poss", "advmod"))
    )


def _according(parse: Parse) -> frozenset[int]:
    """The clauses that "according to" names a source of."""
    found = set()
    for i, word in enumerate(parse.lower):
        if word == "according" and parse.lemmas[parse.heads[i]] not in MEASURING_NOUNS:
            at = i
            for _ in range(_MAX_DEPTH):
                at = parse.heads[at]
                if parse.pos[at] == "VERB" or parse.heads[at] == at or parse.child(at, "cop") is not None:
                    break
            found.add(at)
    return frozenset(found)


def _has_subject(parse: Parse, token: int) -> bool:
    return parse.child(token, *SUBJECTS) is not None


def _shares_auxiliary(parse: Parse, head: int, token: int) -> bool:
    """Whether a conjoined predicate stands under the auxiliary and the negation of the first: "may rise and fall"."""
    if _has_subject(parse, token) or parse.child(token, "aux", "aux:pass", "cop", "mark") is not None:
        return False
    links = {parse.lower[c] for c in parse.under(token, "cc")}
    if links & _CONTRASTS:
        return False
    if parse.pos[token] == "VERB" and parse.pos[head] == "VERB":
        subject = parse.child(head, *SUBJECTS)
        if links & {"or", "nor"} or (subject is not None and is_negative_phrase(parse, subject)):
            return True
        return parse.tags[token] == parse.tags[head] and parse.tags[token] not in ("VBD", "VBZ", "VBP")
    return True


def _is_definite(parse: Parse, noun: int) -> bool:
    """Whether a phrase is of something that is there: what modifies it is told by the way."""
    if parse.pos[noun] == "PROPN":
        return True
    if parse.lemmas[noun] in UNREAL_NOUNS or is_negative_phrase(parse, noun):
        return False
    return any(
        parse.labels[c] == "nmod:poss"
        or (parse.labels[c] == "det" and parse.lower[c] in ("the", "this", "these", "those"))
        for c in parse.children[noun]
    )
