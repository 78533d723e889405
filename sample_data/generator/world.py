"""The invented world: entities, and the statements that are true of them.

A statement is a fact: subject, relation, object, with the words for the object. The templates of ``wording`` name
statements by slot; the slot's name is the relation wherever the entity itself is the subject.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random

from generator import words_data as words
from generator.names import Namer


@dataclass(frozen=True)
class Statement:
    """A fact, and the words that the texts use for its object (none for a date, which each document words its way)."""

    subject: str
    relation: str
    object: str
    words: str = ""


@dataclass
class Entity:
    """What documents are about. ``noun`` is its class ("city") where texts may say "the city" for it."""

    kind: str
    name: str
    noun: str = ""
    pronoun: str = "It"
    article: bool = False
    slots: dict[str, list[Statement]] = field(default_factory=dict)

    def state(self, relation: str, *objects: str) -> None:
        """Make ``self - relation - object`` true, in its own slot."""
        self.slots[relation] = [Statement(self.name, relation, text, text) for text in objects]

    def state_date(self, relation: str, iso: str) -> None:
        """Make a date true; ``iso`` is its canonical form."""
        self.slots[relation] = [Statement(self.name, relation, iso)]

    def state_of(self, slot: str, subject: str, relation: str) -> None:
        """Make ``subject - relation - self`` true: the entity is the object, as a book's author is."""
        self.slots[slot] = [Statement(subject, relation, self.name, subject)]


class World:
    """Builds entities of every kind. Whatever it names is new, except the countries and towns it keeps."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names = Namer(rng)
        self.prizes = [self.names.prize() for _ in range(12)]
        self.countries = [self._country_name() for _ in range(8)]
        self.towns = [self.names.place() for _ in range(40)]
        self.elsewhere = [self.names.place() for _ in range(30)]
        self.schools = [f"University of {town}" for town in self.towns[:12]]
        self.firms = [self.names.firm() for _ in range(20)]

    def of_kind(self, kind: str) -> Entity:
        """A new entity of the kind."""
        makers: dict[str, Callable[[], Entity]] = {
            "person": self.person, "city": self.city, "river": self.river, "mountain": self.mountain,
            "disease": self.disease, "drug": self.drug, "act": self.act, "company": self.company,
            "software": self.software, "book": self.book, "film": self.film,
        }  # fmt: skip
        return makers[kind]()

    def person(self) -> Entity:
        """Somebody dead."""
        female, surname = self.rng.random() < 0.5, self.names.surname()
        one = Entity("person", self.names.person(surname, female), pronoun="She" if female else "He")
        born = self.rng.randint(1770, 1930)
        one.state_date("birth date", self._day(born))
        one.state_date("death date", self._day(born + self.rng.randint(35, 88)))
        one.state("birth place", self._town())
        one.state("death place", self._town())
        one.state("nationality", demonym(self.rng.choice(self.countries)))
        one.state("be", self.rng.choice(words.OCCUPATIONS))
        one.state("education", self.rng.choice(self.schools))
        one.state("employer", self.rng.choice(self.firms))
        one.state("spouse", self.names.person(female=not female))
        one.state("parent", self.names.person(surname, female=False), self.names.person(female=True))
        one.state("award", self.rng.choice(self.prizes))
        one.state("member of", f"{self.rng.choice(self.countries)} {self.rng.choice(words.SOCIETIES)}")
        one.state("position held", f"{self.rng.choice(words.POSTS)} of {self._town()}")
        one.state_of("wrote", self.names.work(), "author")
        one.state_of("founded", self.names.firm(), "founder")
        return self._some(
            one,
            0.6,
            {"employer", "spouse", "parent", "award", "member of", "position held", "wrote", "founded"},
        )

    def country(self, name: str) -> Entity:
        """One of the world's countries, with its capital among the towns."""
        one = Entity("country", name, noun="country")
        one.state("be", self.rng.choice(["country", "republic", "kingdom"]))
        one.state("location", self.rng.choice(words.REGIONS))
        capital = self.towns[self.countries.index(name)]
        one.state("capital", capital)
        tenths = self.rng.randint(11, 480)
        people = Statement(name, "population", str(tenths * 100_000), f"{tenths / 10} million")
        one.slots["population"] = [people]
        one.state(
            "area", f"{self.rng.randint(20, 900) * 1000 + self.rng.randint(1, 9) * 100:,} square kilometres"
        )
        one.state("official language", demonym(name))
        one.state(
            "currency",
            self.names.joined(["fen", "kor", "lar", "mar", "tal", "dro"], ["ner", "dek", "lo", "vin", "gat"]),
        )
        one.state(
            "highest mountain", f"Mount {self.names.joined(words.PLACE_HEADS, ['ra', 'on', 'el', 'is'])}"
        )
        one.state("president", self.names.person())
        one.state("border", *self.rng.sample([c for c in self.countries if c != name], 2))
        return one

    def city(self, name: str = "") -> Entity:
        """A town or city."""
        noun = self.rng.choice(["city", "town"])
        one = Entity("city", name or self.names.place(), noun=noun)
        one.state("be", noun)
        one.state("location", self.rng.choice(self.countries))
        people = self.rng.randint(2, 90) if noun == "town" else self.rng.randint(100, 900)
        one.state("population", f"{people * 1000 + self.rng.randint(1, 9) * 100:,}")
        one.state("area", f"{self.rng.randint(12, 380)} square kilometres")
        one.state_date("founding date", str(self.rng.randint(1050, 1860)))
        one.state("founder", self.names.person())
        one.state("mayor", self.names.person())
        one.state("twin with", self.rng.choice([town for town in self.towns if town != one.name]))
        return one

    def river(self) -> Entity:
        """A river between towns."""
        stem = self.names.joined(words.PLACE_HEADS, ["ra", "en", "a", "ava", "une"])
        one = Entity("river", f"{stem} River", noun="river", article=True)
        one.state("be", "river")
        one.state("location", self.rng.choice(self.countries))
        one.state("rise in", f"{self.names.joined(words.PLACE_HEADS, ['an', 'ic', 'ese'])} Mountains")
        one.state("flow into", f"Lake {self.names.joined(words.PLACE_HEADS, ['mar', 'ossa', 'indra'])}")
        one.state("flow through", *self.rng.sample(self.towns, 2))
        one.state("length", f"{self.rng.randint(40, 900)} kilometres")
        return one

    def mountain(self) -> Entity:
        """A mountain."""
        one = Entity(
            "mountain",
            f"Mount {self.names.joined(words.PLACE_HEADS, ['da', 'or', 'ull', 'ith'])}",
            noun="mountain",
        )
        one.state("be", "mountain")
        one.state("location", self.rng.choice(self.countries))
        one.state("elevation", f"{self.rng.randint(900, 6200):,} metres")
        one.state("climb by", self.names.person())
        return one

    def disease(self) -> Entity:
        """A disease: a topic rather than a name in half of the cases."""
        term = self.names.joined(words.DISEASE_HEADS, words.DISEASE_TAILS)
        name = term if self.rng.random() < 0.6 else f"{self.names.surname()} syndrome"
        one = Entity("disease", name, noun="disease")
        one.state("be", self.rng.choice(words.DISORDERS))
        one.state("affect", self._the(words.ORGANS))
        one.state("symptom", *self.rng.sample(words.SYMPTOMS, self.rng.choice([2, 3])))
        gene = self.names.fresh(
            lambda: "".join(self.rng.choices("BCDFGKLMPRST", k=3)) + str(self.rng.randint(1, 19))
        )
        one.state("cause", f"a mutation in the {gene} gene")
        one.state("treatment", self.rng.choice(words.THERAPIES))
        one.state("name", f"{self.names.surname()} disease")
        one.state("describe by", self.names.person())
        one.state("incubation period", f"{self.rng.randint(3, 60)} days")
        one.state("transmit by", self.rng.choice(words.CARRIERS))
        return self._some(one, 0.75, {"name", "describe by", "incubation period", "transmit by", "treatment"})

    def drug(self) -> Entity:
        """A medicine."""
        one = Entity("drug", self.names.joined(words.DRUG_HEADS, words.DRUG_TAILS), noun="drug")
        one.state("be", self.rng.choice(words.DRUG_KINDS))
        one.state("developer", self.names.firm())
        one.state_date("approval date", str(self.rng.randint(1950, 2020)))
        one.state("side effect", *self.rng.sample(words.SYMPTOMS, self.rng.choice([2, 3])))
        one.state("usual dose", f"{self.rng.choice([5, 10, 20, 40, 50, 80, 100, 250])} milligrams")
        return one

    def act(self) -> Entity:
        """An act of some parliament."""
        one = Entity("act", self._act_name(), noun="act", article=True)
        year = self.rng.randint(1850, 1990)
        one.state("be", self.rng.choice(words.ACT_KINDS))
        one.state("introduce by", self.names.person())
        one.state_date("adoption date", self._day(year - 1))
        one.state("sign by", self.names.person())
        one.state_date("sign date", self._day(year))
        one.state_date("effective date", self._day(year + 1))
        one.state("refer to", f"Committee on {self.rng.choice(words.ACT_TOPICS)} Affairs")
        one.state("repeal", self._act_name())
        one.state("amend", self._act_name())
        body = f"{self.names.joined(words.PLACE_HEADS, words.PLACE_TAILS)} {self.rng.choice(words.ACT_TOPICS)} Board"
        one.slots["establish"] = [Statement(one.name, "establish", body, body)]
        one.state("apply to", self.rng.choice(words.SCOPES))
        one.state("prohibit", self.rng.choice(words.BANS))
        return self._some(
            one, 0.6, {"repeal", "amend", "establish", "refer to", "apply to", "prohibit", "introduce by"}
        )

    def company(self) -> Entity:
        """A company."""
        one = Entity("company", self.names.firm(), noun="company")
        one.state("be", self.rng.choice(words.FIRM_KINDS))
        one.state("location", self._town())
        one.state_date("founding date", str(self.rng.randint(1880, 2015)))
        one.state("founder", self.names.person())
        one.state("chief executive", self.names.person())
        one.state("make", self.rng.choice(words.GOODS))
        one.state("acquire", self.names.firm())
        one.state("owner", self.names.person())
        return self._some(one, 0.7, {"acquire", "owner", "make", "chief executive"})

    def software(self) -> Entity:
        """A program."""
        one = Entity("software", self.names.joined(words.FIRM_HEADS, words.SOFTWARE_TAILS), noun="program")
        one.state("be", self.rng.choice(words.SOFTWARE_KINDS))
        one.state("developer", self.names.person())
        one.state_date("publication date", str(self.rng.randint(1975, 2022)))
        one.state("write in", self.rng.choice(words.LANGUAGES))
        one.state("run on", self.rng.choice(words.SYSTEMS))
        one.state("support", self.rng.choice(words.FEATURES))
        return one

    def book(self) -> Entity:
        """A book."""
        one = self._work("book", "book", words.BOOK_KINDS)
        one.state("author", self.names.person())
        one.state("publisher", f"{self.names.surname()} Press")
        one.state("set in", self._town())
        one.state("main character", self.names.person())
        return self._some(one, 0.7, {"award", "set in", "main character", "publisher"})

    def film(self) -> Entity:
        """A film."""
        one = self._work("film", "film", words.FILM_KINDS)
        one.state("director", self.names.person())
        one.state("cast member", *(self.names.person() for _ in range(self.rng.randint(1, 3))))
        one.state("producer", self.names.person())
        one.state("shoot in", self._town())
        return self._some(one, 0.7, {"award", "shoot in", "producer"})

    def _work(self, kind: str, noun: str, kinds: list[str]) -> Entity:
        one = Entity(kind, self.names.work(), noun=noun)
        one.state("be", self.rng.choice(kinds))
        one.state_date("publication date", str(self.rng.randint(1890, 2020)))
        one.state("award", self.rng.choice(self.prizes))
        return one

    def _some(self, one: Entity, share: float, optional: Iterable[str]) -> Entity:
        """Leave out each optional slot with chance ``1 - share``: not everybody has won a prize."""
        for slot in sorted(optional):
            if self.rng.random() >= share:
                del one.slots[slot]
        return one

    def _country_name(self) -> str:
        def build() -> str:
            stem = self.rng.choice(words.COUNTRY_HEADS)
            return stem + self.rng.choice(["ia", "land", "onia"])

        return self.names.fresh(build)

    def _act_name(self) -> str:
        def build() -> str:
            place = self.rng.choice(words.PLACE_HEADS) + self.rng.choice(words.PLACE_TAILS)
            return f"{place} {self.rng.choice(words.ACT_TOPICS)} Act"

        return self.names.fresh(build)

    def _day(self, year: int) -> str:
        return f"{year}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"

    def _town(self) -> str:
        return self.rng.choice(self.towns)

    def _the(self, nouns: list[str]) -> str:
        return f"the {self.rng.choice(nouns)}"


def demonym(country: str) -> str:
    """The adjective of a country: Varnia - Varnian, Norrland - Norrlandic."""
    return country + ("ic" if country.endswith("land") else "n")
