"""Clauses: every predicate of a sentence with the subjects it has or borrows."""

from dataclasses import dataclass

from factscan.extract.syntax.assertion import Assertion, Flags
from factscan.extract.syntax.assertion_data import COERCING_VERBS
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.markers import is_infinitive, is_told
from factscan.extract.syntax.noun_data import TAXA
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated_names

_NOT_PREDICATES = frozenset(
    {
        "amod",
        "compound",
        "case",
        "aux",
        "aux:pass",
        "cop",
        "mark",
        "fixed",
        "flat",
        "punct",
        "cc",
        "nmod:desc",
    }
)
_NOMINAL = ("NOUN", "PROPN", "ADJ")
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose", "where", "when"})
_NEVER_PASSIVE = frozenset(
    """premiere premier die appear occur arise happen emerge rise fall go come arrive debut exist remain live belong
    consist""".split()
)
_SORTS = frozenset("group form type kind class family set sort collection series".split())
_MAX_STEPS = 12
# their participle at the end of a sentence speaks of the whole event: "…, leading to his arrest"
_EVENT_VERBS = frozenset(
    "lead make result cause bring mean give allow enable force leave prompt create ensure become".split()
)
# what follows their participle is what something is called, and nothing that anybody did
_TITLING_VERBS = frozenset("entitle subtitle title dub nickname rename retitle".split())
# how things lie and what is in them
_PLACE_VERBS = frozenset(
    """overlook contain border adjoin surround face comprise consist belong connect link depict show represent feature
    commemorate bear cover date house hold describe display""".split()
)
_CONTROL_BY_OBJECT = frozenset(
    """persuade force cause make let help enable allow lead convince compel induce oblige elect appoint name call choose
    render leave keep find see hear teach have""".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its subjects. ``copular``: the predicate is a noun, an adjective or a prepositional phrase
    under a form of "be"; ``passive``: the subject undergoes what the verb says."""

    predicate: int
    subjects: tuple[int, ...]
    passive: bool
    copular: bool
    assertion: Assertion

    @property
    def flags(self) -> Flags:
        """The flags of the clause, worked out where they are asked for."""
        return self.assertion.flags(self.predicate)


class Clauses:
    """The clauses of one sentence, in the order of their predicates."""

    def __init__(self, parse: Parse, assertion: Assertion) -> None:
        self._parse = parse
        copular = {parse.heads[i] for i, label in enumerate(parse.labels) if label == "cop"}
        self.all = [
            Clause(p, self.subjects(p), is_passive(parse, p), p in copular, assertion)
            for p, pos in enumerate(parse.pos)
            if (pos == "VERB" or pos in _NOMINAL or p in copular) and _is_predicate(parse, p, copular)
        ]

    def subjects(self, predicate: int) -> tuple[int, ...]:
        """The heads of the subject phrases of a predicate; empty where none can be told."""
        return tuple(s for found in self._own(predicate, 0) for s in self._joined(found))

    def _joined(self, subject: int) -> list[int]:
        """The coordinated subjects; of names joined by "or", which are one thing, the first."""
        parse = self._parse
        found = coordinated_names(parse, subject)
        if any(parse.lower[c] == "or" for s in found if s != subject for c in parse.under(s, "cc")):
            return found[:1] if parse.pos[subject] == "PROPN" else found
        return found

    def antecedent(self, noun: int) -> list[int]:
        """Whom a modifier of the noun speaks of: in "X is a film directed by Y", X."""
        return self._lift(noun, 0)

    def _own(self, p: int, steps: int) -> list[int]:
        parse = self._parse
        if steps > _MAX_STEPS:
            return []
        subject = self._subject(p)
        label, head = parse.labels[p], parse.heads[p]
        if subject is not None:
            if parse.lower[subject] in _RELATIVES and parse.tags[subject] in (
                "WDT",
                "WP",
                "IN",
                "DT",
                "PRON",
            ):
                relative = self._relative_head(p)
                if relative is None:
                    relative = self._noun_before(subject)
                if relative is None:
                    return [subject] if parse.tags[subject] == "DT" else []
                return self._lift(relative, steps + 1, personal=parse.lower[subject] == "who")
            return [] if parse.case(subject) and not _is_counted(parse, subject) else [subject]
        if parse.child(p, "csubj", "csubj:pass", "expl") is not None:
            return []
        if label == "root" and parse.tags[p] in ("VBN", "VBG"):
            # "Known as the Master, he directed …": the parser took the participle for the main verb
            main = parse.child(p, "parataxis", "ccomp")
            return self._own(main, steps + 1) if main is not None and main > p and p < 3 else []
        if label == "acl":
            if any(parse.lower[c] in ("to", "for", "of") for c in parse.under(p, "mark", "aux")):
                # "the first woman to climb it" climbed it
                told = is_infinitive(parse, p) and is_told(parse, p)
                return self._lift(head, steps + 1) if told else []
            return self._lift(head, steps + 1) if parse.tags[p] in ("VBN", "VBD", "VBG", "JJ") else []
        if label == "conj":
            return self._own(head, steps + 1)
        led = label == "advcl" and parse.lemmas[head] in COERCING_VERBS and is_infinitive(parse, p)
        if label == "xcomp" or (led and is_told(parse, p)):
            return self._controller(p, head, steps)
        if label == "advcl" and is_infinitive(parse, p) and is_told(parse, p):
            return self._own(head, steps + 1)
        if label == "advcl" and parse.tags[p] in ("VBN", "VBG", "VBD"):
            if p > head and parse.lemmas[p] in _EVENT_VERBS:
                return []
            if _is_finite_form(parse, p) or _describes_place(parse, p, head):
                return []  # of a subject that the parser did not find
            if parse.tags[p] == "VBG" and parse.child(p, "mark") is not None and is_passive(parse, head):
                return []  # "is amended by striking …": the law does not strike
            return self._own(head, steps + 1)
        return []

    def _subject(self, p: int) -> int | None:
        """The subject that the parser found.

        Of two, one without a preposition, and rather the name ("defensive back Charlie Grandjean was …").
        """
        parse = self._parse
        found = parse.under(p, "nsubj", "nsubj:pass")
        if len(found) > 1:
            found = [s for s in found if not parse.case(s)] or found
            names = [s for s in found if parse.pos[s] == "PROPN" and s < p]
            return names[0] if len(found) > 1 and names else found[0]
        return found[0] if found else None

    def _controller(self, p: int, head: int, steps: int) -> list[int]:
        parse = self._parse
        target = parse.child(head, "obj")
        if target is not None and parse.lemmas[head] in _CONTROL_BY_OBJECT and target < p:
            return [target]
        if target is not None and target < p and parse.tags[p] in ("VB",):
            return []
        return self._own(head, steps + 1)

    def _relative_head(self, p: int) -> int | None:
        parse = self._parse
        for _ in range(_MAX_STEPS):
            if parse.labels[p] == "acl:relcl":
                return parse.heads[p]
            if parse.labels[p] not in ("conj", "xcomp", "ccomp", "aux", "cop"):
                return None
            p = parse.heads[p]
        return None

    def _noun_before(self, relative: int) -> int | None:
        """The noun right before "which" or "who", where the parser did not find what they go with."""
        parse = self._parse
        if parse.lower[relative] not in ("which", "who"):
            return None
        at = relative - 1
        while at > 0 and parse.pos[at] in ("PUNCT", "ADP"):
            at -= 1
        if at < 0 or parse.pos[at] not in ("NOUN", "PROPN"):
            return None
        while parse.labels[at] in ("compound", "flat") and parse.heads[at] != at:
            at = parse.heads[at]
        return at if at < relative else None

    def _lift(self, noun: int, steps: int, *, personal: bool = False) -> list[int]:
        parse = self._parse
        for _ in range(_MAX_STEPS):
            if parse.child(noun, "cop") is not None and parse.child(noun, "nsubj", "nsubj:outer") is not None:
                own = self._own(noun, steps + 1)
                if [parse.lower[o] for o in own] == ["it"] and parse.pos[noun] == "PROPN":
                    return [noun]  # "it was X who founded Y"
                if parse.pos[noun] == "PROPN" and all(parse.pos[o] == "NOUN" for o in own):
                    return [noun]  # "the contractor was X, which founded Y"
                return [
                    o for o in own if parse.pos[o] != "NOUN" or parse.child(o, "nmod:poss", "nmod") is None
                ] or own
            if not self._speaks_of_above(noun, personal=personal):
                return [noun]
            noun = parse.heads[noun]
        return [noun]

    def _speaks_of_above(self, noun: int, *, personal: bool) -> bool:
        """Whether what modifies the noun speaks of what the noun itself hangs on."""
        parse = self._parse
        head, label = parse.heads[noun], parse.labels[noun]
        if label in ("nmod", "obl") and parse.pos[head] == "NOUN":
            if parse.case(noun) == "by" or _belongs_to_outer(parse, noun, head):
                return True  # "an album by Young, released in 1981"
            return personal and parse.pos[noun] not in ("PROPN", "PRON") and not is_person(parse, noun)
        if label == "appos":
            return parse.pos[head] in ("PROPN", "NOUN") and parse.pos[noun] == "NOUN"
        if label == "conj":
            return parse.pos[noun] == "NOUN" and self._is_nominal(head)
        return label == "acl:relcl" and parse.child(noun, "cop") is not None

    def _is_nominal(self, token: int) -> bool:
        parse = self._parse
        return parse.child(token, "cop") is not None or parse.labels[token] == "appos"


def _is_finite_form(parse: Parse, p: int) -> bool:
    """Whether a participle stands under a finite auxiliary: "has eluded"."""
    return any(parse.tags[c] in ("VBD", "VBZ", "VBP", "MD") for c in parse.under(p, "aux", "aux:pass"))


def _describes_place(parse: Parse, p: int, head: int) -> bool:
    """Whether a participle tells of the noun right before it, not of who acts: "camped on a hill overlooking Oslo"."""
    if p < head or parse.lemmas[p] not in _PLACE_VERBS or parse.tags[p] != "VBG":
        return False
    return parse.pos[p - 1] in ("NOUN", "PROPN") and parse.child(head, "cop") is None


def _is_counted(parse: Parse, noun: int) -> bool:
    """Whether the preposition before a noun only says about how many: "up to 40 rockets", "over a hundred"."""
    number = parse.child(noun, "nummod")
    return number is not None and parse.case(noun).split()[-1] == parse.lower[number - 1]


def _belongs_to_outer(parse: Parse, noun: int, head: int) -> bool:
    """Whether a clause after "the genus of X", "the branch of dentistry" speaks of the genus and the branch."""
    if TAXA & {parse.lemmas[noun], parse.lower[noun]} or parse.lower[head] == "species":
        return True
    if parse.lemmas[head] in _SORTS and parse.case(noun) == "of" and parse.child(head, "cop") is not None:
        return True  # "is a group of diseases that cause …"
    bare = parse.child(noun, "det", "amod", "nmod:poss") is None and parse.tags[noun] == "NN"
    return bare and parse.case(noun) == "of" and parse.child(head, "det") is not None


def is_passive(parse: Parse, p: int) -> bool:
    """Whether a verb is passive: by its auxiliary or subject, or a past participle that stands alone."""
    if parse.lemmas[p] in _NEVER_PASSIVE or _is_active_form(parse, p):
        return False
    if parse.lemmas[p] in _TITLING_VERBS and parse.labels[p] in ("acl", "advcl") and parse.tags[p] != "VBG":
        return parse.child(p, "nsubj", "aux", "mark") is None  # "(subtitled The Maze)"
    for _ in range(_MAX_STEPS):
        if parse.child(p, "aux:pass", "nsubj:pass", "obl:agent") is not None:
            return True
        if parse.tags[p] != "VBN" or parse.child(p, "aux", "cop") is not None:
            # a tagger often takes the participle of a reduced relative for a past tense
            return parse.labels[p] == "acl" and parse.tags[p] == "VBD" and parse.child(p, "obj") is None
        if parse.labels[p] in ("acl", "advcl", "xcomp", "amod"):
            return True
        if parse.labels[p] != "conj" or parse.pos[parse.heads[p]] != "VERB":
            return parse.labels[p] in ("root", "parataxis", "acl:relcl", "ccomp")
        p = parse.heads[p]
    return False


def _is_active_form(parse: Parse, p: int) -> bool:
    """Whether a form tagged as a participle is a past tense: it has a subject and an object and no auxiliary."""
    return (
        parse.child(p, "nsubj") is not None
        and parse.child(p, "obj") is not None
        and parse.child(p, "aux", "aux:pass", "nsubj:pass") is None
    )


def _is_predicate(parse: Parse, p: int, copular: set[int]) -> bool:
    if parse.labels[p] in _NOT_PREDICATES:
        return False
    if parse.pos[p] == "VERB" or p in copular:
        return True
    # nouns and adjectives coordinated with a predicate
    return parse.labels[p] == "conj" and parse.heads[p] in copular and parse.pos[p] in _NOMINAL
