"""Documents: which statements each one makes, in which order and in which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from generator.wording import BODIES, DISTRACTOR_OF, DISTRACTORS, LEADS
from generator.words_data import MONTHS
from generator.world import Entity, Statement, World

SLOT = re.compile(r"\{([^}]+)\}")
REFERENCES = {"S", "N", "s", "n", "s's", "son", "wife", "other", "town"}
# After a sentence that names somebody or something else, a pronoun would not be certain.
RIVALS = {
    "spouse",
    "parent",
    "founder",
    "owner",
    "author",
    "director",
    "developer",
    "cast member",
    "wrote",
    "founded",
    "border",
}
# A document of fewer than three sentences would say less than its title.
FEWEST = 2
SOURCES = [
    "Northern Gazetteer",
    "Meridian Encyclopedia",
    "Harbour Archive",
    "Almanac of Arvenia",
    "Ostara Review",
]


@dataclass(frozen=True)
class Sentence:
    """A sentence and the statements that it asserts."""

    text: str
    states: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Document:
    """A document of the sample, with its truth."""

    doc_id: str
    title: str
    domain: str
    source: str
    sentences: tuple[Sentence, ...]
    joint: str = " "

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return self.joint.join(sentence.text for sentence in self.sentences)

    @property
    def mentions(self) -> Iterator[Statement]:
        """Every statement, as often as it is made."""
        return (statement for sentence in self.sentences for statement in sentence.states)


@dataclass(frozen=True)
class Telling:
    """How thoroughly a document tells of its entity: chances, each between 0 and 1.

    ``coverage``: a slot is stated; ``burst``: a stated slot is stated again in other words; ``aside``: a sentence
    about a well-known entity follows; ``distractor``: a sentence that asserts nothing follows.
    """

    coverage: float
    burst: float
    aside: float
    distractor: float


def slots_of(template: str) -> set[str]:
    """The slots that a template states."""
    return {name.removeprefix("a:") for name in SLOT.findall(template)} - REFERENCES


def with_article(words: str) -> str:
    """The words after "a" or "an"."""
    return f"{'an' if words[0] in 'aeiouAEIO' else 'a'} {words}"


def listed(parts: Sequence[str]) -> str:
    """A coordination: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def worded_date(iso: str, american: bool) -> str:
    """A date as texts write it: 1820, 12 May 1820, May 12, 1820."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    month, day = MONTHS[int(rest[0]) - 1], int(rest[1])
    return f"{month} {day}, {year}" if american else f"{day} {month} {year}"


class Writer:
    """Writes documents about the entities of a world."""

    def __init__(self, world: World, famous: Sequence[Entity], rng: Random) -> None:
        self.world, self.famous, self.rng = world, famous, rng
        self.told: set[str] = set()

    def document(self, doc_id: str, domain: str, entity: Entity, telling: Telling) -> Document:
        """A document about the entity, unlike every other: copies are made on purpose only."""
        while (document := self._draft(doc_id, domain, entity, telling)).text in self.told:
            pass
        self.told.add(document.text)
        return document

    def _draft(self, doc_id: str, domain: str, entity: Entity, telling: Telling) -> Document:
        """A lead, a sentence or more for what else the document tells, then what it tells again."""
        stated = {slot for slot in entity.slots if self.rng.random() < telling.coverage}
        american = self.rng.random() < 0.3
        lead = self._lead(entity, stated)
        left = stated - slots_of(lead)
        if len(left) < FEWEST:
            left = set(entity.slots) - slots_of(lead)
        bodies = self._bodies(entity, left, ())
        again = {slot for slot in sorted(left | slots_of(lead)) if self.rng.random() < telling.burst}
        bodies += self._bodies(entity, again, (lead, *bodies))
        sentences, previous = [self._sentence(lead, entity, american, "")], lead
        for body in bodies:
            sentences.append(self._sentence(body, entity, american, previous))
            previous = body
            if self.rng.random() < telling.distractor / len(bodies):
                previous = self.rng.choice(DISTRACTORS[DISTRACTOR_OF[entity.kind]])
                sentences.append(self._sentence(previous, entity, american, ""))
        if self.rng.random() < telling.aside:
            sentences.append(self._aside(entity, american))
        title = entity.name[0].upper() + entity.name[1:]
        return Document(doc_id, title, domain, self.rng.choice(SOURCES), tuple(sentences))

    def _lead(self, entity: Entity, stated: set[str]) -> str:
        known = [lead for lead in LEADS[entity.kind] if slots_of(lead) <= entity.slots.keys()]
        fitting = [lead for lead in known if slots_of(lead) <= stated]
        return self.rng.choice(fitting or known)

    def _bodies(self, entity: Entity, left: set[str], used: Sequence[str]) -> list[str]:
        """Templates, none of them used before, that state each of the slots once, as far as there are any."""
        bodies: list[str] = []
        while fitting := [b for b in BODIES[entity.kind] if slots_of(b) <= left and b not in used]:
            bodies.append(self.rng.choice(fitting))
            left = left - slots_of(bodies[-1])
        return sorted(bodies, key=BODIES[entity.kind].index)

    def _aside(self, entity: Entity, american: bool) -> Sentence:
        other = self.rng.choice([one for one in self.famous if one is not entity])
        body = self.rng.choice([body for body in BODIES[other.kind] if slots_of(body) <= other.slots.keys()])
        return self._sentence(body, other, american, None)

    def _sentence(self, template: str, entity: Entity, american: bool, previous: str | None) -> Sentence:
        """Fill a template. ``previous`` is the template before it; None: the document is about somebody else."""

        def fill(match: re.Match[str]) -> str:
            name = match[1].removeprefix("a:")
            if name in REFERENCES:
                return self._reference(name, entity, previous)
            words = listed([s.words or worded_date(s.object, american) for s in entity.slots[name]])
            return with_article(words) if match[1].startswith("a:") else words

        text = SLOT.sub(fill, template)
        states = [s for name in SLOT.findall(template) for s in entity.slots.get(name.removeprefix("a:"), ())]
        return Sentence(text[0].upper() + text[1:], tuple(states))

    def _reference(self, name: str, entity: Entity, previous: str | None) -> str:
        full = f"the {entity.name}" if entity.article else entity.name
        female = entity.pronoun == "She"
        words = {
            "S": full,
            "N": full,
            "son": "daughter" if female else "son",
            "wife": "husband" if female else "wife",
        }
        if name in words:
            return words[name]
        if name == "other":
            return self.world.names.person()
        if name == "town":
            return self.rng.choice(self.world.elsewhere)
        if name == "n":
            return self._inner(entity, full) if previous is not None else full
        pronoun = (
            previous is not None and previous.startswith(("{s}", "{S}")) and not slots_of(previous) & RIVALS
        )
        head = self._opening(entity, full, pronoun) if previous is not None else full
        if name == "s":
            return head
        return {"He": "His", "She": "Her", "It": "Its"}.get(
            head, f"{head}'s" if not head.endswith("s") else f"{head}'"
        )

    def _inner(self, entity: Entity, full: str) -> str:
        if entity.kind == "person":
            return self.rng.choice([entity.name.split()[-1], full])
        return self._class(entity) if self.rng.random() < 0.25 else full

    def _opening(self, entity: Entity, full: str, pronoun: bool) -> str:
        if pronoun and self.rng.random() < 0.5:
            return entity.pronoun
        if entity.kind == "person":
            return self.rng.choice([entity.name.split()[-1], entity.name.split()[-1], full])
        return self._class(entity) if self.rng.random() < 0.35 else full

    def _class(self, entity: Entity) -> str:
        """ "The kingdom", as the lead has it, or "the country"."""
        said = entity.slots["be"][0].words.split()[-1]
        return f"the {entity.noun if entity.noun in entity.name.lower() or self.rng.random() < 0.3 else said}"
