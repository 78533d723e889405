"""Canonical labels: many wordings of one question, one label, one direction.

The table is ``relations.tsv``, whose head says how a row is written; a user's table in the same form is laid over it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from math import prod
from pathlib import Path
from typing import Protocol

from factscan.errors import InputError
from factscan.extract.text.spelling import american
from factscan.extract.text.units import DIMENSIONS, dimension
from factscan.hashing import hash64

_OBJECTS = DIMENSIONS | frozenset("date quantity name phrase AWARD PER ORG LOC *".split())
_WHEN = frozenset("in on at during around about circa".split())
_MAX_WORDINGS = 10_000  # of one row: a|b|c in every place multiply


class Answer(Protocol):
    """What of a response decides between the rows of a wording."""

    @property
    def canonical(self) -> str:
        """Its words, in one form."""

    @property
    def type(self) -> str:
        """Name, date, quantity or phrase."""

    @property
    def sort(self) -> str:
        """What a name is the name of, where that is known."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A label and its direction; ``flipped``: the object of the wording is the subject of the fact."""

    label: str
    flipped: bool

    def unturned(self, wording: str) -> str:
        """The label where the fact is told as it is worded after all: "inventor of" for what nobody can look up."""
        if not self.flipped:
            return self.label
        return wording if " " in self.label else f"{self.label} of"


@dataclass(frozen=True, slots=True)
class Relations:
    """A table of wordings: (pattern, what the object is) → relation. ``added``: the hash of a user's rows, if any."""

    rows: Mapping[tuple[str, str], Relation]
    patterns: frozenset[str]
    added: str | None = None

    def has(self, pattern: str) -> bool:
        """Whether there is a row for the wording, with whatever object."""
        return pattern in self.patterns

    def turns(self, verb: str) -> bool:
        """Whether the patient of the verb is the subject whatever it is: there is a row for "be VERB by".

        Where the active verb has a row that turns ("^author"), that one decides: the novel, but not "books". What
        goes both ways ("border") is told as it is stated.
        """
        passive = f"be {verb} by"
        if passive not in self.patterns:
            return False
        label = self.rows.get((passive, "*"))
        active = [row for sort in ("name", "*") if (row := self.rows.get((verb, sort)))]
        return not any(row.flipped or row == label for row in active)

    def canonical(self, pattern: str, label: str, value: Answer) -> Relation:
        """The relation of a wording with an object of this sort; its own ``label`` where there is no row.

        More words decide before fewer ("the parent company" before "the company"), a narrow sort before a wide one.
        """
        dimensions = (dimension(value.canonical) or "",) if value.type == "quantity" else ()
        for wording in _wordings(pattern, label):
            if wording in self.patterns:
                for sort in (*dimensions, value.sort, value.type, "*"):
                    found = self.rows.get((wording, sort))
                    if found is not None:
                        return found
        return Relation(_plain(label, value.type == "date"), False)


def _wordings(pattern: str, label: str) -> tuple[str, ...]:
    """The patterns to look up, the longer first: the noun with its modifiers, the verb with its object.

    A verb with an object inside its label is no longer the verb alone: "opened a shop in" is not "opened in".
    """
    if pattern.startswith("the "):
        return (f"the {label}", pattern) if label.endswith(pattern[3:]) else (pattern,)
    verb, _, preposition = pattern.rpartition(" ")
    start = f"{verb.removeprefix('be ')} "
    if verb and label.startswith(start) and len(label) > len(start) + len(preposition):
        return label, f"{verb} ~ {preposition}"
    return (pattern,)


@lru_cache(1 << 14)
def _plain(label: str, dated: bool) -> str:
    """A label of no row: in one spelling, and with one preposition before dates ("adopt on" is "adopt in")."""
    words = [american(word) for word in label.split(" ")]
    if dated and len(words) > 1 and words[-1] in _WHEN:
        words[-1] = "in"
    return " ".join(words)


@lru_cache(maxsize=1)
def shipped_relations() -> Relations:
    """The table that comes with factscan."""
    text = files("factscan.extract").joinpath("relations.tsv").read_text(encoding="utf-8")
    return _table(dict(_rows(text, "relations.tsv")))


def relations_with(path: str | Path | None) -> Relations:
    """The shipped table with the rows of the file at ``path`` laid over it; without a path, as it is.

    Raises:
        InputError: the file cannot be read, or a line of it is no row.
    """
    shipped = shipped_relations()
    if path is None:
        return shipped
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the table of synonyms {path}: {error}") from error
    return _table({**shipped.rows, **dict(_rows(text, str(path)))}, f"{hash64(text):016x}")


def _table(rows: dict[tuple[str, str], Relation], added: str | None = None) -> Relations:
    return Relations(rows, frozenset(pattern for pattern, _ in rows), added)


def _rows(text: str, source: str) -> Iterator[tuple[tuple[str, str], Relation]]:
    told: dict[tuple[str, str], tuple[Relation, int]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        if len(fields) != 3 or not all(fields) or fields[1] not in _OBJECTS:
            raise InputError(
                f"{source}, line {number}: a row is a pattern, what the object is ({', '.join(sorted(_OBJECTS))}) and "
                f"a label, with a tab between them, not {line[:80]!r}"
            )
        pattern, sort, label = fields
        choices = [word.split("|") for word in pattern.split()]
        relation = Relation(label.removeprefix("^").lstrip(), label.startswith("^"))
        if not relation.label or not all(map(all, choices)):
            raise InputError(f"{source}, line {number}: a word or the label is empty in {line[:80]!r}")
        wordings = prod(map(len, choices))
        if wordings > _MAX_WORDINGS:
            raise InputError(
                f"{source}, line {number}: the row stands for {wordings:,} wordings; write several rows"
            )
        for words in product(*choices):
            wording = " ".join(words), sort
            before, place = told.setdefault(wording, (relation, number))
            if before != relation:
                raise InputError(f"{source}, line {number}: line {place} gives {wording} another label")
            yield wording, relation
