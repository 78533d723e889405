"""How much more text brings every domain to a missing mass."""

from dataclasses import asdict, dataclass
from typing import Any

from factscan.errors import UsageError
from factscan.figures.checks import Growth
from factscan.figures.report import Report, Row
from factscan.figures.sampled import NOT_OF_A_SAMPLE
from factscan.stats import Needed, units_for


@dataclass(frozen=True, slots=True)
class Reach:
    """What brings a ``group`` from its missing mass ``now`` to a target.

    ``all_grow``: documents of all domains are added, in the proportions of the corpus; ``group_grows``: of the group
    alone. ``documents`` that count there are of the corpus and of the group. ``growth`` holds the forecasts at twice as
    many, with their intervals.
    """

    group: str
    now: float | None
    documents_of_all: int
    documents_of_group: int
    all_grow: Needed
    group_grows: Needed
    growth: Growth

    @property
    def more_of_all(self) -> int | None:
        """Documents to add; 0 if the target is reached already."""
        return _more(self.all_grow, self.documents_of_all)

    @property
    def more_of_group(self) -> int | None:
        return _more(self.group_grows, self.documents_of_group)

    def as_dict(self) -> dict[str, Any]:
        return {
            "group": self.group,
            "missing_mass": self.now,
            "all_grow": {**asdict(self.all_grow), "more_documents": self.more_of_all},
            "group_grows": {**asdict(self.group_grows), "more_documents": self.more_of_group},
            **self.growth.forecasts(),
        }


def _more(needed: Needed, documents: int) -> int | None:
    return None if needed.times is None else max(0, round((needed.times - 1) * documents))


def reach(report: Report, target: float, *, beyond: bool = False) -> list[Reach]:
    """For the whole corpus and every domain; ``beyond``: further than twice the text, as a guess.

    Raises:
        UsageError: ``target`` is no missing mass, or the run keeps a sample.
    """
    if report.sampling:
        raise UsageError(NOT_OF_A_SAMPLE)
    if not 0 < target < 1:
        raise UsageError(f"a target is a missing mass between 0 and 1, not {target:g}")
    rows = {row.name: row for row in report.domains} | {report.overall.name: report.overall}
    everything = report.overall
    return [
        Reach(
            group=found.group,
            now=found.now,
            documents_of_all=_counted(everything if report.settings.scope == "mix" else rows[found.group]),
            documents_of_group=_counted(rows[found.group]),
            all_grow=units_for(found.spectrum, target, beyond=beyond),
            group_grows=units_for(found.spectrum_alone, target, beyond=beyond),
            growth=found,
        )
        for found in report.checks.growth
    ]


def _counted(row: Row) -> int:
    return row.documents - row.duplicates
