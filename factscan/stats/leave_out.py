"""Leave a part out: what the rest predicts for it against what it shows, and whether they part by more than noise."""

from dataclasses import dataclass
from math import sqrt

from factscan.stats.interval import LEVEL, Interval
from factscan.stats.missing_mass import missing_mass_of_sums
from factscan.stats.unit_sums import UnitSums

TOO_FEW_UNITS = 10
FEW = f"fewer than {TOO_FEW_UNITS} effective units on one side: too few to tell"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Missing mass of a part: ``predicted`` by the rest, ``realised`` in the part, ``gap`` = realised − predicted.

    The gap lies in [−1, 1]. ``parts`` says whether it is more than noise, at a level that holds for all parts that
    were looked at together; None where it cannot be told (``gap.reason``).
    """

    predicted: Interval
    realised: Interval
    gap: Interval
    parts: bool | None


def left_out(rest: UnitSums, part: UnitSums, *, looks: int = 1, level: float = LEVEL) -> LeftOut:
    """Compare a part with the rest that it was left out of.

    ``rest``: the sums of the rest by itself, as if the part had never been read (u are mentions of prompts in no
    other unit *of the rest*). ``part``: the sums of the part with u the mentions of prompts that the rest does not
    state, and no pairs. ``looks``: parts that are compared with their rests at once; each is tested at level
    1 − (1 − ``level``)/looks (Bonferroni).

    The rest predicts MM, the chance that a mention of a new unit asks what the rest does not state, with the error
    of M1/N. Given the rest, the units of the part, if they are of its kind, are independent draws whose expected
    share is that very MM. So the two errors are uncorrelated, and the ends of the gap are, with the distances of the
    four ends from their estimates (method of variance estimates recovery, Zou and Donner 2008):

        gap − √(below_realised² + above_predicted²),    gap + √(above_realised² + below_predicted²)
    """
    predicted, realised = missing_mass_of_sums(rest, level=level), missing_mass_of_sums(part, level=level)
    gap = _difference(realised, predicted)
    if gap.estimate is None or gap.reason:
        return LeftOut(predicted, realised, gap, None)
    if min(rest.n_eff or 0, part.n_eff or 0) < TOO_FEW_UNITS:
        return LeftOut(predicted, realised, Interval(gap.estimate, gap.low, gap.high, FEW), None)
    strict = 1 - (1 - level) / max(1, looks)
    sure = _difference(missing_mass_of_sums(part, level=strict), missing_mass_of_sums(rest, level=strict))
    parts = sure.low is not None and sure.high is not None and not sure.low <= 0 <= sure.high
    return LeftOut(predicted, realised, gap, parts)


def _difference(one: Interval, other: Interval) -> Interval:
    reason = one.reason or other.reason
    ends = (one.estimate, one.low, one.high, other.estimate, other.low, other.high)
    a, a_low, a_high, b, b_low, b_high = (0.0 if end is None else end for end in ends)
    if None in ends:
        return Interval(None, None, None, reason)
    low = a - b - sqrt((a - a_low) ** 2 + (b_high - b) ** 2)
    high = a - b + sqrt((a_high - a) ** 2 + (b - b_low) ** 2)
    return Interval(a - b, max(-1.0, low), min(1.0, high), reason)
