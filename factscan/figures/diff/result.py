"""What a comparison of two runs found, as data."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from factscan.figures.diff.reading import ReadApart, Shards
from factscan.figures.report import Row
from factscan.figures.settings import Settings
from factscan.sampling import Sampling
from factscan.stats import Difference

SCHEMA_VERSION = 1
ALPHA = 0.05
"""A figure moved if its adjusted p-value is below this: the chance of any false alarm in a family of groups."""

Kind = Literal["overall", "domain", "shard"]


@dataclass(frozen=True, slots=True)
class PromptCounts:
    """Prompts of a group in either run, and how many changed. A prompt that the scope knew before is not gained.

    ``gained_singletons`` are those of ``gained`` that one unit states, ``lost_singletons`` those of ``lost`` that one
    unit stated. ``became_known``: a singleton before, stated by several units now; ``became_singletons``: the reverse.
    """

    prompts_a: int = 0
    prompts_b: int = 0
    gained: int = 0
    gained_singletons: int = 0
    lost: int = 0
    lost_singletons: int = 0
    became_known: int = 0
    became_singletons: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A group in both runs: its rows ``a`` and ``b``, and b less a of missing mass and floor.

    The adjusted p-values are Holm's over the groups of the same kind that were tested; ``adjusted`` is None where the
    difference is undefined, of few units, or of too small a group to be tested beside many others (``untested`` says
    why). ``shared_a`` and ``shared_b``: the share of its mentions in units that are the same in both runs; None in
    samples. ``prompts``: None for shards.
    """

    kind: Kind
    name: str
    a: Row
    b: Row
    missing_mass: Difference
    floor: Difference
    shared_a: float | None
    shared_b: float | None
    prompts: PromptCounts | None
    untested: str = ""

    @property
    def moved(self) -> bool:
        """Whether the floor moved by more than noise, and the missing mass with it.

        Both, as the floor's interval takes κ as given: a κ that changed by a thousandth, with the answers of another
        domain, moves the floor of documents that are all the same.
        """
        return _moved(self.floor) and _moved(self.missing_mass)

    @property
    def missing_mass_moved(self) -> bool:
        return _moved(self.missing_mass)

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "moved": self.moved,
            "missing_mass_moved": self.missing_mass_moved,
            "floor": asdict(self.floor),
            "missing_mass": asdict(self.missing_mass),
            "shared_a": self.shared_a,
            "shared_b": self.shared_b,
            "prompts": asdict(self.prompts) if self.prompts else None,
            "untested": self.untested,
            "a": self.a.as_dict(),
            "b": self.b.as_dict(),
        }


def _moved(found: Difference) -> bool:
    return found.adjusted is not None and found.adjusted < ALPHA


@dataclass(frozen=True, slots=True)
class PromptChange:
    """A prompt that changed, with the mentions and the units that state it in either run.

    ``change``: gained, lost, became known, became a singleton. ``answers``: up to three of ``all_answers`` that the run
    gives which has it in more units; ``domain`` states most of it.
    """

    change: str
    subject: str
    relation: str
    answers: list[str]
    all_answers: int
    domain: str
    units_a: int
    units_b: int
    mentions_a: int
    mentions_b: int


@dataclass(frozen=True, slots=True)
class Documents:
    """How many documents the runs have, and how many are in both.

    ``same``: with the same id, title and text; ``renamed``: with the same text under another id or title; ``edited``:
    with the same id and another text.
    """

    documents_a: int
    documents_b: int
    same: int
    renamed: int
    edited: int

    @property
    def shared(self) -> int:
        return self.same + self.renamed + self.edited


@dataclass(frozen=True, slots=True)
class Diff:
    """Run B beside run A, under one choice of settings. Every change is B less A.

    ``only_a`` and ``only_b``: domains that one run alone has, as rows of it; ``shards`` tells of the input files, and
    ``of_shards`` compares those of the same name. ``mixture``: how much of the overall floor's change is that of the
    shares of the domains, ``own`` how much that of their floors (a domain that one run alone has is all mixture); None
    where the overall floor is not their mean.
    """

    path_a: str
    path_b: str
    settings: Settings
    sampling: Sampling | None
    read_apart: list[ReadApart]
    shards: Shards
    documents: Documents
    overall: Change
    domains: list[Change]
    of_shards: list[Change]
    only_a: list[Row]
    only_b: list[Row]
    examples: list[PromptChange]
    mixture: float | None
    own: float | None

    @property
    def changes(self) -> list[Change]:
        return [self.overall, *self.domains, *self.of_shards]

    @property
    def keys_differ(self) -> bool:
        """Whether the same question may have another key in the other run."""
        return any(one.touches == "keys" for one in self.read_apart)

    def as_dict(self) -> dict[str, Any]:
        return {
            "schema_version": SCHEMA_VERSION,
            "run_a": self.path_a,
            "run_b": self.path_b,
            "settings": self.settings.as_dict(),
            "sampled": self.sampling.as_dict() if self.sampling else None,
            "read_apart": [{**asdict(one), "means": one.means} for one in self.read_apart],
            "documents": asdict(self.documents),
            "shards": asdict(self.shards),
            "overall": self.overall.as_dict(),
            "overall_floor_change": {"mixture": self.mixture, "own": self.own},
            "domains": [one.as_dict() for one in self.domains],
            "of_shards": [one.as_dict() for one in self.of_shards],
            "only_a": [row.as_dict() for row in self.only_a],
            "only_b": [row.as_dict() for row in self.only_b],
            "examples": [asdict(one) for one in self.examples],
        }
