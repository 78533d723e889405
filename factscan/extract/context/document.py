"""What a document is about, and what its short names, descriptions and pronouns stand for: without a parse."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from factscan.extract.context.antecedents import EXPLETIVE, Antecedents
from factscan.extract.context.joints import goes_on, titles
from factscan.extract.context.lone_names import LoneNames
from factscan.extract.context.openings import PRONOUNS, Resolved
from factscan.extract.context.proper_names import ProperNames, looks_proper, named_as
from factscan.extract.context.topic import Topic, find_topic
from factscan.extract.context.topic_data import (
    ILLNESS_NOUNS,
    ORGAN_NOUNS,
    PERSON_NOUNS,
    TOPIC_NOUNS,
)
from factscan.extract.mention import SubjectKind
from factscan.extract.syntax.noun_data import DEMONYMS
from factscan.extract.text.names import canonical_name, fold, is_vague
from factscan.extract.text.names_data import BODIES_OF, INSTITUTION_WORDS, NAMELESS, PERSON_SORTS
from factscan.extract.text.plurals import singular

__all__ = ["Context", "Resolved", "document_context"]

_UNRESOLVED = frozenset(
    "i me my mine myself we us our ours you your yours who whom whose which what that this these those there here"
    " one ones".split()
)
_DETERMINED = re.compile(r"(the|this|that|these|those)\s+(.+)\Z", re.IGNORECASE | re.DOTALL)
_POSSESSED = re.compile(
    r"(?:.*\s)?(?:his|her|its|their|my|our|your|this|these|that|those)\s|.*['’]s?\s\S",
    re.IGNORECASE | re.DOTALL,
)
_INDEFINITE = re.compile(
    r"\b(?:an?|another|each|every|any|some|no|one|its|his|her|their)\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE
)
_INTRODUCTION = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother)\s(?:[\w-]+\s){0,3}?([\w-]+)(?=[.,;:()]|\s(?:in|of|at|on|by|from|for|with|to"
    r"|that|which|who|where|was|is|and|or"
    r"|called|named|near|located|as|were|are|has|had)\b|\s?\Z)"
)
_ABSTRACT = re.compile(r"[a-z](?:ing|tion|sion|ment|ness|ity|ers|ies|tions|ments|osis|itis|ism)\Z")
# A title in quotation marks, with whose it is or what: the song "Crying", KSI's "Lamborghini"
_QUOTED = re.compile(
    r"(?:[^\"“”]*\s)?(?:[\"“](?P<title>[^\W_a-z][^\"“”]*)[\"”]?|[‘'](?P<single>[^\W_a-z][^‘’']*)[’'])"
)
_BARE = re.compile(r"the\s(\S+)\Z", re.IGNORECASE)
# A word that only points ("This August"), marks that no name has, the name of a picture's file
_NO_NAME = re.compile(
    r"(?is)(?:this|these|those|each|every)\s\S+|.*[~|<>={}].*|\W*\w?\W*"
    r"|.*\.(?:jpe?g|png|gif|tiff?|svg|webp|bmp|og[gv]|webm|djvu)"
)
_BODY_BEFORE = re.compile(r"\b([A-Z][a-z]+)\sof\s(?:the\s)?\Z")
_ONE_OF_A_PEOPLE = re.compile(
    r"(?:english|irish|french|dutch|welsh|scots|scotch|cornish|china|norse|ulster)(?:wo)?man"
)
# Parts and numbers that another text has as well: "Episode 5", "Number One"
_COUNTED_PART = re.compile(
    r"(?:Episode|Chapter|Part|Section|Series|Season|Volume|Book|Act|Scene|Table|Figure|Number|Appendix|Article|Round|Game|Week|Day|Stage"
    r"|Phase|Step|Group|Division|Class|Type|Level|Grade|Unit|Team|Schedule|Clause|Paragraph|Annex|Page|Line|Track|Side|Plate"
    r"|Room|Floor|Block|Zone|Ward|Exit|Platform|Version|Option|Case|Example)"
    r"\s(?:No\.?\s)?(?:\d+|[IVXLC]+|[A-Z]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
)
_PLACES = frozenset({"LOC", "GPE", "FAC"})
_MEDICAL = ILLNESS_NOUNS | frozenset(
    "drug medication medicine antibiotic vaccine painkiller antidepressant opioid".split()
)
# nouns by which a text may speak of a topic that it never says what it is; of hills and rivers it has many
_GUESSED = TOPIC_NOUNS - frozenset("mountain hill valley bay creek glacier river lake peak".split())
_INDIVIDUALS = TOPIC_NOUNS | PERSON_NOUNS
_BODY_NOUNS = INSTITUTION_WORDS | {"authority", "code", "press"}
_RECURRING = frozenset(
    "tournament championship competition contest festival award ceremony race conference cup league".split()
)
_LONGEST = 200
_MOST_TITLES = 40  # that the parser is spared
_SAMPLE = 200_000


class Context:
    """The topic of a document and the referents of its phrases. Built by ``document_context``."""

    def __init__(self, topic: Topic, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self._topic = topic
        self._text = text
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]

    @property
    def topic(self) -> str:
        """What the document is about; "" where that is not known."""
        return self._topic.name

    @property
    def hard_names(self) -> tuple[str, ...]:
        """Names that are hard to parse: the topic's, and titles of works."""
        named = dict.fromkeys(self._text[start:end] for start, end, _ in self._titles[:_MOST_TITLES])
        return (self._topic.name, *self._topic.written, *named, *self._names.joined[:_MOST_TITLES])

    @property
    def topic_kind(self) -> Literal["name", "topic"] | None:
        """Whether the topic is a proper name or a term; None without a topic."""
        return self._topic.kind

    @cached_property
    def _titles(self) -> list[tuple[int, int, bool]]:
        return list(titles(self._text[:_SAMPLE]))

    @cached_property
    def _open_ends(self) -> frozenset[int]:
        return frozenset(end for _, end, is_open in self._titles if is_open)

    @cached_property
    def _names(self) -> ProperNames:
        return ProperNames(self._text, ((start, end) for start, end, _ in self._titles))

    @cached_property
    def _lone_names(self) -> LoneNames:
        return LoneNames(self._text[:_SAMPLE], self._names)

    @cached_property
    def _lower_words(self) -> frozenset[str]:
        return frozenset(re.findall(r"(?<![\w’'-])[a-z][\w-]+", self._text[:_SAMPLE]))

    @cached_property
    def _inner_capitals(self) -> frozenset[str]:
        """Words written with a capital inside a sentence: names, and not only the first word of one."""
        return frozenset(re.findall(r"(?<=[a-z,;] )[^\W\d_a-z][\w–-]+", self._text[:_SAMPLE]))

    @cached_property
    def _introductions(self) -> dict[str, list[int]]:
        """Where the text brings something in ("a village"), by its noun; the definition of the topic does not count."""
        introductions: dict[str, list[int]] = {}
        defined = self._starts[min(2, len(self._starts) - 1)] if self._topic.defined and self._starts else 0
        for match in _INTRODUCTION.finditer(self._text, defined, _SAMPLE):
            introductions.setdefault(match[1].lower(), []).append(match.start())
        return introductions

    @cached_property
    def _antecedents(self) -> Antecedents:
        return Antecedents(self._topic, self._names, self._text, self._sentences, self._nominal)

    def is_topic(self, name: str) -> bool:
        """Whether a name is one of the topic's."""
        return fold(name) in self._topic.forms

    def is_part(self, name: str) -> bool:
        """Whether a name only numbers a part of something: "Season 1"; the sections of a law are named so."""
        return not self._topic.numbered and _COUNTED_PART.fullmatch(name) is not None

    def is_person(self, name: str) -> bool:
        """Whether a name is known to be a person's."""
        return bool(name) and self._names.is_person(name)

    def could_be_person(self, name: str) -> bool:
        """Whether nothing says that a name is no person's."""
        return bool(name) and self._names.could_be_person(name)

    @property
    def is_about_person(self) -> bool:
        """Whether the topic is a person."""
        return self._topic.person

    @property
    def is_about_organism(self) -> bool:
        """Whether the topic is a species or the like."""
        return self._topic.organism

    @property
    def is_about_series(self) -> bool:
        """Whether the topic is an event that comes again: "X is a tournament", and no year in its name."""
        if self._topic.classes.isdisjoint(_RECURRING) or re.search(r"\d{4}", self._topic.name):
            return False
        return re.search(r"\bis\s(?:an?|the)\b", self._text[:400]) is not None

    def _is_series_of_topic(self, name: str) -> bool:
        """Whether a name is the topic's without its year: in a text on one edition it may mean this or all."""
        bare = re.sub(r"^\d{4}\s|\s\d{4}$", "", self._topic.name)
        return bare != self._topic.name and fold(bare) == fold(name)

    @property
    def is_medical(self) -> bool:
        """Whether the topic is an illness or a drug, by what the text says it is or by its name."""
        last = fold(self._topic.name).rsplit(" ", 1)[-1]
        return not _MEDICAL.isdisjoint({last, *self._topic.classes})

    @property
    def may_be_about_person(self) -> bool:
        """Whether the text leaves open what its topic is, and the name could be a person's."""
        return self._topic.person or (not self._topic.defined and self.could_be_person(self._topic.name))

    def whole_name(self, start: int, end: int) -> tuple[int, int]:
        """Where the whole name begins and ends of which the text from ``start`` to ``end`` may be a part."""
        return self._names.runs.whole(start, end)

    def may_go_on(self, start: int, end: int) -> bool:
        """Whether the name in the text from ``start`` to ``end`` may be the beginning of a longer one."""
        if end in self._open_ends:
            return True
        return goes_on(self._text, start, end) and self._names.runs.count(self._text[start:end]) < 2

    def resolve(self, phrase: str, position: int, *, sort: str = "") -> Resolved | None:
        """What the phrase at ``position`` (offset in the text) stands for; None where that is not certain enough.

        ``sort``: what it is the name of (PER, LOC, ORG), where the pipeline says.
        """
        phrase = " ".join(phrase[:_LONGEST].split())
        lower = phrase.lower()
        if phrase.isupper() and len(phrase) > 1:
            known = lower not in PRONOUNS and lower not in _UNRESOLVED
            return self._nominal(phrase, position, sort) if known or self.is_topic(phrase) else None
        if lower in PRONOUNS:
            if EXPLETIVE.match(self._text, position):
                return None
            return self._antecedents.of(PRONOUNS[lower], position)
        if not phrase or lower in _UNRESOLVED:
            return None
        quoted = _QUOTED.fullmatch(phrase)
        if quoted:
            name = canonical_name(quoted["title"] or quoted["single"])
            own = fold(name) in self._topic.forms
            return self._as_topic(certain=True) if own else Resolved(name, "name", True)
        return self._nominal(phrase, position, sort) or self._concept(phrase, position)

    def _nominal(self, phrase: str, position: int, sort: str = "") -> Resolved | None:
        """A name, or a description that stands for one."""
        key = fold(phrase)
        if key in self._topic.forms or fold(canonical_name(phrase)) in self._topic.forms:
            return self._as_topic(certain=True)
        if self._topic.numbered and any(key.startswith(f"{form} act") for form in self._topic.forms):
            # titles of laws are cut short: "… Amendment" for "… Amendment Act of 1989"
            return self._as_topic(certain=True)
        given = self._topic.person and key == fold(self._topic.name.split(" ", 1)[0])
        if given and looks_proper(phrase) and not self._names.others_called(key, self._topic.forms):
            return self._as_topic(certain=True)
        if key in self._topic.parts and looks_proper(phrase):
            return self._as_topic(certain=False)
        return self._description(phrase, position) or self._name(phrase, position, sort)

    def _as_topic(self, *, certain: bool) -> Resolved | None:
        return Resolved(self._topic.name, self._topic.kind, certain) if self._topic.kind else None

    def _description(self, phrase: str, position: int) -> Resolved | None:
        """ "The village": the topic if it is one, and no other village has just been brought in."""
        match = _DETERMINED.match(phrase)
        topic = self._topic
        if match is None or topic.kind is None:
            return None
        words = match[2].lower().split()
        head, modifiers = words[-1], set(words[:-1])
        if match[1].lower() != "the" and head not in topic.classes and topic.kind == "topic":
            head = singular(head)  # "these disorders"
        if not self._is_definite(phrase, position):
            return None
        own = head in topic.classes and modifiers <= topic.modifiers
        if own and not self._introduced(head, position, nearby=True):
            # "The Act" in a law is another law that it has named so; itself is "this act".
            other = topic.numbered and head == "act" and match[1].lower() != "this"
            return None if other else self._as_topic(certain=True)
        if modifiers:
            return None
        return self._labelled(head, position) or self._guessed(head, position)

    def _guessed(self, head: str, position: int) -> Resolved | None:
        """ "The film" in a text that does not say what its topic is, and has brought no film in."""
        topic = self._topic
        if topic.defined or topic.person or topic.classes or head not in _GUESSED:
            return None
        return None if self._introduced(head, position, nearby=False) else self._as_topic(certain=False)

    def _labelled(self, head: str, position: int) -> Resolved | None:
        """ "The book" after "her first novel, Just Like Butterflies"; "this gene" after "the TP63 gene"."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        numbered = self._names.numbered(head, position)
        if numbered is not None:
            return Resolved(numbered, "name", True)
        found = named_as(head, self._text[self._starts[max(index - 1, 0)] : position])
        if len(found) != 1 or fold(found[0]) in self._topic.forms:
            return None
        return Resolved(canonical_name(found[0]), "name", True)

    def _is_definite(self, phrase: str, position: int) -> bool:
        """Whether the text has the determiner of ``phrase`` too: a caller may have put "the" before "(a) village"."""
        determiner = phrase.split(" ", 1)[0].lower()
        return self._text[
            position : position + len(determiner)
        ].lower() == determiner or not _INDEFINITE.search(self._text, max(0, position - 48), position)

    def _introduced(self, head: str, position: int, *, nearby: bool) -> bool:
        """Whether "a village" comes before: in this sentence or the last, or anywhere; a definition does not count."""
        index = bisect_right(self._starts, position) - 1
        low = self._starts[max(index - 1, 0)] if nearby and self._starts else 0
        return any(low <= at < position for at in self._introductions.get(head, ()))

    def _name(self, phrase: str, position: int, sort: str = "") -> Resolved | None:
        if not looks_proper(phrase) or _NO_NAME.fullmatch(phrase):
            return None
        name = self._names.without_origin(self._with_body(canonical_name(phrase), position))
        who, of, _ = name.partition(" of the ")
        name = who if of and " " in who and self._names.is_person(who) else name  # "Anna Berg of the School"
        full = self._names.full_name(name, position, person=sort in PERSON_SORTS)
        if full is not None:
            own = fold(full) in self._topic.forms
            kind: SubjectKind = "name" if looks_proper(full) else "concept"
            return self._as_topic(certain=True) if own else Resolved(full, kind, True)
        first, _, last = name.rpartition(" ")
        owned = (
            "’s " in name or "'s " in name or self._text[max(position - 3, 0) : position] in ("’s ", "'s ")
        )
        if first and (owned or self._names.is_located(first)) and self._names.is_person(last):
            name = last  # "in Moscow Pierre", "reached the Patriarch's Ponds Pierre"
        elif self._names.runs.is_glued(name, position) or self._is_series_of_topic(name):
            return None
        if is_vague(name) or self._is_common(name):
            return None
        numbered = self._names.numbered(name.lower(), position)
        if numbered is not None:
            return Resolved(numbered, "name", True)
        if " " not in name:
            team = self._names.team(name, position) if sort not in _PLACES else None
            if team is not None:
                return self._in_full(team, certain=True)
            noun = phrase[:4].lower() == "the " and name.lower() in self._lower_words  # "the Inn"
            if noun or self._lone_names.says_nothing(name, sort, position):
                return self._later_named(name) if sort in PERSON_SORTS else None
        if " " in name or name in self._inner_capitals:
            return Resolved(name, "name", not self._names.is_ambiguous(name))
        if name.lower() in self._lower_words and not name.isupper():
            return None
        if not self._begins_sentence(position):
            return Resolved(name, "name", True)
        common = name.lower().rstrip("s") in self._lower_words or _ABSTRACT.search(name)
        return None if common else Resolved(name, "name", bool(sort))

    def _later_named(self, name: str) -> Resolved | None:
        """The one person whose full name comes only after the short one."""
        full = self._names.full_name(name, len(self._text), person=True)
        return None if full is None else self._in_full(full, certain=False)

    def _in_full(self, full: str, *, certain: bool) -> Resolved | None:
        return self._as_topic(certain=True) if self.is_topic(full) else Resolved(full, "name", certain)

    def _with_body(self, name: str, position: int) -> str:
        """ "California Press" after "University of": the name begins before the words that were asked for."""
        last = name.rsplit(" ", 1)[-1].lower()
        if " " not in name or last not in _BODY_NOUNS:
            return name
        body = _BODY_BEFORE.search(self._text, max(0, position - 24), position)
        return f"{body[1]} of {name}" if body and body[1].lower() in BODIES_OF else name

    def _is_common(self, name: str) -> bool:
        """Whether capitals alone make a name of it: "Council", "The French", "Chemotherapy Chemotherapy"."""
        words = fold(name).split()
        if len(words) == 1:
            return (
                words[0] in NAMELESS or name in DEMONYMS or _ONE_OF_A_PEOPLE.fullmatch(words[0]) is not None
            )
        if self.is_part(name):
            return True
        return len(words) == 2 and words[0] == words[1] and words[0] in self._lower_words

    def _begins_sentence(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position - self._starts[index] < 5

    def _is_refused_name(self, phrase: str, position: int) -> bool:
        """Whether it is written as a name that names nothing ("Roman", "Episode 5"): no term is written so."""
        name = canonical_name(phrase)
        written = " " in name or name in self._inner_capitals or not self._begins_sentence(position)
        return written and looks_proper(phrase)

    def _concept(self, phrase: str, position: int) -> Resolved | None:
        """A definite term; none if it is vague, or says whose it is or which one only by pointing."""
        if is_vague(phrase) or _POSSESSED.match(phrase) or self._is_refused_name(phrase, position):
            return None
        bare = _BARE.match(phrase)
        individual = self._topic.kind == "name" and not self._topic.numbered
        if bare and individual and singular(bare[1].lower()) in _INDIVIDUALS:
            return None  # some book, village or player that is not named
        name = canonical_name(phrase)
        if not name:
            return None
        if self._begins_sentence(position) and name[1:2].islower():
            name = name[0].lower() + name[1:]
        if self._topic.organism and " of " not in name and name.rsplit(" ", 1)[-1].lower() in ORGAN_NOUNS:
            return Resolved(f"{self._topic.name} {name.lower()}", "concept", True)
        return Resolved(name, "concept", not (bare and individual))


def document_context(title: str, text: str, sentences: Sequence[tuple[int, int]]) -> Context:
    """Read a whole document once: its topic, and what resolving its phrases needs (worked out when first asked)."""
    return Context(find_topic(title, text, sentences), text, sentences)
