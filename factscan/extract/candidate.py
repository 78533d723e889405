"""What a rule finds: a relation between two places of a sentence, not yet named or keyed."""

from dataclasses import dataclass

from factscan.extract.mention import ObjectType
from factscan.extract.syntax.assertion import NONE, Flags


@dataclass(frozen=True, slots=True)
class Value:
    """A response in canonical form, its type, and the characters of the sentence it spans."""

    canonical: str
    type: ObjectType
    start: int
    end: int
    sort: str = ""  # what the name is of, where the pipeline says: PER, LOC, ORG


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation between the phrase headed by token ``subject`` and one headed by ``object`` (or a ready value).

    ``pattern`` looks the relation up in the table of canonical labels; ``label`` is its name where the table
    says nothing. ``transitive``: subject and object are agent and patient of one verb, so the fact can be told
    either way round. ``words`` are the tokens that state the relation.
    """

    subject: int
    pattern: str
    label: str
    object: int | Value
    words: tuple[int, ...]
    flags: Flags = NONE
    transitive: bool = False
    confidence: float = 0.7
