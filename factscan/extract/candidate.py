"""What a rule finds: a relation between two places of a sentence, not yet named or keyed."""

from dataclasses import dataclass

from factscan.extract.mention import ObjectType
from factscan.extract.syntax.assertion import NONE, Flags
from factscan.extract.syntax.content import Content


@dataclass(frozen=True, slots=True)
class Value:
    """A response in canonical form, its type, the characters of the sentence it spans, and how much it tells."""

    canonical: str
    type: ObjectType
    start: int
    end: int
    sort: str = ""  # what the name is of, where the pipeline says: PER, LOC, ORG
    content: Content = Content.NAMED
    certain: bool = True  # not what a pronoun probably stands for


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation between the phrase headed by token ``subject`` and one headed by ``object`` (or a ready value).

    ``pattern`` looks the relation up in the table of canonical labels; ``label`` is its name where the table
    says nothing. ``transitive``: subject and object are agent and patient of one verb, so the fact can be told
    either way round. ``words`` are the tokens that state the relation. ``enough``: how little the response may
    tell ("insects" answers "eat – ?", but "letters" does not answer "receive – ?"). ``name``: the characters that
    spell the subject's name, where the words and not the tree say so. ``topical``: told of the illness or drug that the
    document is about, which the sentence need not name. ``either``: the fact is the same whichever of two words the
    response hangs on ("offers degrees in law"), so that its own arc need not be sure.
    """

    subject: int
    pattern: str
    label: str
    object: int | Value
    words: tuple[int, ...]
    flags: Flags = NONE
    transitive: bool = False
    confidence: float = 0.7
    enough: Content = Content.UNFINISHED
    name: tuple[int, int] | None = None
    topical: bool = False
    either: bool = False
