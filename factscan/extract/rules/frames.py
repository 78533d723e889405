"""A verb with one of its subjects: its lemma, its objects, and the facts it states of the subject."""

from dataclasses import dataclass
from functools import lru_cache

from factscan.extract.candidate import Candidate, Value
from factscan.extract.relations import shipped_relations
from factscan.extract.rules.possessives import LISTING_VERBS, owner_of, relation_noun
from factscan.extract.rules.verbs_data import (
    CALLING_VERBS,
    GIVING_VERBS,
    IDIOMS,
    INNER_NOUNS,
    OBLIQUE_IDIOMS,
    OPEN_LABELS,
    PHRASAL_VERBS,
    SEATS,
    STARTING_VERBS,
    STORY_VERBS,
    WORK_VERBS,
)
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags, is_negative_phrase
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.content import Content, counted_things
from factscan.extract.syntax.noun_data import PLACE_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated_names, is_name
from factscan.extract.text.names_data import INSTITUTION_WORDS, PERSON_SORTS

NOMINAL = ("NOUN", "PROPN", "NUM", "SYM", "X", "PRON")
# verbs that have no object to share with the next: "withdrew and left the army in charge"
_ALONE = frozenset(
    """withdraw come go arrive return retire resign die live stay sit stand rise fall wait rest appear disappear
    emigrate immigrate escape flee travel run walk turn step""".split()
)
_CALLING = CALLING_VERBS | {"know"}
_PRESENT = frozenset({"VBZ", "VBP"})
# when and where a thing of somebody's took place or stands is told of its owner: "its first meeting was held in Oslo"
_EVENTFUL = frozenset(
    """hold locate situate base house found establish open start begin end close conclude publish release premiere build
    complete sign adopt bury take launch relocate move""".split()
)
_MAKING = frozenset("make produce create build construct manufacture prepare".split())
_IMPERSONAL = PLACE_NOUNS | INSTITUTION_WORDS
_PERSONAL = frozenset({"i", "you", "he", "she", "we", "they", "who"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with one of its subjects.

    ``prefix``: where the subject is a thing of ``subject``'s ("his face"), that thing. ``general``: said of a
    kind or of how things are ("moths eat leaves"), so that a bare noun may answer. ``personal``: of a person, of
    whose doings only those with names, dates and numbers are told. ``share``: which of how many subjects this is.
    """

    analysis: Analysis
    verb: int
    lemma: str
    passive: bool
    subject: int
    prefix: str
    flags: Flags
    general: bool
    personal: bool
    share: tuple[int, int]

    def fact(
        self,
        pattern: str,
        label: str,
        target: int | Value,
        *words: int,
        about: int | None = None,
        transitive: bool = False,
        enough: Content | None = None,
    ) -> Candidate:
        """A candidate of this verb; ``about`` another subject than the frame's; ``enough`` as in a Candidate."""
        parse = self.analysis.parse
        flags = self.flags
        if isinstance(target, int) and is_negative_phrase(parse, target):
            flags = flags | {"negated"}
        if isinstance(target, int) and is_alternative(parse, target):
            flags = flags | {"modal"}
        prefix = self.prefix if about is None else ""
        if self._is_of_work(target if isinstance(target, int) else None, about):
            pattern = ""  # a person's debut is no premiere, nor is the release of one that of an album
        if prefix and (parse.lemmas[self.verb] not in _EVENTFUL or not self.analysis.relations.has(pattern)):
            flags = flags | {"vague"}  # "his fame grew": what his things do is seldom a question about him
        if prefix.rpartition(" ")[2] in SEATS:
            pattern, transitive = f"{prefix.rpartition(' ')[2]} {pattern}", False
            label = f"{prefix} {label}"
        elif prefix:
            pattern, label, transitive = f"{prefix} {pattern}", f"{prefix} {label}", False
        if enough is None:
            enough = Content.UNFINISHED if is_open(pattern) else self.enough
        return Candidate(
            self.subject if about is None else about,
            pattern,
            label,
            target,
            (self.verb, *words),
            flags,
            transitive,
            0.8 if transitive or self._is_called else 0.6,
            enough,
        )

    @property
    def _is_called(self) -> bool:
        """Whether the clause says a name outright: "is also known as"."""
        return self.lemma in _CALLING and self.analysis.parse.child(self.verb, "aux:pass") is not None

    def _is_of_work(self, target: int | None, about: int | None) -> bool:
        """Whether the verb is one of works and houses, and what it is said of here is a person."""
        if self.lemma not in WORK_VERBS:
            return False
        if self.lemma == "release" and any(
            self.analysis.parse.case(o) == "from" for o in self.analysis.parse.under(self.verb, "obl")
        ):
            return True  # from a contract, from prison
        if about is not None:
            return _is_personal(self.analysis.parse, about)
        if self.lemma in STARTING_VERBS and (self.personal or _is_in_role(self.analysis.parse, self.verb)):
            return True
        if self.personal and self.passive:
            return True
        return (
            target is not None and not self.passive and self.analysis.parse.names[target][2:] in PERSON_SORTS
        )

    @property
    def enough(self) -> Content:
        """How little the response may tell."""
        if self.general:
            return Content.THING
        return Content.NAMED if self.personal else Content.FULL


@lru_cache(1 << 12)
def is_open(pattern: str) -> bool:
    """Whether the table names the relation of any object, and a bare noun answers it."""
    rows = shipped_relations().rows
    found = rows.get((pattern, "*")) or rows.get((pattern, "phrase"))
    return found is not None and found.label in OPEN_LABELS


def frame_of(analysis: Analysis, clause: Clause, subject: int) -> Frame | None:
    """The frame of a verbal clause with one of its subjects."""
    parse = analysis.parse
    flags = clause.flags
    if is_negative_phrase(parse, subject):
        flags = flags | {"negated"}
    verb, prefix = clause.predicate, ""
    owner = parse.owner(subject) if parse.pos[subject] == "NOUN" else None
    if owner_of(parse, subject) is not None and parse.lemmas[verb] in LISTING_VERBS:
        return None
    share = (clause.subjects.index(subject), len(clause.subjects))
    personal = _is_personal(parse, subject)
    body = parse.names[subject][2:] in ("ORG", "LOC", "GPE")
    general = not personal and not body and _is_general(parse, verb)
    if owner is not None and (parse.lemmas[subject] in INNER_NOUNS or parse.heads[subject] != verb):
        return None  # a gesture, or a verb that only borrows its subject
    if owner is not None:
        if parse.tags[subject] == "NNS" and parse.lemmas[subject] not in SEATS:
            flags = flags | {"vague"}  # "its members were located in Oslo": each somewhere else
        subject, prefix = owner, relation_noun(parse, subject)
    founded = _is_founding(parse, verb)
    return Frame(
        analysis,
        verb,
        "found" if founded else _with_use(parse, verb, verb_lemma(parse, verb)),
        clause.passive and not founded,
        subject,
        prefix,
        flags,
        general,
        personal,
        share,
    )


def _with_use(parse: Parse, verb: int, lemma: str) -> str:
    """What something is used to make it does not make itself: "use to make"."""
    head = parse.heads[verb]
    used = parse.lemmas[head] == "use" and parse.child(head, "aux:pass") is not None
    making = lemma in _MAKING and parse.labels[verb] in ("xcomp", "advcl") and parse.lower[verb - 1] == "to"
    return f"use to {lemma}" if used and making else lemma


def _is_in_role(parse: Parse, verb: int) -> bool:
    """Whether the subject does it as somebody: "debuted as a singer"."""
    return any(parse.case(o) == "as" and is_person(parse, o) for o in parse.under(verb, "obl"))


def _is_personal(parse: Parse, subject: int) -> bool:
    named = parse.pos[subject] == "PROPN" and parse.names[subject][2:] in PERSON_SORTS
    if parse.lower[subject] in _IMPERSONAL:
        return False  # "Lund University", whatever the pipeline says
    if named or parse.lower[subject] in _PERSONAL:
        return True
    return parse.pos[subject] == "NOUN" and is_person(parse, subject)


def _is_general(parse: Parse, verb: int) -> bool:
    """Whether the clause is in the present: a description, not a story."""
    if parse.lemmas[verb] in STORY_VERBS:
        return False
    tenses = [parse.tags[verb], *(parse.tags[c] for c in parse.under(verb, "aux", "aux:pass", "cop"))]
    if parse.tags[verb] in ("VBN", "VBG") and len(tenses) == 1:
        return parse.labels[verb] in ("acl", "advcl", "conj")
    return any(tag in _PRESENT for tag in tenses) and "VBD" not in tenses


def _is_founding(parse: Parse, verb: int) -> bool:
    """Whether "found" is no form of "find": in "helped found"."""
    helping = parse.labels[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] == "help"
    return parse.lower[verb] == "found" and (helping or parse.lower[verb - 1] == "to")


def verb_lemma(parse: Parse, verb: int) -> str:
    """The lemma with its particle ("set up") or with the noun it is nothing without ("take place")."""
    particle = parse.child(verb, "compound:prt")
    if particle is not None and particle > verb + 1 and parse.lower[particle + 1 : particle + 2] == ["to"]:
        particle = None  # "grows as a tree up to 10 m"
    if particle is None and verb + 1 < len(parse) and parse.heads[verb + 1] == verb:
        adverb = parse.lower[verb + 1] in PHRASAL_VERBS.get(parse.lemmas[verb], ())
        particle = verb + 1 if adverb or parse.tags[verb + 1] == "RP" else None
    if particle is None and _phrasal_object(parse, verb) is not None:
        particle = verb + 1
    lemma = parse.lemmas[verb] + (f" {parse.lower[particle]}" if particle is not None else "")
    if lemma in OBLIQUE_IDIOMS:
        for o in parse.under(verb, "obl"):
            if (parse.case(o), parse.lower[o]) in OBLIQUE_IDIOMS[lemma]:
                return f"{lemma} {parse.case(o)} {parse.lower[o]}"
    inner = idiom_object(parse, verb)
    return f"{lemma} {parse.lower[inner]}" if inner is not None else lemma


def _phrasal_object(parse: Parse, verb: int) -> int | None:
    """The name after an adverb that the parser took for a preposition: "Scania" in "took over Scania"."""
    after = verb + 1
    if after >= len(parse) or parse.lower[after] not in PHRASAL_VERBS.get(parse.lemmas[verb], ()):
        return None
    target = parse.heads[after]
    alone = parse.labels[after] == "case" and parse.case(target) == parse.lower[after]
    own = parse.heads[target] == verb and parse.labels[target] == "obl"
    return target if alone and own and is_name(parse, target) and parse.child(verb, "obj") is None else None


def idiom_object(parse: Parse, verb: int) -> int | None:
    """The object that makes one verb with its verb: "place" in "took place"."""
    nouns = IDIOMS.get(parse.lemmas[verb])
    if nouns is None:
        return None
    return next((o for o in parse.under(verb, "obj") if parse.lower[o] in nouns), None)


def objects_of(parse: Parse, verb: int) -> list[int]:
    """The direct objects of the verb, coordinated and listed ones too."""
    idiom = idiom_object(parse, verb)
    phrasal = _phrasal_object(parse, verb)
    own = [phrasal] if phrasal is not None else parse.under(verb, "obj") or _shared(parse, verb)
    own = own[1:] if _is_given(parse, verb, own) else own
    found = [t for child in own if child != idiom for t in coordinated_names(parse, child)]
    return [counted_things(parse, t) or t for t in found]


def receivers_of(parse: Parse, verb: int) -> list[int]:
    """To whom something is given, as an object of its own: "gave Anna a violin"."""
    own = parse.under(verb, "obj")
    return own[:1] if _is_given(parse, verb, own) else parse.under(verb, "iobj")


def _is_given(parse: Parse, verb: int, objects: list[int]) -> bool:
    """Whether the first of two objects is the receiver, though the parser made no difference."""
    return len(objects) == 2 and parse.lemmas[verb] in GIVING_VERBS and parse.child(verb, "iobj") is None


def _shared(parse: Parse, verb: int) -> list[int]:
    """The object of the next verb in "wrote and directed the film"."""
    second = verb + 2
    if parse.lemmas[verb] in _ALONE:
        return []
    if second >= len(parse) or parse.lower[verb + 1] != "and" or parse.labels[second] != "conj":
        return []
    return parse.under(second, "obj") if parse.heads[second] == verb and parse.pos[second] == "VERB" else []


def is_alternative(parse: Parse, token: int) -> bool:
    """Whether it is one of several of which one is meant: "born in Oslo or Bergen".

    Of a list that also has "and", only the two beside "or": "fever, cough or hoarseness, and pain".
    """
    head = parse.heads[token] if parse.labels[token] == "conj" else token
    members = [head, *parse.under(head, "conj")]
    joins = {parse.lower[c]: k for k, member in enumerate(members) for c in parse.under(member, "cc")}
    if "or" not in joins:
        return False
    return "and" not in joins or token in members[max(joins["or"] - 1, 0) : joins["or"] + 1]


def agents_of(parse: Parse, verb: int) -> list[int]:
    """Who does what a passive verb says: "by X"."""
    agents = [o for o in parse.under(verb, "obl:agent") if parse.case(o) in ("by", "")]
    return agents or [
        o for o in parse.under(verb, "obl", "nmod") if parse.case(o) == "by" and parse.tags[o] != "VBG"
    ]
