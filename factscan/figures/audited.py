"""The labels of an audit, as the figures take them, and the figures that they correct."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factscan.stats import Interval, UnitSums
from factscan.stats.noise import JUNK, Corrected, Judged, corrected, without_junk

OVERALL = ("overall", "overall")


@dataclass(frozen=True, slots=True)
class Labels:
    """What was labelled in a group: mentions of singletons, other mentions, and how many stayed unsure."""

    singletons: Judged
    others: Judged
    unsure: int
    reason: str = ""
    """Why they correct nothing."""


_NONE = Judged(0.0, 0.0)
UNLABELLED = Labels(_NONE, _NONE, 0)
OF_THE_CORPUS = Labels(
    _NONE,
    _NONE,
    0,
    "undefined: the audit's singletons are those of the whole corpus, and which mentions only this group's documents "
    "make singletons its file does not say (--scope mix)",
)

LabelsOf = Mapping[tuple[str, str], Labels]
"""Labels by group: what it is (overall, domain, shard) and its name."""


def correct(labels: Labels | None, sums: UnitSums, weighted: UnitSums) -> Corrected | None:
    """A group's corrected figures; None where there is no audit of it."""
    if labels is None or not labels.reason:
        return corrected(sums, weighted, labels.singletons, labels.others) if labels else None
    nothing = Interval(None, None, None, labels.reason)
    return Corrected(nothing, nothing, nothing, nothing, None)


def as_dict(found: Corrected | None) -> dict[str, Any] | None:
    """For JSON."""
    if found is None:
        return None
    intervals = {name: getattr(found, name) for name in ("missing_mass", "floor", "singletons", "others")}
    shown: dict[str, Any] = {
        name: {
            "estimate": interval.estimate,
            "low": interval.low,
            "high": interval.high,
            **({"reason": interval.reason} if interval.reason else {}),
        }
        for name, interval in intervals.items()
    }
    return {**shown, "right": found.right}


def sensitivity(missing_mass: float | None, floor: float | None) -> dict[str, dict[str, float | None]]:
    """By share of junk: what missing mass and floor would be without it; empty where nothing counts."""
    if missing_mass is None:
        return {}
    kept = None if floor is None else floor / missing_mass if missing_mass else 0.0
    real = {junk: without_junk(missing_mass, junk) for junk in JUNK}
    return {
        f"{junk:g}": {"missing_mass": value, "floor": None if kept is None else value * kept}
        for junk, value in real.items()
    }
