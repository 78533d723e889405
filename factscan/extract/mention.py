"""What an extractor yields: mentions of facts, with their evidence."""

from dataclasses import dataclass
from typing import Literal

SubjectKind = Literal["name", "topic", "concept"]
ObjectType = Literal["name", "date", "quantity", "phrase"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of a fact at one place of a document (FACTS: subject, relation, object).

    ``subject``, ``relation`` and ``object`` are canonical: what the keys are made of. Offsets count
    characters of the document's text: ``sentence_start``/``sentence_end`` is the sentence that states the
    fact, ``char_start``/``char_end`` the smallest span that holds the words of its relation and object.
    ``flags`` says why a mention is not asserted (``negated``, ``modal``, ``conditional``, ``question``,
    ``attributed``, ``future``, ``quoted``, ``command``, ``evaluation``) or not counted (``vague``: its object
    identifies nothing; ``doubtful``: its confidence, the odds that it is right, is too low); ``asserted`` holds
    exactly when none is.
    """

    subject: str
    subject_kind: SubjectKind
    relation: str
    object: str
    object_type: ObjectType
    sentence_start: int
    sentence_end: int
    char_start: int
    char_end: int
    flags: tuple[str, ...]
    confidence: float

    @property
    def asserted(self) -> bool:
        return not self.flags
