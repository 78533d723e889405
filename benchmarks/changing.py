"""Does the interval of a change between two corpora hold the truth, where they share no, some or nearly all documents?

Two corpora of documents that draw from one law; a share of the documents is in both (or all but one, which is replaced
by another; or all of them, read by two extractors). The truth is the mass of prompts that B does not hold less that of
those that A does not. Printed, of the missing mass of the corpus and its domains (scope mix):

    held     coverage of the 95 % interval of factscan.stats.change
    as if 0  coverage of the interval if the corpora were taken for independent, and its width in those of the first
    jack     coverage of a delete-a-group jackknife (20 groups of documents, the same in both corpora), and its width
    wrong    corpora where Holm's test over the domains rejects the true change of any of them
    moved    corpora where any domain is called moved; with one law and one size, nothing but chance moved it
    grown    the same where B has half as many documents again, which lowers M: what is found of real changes
"""

import argparse
from dataclasses import dataclass, replace
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit
from worlds import kinked, zipf

from factscan.stats import (
    PARTS,
    CrossSums,
    Difference,
    Tie,
    UnitSums,
    change,
    holm,
    missing_mass_of_sums,
)
from factscan.stats.interval import quantile

ALPHA = 0.05
Z = quantile(0.95)
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class World:
    """``documents`` of each corpus, a share ``shared`` of them in both; 1: all but one of them.

    ``read``: the chance that an extractor sees a mention, where all documents are in both and two read them; it makes
    a prompt of its own of one in 20 that it sees.
    """

    name: str
    law: Floats
    documents: int = 300
    domains: int = 5
    burst: float = 2
    shared: float = 0.0
    read: float = 1.0
    grown: float = 1.0
    draws: float = 8.0


ZIPF, FLAT, KINKED = zipf(1.0, 20_000), zipf(0.3, 600), kinked(100, 0.5, 20_000)
LAWS = [
    World("Zipf, burst 2", ZIPF),
    World("Zipf, 60 documents", ZIPF, documents=60, domains=2),
    World("kinked, burst 4", KINKED, burst=4),
    World("few prompts (M near 0)", FLAT),
    World("20 documents, M near 1", kinked(100, 0.05, 20_000), documents=20, domains=2),
]
SHARED = [0.0, 0.5, 0.95, 1.0]


@dataclass(frozen=True)
class Reading:
    """One corpus as it was read: mentions ``c`` of a ``prompt`` in a ``doc``, a row for each that there is."""

    doc: Ints
    prompt: Ints
    c: Floats
    size: int
    documents: int

    def sums(self) -> "Summed":
        units = np.bincount(self.prompt, minlength=self.size)
        n = self.documents
        m = np.bincount(self.doc, weights=self.c, minlength=n)
        u = np.bincount(self.doc, weights=self.c * (units[self.prompt] == 1), minlength=n)
        cc = np.bincount(self.doc, weights=self.c**2, minlength=n)
        two = np.flatnonzero(units[self.prompt] == 2)
        two = two[np.lexsort((self.doc[two], self.prompt[two]))]
        first, second = two[0::2], two[1::2]
        pair, of = np.unique(self.doc[first] * n + self.doc[second], return_inverse=True)
        ab = np.bincount(of, weights=self.c[first], minlength=len(pair))
        ba = np.bincount(of, weights=self.c[second], minlength=len(pair))
        return Summed(m, u, cc, pair, ab, ba, units)

    def parts(self, m: Floats, u: Floats, units: Ints, part: Ints) -> Floats:
        """The missing mass without each part of the documents."""
        several = np.flatnonzero(units[self.prompt] > 1)
        key = self.prompt[several] * PARTS + part[self.doc[several]]
        held, of, count = np.unique(key, return_inverse=True, return_counts=True)
        all_but_one = count == units[held // PARTS] - 1
        # The lone unit of such a prompt is what is not in the part: its mentions are all less those in the part.
        inside = np.bincount(of, weights=self.c[several])
        whole = np.bincount(self.prompt, weights=self.c, minlength=self.size)
        gained = (whole[held // PARTS] - inside)[all_but_one]
        g = np.bincount(held[all_but_one] % PARTS, weights=gained, minlength=PARTS)
        # Two units in two parts: each part holds all but one.
        m_j = np.bincount(part, weights=m, minlength=PARTS)
        u_j = np.bincount(part, weights=u, minlength=PARTS)
        return (u.sum() - u_j + g) / (m.sum() - m_j)


@dataclass(frozen=True)
class Summed:
    m: Floats
    u: Floats
    cc: Floats
    pair: Ints
    ab: Floats
    ba: Floats
    units: Ints

    def of(self, inside: NDArray[np.bool_]) -> UnitSums:
        n = len(self.m)
        both = inside[self.pair // n] & inside[self.pair % n]
        return UnitSums.of(
            self.m[inside], self.u[inside], self.ab[both], self.ba[both], cc=float(self.cc[inside].sum())
        )

    def hits(self, inside: NDArray[np.bool_]) -> float:
        n = len(self.m)
        of_first, of_second = inside[self.pair // n], inside[self.pair % n]
        return float((self.ab[of_first] ** 2).sum() + (self.ba[of_second] ** 2).sum())


def tie(a: Summed, b: Summed, inside: NDArray[np.bool_], shared: NDArray[np.bool_], same: bool) -> Tie:
    both = inside & shared
    n = len(a.m)
    _, in_a, in_b = np.intersect1d(a.pair, b.pair, assume_unique=True, return_indices=True)
    held = both[a.pair[in_a] // n] & both[a.pair[in_a] % n]
    in_a, in_b = in_a[held], in_b[held]
    cross = CrossSums(
        float(a.ab[in_a] @ b.ba[in_b] + a.ba[in_a] @ b.ab[in_b]),
        *(float(x[both] @ y[both]) for x, y in ((a.m, b.m), (a.m, b.u), (a.u, b.m), (a.u, b.u))),
    )
    # The documents that one corpus alone has need not be of the group to change what is known of it.
    of_group = [1 - float(x.m[both].sum() / max(1.0, x.m[inside].sum())) for x in (a, b)]
    of_all = [1 - float(x.m[shared].sum() / max(1.0, x.m.sum())) for x in (a, b)]
    apart = [max(one, other) if same else 1.0 for one, other in zip(of_group, of_all, strict=True)]
    hits = []
    for x in (a, b):
        alone = np.count_nonzero(~shared & (x.m > 0)) / max(1, np.count_nonzero(x.m))
        hits.append(alone * (1 - alone) * x.hits(inside))
    return Tie(a.of(inside), b.of(inside), cross, *apart, *(hits if same else (0.0, 0.0)))


def corpora(
    world: World, rng: np.random.Generator
) -> tuple[Reading, Reading, Floats, NDArray[np.bool_], Floats]:
    """Two readings of the same numbering of documents, their domains, which are in both, and the true masses."""
    n = rng.poisson(world.documents)
    if world.shared == 1 and world.read == 1:
        numbers = [max(1, n - 1), 1, max(1, round((world.grown - 1) * n) + 1)]
    else:
        own = world.documents * (1 - world.shared)
        more = own + world.documents * (world.grown - 1)
        numbers = [rng.poisson(world.documents * world.shared), rng.poisson(own), rng.poisson(more)]
    kind = np.repeat([0, 1, 2], numbers)
    documents, size = len(kind), len(world.law)
    domain = rng.integers(0, world.domains, documents)
    doc = np.repeat(np.arange(documents), rng.poisson(world.draws, documents))
    prompt = np.searchsorted(np.cumsum(world.law), rng.random(len(doc))).clip(max=size - 1)
    mentions = rng.geometric(1 / world.burst, len(doc))
    readings, masses = [], []
    for side in (1, 2):
        in_side = (kind[doc] == 0) | (kind[doc] == side)
        of_doc, of_prompt = (
            np.repeat(doc[in_side], mentions[in_side]),
            np.repeat(prompt[in_side], mentions[in_side]),
        )
        total = size
        if world.read < 1:
            seen = rng.random(len(of_doc)) < world.read
            of_doc, of_prompt = of_doc[seen], of_prompt[seen]
            junk = rng.random(len(of_doc)) < 1 / 20
            of_prompt = np.where(junk, size + np.arange(len(of_doc)), of_prompt)
            total = size + len(of_doc)
        cell, count = np.unique(of_doc * total + of_prompt, return_counts=True)
        reading = Reading(cell // total, cell % total, count.astype(float), total, documents)
        unseen = np.bincount(reading.prompt, minlength=total)[:size] == 0
        mass = float(world.law[unseen].sum())
        readings.append(reading)
        masses.append(mass if world.read == 1 else 1 / 20 + 19 / 20 * mass)
    return readings[0], readings[1], domain, kind == 0, np.array(masses)


def holds(found: Difference, truth: float) -> bool:
    return found.low is None or found.high is None or found.low - 1e-12 <= truth <= found.high + 1e-12


def p_of_truth(found: Difference, truth: float) -> float | None:
    """The p-value of the true change in place of 0."""
    if found.estimate is None or found.low is None or found.high is None:
        return None
    half = found.estimate - found.low if found.estimate > truth else found.high - found.estimate
    distance = abs(found.estimate - truth)
    if distance < 1e-12:
        return 1.0
    return erfc(distance / (half / Z) / sqrt(2)) if half > 0 else 0.0


def line(world: World, runs: int, seed: int) -> str:
    rng = np.random.default_rng(seed)
    held = held_0 = held_j = asked = asked_j = wrong = moved = grown = 0
    widths, widths_0, widths_j = [], [], []
    for _ in range(runs):
        a, b, domain, shared, masses = corpora(world, rng)
        truth = float(masses[1] - masses[0])
        sums_a, sums_b = a.sums(), b.sums()
        found = []
        for group in range(-1, world.domains):
            inside = (domain == group) | (group < 0)
            knot = tie(sums_a, sums_b, inside, shared, world.read == 1)
            shares = missing_mass_of_sums(knot.a), missing_mass_of_sums(knot.b)
            one, untied = (
                change(*shares, knot),
                change(*shares, replace(knot, cross=CrossSums(), apart_a=1, apart_b=1, hits_a=0, hits_b=0)),
            )
            if one.low is None or one.high is None or untied.low is None or untied.high is None:
                continue
            asked += 1
            held += holds(one, truth)
            held_0 += holds(untied, truth)
            if group < 0:
                widths.append(one.high - one.low)
                widths_0.append(untied.high - untied.low)
            else:
                found.append(one)
        part = rng.integers(0, PARTS, len(domain))
        parts = [r.parts(s.m, s.u, s.units, part) for r, s in ((a, sums_a), (b, sums_b))]
        without = parts[1] - parts[0]
        error = sqrt((PARTS - 1) / PARTS * float(((without - without.mean()) ** 2).sum()))
        half = float(stdtrit(PARTS - 1, 0.975)) * error
        shift = sums_b.u.sum() / sums_b.m.sum() - sums_a.u.sum() / sums_a.m.sum()
        asked_j += 1
        held_j += abs(shift - truth) <= half + 1e-12
        widths_j.append(2 * half)
        adjusted = holm([p for one in found if (p := p_of_truth(one, truth)) is not None])
        wrong += any(p < ALPHA for p in adjusted)
        moved += any_moved(found)
        grown += any_moved(of_grown(world, rng))
    width = np.mean(widths)
    return (
        f"{world.name:24} {world.shared if world.read == 1 else 'read twice':>10} {held / asked:6.3f}"
        f" {held_0 / asked:8.3f} {np.mean(widths_0) / width:7.1f} {held_j / asked_j:7.3f}"
        f" {np.mean(widths_j) / width:5.2f} {wrong / runs:7.3f} {moved / runs:7.3f} {grown / runs:7.3f}"
    )


def of_grown(world: World, rng: np.random.Generator) -> list[Difference]:
    a, b, domain, shared, _ = corpora(replace(world, grown=1.5), rng)
    sums_a, sums_b = a.sums(), b.sums()
    found = []
    for group in range(world.domains):
        knot = tie(sums_a, sums_b, domain == group, shared, world.read == 1)
        found.append(change(missing_mass_of_sums(knot.a), missing_mass_of_sums(knot.b), knot))
    return found


def any_moved(found: list[Difference]) -> bool:
    return any(p < ALPHA for p in holm([one.p_value for one in found if one.p_value is not None]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=500, help="pairs of corpora a row (500)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="WORD", help="only laws with this in their name")
    given = parser.parse_args()
    print(
        f"{'law':24} {'in both':>10} {'held':>6} {'as if 0':>8} {'width':>7} {'jack':>7} {'width':>5}"
        f" {'wrong':>7} {'moved':>7} {'grown':>7}"
    )
    for law in LAWS:
        if given.only in law.name:
            for shared in SHARED:
                print(line(replace(law, shared=shared), given.runs, given.seed), flush=True)
            print(line(replace(law, shared=1.0, read=0.8), given.runs, given.seed), flush=True)


if __name__ == "__main__":
    main()
