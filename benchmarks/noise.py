"""Does an audit give back the missing mass and the floor that junk extractions have inflated? A simulation.

A corpus is a Poisson number of documents. A document draws prompts from a Zipf law and repeats each in a burst; junk is
added until it is the stated share of all mentions: prompts of its own, in bursts as well, in one document each
(or, in some worlds, in part from a short list that many documents share). Then labels are drawn as `factscan audit
--sample K` draws them: K mentions of singletons and K random ones. The truth is the mass of the real prompts that no
document holds, and the floor that belongs to it (κ is held fixed).

Printed for each world: the true missing mass; what is seen ÷ truth; then, for the corrected missing mass and for the
corrected floor, bias, RMSE and coverage of the interval with the shares of runs whose interval lies under and over
the truth; and RMSE and coverage of M1/N · π̂/(1 − ε̂) with π̂ and ε̂ from separate samples and the delta method's
interval.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factscan.stats import Interval, UnitSums
from factscan.stats.noise import Judged, corrected

Array = NDArray[Any]


@dataclass(frozen=True)
class World:
    """What documents and junk of a simulated corpus are drawn from."""

    name: str
    documents: float
    prompts: int
    zipf: float
    draws: float = 8.0
    """Mean number of prompts that a document draws."""
    repeated: float = 0.0
    """Share of the junk that comes from a list of 20 prompts."""


WORLDS = [
    World("M .05", 2500, 4_000, 1.0),
    World("M .2", 1500, 20_000, 1.0),
    World("M .35", 800, 20_000, 0.9),
    World("M .5", 800, 40_000, 0.8),
    World("M .2, 2/5 of junk repeats", 1500, 20_000, 1.0, repeated=0.4),
    World("M .45, 40 documents", 40, 3_000, 1.0),
    World("M .95", 300, 60_000, 0.3),
]
LUCKY = (0.02, 0.5)
"""κ of two thirds of the prompts, and of the rest."""
BATCH = 25
SHARED_JUNK = 20


@dataclass(frozen=True)
class Corpus:
    """One corpus as it is seen, how much of it is real, and the truth about it."""

    plain: UnitSums
    weighted: UnitSums
    real_singletons: int
    real: int
    missing_mass: float
    floor: float


def corpora(world: World, burst: float, junk: float, runs: int, rng: np.random.Generator) -> Iterator[Corpus]:
    """``runs`` corpora, made in batches: the sorting is shared."""
    law = rng.permutation(np.arange(1, world.prompts + 1) ** -world.zipf)
    law /= law.sum()
    for start in range(0, runs, BATCH):
        yield from _batch(world, burst, junk, min(BATCH, runs - start), law, rng)


def _batch(
    world: World, burst: float, junk: float, runs: int, law: Array, rng: np.random.Generator
) -> Iterator[Corpus]:
    documents = rng.poisson(world.documents, runs)
    run_of = np.repeat(np.arange(runs), documents)
    real_doc = np.repeat(np.arange(len(run_of)), rng.poisson(world.draws, len(run_of)))
    real_prompt = np.searchsorted(np.cumsum(law), rng.random(len(real_doc))).clip(max=world.prompts - 1)
    added = rng.poisson(world.draws * junk / (1 - junk), len(run_of))
    junk_doc = np.repeat(np.arange(len(run_of)), added)
    alone = world.prompts + SHARED_JUNK + np.arange(len(junk_doc))
    shared = world.prompts + rng.integers(0, SHARED_JUNK, len(junk_doc))
    junk_prompt = np.where(rng.random(len(junk_doc)) < world.repeated, shared, alone)

    doc, prompt = np.concatenate([real_doc, junk_doc]), np.concatenate([real_prompt, junk_prompt])
    prompts = world.prompts + SHARED_JUNK + len(junk_doc)
    cell, cell_of = np.unique(doc * prompts + prompt, return_inverse=True)
    mentions = np.bincount(cell_of, weights=rng.geometric(1 / burst, len(doc)))
    doc, prompt = cell // prompts, cell % prompts
    cut = np.searchsorted(doc, np.concatenate([[0], np.cumsum(documents)]))
    for run in range(runs):
        part = slice(cut[run], cut[run + 1])
        if cut[run] < cut[run + 1]:
            yield _corpus(doc[part] - doc[part][0], prompt[part], mentions[part], prompts, law)


def _corpus(doc: Array, prompt: Array, c: Array, prompts: int, law: Array) -> Corpus:
    df = np.bincount(prompt, minlength=prompts)
    real = prompt < len(law)
    single = df[prompt] == 1
    weight = np.where(np.arange(prompts) % 3 == 0, 1 - LUCKY[1], 1 - LUCKY[0])
    w = c * single * weight[prompt]
    m, u, weighted_u = (np.bincount(doc, weights=x) for x in (c, c * single, w))
    ab, ba, weighted_ab, weighted_ba = _pairs(doc, prompt, c, df, weight)
    cc = float(c @ c)
    unseen = df[: len(law)] == 0
    return Corpus(
        plain=UnitSums.of(m, u, ab, ba, cc=cc),
        weighted=UnitSums.of(m, weighted_u, weighted_ab, weighted_ba, cc=cc),
        real_singletons=int((c * single * real).sum()),
        real=int((c * real).sum()),
        missing_mass=float(law[unseen].sum()),
        floor=float((law * weight[: len(law)])[unseen].sum()),
    )


def _pairs(doc: Array, prompt: Array, c: Array, df: Array, weight: Array) -> tuple[Array, ...]:
    """o_ab and o_ba of all pairs of documents, plain and weighted. Cells come sorted by document."""
    two = np.flatnonzero(df[prompt] == 2)
    two = two[np.argsort(prompt[two], kind="stable")]
    first, second = two[0::2], two[1::2]
    _, pair = np.unique(doc[first] * (doc.max() + 1) + doc[second], return_inverse=True)
    w = weight[prompt[first]]
    return tuple(np.bincount(pair, weights=x) for x in (c[first], c[second], c[first] * w, c[second] * w))


@dataclass(frozen=True)
class Labels:
    """What K labels of singletons and K of random mentions say, counted both ways."""

    singletons: Judged
    others: Judged
    drawn_singletons: Judged
    drawn_at_random: Judged


def labels(corpus: Corpus, k: int, rng: np.random.Generator) -> Labels:
    """As `factscan audit --sample K` draws: without replacement, and the two samples apart from each other."""
    mentions, seen = int(corpus.plain.mentions), int(corpus.plain.counted)
    first = min(k, seen)
    of_singletons, rest = rng.multivariate_hypergeometric([seen, mentions - seen], min(k, mentions))
    both = rng.hypergeometric(first, seen - first, of_singletons) if of_singletons else 0
    size = first + of_singletons - both
    # The first sample, and what the second adds to it, are right as often as chance has it.
    right = _right(seen, corpus.real_singletons, first, rng)
    more = _right(seen - first, corpus.real_singletons - right, size - first, rng)
    again = _right(first, right, both, rng)
    known_right = _right(mentions - seen, corpus.real - corpus.real_singletons, rest, rng)
    return Labels(
        Judged(right + more, size),
        Judged(known_right, rest),
        Judged(right, first),
        Judged(more + again + known_right, min(k, mentions)),
    )


def _right(of: int, real: int, drawn: int, rng: np.random.Generator) -> int:
    return int(rng.hypergeometric(real, of - real, drawn)) if drawn else 0


def apart(corpus: Corpus, found: Labels) -> Interval:
    """M1/N · π̂/(1 − ε̂), π̂ and ε̂ independent, with M² [V/M1² + (1−π̂)/(kπ̂) + ε̂/(k(1−ε̂))]."""
    pi = found.drawn_singletons.right / found.drawn_singletons.judged
    right = found.drawn_at_random.right / found.drawn_at_random.judged
    estimate = corpus.plain.counted / corpus.plain.mentions * pi / right
    relative = (corpus.plain.variance or 0.0) / corpus.plain.counted**2
    relative += (1 - pi) / (found.drawn_singletons.judged * pi)
    relative += (1 - right) / (found.drawn_at_random.judged * right)
    half = 1.959964 * estimate * sqrt(relative)
    return Interval(estimate, estimate - half, estimate + half)


@dataclass
class Tally:
    """Errors and misses over the runs."""

    errors: list[float] = field(default_factory=list)
    under: int = 0
    over: int = 0

    def add(self, interval: Interval, truth: float) -> None:
        assert interval.estimate is not None
        assert interval.low is not None
        assert interval.high is not None
        self.errors.append(interval.estimate - truth)
        self.under += interval.high < truth - 1e-12
        self.over += interval.low > truth + 1e-12

    @property
    def rmse(self) -> float:
        return float(np.sqrt(np.mean(np.square(self.errors))))

    @property
    def coverage(self) -> float:
        return 1 - (self.under + self.over) / len(self.errors)

    def __str__(self) -> str:
        runs = len(self.errors)
        return (
            f"{np.mean(self.errors):+6.3f} {self.rmse:5.3f} {self.coverage:5.3f} "
            f"{self.under / runs:5.3f} {self.over / runs:5.3f}"
        )


@dataclass
class Row:
    """What is printed of a world. ``seen`` is M1/N ÷ truth; ``apart`` the estimate from separate samples."""

    world: World
    burst: float
    junk: float
    labels: int
    truth: float
    seen: float
    missing_mass: Tally
    floor: Tally
    apart: Tally

    def __str__(self) -> str:
        return (
            f"{self.world.name:26} {self.burst:5.0f} {self.junk:5.2f} {self.labels:4} {self.truth:5.3f} "
            f"{self.seen:5.2f} | {self.missing_mass} | {self.floor} | {self.apart.rmse:5.3f} "
            f"{self.apart.coverage:5.3f}"
        )


def measure(world: World, burst: float, junk: float, k: int, runs: int, seed: int) -> Row:
    """``runs`` corpora of a world, ``k`` labels of singletons and of random mentions each.

    Corpora are left out where an estimate is undefined: none but singletons drawn, or nothing right.
    """
    rng = np.random.default_rng(seed)
    mass, floor, separate = Tally(), Tally(), Tally()
    truth = seen = 0.0
    for corpus in corpora(world, burst, junk, runs, rng):
        if corpus.plain.counted == 0 or corpus.plain.rest == 0:
            continue
        found = labels(corpus, k, rng)
        if not (found.others.judged and found.drawn_singletons.right and found.drawn_at_random.right):
            continue
        result = corrected(corpus.plain, corpus.weighted, found.singletons, found.others)
        mass.add(result.missing_mass, corpus.missing_mass)
        floor.add(result.floor, corpus.floor)
        separate.add(apart(corpus, found), corpus.missing_mass)
        truth += corpus.missing_mass
        seen += corpus.plain.counted / corpus.plain.mentions
    return Row(world, burst, junk, k, truth / len(mass.errors), seen / truth, mass, floor, separate)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=1000, help="corpora a line (1000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--labels", type=int, nargs="+", default=[400], metavar="K", help="labels (400)")
    parser.add_argument("--junk", type=float, nargs="+", default=[0.01, 0.05, 0.10], help="(.01 .05 .10)")
    parser.add_argument("--bursts", type=float, nargs="+", default=[1.0, 4.0], help="mean bursts (1 4)")
    parser.add_argument("--only", default="", metavar="WORD", help="only worlds with this in their name")
    given = parser.parse_args()
    tally = f"{'bias':>6} {'rmse':>5} {'cov':>5} {'under':>5} {'over':>5}"
    print(f"{'':55} | {'missing mass, corrected':30} | {'floor, corrected':30} | samples apart")
    head = f"{'world':26} {'burst':>5} {'junk':>5} {'K':>4} {'M':>5} {'seen÷':>5}"
    print(f"{head} | {tally} | {tally} | {'rmse':>5} {'cov':>5}")
    for world in WORLDS:
        if given.only not in world.name:
            continue
        for burst in given.bursts:
            for junk in given.junk:
                for k in given.labels:
                    print(measure(world, burst, junk, k, given.runs, given.seed), flush=True)


if __name__ == "__main__":
    main()
