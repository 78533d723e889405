"""Names of people, places, firms, prizes and works."""

from collections.abc import Callable, Sequence
from random import Random

from generator import words_data as words


class Namer:
    """Makes names that occur only once in the world, so that no two entities share a key."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.used: set[str] = set()

    def fresh(self, build: Callable[[], str]) -> str:
        """The first name that ``build`` makes which nobody bears; ValueError where its lists are used up."""
        for _ in range(10_000):
            if (name := build()) not in self.used:
                self.used.add(name)
                return name
        raise ValueError(f"no name is left like {name!r}: lengthen its word lists")

    def joined(self, heads: Sequence[str], tails: Sequence[str], glue: str = "") -> str:
        """A fresh name out of a head and a tail."""
        return self.fresh(lambda: self.rng.choice(heads) + glue + self.rng.choice(tails))

    def surname(self) -> str:
        """A surname that no other subject of the world bears."""
        return self.joined(words.SURNAME_HEADS, words.SURNAME_TAILS)

    def person(self, surname: str = "", female: bool | None = None) -> str:
        """A full name; people who are only objects share surnames."""
        women = self.rng.random() < 0.5 if female is None else female

        def build() -> str:
            last = surname or self.rng.choice(words.SURNAME_HEADS) + self.rng.choice(words.SURNAME_TAILS)
            return f"{self.rng.choice(words.FEMALE if women else words.MALE)} {last}"

        return self.fresh(build)

    def place(self) -> str:
        """A town."""
        return self.joined(words.PLACE_HEADS, words.PLACE_TAILS)

    def firm(self) -> str:
        """A company, sometimes with a word for its trade."""
        stem = self.joined(words.FIRM_HEADS, words.FIRM_TAILS)
        return stem if self.rng.random() < 0.3 else f"{stem} {self.rng.choice(words.FIRM_WORDS)}"

    def prize(self) -> str:
        """A prize named after somebody."""
        return f"{self.joined(words.SURNAME_HEADS, words.SURNAME_TAILS)} {self.rng.choice(words.PRIZE_KINDS)}"

    def work(self) -> str:
        """The title of a book or film."""
        return self.joined(words.WORK_ADJECTIVES, words.WORK_NOUNS, " ")
