"""What the engine asks of an extractor, and how worker processes get one each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from factscan.extract.extraction import Extraction
from factscan.extract.relations import Relations
from factscan.sampling import Sampling

if TYPE_CHECKING:
    from factscan.extract.extractor import Extractor


class FactExtractor(Protocol):
    """Turns documents into facts.

    What a document yields may depend on its title and text alone, never on its neighbours: a job that goes on
    after a crash, or on more processes, sees other neighbours.
    """

    @property
    def identity(self) -> str:
        """Name and version; two extractors with the same give the same facts."""
        ...

    def extractions(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        """What each (title, text) states, in the order of the documents."""
        ...


ExtractorFactory = Callable[[], FactExtractor]
"""Makes an extractor in a worker process; it travels there by pickle."""


@dataclass(frozen=True, slots=True)
class SpacyExtractors:
    """Makes ``Extractor``s of a spaCy pipeline (None: the shipped one) and a table of relations.

    ``sampling`` of subjects leaves out what can be about no chosen one.
    """

    model: str | None
    relations: Relations
    sampling: Sampling | None = None

    def __call__(self) -> "Extractor":
        from factscan.extract.chosen import ChosenSubjects
        from factscan.extract.extractor import Extractor

        chosen = None
        if self.sampling and self.sampling.by == "subjects":
            chosen = ChosenSubjects(self.sampling.keeps, self.sampling.counted_one_in)
        return Extractor(self.model, self.relations, chosen=chosen)
