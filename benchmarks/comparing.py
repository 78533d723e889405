"""How often do comparisons of domains hold the truth, and how often do they give a false alarm?

Corpora of several domains, whose documents draw from one law or in part from their domain's own. Every domain is
compared with all others together (factscan.figures.comparisons), in the scope mix. Printed: the coverage of the
interval of the difference; the share of corpora in which any difference is called real (Holm, .05) though all domains
draw from one law, and what it would be without Holm; the share of real differences that are found; and the
coverage with the covariance of the domains left out.
"""

import argparse
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from worlds import kinked, zipf

from factscan.figures.comparisons import Comparison, Sums, compared
from factscan.stats import Difference, UnitSums

PROMPTS = 20_000
ALPHA = 0.05


@dataclass(frozen=True)
class World:
    """``documents`` of each of some ``domains``; a share ``own`` of what one draws is from its domain's own law."""

    name: str
    domains: int
    documents: int
    burst: float
    law: NDArray[np.float64]
    own: float = 0.0
    draws: float = 8.0


ZIPF, FLAT, KINKED = zipf(1.0, PROMPTS), zipf(0.3, 600), kinked(100, 0.5, PROMPTS)
WORLDS = [
    World("2 domains", 2, 200, 2, ZIPF),
    World("5 domains", 5, 100, 2, ZIPF),
    World("20 domains", 20, 40, 2, ZIPF),
    World("20 small domains", 20, 12, 2, ZIPF),
    World("5 domains, burst 4, kinked", 5, 100, 4, KINKED),
    World("5 domains, few prompts", 5, 60, 2, FLAT),
    World("5 domains with a law of their own", 5, 100, 2, ZIPF, own=0.5),
]


def compare(
    world: World, rng: np.random.Generator
) -> tuple[list[Comparison], list[Comparison], NDArray[np.float64]]:
    """The comparisons of one corpus, the same as if domains were not tied, and the true differences."""
    n = rng.poisson(world.documents * world.domains)
    size = len(world.law)
    domain = rng.integers(0, world.domains, n)
    doc = np.repeat(np.arange(n), rng.poisson(world.draws, n))
    prompt = np.searchsorted(np.cumsum(world.law), rng.random(len(doc))).clip(max=size - 1)
    # A domain's own law is steeper the higher its number: its ranks to a power, which begin elsewhere.
    steep = 1 + 0.5 * domain[doc] / max(1, world.domains - 1)
    own = (prompt.astype(float) ** (1 / steep)).astype(np.int64)
    shift = domain[doc] * (size // world.domains)
    prompt = np.where(rng.random(len(doc)) < world.own, (own + shift) % size, prompt)
    cell, of = np.unique(doc * size + prompt, return_inverse=True)
    c = np.bincount(of, weights=rng.geometric(1 / world.burst, len(doc)))
    doc, prompt = cell // size, cell % size

    in_units = np.bincount(prompt, minlength=size)
    m = np.bincount(doc, weights=c, minlength=n)
    u = np.bincount(doc, weights=c * (in_units[prompt] == 1), minlength=n)
    two = np.flatnonzero(in_units[prompt] == 2)
    two = two[np.argsort(prompt[two], kind="stable")]
    pair, pair_of = np.unique(doc[two[0::2]] * n + doc[two[1::2]], return_inverse=True)
    product = np.bincount(pair_of, weights=c[two[0::2]]) * np.bincount(pair_of, weights=c[two[1::2]])
    tie = np.zeros((world.domains, world.domains))
    np.add.at(tie, (domain[pair // n], domain[pair % n]), product)

    groups = {}
    for number in range(world.domains):
        inside = domain == number
        own_pairs = float(tie[number, number])
        sums = UnitSums.of(m[inside], u[inside], [own_pairs], [1.0], cc=float((c * c)[inside[doc]].sum()))
        groups[str(number)] = Sums(sums, sums)
    none = dict.fromkeys(("mm", "mu", "um", "uu", "mw", "wm", "ww"), 0.0)
    rows = [
        {"one": str(i), "other": str(j), "pairs": x, "weighted_pairs": x, **none}
        for i in range(world.domains)
        for j in range(i + 1, world.domains)
        if (x := float(tie[i, j] + tie[j, i]))
    ]
    mass = _true_masses(world, in_units == 0)
    rest = (mass.sum() - mass) / max(1, world.domains - 1)
    return compared(groups, rows), compared(groups, []), mass - rest


def _true_masses(world: World, unseen: NDArray[np.bool_]) -> NDArray[np.float64]:
    size = len(world.law)
    found = []
    for number in range(world.domains):
        steep = 1 + 0.5 * number / max(1, world.domains - 1)
        to = (
            (np.arange(size).astype(float) ** (1 / steep)).astype(np.int64) + number * (size // world.domains)
        ) % size
        own = np.bincount(to, weights=world.law, minlength=size)
        found.append(((1 - world.own) * world.law + world.own * own)[unseen].sum())
    return np.array(found)


@dataclass
class Tally:
    """Counts over the corpora of a world: of comparisons, and of corpora with any false alarm."""

    asked: int = 0
    inside: int = 0
    inside_untied: int = 0
    called: int = 0
    alarms: int = 0
    alarms_without_holm: int = 0

    def add(self, tied: list[Comparison], untied: list[Comparison], truths: NDArray[np.float64]) -> None:
        found = [one.missing_mass for one in tied]
        self.asked += len(found)
        # Two domains are compared once, and have two differences.
        truths = truths[: len(found)]
        self.inside += sum(map(_holds, found, truths))
        self.inside_untied += sum(map(_holds, (one.missing_mass for one in untied), truths))
        calls = sum(d.adjusted is not None and d.adjusted < ALPHA for d in found)
        self.called += calls
        self.alarms += calls > 0
        self.alarms_without_holm += any(d.p_value is not None and d.p_value < ALPHA for d in found)


def _holds(difference: Difference, truth: float) -> bool:
    return (
        difference.low is None
        or difference.high is None
        or difference.low - 1e-12 <= truth <= difference.high + 1e-12
    )


def line(world: World, runs: int, seed: int) -> str:
    rng = np.random.default_rng(seed)
    tally = Tally()
    for _ in range(runs):
        tally.add(*compare(world, rng))
    alarms = [f"{tally.alarms / runs:.3f}", f"{tally.alarms_without_holm / runs:.3f}", "–"]
    called = ["–", "–", f"{tally.called / tally.asked:.3f}"]
    cells = called if world.own else alarms
    return (
        f"{world.name:34} {tally.inside / tally.asked:8.3f} {tally.inside_untied / tally.asked:7.3f}"
        f" {cells[0]:>12} {cells[1]:>8} {cells[2]:>6}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=500, help="corpora a world (500)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="WORD", help="only worlds with this in their name")
    given = parser.parse_args()
    print(f"{'world':34} {'coverage':>8} {'untied':>7} {'false alarms':>12} {'no Holm':>8} {'found':>6}")
    for world in WORLDS:
        if given.only in world.name:
            print(line(world, given.runs, given.seed), flush=True)


if __name__ == "__main__":
    main()
