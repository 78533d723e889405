"""Canonical labels: many wordings of one question, one label, one direction. The table is ``relations.tsv``."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product

from factscan.extract.candidate import Value


@dataclass(frozen=True, slots=True)
class Relation:
    """A label and its direction; ``flipped``: the object of the wording is the subject of the fact."""

    label: str
    flipped: bool


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], Relation]:
    table: dict[tuple[str, str], Relation] = {}
    text = files("factscan.extract").joinpath("relations.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, sort, label = line.split("\t")
        relation = Relation(label.removeprefix("^"), label.startswith("^"))
        for words in product(*(word.split("|") for word in pattern.split(" "))):
            table[" ".join(words), sort] = relation
    return table


def has_relation(pattern: str) -> bool:
    """Whether the table has a row for the wording with some object."""
    return any((pattern, sort) in _table() for sort in ("*", "name", "phrase", "PER", "ORG", "LOC"))


def canonical_relation(pattern: str, label: str, value: Value) -> Relation:
    """The relation of a wording with an object of this sort; its own ``label`` where the table has none."""
    table = _table()
    for sort in (value.sort, value.type, "*"):
        found = table.get((pattern, sort)) if sort else None
        if found is not None:
            return found
    return Relation(label, False)
