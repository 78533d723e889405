"""What counts, as what: the choices that are made when figures are computed, never when text is read."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from factscan.errors import UsageError

Unit = Literal["document", "cluster", "source"]
Scope = Literal["mix", "alone"]
Dedup = Literal["none", "exact"]

UNITS: tuple[str, ...] = get_args(Unit)
SCOPES: tuple[str, ...] = get_args(Scope)
DEDUPS: tuple[str, ...] = get_args(Dedup)
SUBJECT_KINDS = ("name", "topic", "concept")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices behind every figure of a report.

    ``unit``: what is left out as a whole. ``scope``: a prompt is known if any document of the corpus
    (``mix``) or of its own group (``alone``) states it. ``dedup``: which copies are left out. ``subjects``:
    the kinds of subject that count. ``delta``: assumed miscalibration; ``gamma``: the chance that any of the
    printed bounds fails.
    """

    unit: Unit = "document"
    scope: Scope = "mix"
    dedup: Dedup = "exact"
    subjects: tuple[str, ...] = ("name", "topic")
    delta: float = 0.0
    gamma: float = 0.01

    def __post_init__(self) -> None:
        _check("unit", self.unit, UNITS)
        _check("scope", self.scope, SCOPES)
        _check("dedup", self.dedup, DEDUPS)
        _check_subjects(self.subjects)
        if not 0 <= self.delta <= 1 or not 0 < self.gamma < 1:
            raise UsageError("delta lies in [0, 1] and gamma in (0, 1)")

    def as_dict(self) -> dict[str, Any]:
        return {
            "unit": self.unit,
            "scope": self.scope,
            "dedup": self.dedup,
            "subjects": list(self.subjects),
            "delta": self.delta,
            "gamma": self.gamma,
        }


def subject_kinds(text: str) -> tuple[str, ...]:
    """The kinds of subject that an option names: "name,topic".

    Raises:
        UsageError: it names none, or one that does not exist.
    """
    kinds = tuple(part.strip() for part in text.split(",") if part.strip())
    _check_subjects(kinds)
    return kinds


def _check_subjects(kinds: tuple[str, ...]) -> None:
    if not kinds:
        raise UsageError(f"subjects is empty. Available: {', '.join(SUBJECT_KINDS)}")
    for kind in kinds:
        _check("subjects", kind, SUBJECT_KINDS)


def _check(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UsageError(f"{name} is {value!r}. Available: {', '.join(allowed)}")
