"""What merging split keys would do: one question that was keyed as two looks like two facts that nobody else states."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from factscan.stats.interval import LEVEL, Interval, quantile
from factscan.stats.proportion import wilson


@dataclass(frozen=True, slots=True)
class Stratum:
    """Singletons with a near prompt of one kind.

    ``share`` of all mentions of singletons that are theirs (θ) · ``same`` of ``judged`` drawn ones are the same
    question as their near prompt: effective numbers, weighted by mentions.
    """

    share: float
    same: float
    judged: float


def merged_share(
    strata: Sequence[Stratum], looked_at: int, *, of_all: float = 1.0, level: float = LEVEL
) -> Interval:
    """Share x of the mentions of singletons that merging would make known: x = Σ_h θ_h·p_h, p_h = same/judged.

    Two phases: of ``looked_at`` prompts, drawn from all, the near prompts were looked for (``of_all``: the share of all
    mentions that theirs are; 1: nothing is left to chance there), and of those that have one some were labelled.
    Interval (derived here): x ∓ √( Σ θ_h²·(p_h − Wilson's limit)² + z²·(1 − of_all)·(Σ θ_h·p_h² − x²)/looked_at ),
    clipped to [0, 1].

    A lower bound in two ways: a singleton counts by its nearest prompt alone, and split keys that share no
    subject or no answer are never near. Undefined (None) where a stratum has no label.
    """
    if any(stratum.judged <= 0 for stratum in strata):
        return Interval(None, None, None, "undefined: of one kind no pair is labelled the same or different")
    found = [(stratum.share, wilson(stratum.same, stratum.judged, level).ends) for stratum in strata]
    share = sum(part * p for part, (_, p, _) in found)
    spread = sum(part * p**2 for part, (_, p, _) in found) - share**2
    drawn = quantile(level) ** 2 * (1 - of_all) * max(0.0, spread) / looked_at
    down, up = drawn, drawn
    for part, (low, p, high) in found:
        down += (part * (p - low)) ** 2
        up += (part * (high - p)) ** 2
    return Interval(share, max(0.0, share - sqrt(down)), min(1.0, share + sqrt(up)))


def merged(seen: Interval, share: Interval) -> Interval:
    """A missing mass or floor ``seen`` less the ``share`` x of it that merging takes: seen·(1 − x).

    Interval: either moved alone, distances added in squares (MOVER). For the floor it assumes that what merges has the
    κ of the other singletons.
    """
    for interval in (seen, share):
        if interval.estimate is None:
            return Interval(None, None, None, interval.reason)
    (low, at, high), (least, taken, most) = seen.ends, share.ends
    estimate, kept = at * (1 - taken), 1 - taken
    down = sqrt(((at - low) * kept) ** 2 + (at * (most - taken)) ** 2)
    up = sqrt(((high - at) * kept) ** 2 + (at * (taken - least)) ** 2)
    return Interval(estimate, max(0.0, estimate - down), min(1.0, estimate + up), seen.reason)
