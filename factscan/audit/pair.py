"""A pair of near prompts: a row of the file that ``factscan audit --pairs`` writes."""

from dataclasses import dataclass
from typing import Literal

from factscan.audit.item import Label

Kind = Literal["subject", "relation"]


@dataclass(slots=True)
class Pair:
    """A singleton and the nearest prompt of another unit, to be labelled the same question or another one.

    ``label``: y the same, n different, u unsure, empty not yet. ``kind``: what differs, the subject or the
    relation. ``closeness``: how alike that is, 0 to 1, less where the answers differ as well.

    How it was drawn, in mentions of singletons: the singleton's own ``mentions``; ``stratum_of``, of those with a near
    prompt of this kind; ``looked_at``, of those whose near prompts were looked for, which are ``prompts_looked_at``
    prompts; ``singletons_of``, of all. ``run``, ``seed``, ``subjects``, ``dedup`` and ``unit`` as in ``Item``.
    """

    label: Label
    note: str
    kind: Kind
    subject: str
    relation: str
    object: str
    other_subject: str
    other_relation: str
    other_object: str
    sentence: str
    other_sentence: str
    title: str
    other_title: str
    domain: str
    closeness: float
    mentions: int
    pair: str
    run: str
    seed: int
    subjects: str
    dedup: str
    unit: str
    stratum_of: int
    looked_at: int
    prompts_looked_at: int
    singletons_of: int

    @property
    def name(self) -> str:
        return self.pair

    @property
    def design(self) -> dict[str, str | int]:
        """What all pairs of one sample have in common."""
        names = ("run", "seed", "subjects", "dedup", "unit", "looked_at", "singletons_of")
        return {name: getattr(self, name) for name in names}
