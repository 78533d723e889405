"""What the open view finds: a relation phrase and its arguments, in the words of the sentence."""

from dataclasses import dataclass

from factscan.extract.syntax.assertion import NONE, Flags


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation phrase with its arguments: the subject first, then the object, then what else the clause says.

    The subject is empty where the sentence leaves it out ("Checked in late"). ``flags`` says why it is not asserted,
    as for a mention; ``confidence`` orders statements by how often their construction is read right. The sentence is
    ``text[sentence_start:sentence_end]`` of its document.
    """

    relation: str
    arguments: tuple[str, ...]
    flags: Flags = NONE
    confidence: float = 0.7
    sentence_start: int = 0
    sentence_end: int = 0

    @property
    def asserted(self) -> bool:
        """Whether the sentence states it as true."""
        return not self.flags
