"""What extraction errors do to missing mass and floor, and how labels take it out again.

A wrong extraction is nearly always unique, so junk looks like facts that nobody else states: a share ε of junk adds
about ε(1 − M) to the missing mass M.
"""

from dataclasses import dataclass, replace
from math import exp, inf, log, sqrt

from factscan.stats.floor import floor_of_sums
from factscan.stats.interval import LEVEL, Interval
from factscan.stats.missing_mass import ONE_UNIT, missing_mass_of_sums
from factscan.stats.proportion import wilson
from factscan.stats.unit_sums import UnitSums

JUNK = (0.01, 0.05, 0.10)
"""Shares of junk for which a report without an audit says what they would have added."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Labels of a random sample: ``right`` of ``judged`` (right or wrong, without the unsure).

    Under weights both are effective numbers (``effective_size``).
    """

    right: float
    judged: float

    def share(self, level: float = LEVEL) -> Interval:
        """The share that is right, with Wilson's interval; ``None`` without labels."""
        return wilson(self.right, self.judged, level)


@dataclass(frozen=True, slots=True)
class Corrected:
    """Missing mass and floor of the right extractions alone, and what the labels said.

    ``singletons`` and ``others``: the share of right mentions among those of prompts in one unit (π) and among all
    others (ρ) · ``right``: the share of all mentions that is right, 1 − ε = sπ + (1−s)ρ, None if that is unknown.
    """

    missing_mass: Interval
    floor: Interval
    singletons: Interval
    others: Interval
    right: float | None


def corrected(
    sums: UnitSums, weighted: UnitSums, singletons: Judged, others: Judged, *, level: float = LEVEL
) -> Corrected:
    """Missing mass and floor corrected by an audit: M = (M1/N)·π/(1 − ε), floor = (floor seen)·π/(1 − ε).

    ``sums`` and ``weighted`` are what ``missing_mass_of_sums`` and ``floor_of_sums`` take. ``singletons`` are labels of
    mentions drawn uniformly among the M1 mentions of prompts in one unit, ``others`` of mentions drawn among the N − M1
    others: mentions, never prompts. With s = M1/N, and π, ρ the shares found right,

        1 − ε = sπ + (1−s)ρ,    M = sπ/(sπ + (1−s)ρ),    M/(1−M) = s/(1−s) · π/ρ.

    So a label of a singleton tells of π and of ε at once, whichever sample it came from: at M = .5 and ε = .1, 400
    labels of singletons and 400 of random mentions leave a third of the error that π̂/(1 − ε̂) has with ε̂ from the
    random ones alone. And M never exceeds 1.

    Interval (derived here): two parts, each moved alone, their distances added in squares on either side (MOVER: Zou
    and Donner 2008, Statistics in Medicine 27(10)). *Labels*: on the scale ln π − ln ρ from Wilson's limits, about
    (right + ½)/(judged + 1), so that it has a width where all or none are right. *Corpus*: (s − s_low)·πρ/(1−ε)²
    of the document-clustered interval, since dM/ds = πρ/(1−ε)²; in it the pairs count (s/M)² times, because junk shares
    no prompt with another unit: of the residuals u − s·m a part is junk, of the pairs nothing is. (Scaling all of V by
    (M/s)², V/M1² as a relative variance, covers .73 to .87 where the labels are many and most of s is junk.) For n
    labels of A mentions stand 1/(1/n + (c̄ − 1)/A), c̄ = Σc²/N, as right and wrong come in bursts: what the labels say
    is exact for these A mentions, and the next corpus has others.

    Assumes labels without error, junk that is not of a fact that others state, and for the floor junk in all relations
    alike. Split keys are right mentions: no label sees them (``factscan.audit.near_prompts``). Undefined (None, with
    the reason) without mentions, where a kind of mention that is there has no label, and where nothing is right.
    """
    seen = sums.counted / sums.mentions if sums.mentions else 0.0
    kinds = (_Kind(singletons, sums.counted, sums), _Kind(others, sums.rest, sums))
    shares = (singletons.share(level), others.share(level))
    if reason := _undefined(sums, *kinds):
        nothing = Interval(None, None, None, reason)
        return Corrected(nothing, nothing, *shares, None)
    (pi, rho), (pi_in, rho_in) = ([kind.right for kind in kinds], [kind.inner for kind in kinds])
    estimate = _of_odds(seen, pi, rho)
    moved = _Moved(
        ends=_by_labels(seen, kinds, level),
        slope=pi_in * rho_in / (seen * pi_in + (1 - seen) * rho_in) ** 2,
    )
    # Pairs weigh more where junk is a large part of s; never less than in s itself.
    stretch = max(1.0, seen / _of_odds(seen, pi_in, rho_in)) ** 2 if seen else 1.0
    plain, lucky = (replace(found, pairs=found.pairs * stretch) for found in (sums, weighted))
    kept = weighted.counted / sums.counted if sums.counted else 0.0
    return Corrected(
        missing_mass=moved.interval(estimate, 1.0, missing_mass_of_sums(plain, level=level)),
        floor=moved.interval(estimate, kept, floor_of_sums(lucky, plain, level=level)),
        singletons=shares[0],
        others=shares[1],
        right=seen * pi + (1 - seen) * rho,
    )


def without_junk(seen: float, junk: float) -> float:
    """Missing mass M if a share ε, ``junk``, of the mentions were wrong and none of them repeated: (s − ε)/(1 − ε).

    ``seen`` is s = M1/N as measured, (1 − ε)M + ε; so junk added s − M = ε(1 − M). That is the most that it can add:
    junk that other units repeat adds less. 0 where s < ε, as then more is junk than was seen once.
    """
    if not 0 <= junk < 1:
        raise ValueError(f"a share of junk lies in [0, 1), not at {junk}")
    return max(0.0, (seen - junk) / (1 - junk))


class _Kind:
    """The labels of one kind of mention, singletons or others, of which the group has ``mentions``."""

    def __init__(self, labels: Judged, mentions: float, sums: UnitSums) -> None:
        self.there = mentions > 0
        self.unlabelled = self.there and labels.judged <= 0
        # Where there is nothing of a kind, it is right as far as anybody can tell.
        self.right = labels.right / labels.judged if self.there and labels.judged > 0 else 1.0
        self._labels = labels
        self._clustered = max(0.0, sums.cc / sums.mentions - 1) / mentions if sums.cc and self.there else 0.0

    @property
    def inner(self) -> float:
        """The share right, kept off 0 and 1."""
        return (self._labels.right + 0.5) / (self._labels.judged + 1) if self.there else 1.0

    def limits(self, level: float) -> tuple[float, float]:
        if not self.there:
            return 1.0, 1.0
        size = 1 / (1 / self._labels.judged + self._clustered)
        found = wilson(self.right * size, size, level)
        return found.low or 0.0, 1.0 if found.high is None else found.high


@dataclass(frozen=True, slots=True)
class _Moved:
    """How far M moves with the labels alone (to ``ends``), and with s alone (``slope`` dM/ds)."""

    ends: tuple[float, float]
    slope: float

    def interval(self, missing_mass: float, kept: float, seen: Interval) -> Interval:
        """Of ``missing_mass``·``kept``, whose uncorrected value and interval are ``seen``."""
        low, at, high = seen.ends
        estimate = missing_mass * kept
        if seen.reason == ONE_UNIT:
            return Interval(estimate, 0.0, 1.0, ONE_UNIT)
        down = _together(estimate - self.ends[0] * kept, self.slope * (at - low))
        up = _together(self.ends[1] * kept - estimate, self.slope * (high - at))
        return Interval(estimate, max(0.0, estimate - down), min(1.0, estimate + up))


def _together(*distances: float) -> float:
    return sqrt(sum(max(0.0, distance) ** 2 for distance in distances))


def _undefined(sums: UnitSums, singletons: _Kind, others: _Kind) -> str:
    if not sums.mentions:
        return "undefined: no mentions"
    if singletons.unlabelled or others.unlabelled:
        kind = "of singletons" if singletons.unlabelled else "of prompts that several units state"
        return f"undefined: no mention {kind} is labelled right or wrong"
    if not (singletons.there and singletons.right) and not (others.there and others.right):
        return "undefined: no labelled mention is right"
    return ""


def _of_odds(seen: float, pi: float, rho: float) -> float:
    return seen * pi / (seen * pi + (1 - seen) * rho)


def _by_labels(seen: float, kinds: tuple[_Kind, _Kind], level: float) -> tuple[float, float]:
    """The ends of M's interval if ``seen`` were exact."""
    (pi, (pi_low, pi_high)), (rho, (rho_low, rho_high)) = ((kind.inner, kind.limits(level)) for kind in kinds)
    low = _together(_log(pi, pi_low), _log(rho_high, rho))
    high = _together(_log(pi_high, pi), _log(rho, rho_low))
    return (
        _of_odds(seen, pi, rho * exp(low)) if low < inf else float(seen == 1),
        _of_odds(seen, pi * exp(high), rho) if high < inf else float(seen > 0),
    )


def _log(greater: float, less: float) -> float:
    return log(greater / less) if less > 0 else inf
