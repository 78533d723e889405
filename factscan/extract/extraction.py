"""What the extractor makes of one document: its mentions, and what was left out of it."""

from dataclasses import dataclass, field

from factscan.extract.mention import Mention
from factscan.extract.open_view.statement import Statement
from factscan.extract.text.prose import Filter


@dataclass(frozen=True, slots=True)
class Skipped:
    """How much of a document a filter dropped."""

    sentences: int
    characters: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence with its words and its asserted mentions about names and about topics."""

    words: int
    names: int = 0
    topics: int = 0


@dataclass(slots=True)
class Extraction:
    """The mentions of a document in text order, how many sentences it has, and what each filter dropped of them.

    For the open view, the statements in place of the mentions. ``asserted``: how many asserted mentions there are by
    kind of subject, where ``mentions`` are only a sample of them. ``counted``: where they are those of chosen subjects,
    what was counted of all, in some sentences.
    """

    sentences: int = 0
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    skipped: dict[Filter, Skipped] = field(default_factory=dict)
    asserted: dict[str, int] | None = None
    counted: list[Counted] = field(default_factory=list)

    def skip(self, name: Filter, characters: int) -> None:
        """Count a sentence that the filter ``name`` dropped."""
        before = self.skipped.get(name, Skipped(0, 0))
        self.skipped[name] = Skipped(before.sentences + 1, before.characters + characters)
