"""A drawn mention: a row of an audit's file, and what labels mean."""

from dataclasses import dataclass
from typing import Literal

Label = Literal["", "y", "n", "u"]
SampleName = Literal["random", "singletons", "both"]
Strata = Literal["all", "domain"]

OPEN, CLOSE = "⟦", "⟧"
"""Where the words of the relation and the object begin and end in the sentence."""

LABELS: dict[str, Label] = {
    "": "",
    **dict.fromkeys(("y", "yes", "right", "true", "1", "same"), "y"),
    **dict.fromkeys(("n", "no", "wrong", "false", "0", "different"), "n"),
    **dict.fromkeys(("u", "unsure", "?"), "u"),
}
"""What a label may be written as."""


@dataclass(slots=True)
class Item:
    """A mention to be labelled, with its evidence and with how it was drawn.

    ``label``: y right, n wrong, u unsure, empty not yet. ``sample``: drawn among the counted mentions
    (``random``), among those of singletons, or both; ``random_of`` and ``singletons_of`` are the sizes of the strata
    that it was drawn from, None where it was not. ``strata``: the whole run (``all``) or each ``domain`` is a
    stratum. ``run`` is the identity of the run, ``subjects`` the kinds that counted, ``dedup`` the
    copies that did not, ``unit`` what a singleton is stated in one of; ``units`` how many state this prompt (None
    in the files of earlier versions).
    """

    label: Label
    note: str
    subject: str
    relation: str
    object: str
    sentence: str
    title: str
    domain: str
    sample: SampleName
    subject_kind: str
    object_type: str
    confidence: float
    doc_id: str
    shard: str
    mention: str
    run: str
    seed: int
    strata: Strata
    subjects: str
    dedup: str
    random_of: int | None
    singletons_of: int | None
    unit: str
    units: int | None

    @property
    def name(self) -> str:
        return self.mention

    def size(self, sample: str) -> int | None:
        """The size of the stratum that it was drawn from for ``sample``, None if it is not of that sample."""
        return self.random_of if sample == "random" else self.singletons_of

    @property
    def design(self) -> dict[str, str | int]:
        """What all items of one sample have in common."""
        names = ("run", "seed", "strata", "subjects", "dedup", "unit")
        return {name: getattr(self, name) for name in names}

    @property
    def stratum(self) -> str:
        return self.domain if self.strata == "domain" else ""


def marked(sentence: str, start: int, end: int) -> str:
    """The sentence with the span put between brackets, where it lies in it (spellings of a sentence differ)."""
    if not 0 <= start < end <= len(sentence):
        return sentence
    return f"{sentence[:start]}{OPEN}{sentence[start:end]}{CLOSE}{sentence[end:]}"
