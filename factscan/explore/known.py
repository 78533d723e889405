"""What a run knows about one thing, as data.

All counts are of what a report counts under the ``settings``; ``other`` are mentions beside them, ``left_out`` says
why.
"""

from dataclasses import asdict, dataclass
from typing import Any

from factscan.figures.settings import Settings


@dataclass(frozen=True, slots=True)
class Response:
    """One answer. ``coarse``: a date inside which another answer lies, so that the two agree."""

    fact_id: int
    object: str
    object_type: str
    mentions: int
    documents: int
    other: int
    coarse: bool


@dataclass(frozen=True, slots=True)
class InDomain:
    """How often it is stated in a domain. ``units`` are what a report leaves out as a whole."""

    domain: str
    mentions: int
    documents: int
    units: int
    other: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Mentions that do not count: copies, repeated sentences, or the flags of what is not asserted."""

    reason: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A mention: its sentence (None in a run without evidence) and where that stands.

    ``span_start`` to ``span_end`` are the words of relation and object in the sentence. ``left_out`` is None where it
    counts; ``copy_of`` is the id of the document that a copy copies.
    """

    object: str
    sentence: str | None
    span_start: int
    span_end: int
    domain: str
    source: str
    shard: str
    doc_id: str
    title: str
    left_out: str | None
    flags: list[str]
    confidence: float
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """A prompt with what counts of it and its answers, the most stated first."""

    prompt_id: int
    subject: str
    subject_kind: str
    relation: str
    mentions: int
    documents: int
    units: int
    domains: list[str]
    responses: list[Response]

    @property
    def singleton(self) -> bool:
        """Whether one unit alone states it."""
        return self.units == 1

    @property
    def conflicting(self) -> bool:
        """Whether there are several answers that count, a date and a finer one inside it being one."""
        return sum(response.mentions > 0 and not response.coarse for response in self.responses) > 1


@dataclass(frozen=True, slots=True)
class KnownPrompt:
    """Everything about a prompt, or about one of its facts (``fact``, which the evidence is of then)."""

    settings: Settings
    counts: Counts
    fact: Response | None
    domains: list[InDomain]
    left_out: list[LeftOut]
    evidence: list[Evidence]

    def as_dict(self) -> dict[str, Any]:
        return {
            "settings": chosen(self.settings),
            "counted_kind": self.counts.subject_kind in self.settings.subjects,
            "singleton": self.counts.singleton,
            "conflicting": self.counts.conflicting,
            **asdict(self.counts),
            "fact": asdict(self.fact) if self.fact else None,
            "by_domain": [asdict(one) for one in self.domains],
            "left_out": [asdict(one) for one in self.left_out],
            "evidence": [asdict(one) for one in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """Everything about an entity: its prompts, the most stated first; ``total`` is how many there are."""

    settings: Settings
    subject: str
    total: int
    prompts: list[Counts]
    domains: list[InDomain]
    left_out: list[LeftOut]

    def as_dict(self) -> dict[str, Any]:
        return {
            "settings": chosen(self.settings),
            "subject": self.subject,
            "total": self.total,
            "prompts": [
                {"singleton": one.singleton, "conflicting": one.conflicting, **asdict(one)}
                for one in self.prompts
            ],
            "by_domain": [asdict(one) for one in self.domains],
            "left_out": [asdict(one) for one in self.left_out],
        }


Known = KnownPrompt | KnownEntity


def chosen(settings: Settings) -> dict[str, Any]:
    """Those of the settings that decide what counts here."""
    return {"unit": settings.unit, "dedup": settings.dedup, "subjects": list(settings.subjects)}
