"""How often do the intervals of factscan.stats hold the truth? A simulation whose truth is known.

A corpus is a Poisson number of documents. A document draws prompts from a Zipf law, in part from its own
topic's, and repeats each of them in a burst; in some worlds the documents' sizes are very uneven. The
truth is the mass of the prompts that no document holds: what the next document will ask and this corpus
has not.

Printed for each world: documents and effective documents n_eff (means over the runs), the true missing mass,
estimate ÷ truth, the coverage of the intervals of missing mass and floor (κ held fixed) with the shares of
runs whose interval lies under and over the truth, its mean width, and the coverage of two wrong ways: plain
Esty on mentions, and the clustered interval without its edge terms.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factscan.stats import Interval, UnitSums, floor_of_sums, missing_mass_of_sums
from factscan.stats.interval import quantile

Ints = NDArray[np.int64]
Floats = NDArray[Any]


@dataclass(frozen=True)
class World:
    """What the documents of a simulated corpus are drawn from."""

    name: str
    documents: float
    """Mean of the Poisson number of documents, of both domains together."""
    draws: float = 8.0
    """Mean number of prompts that a document draws."""
    spread: float = 0.0
    """Standard deviation of the logarithm of a document's size."""
    burst: float = 1.0
    """Mean mentions of a drawn prompt (geometric)."""
    prompts: int = 20_000
    zipf: float = 1.0
    topics: int = 1
    topical: float = 0.0
    """Share of draws that come from the topic's own law."""
    counted: float = 1.0
    """Share of documents in the domain that is reported; the others share its general law, not its topics."""


WORLDS = [
    World("one mention a document", 3000, draws=1),
    World("no bursts", 600),
    World("burst 2", 600, burst=2),
    World("burst 4", 600, burst=4),
    World("burst 4, uneven sizes", 600, burst=4, spread=1.2),
    World("topics of a few documents", 600, burst=2, topics=150, topical=0.7),
    World("few prompts", 600, burst=2, prompts=600, zipf=0.5),
    World("steep law", 600, burst=3, zipf=1.6),
    World("mix: a tenth counts", 2000, burst=2, topics=40, topical=0.5, counted=0.1),
    World("mix: half counts, uneven sizes", 1000, burst=3, topics=20, topical=0.5, counted=0.5, spread=1.0),
    World("edge: ten documents, M near 1", 10, burst=2, prompts=200_000, zipf=0.3),
    World("edge: ten documents", 10, burst=2),
    World("edge: twenty uneven documents", 20, burst=2, spread=0.8),
    World("edge: M near 0", 300, burst=2, prompts=500, zipf=0.3),
    World("edge: M near 0, bursts of 10", 200, draws=10, burst=10, prompts=400, zipf=0.3),
    World("edge: M near 1", 100, burst=2, prompts=200_000, zipf=0.0),
]


@dataclass(frozen=True)
class Sample:
    """One corpus, come down to its sums, and the truth about it."""

    plain: UnitSums
    weighted: UnitSums
    missing_mass: float
    floor: float
    once: int
    twice: int
    """Prompts with exactly one and exactly two mentions."""


def samples(
    world: World, runs: int, seed: int, kappa_rare: float = 0.02, kappa_often: float = 0.5
) -> Iterator[Sample]:
    """``runs`` corpora of a world. A third of the prompts are of a relation with the κ ``kappa_often``."""
    rng = np.random.default_rng(seed)
    law = np.arange(1, world.prompts + 1) ** -world.zipf
    law /= law.sum()
    # Rank and relation must not go together, or κ would only scale M.
    law = rng.permutation(law)
    weight = np.where(np.arange(world.prompts) % 3 == 0, 1 - kappa_often, 1 - kappa_rare)
    counted_topics = max(1, round(world.topics * world.counted))
    shift = np.arange(world.topics) * (world.prompts // world.topics)
    topic_law = np.mean([np.roll(law, s) for s in shift[:counted_topics]], axis=0)
    asked = (1 - world.topical) * law + world.topical * topic_law
    for _ in range(runs):
        yield _sample(world, rng, law, asked, weight, shift, counted_topics)


def _sample(
    world: World,
    rng: np.random.Generator,
    law: Floats,
    asked: Floats,
    weight: Floats,
    shift: Ints,
    counted_topics: int,
) -> Sample:
    documents = int(rng.poisson(world.documents))
    counted = rng.random(documents) < world.counted
    other_topics = rng.integers(min(counted_topics, world.topics - 1), world.topics, documents)
    topic = np.where(counted, rng.integers(0, counted_topics, documents), other_topics)
    size = world.draws * np.exp(world.spread * rng.standard_normal(documents) - world.spread**2 / 2)
    draws = np.ones(documents, dtype=np.int64) if world.draws == 1 else rng.poisson(size)

    doc = np.repeat(np.arange(documents), draws)
    prompt = np.searchsorted(np.cumsum(law), rng.random(len(doc))).clip(max=world.prompts - 1)
    own = rng.random(len(doc)) < world.topical
    prompt = np.where(own, (prompt + shift[topic[doc]]) % world.prompts, prompt)
    mentions = rng.geometric(1 / world.burst, len(doc))

    cell, cell_of = np.unique(doc * world.prompts + prompt, return_inverse=True)
    c = np.bincount(cell_of, weights=mentions, minlength=len(cell))
    doc, prompt = cell // world.prompts, cell % world.prompts
    df = np.bincount(prompt, minlength=world.prompts)
    unseen = df == 0

    of_group = counted[doc]
    m = np.bincount(doc, weights=c * of_group, minlength=documents)
    single = c * of_group * (df[prompt] == 1)
    cc = float((c * c * of_group).sum())
    ab, ba, weighted_ab, weighted_ba = _pairs(doc, prompt, c, of_group, df, weight, documents)
    total = np.bincount(prompt, weights=c, minlength=world.prompts)
    return Sample(
        plain=UnitSums.of(m, np.bincount(doc, weights=single, minlength=documents), ab, ba, cc=cc),
        weighted=UnitSums.of(
            m,
            np.bincount(doc, weights=single * weight[prompt], minlength=documents),
            weighted_ab,
            weighted_ba,
            cc=cc,
        ),
        missing_mass=float(asked[unseen].sum()),
        floor=float((asked * weight)[unseen].sum()),
        once=int((total == 1).sum()),
        twice=int((total == 2).sum()),
    )


def _pairs(
    doc: Ints, prompt: Ints, c: Floats, of_group: NDArray[np.bool_], df: Ints, weight: Floats, documents: int
) -> tuple[Floats, Floats, Floats, Floats]:
    """o_ab and o_ba of all pairs of documents of the group, plain and weighted."""
    two = np.flatnonzero(df[prompt] == 2)
    two = two[np.argsort(prompt[two], kind="stable")]
    first, second = two[0::2], two[1::2]
    both = of_group[first] & of_group[second]
    first, second = first[both], second[both]
    # Cells are sorted by document, and the sort is stable: the first document's number is the lower one.
    _, pair = np.unique(doc[first] * max(documents, 1) + doc[second], return_inverse=True)
    w = weight[prompt[first]]
    ab, ba, weighted_ab, weighted_ba = (
        np.bincount(pair, weights=x) for x in (c[first], c[second], c[first] * w, c[second] * w)
    )
    return ab, ba, weighted_ab, weighted_ba


def esty_on_mentions(sample: Sample, level: float) -> Interval:
    """The wrong way: f1/N with Esty's interval, as if mentions were independent."""
    n = sample.plain.mentions
    rate = sample.once / n
    half = quantile(level) * np.sqrt(sample.once * (1 - rate) + 2 * sample.twice) / n
    return Interval(rate, rate - half, rate + half)


def without_edges(sums: UnitSums, level: float) -> Interval:
    """M ± z·√V/N: falls short where M is near 0 or 1, or units are few."""
    rate = sums.counted / sums.mentions
    half = quantile(level) * np.sqrt(sums.variance or 0.0) / sums.mentions
    return Interval(rate, rate - half, rate + half)


@dataclass
class Tally:
    """Where the truth lay, over the runs."""

    runs: int = 0
    under: int = 0
    over: int = 0
    width: float = 0.0

    def add(self, interval: Interval, truth: float) -> None:
        assert interval.low is not None
        assert interval.high is not None
        self.runs += 1
        # A truth of exactly 0 or 1 differs from the clipped end by rounding.
        self.under += interval.high < truth - 1e-12
        self.over += interval.low > truth + 1e-12
        self.width += interval.high - interval.low

    @property
    def coverage(self) -> float:
        return 1 - (self.under + self.over) / self.runs


@dataclass
class Row:
    """What is printed of a world."""

    world: World
    units: float
    n_eff: float
    truth: float
    ratio: float
    missing_mass: Tally
    floor: Tally
    esty: Tally
    plain: Tally


def measure(world: World, runs: int, seed: int, level: float = 0.95) -> Row:
    """Coverage in ``runs`` corpora of a world (those without a mention are left out)."""
    mass, lucky, esty, plain = Tally(), Tally(), Tally(), Tally()
    units = n_eff = truth = estimate = 0.0
    for sample in samples(world, runs, seed):
        if not sample.plain.mentions:
            continue
        interval = missing_mass_of_sums(sample.plain, level=level)
        mass.add(interval, sample.missing_mass)
        lucky.add(floor_of_sums(sample.weighted, sample.plain, level=level), sample.floor)
        esty.add(esty_on_mentions(sample, level), sample.missing_mass)
        plain.add(without_edges(sample.plain, level), sample.missing_mass)
        units += sample.plain.units
        n_eff += sample.plain.n_eff or 0.0
        truth += sample.missing_mass
        estimate += interval.estimate or 0.0
    n = mass.runs
    return Row(world, units / n, n_eff / n, truth / n, estimate / truth, mass, lucky, esty, plain)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=1000, help="corpora a world (1000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", type=float, default=0.95, help="nominal coverage (0.95)")
    parser.add_argument("--bursts", type=float, help="mean burst in every world instead of its own")
    parser.add_argument("--only", default="", metavar="WORD", help="only worlds with this in their name")
    arguments = parser.parse_args()
    tally = f"{'cov':>5} {'under':>5} {'over':>5} {'width':>5}"
    print(f"{'':54} | {'missing mass':23} | {'floor':23} | coverage of M, the wrong ways")
    head = f"{'world':32} {'docs':>5} {'n_eff':>5} {'M':>5} {'÷M':>4}"
    print(f"{head} | {tally} | {tally} | {'Esty':>5} {'no edges':>8}")
    for world in WORLDS:
        if arguments.only not in world.name:
            continue
        if arguments.bursts:
            world = replace(world, burst=arguments.bursts)
        row = measure(world, arguments.runs, arguments.seed, arguments.level)
        cells = [
            f"{t.coverage:5.3f} {t.under / t.runs:5.3f} {t.over / t.runs:5.3f} {t.width / t.runs:5.3f}"
            for t in (row.missing_mass, row.floor)
        ]
        print(
            f"{world.name:32} {row.units:5.0f} {row.n_eff:5.0f} {row.truth:5.3f} {row.ratio:4.2f}"
            f" | {cells[0]} | {cells[1]} | {row.esty.coverage:5.3f} {row.plain.coverage:8.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
