"""What counts, as what: the choices that are made when figures are computed, never when text is read."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from factscan.errors import UsageError

if TYPE_CHECKING:  # options are read before anything is computed, and must not wait for numpy
    from factscan.stats.miscalibration import Miscalibration

Level = Literal["prompt", "fact"]
Unit = Literal["document", "cluster", "source"]
Scope = Literal["mix", "alone"]
Dedup = Literal["none", "exact", "near", "none,sentences", "exact,sentences", "near,sentences"]
Copies = Literal["none", "exact", "near"]
DeltaSource = Literal["assumed", "measured"]

LEVELS: tuple[str, ...] = get_args(Level)
UNITS: tuple[str, ...] = get_args(Unit)
SCOPES: tuple[str, ...] = get_args(Scope)
DEDUPS: tuple[str, ...] = get_args(Dedup)
DELTA_SOURCES: tuple[str, ...] = get_args(DeltaSource)
COPIES: tuple[Copies, ...] = get_args(Copies)
SUBJECT_KINDS = ("name", "topic", "concept")
POOL_UNDER = 100
"""Mentions under which a domain is tiny: without bursts its M at .5 is known to ±.10, with bursts of 4 to ±.26."""
MANY_DOMAINS = 20
"""So many tiny domains are pooled; fewer are shown one by one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices behind every figure of a report.

    ``unit``: what is left out as a whole. ``scope``: a prompt is known if any document of the corpus
    (``mix``) or of its own group (``alone``) states it. ``dedup``: which copies are left out: ``none``,
    ``exact`` copies of a text, ``near``-copies as well; with ``,sentences``, of a sentence that several of the
    remaining documents state only the mentions of the first. ``subjects``: the kinds of subject that count.
    ``delta``: the miscalibration that the bounds take off, ``delta_source``: whether it is assumed or was measured;
    ``delta_measured``: how, where a model's answers measured it (``delta`` then is its upper end), ``delta_note``: why
    not. ``gamma``: the chance that any of the printed bounds fails.
    ``pool_under``: domains with fewer mentions are one group, where there are at least 20 of them; 0: never.
    ``level``: what is stated elsewhere or not: a ``prompt``, by any answer, or a ``fact``, a prompt with its answer.
    ``domains``: new names of domains, as pairs of a name or a pattern (``*``, ``?``, ``[…]``) and the new name; a name
    counts before a pattern, a pattern before later ones, and domains that none fits keep their names.
    ``by_source``: figures of every source as well.
    """

    unit: Unit = "document"
    scope: Scope = "mix"
    dedup: Dedup = "near"
    subjects: tuple[str, ...] = ("name", "topic")
    delta: float = 0.0
    gamma: float = 0.01
    pool_under: int = POOL_UNDER
    level: Level = "prompt"
    delta_source: DeltaSource = "assumed"
    delta_measured: "Miscalibration | None" = None
    delta_note: str = ""
    domains: tuple[tuple[str, str], ...] = ()
    by_source: bool = False

    def __post_init__(self) -> None:
        _check("level", self.level, LEVELS)
        _check("unit", self.unit, UNITS)
        _check("scope", self.scope, SCOPES)
        _check("dedup", self.dedup, DEDUPS)
        _check("delta_source", self.delta_source, DELTA_SOURCES)
        _check_subjects(self.subjects)
        if not 0 <= self.delta <= 1 or not 0 < self.gamma < 1:
            raise UsageError("delta lies in [0, 1] and gamma in (0, 1)")
        if self.pool_under < 0:
            raise UsageError("pool_under is a number of mentions, 0 for no pool")
        if not all(pattern and name for pattern, name in self.domains):
            raise UsageError("domains are pairs of a domain (or a pattern) and its new name, neither empty")

    @property
    def copies(self) -> Copies:
        """Which documents are copies of others, and do not count."""
        return cast(Copies, self.dedup.partition(",")[0])

    @property
    def without_repeats(self) -> bool:
        """Whether a sentence that several documents state counts only in the first."""
        return self.dedup.endswith(",sentences")

    @property
    def of_facts(self) -> bool:
        """Whether facts count, and no prompts."""
        return self.level == "fact"

    def refuse_facts(self, what: str) -> None:
        """Refuse to do ``what`` with facts.

        Raises:
            UsageError: facts are asked for.
        """
        if self.of_facts:
            raise UsageError(f"{what} is defined for prompts only: leave --level fact out")

    def as_dict(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "unit": self.unit,
            "scope": self.scope,
            "dedup": self.dedup,
            "subjects": list(self.subjects),
            "delta": self.delta,
            "delta_source": self.delta_source,
            "delta_measured": asdict(self.delta_measured) if self.delta_measured else None,
            "gamma": self.gamma,
            "pool_under": self.pool_under,
            "domains": [list(pair) for pair in self.domains],
            "by_source": self.by_source,
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
