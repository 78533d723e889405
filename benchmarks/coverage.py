"""How often do the intervals of factscan.stats hold the truth? A simulation whose truth is known (worlds.py).

By default: five laws of prompts (Zipf .7, 1.0 and 1.3, lognormal, a kinked head and tail) by mean bursts of 1, 2
and 4, in corpora of which half the documents are of the domain that is reported, some hundred or a few. Every corpus
is measured in both scopes: ``mix`` (a prompt is known if any document states it) and ``alone`` (if one of the domain
does). --others measures stranger worlds: uneven sizes, topics, edges.

Printed for each: documents of the domain and effective documents n_eff (means over the runs), the true missing mass,
estimate ÷ truth; for missing mass and floor (κ held fixed) the coverage, the shares of runs whose interval lies
under and over the truth, and the mean width; coverage and width of the delete-a-group jackknife; and the coverage
of three wrong ways: plain Esty on mentions, the clustered interval without its edge terms, and with these in full
wherever M is (with the width).
"""

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import repeat

import numpy as np
from worlds import Batch, Scope, World, batches, kinked, lognormal, zipf

from factscan.stats import Interval, UnitSums, delete_a_group, floor_of_sums, missing_mass_of_sums
from factscan.stats.interval import clustered_interval, quantile

PROMPTS = 20_000
LAWS = {
    "Zipf .7": zipf(0.7, PROMPTS),
    "Zipf 1.0": zipf(1.0, PROMPTS),
    "Zipf 1.3": zipf(1.3, PROMPTS),
    "lognormal": lognormal(2.0, PROMPTS),
    "kinked": kinked(100, 0.5, PROMPTS),
}
BURSTS = (1, 2, 4)
SIZES = (300, 60, 20)
ENOUGH = 40

OTHERS = [
    World("one mention a document", 3000, draws=1),
    World("burst 4, uneven sizes", 600, burst=4, spread=1.2),
    World("uneven sizes, steep law", 200, burst=2, spread=1.5, law=zipf(1.3, PROMPTS)),
    World("topics of a few documents", 600, burst=2, topics=150, topical=0.7),
    World("few prompts", 600, burst=2, law=zipf(0.5, 600)),
    World("steep law", 600, burst=3, law=zipf(1.6, PROMPTS)),
    World("a tenth counts", 2000, burst=2, topics=40, topical=0.5, counted=0.1),
    World("half counts, uneven sizes", 1000, burst=3, topics=20, topical=0.5, counted=0.5, spread=1.0),
    World("edge: ten documents, M near 1", 10, burst=2, law=zipf(0.3, 200_000)),
    World("edge: ten documents", 10, burst=2),
    World("edge: twenty uneven documents", 20, burst=2, spread=0.8),
    World("edge: M near 0", 300, burst=2, law=zipf(0.3, 500)),
    World("edge: M near 0, bursts of 10", 200, draws=10, burst=10, law=zipf(0.3, 400)),
    World("edge: M near 1", 100, burst=2, law=zipf(0.0, 200_000)),
]


def named_worlds(sizes: Sequence[float]) -> list[World]:
    """Five laws by three bursts by the mean number of documents of the domain, which is half of the corpus."""
    return [
        World(f"{name}, burst {burst}", 2 * size, burst=burst, law=law, counted=0.5)
        for size in sizes
        for name, law in LAWS.items()
        for burst in BURSTS
    ]


@dataclass
class Tally:
    """Where the truth lay, over the runs."""

    runs: int = 0
    under: int = 0
    over: int = 0
    width: float = 0.0

    def add(self, interval: Interval, truth: float) -> None:
        if interval.low is None or interval.high is None:
            return
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
    """What is printed of a world in a scope: sums over the runs."""

    world: World
    scope: Scope
    units: float = 0.0
    n_eff: float = 0.0
    truth: float = 0.0
    estimate: float = 0.0
    missing_mass: Tally = field(default_factory=Tally)
    floor: Tally = field(default_factory=Tally)
    jackknife: Tally = field(default_factory=Tally)
    esty: Tally = field(default_factory=Tally)
    plain: Tally = field(default_factory=Tally)
    full: Tally = field(default_factory=Tally)

    @property
    def runs(self) -> int:
        return self.missing_mass.runs

    @property
    def ratio(self) -> float:
        return self.estimate / self.truth

    def add(self, batch: Batch, level: float) -> None:
        """Tally the corpora of a batch (those without a mention are left out)."""
        for i, (plain, weighted) in enumerate(batch.sums()):
            truth = float(batch.missing_mass[i])
            interval = missing_mass_of_sums(plain, level=level)
            if interval.estimate is None:
                continue
            self.units += plain.units
            self.n_eff += plain.n_eff or 0.0
            self.truth += truth
            self.estimate += interval.estimate
            self.missing_mass.add(interval, truth)
            self.floor.add(floor_of_sums(weighted, plain, level=level), float(batch.floor[i]))
            parts = (batch.part_mentions[i], batch.part_lost[i], batch.part_gained[i])
            self.jackknife.add(delete_a_group(*parts, level=level), truth)
            self.esty.add(esty_on_mentions(batch, i, level), truth)
            self.plain.add(edged(plain, level, 0.0, 0.0), truth)
            self.full.add(edged(plain, level, plain.burst, plain.rest_burst), truth)


def esty_on_mentions(batch: Batch, i: int, level: float) -> Interval:
    """The wrong way: f1/N with Esty's interval, as if mentions were independent."""
    n, once, twice = batch.mentions[i], batch.once[i], batch.twice[i]
    rate = once / n
    half = quantile(level) * np.sqrt(once * max(0.0, 1 - rate) + 2 * twice) / n
    return Interval(rate, rate - half, rate + half)


def edged(sums: UnitSums, level: float, above: float, below: float) -> Interval:
    """The clustered interval with edge terms that do not depend on M."""
    return clustered_interval(sums.counted, sums.mentions, sums.variance or 0.0, above, below, level)


def measure(world: World, runs: int, seed: int, level: float = 0.95) -> dict[Scope, Row]:
    """Coverage in ``runs`` corpora of a world; both scopes are one where all documents count."""
    scopes: tuple[Scope, ...] = ("mix", "alone") if world.counted < 1 else ("mix",)
    rows = {scope: Row(world, scope) for scope in scopes}
    for batch in batches(world, runs, seed):
        for scope, row in rows.items():
            row.add(batch[scope], level)
    return rows


_TALLY = f"{'cov':>5} {'under':>5} {'over':>5} {'width':>5}"
_HEAD = (
    f"{'':57} | {'missing mass':23} | {'floor':23} | {'jackknife':11} | M, wrong ways\n"
    f"{'world':30} {'scope':5} {'docs':>5} {'n_eff':>5} {'M':>4} {'÷M':>5} | {_TALLY} | {_TALLY}"
    f" | {'cov':>5} {'width':>5} | {'Esty':>5} {'no edges':>8} {'full edges':>10} {'width':>5}"
)


def line(row: Row) -> str:
    n = row.runs
    cells = [
        f"{t.coverage:5.3f} {t.under / t.runs:5.3f} {t.over / t.runs:5.3f} {t.width / t.runs:5.3f}"
        for t in (row.missing_mass, row.floor)
    ]
    second, full = row.jackknife, row.full
    return (
        f"{row.world.name:30} {row.scope:5} {row.units / n:5.0f} {row.n_eff / n:5.0f} {row.truth / n:4.2f}"
        f" {row.ratio:5.3f} | {cells[0]} | {cells[1]} | {second.coverage:5.3f} {second.width / second.runs:5.3f}"
        f" | {row.esty.coverage:5.3f} {row.plain.coverage:8.3f} {full.coverage:10.3f} {full.width / full.runs:5.3f}"
    )


def summary(rows: Sequence[Row]) -> str:
    """The extremes of coverage and bias, by effective documents."""
    lines = []
    for words, lowest, chosen in (
        (f"n_eff ≥ {ENOUGH}", 0.93, [row for row in rows if row.n_eff / row.runs >= ENOUGH]),
        (f"n_eff < {ENOUGH}", 0.91, [row for row in rows if row.n_eff / row.runs < ENOUGH]),
    ):
        if not chosen:
            continue
        for name in ("missing_mass", "floor", "jackknife"):
            found = [getattr(row, name).coverage for row in chosen]
            lines.append(
                f"{words}, {len(chosen)} rows: {name} covers {min(found):.3f} – {max(found):.3f},"
                f" {sum(x < lowest for x in found)} under {lowest}, {sum(x > 0.97 for x in found)} over .97"
            )
        ratios = [row.ratio for row in chosen]
        lines.append(f"{words}: M1/N ÷ truth {min(ratios):.3f} – {max(ratios):.3f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=2000, help="corpora a world (2000)")
    parser.add_argument(
        "--documents",
        default=",".join(map(str, SIZES)),
        help="of the domain, a mean or several (%(default)s)",
    )
    parser.add_argument("--others", action="store_true", help="the stranger worlds instead")
    parser.add_argument(
        "--spread", type=float, help="standard deviation of the log size of documents, everywhere"
    )
    parser.add_argument("--only", default="", metavar="WORD", help="only worlds with this in their name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", type=float, default=0.95, help="nominal coverage (0.95)")
    parser.add_argument("--processes", type=int, default=1)
    given = parser.parse_args()
    worlds = OTHERS if given.others else named_worlds([float(size) for size in given.documents.split(",")])
    if given.spread is not None:
        worlds = [replace(world, spread=given.spread) for world in worlds]
    worlds = [world for world in worlds if given.only in world.name]
    print(_HEAD)
    measured = partial(measure, level=given.level)
    rows: list[Row] = []
    with ProcessPoolExecutor(given.processes) as pool:
        seeds = range(given.seed, given.seed + len(worlds))
        for found in pool.map(measured, worlds, repeat(given.runs), seeds):
            rows += found.values()
            print("\n".join(line(row) for row in found.values()), flush=True)
    print(f"\n{summary(rows)}")


if __name__ == "__main__":
    main()
