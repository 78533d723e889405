"""How far do forecasts of the missing mass miss? Simulated corpora of known laws, at M from .05 to .5.

    python benchmarks/forecast.py                 twice the text: factscan's forecast and two others
    python benchmarks/forecast.py --choose        the smoothed Good–Toulmin series by its number of coins
    python benchmarks/forecast.py --beyond        4, 8 and 16 times the text: the guess behind --beyond
    python benchmarks/forecast.py --intervals     how often the printed interval at twice the text holds the truth

A document states each prompt with a chance of its own, which follows the law, and repeats it in a burst (geometric).
For each law the number of documents is chosen so that M has the wanted value; the corpus is drawn, the forecast made,
and compared with the true missing mass of the larger corpus. The forecast was chosen on the laws called named; the
others were written down before it was tried on them, and changed nothing.

--intervals draws whole documents (worlds.py), doubles the corpus, and asks what that corpus misses: by mean number of
documents and law, over bursts of 1 and 4 and even and uneven documents. Printed: missing mass now, coverage of the 95 %
interval, its half-width as a part of the forecast, bias of the forecast.

Printed else for each law: mean error in percent of the truth (bias), its standard deviation (what the draw of the
corpus adds), the share of forecasts within 10 %, and the 95th percentile of the absolute error.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from coverage import LAWS
from numpy.typing import NDArray
from worlds import World, doubled

from factscan.stats import (
    Spectrum,
    forecast,
    forecast_error,
    forecast_interval,
    growth,
    slopes_forecast,
    units_for,
)

Floats = NDArray[np.float64]
Forecast = Callable[[Spectrum], float | None]

PROMPTS = 100_000
DRAWS = 8.0
MASSES = (0.05, 0.1, 0.2, 0.35, 0.5)
RANKS = np.arange(1, PROMPTS + 1, dtype=np.float64)
QUANTILES = (RANKS - 0.5) / PROMPTS


def kinked(head: int, before: float, after: float) -> Floats:
    """A power law whose exponent changes at a rank."""
    return np.where(head > RANKS, RANKS**-before, head**-before * (RANKS / head) ** -after)


def lognormal(sigma: float) -> Floats:
    rng = np.random.default_rng(7)
    return np.exp(sigma * rng.standard_normal(PROMPTS))


NAMED = {
    "Zipf .7": RANKS**-0.7,
    "Zipf 1.0": RANKS**-1.0,
    "Zipf 1.3": RANKS**-1.3,
    "lognormal 2": lognormal(2),
    "kinked .8, 1.8 at 3,000": kinked(3000, 0.8, 1.8),
}
OTHERS = {
    "uniform": np.ones(PROMPTS),
    "Zipf–Mandelbrot 1.1 + 50": (RANKS + 50) ** -1.1,
    "Weibull .5": (-np.log(QUANTILES)) ** 2,
    "lognormal 1": lognormal(1),
    "lognormal 3": lognormal(3),
    "exponential": np.exp(-RANKS / 20_000),
    "two steps, 100 to 1": np.where(RANKS < 2000, 100.0, 1.0),
    "kinked 1.2, .5 at 500": kinked(500, 1.2, 0.5),
}


@dataclass(frozen=True)
class Law:
    """The chance of every prompt to be stated by a document."""

    name: str
    chance: Floats

    @classmethod
    def of(cls, name: str, weight: Floats) -> "Law":
        return cls(name, -np.expm1(-DRAWS * weight / weight.sum()))

    def missing(self, documents: float) -> float:
        """Missing mass after so many documents."""
        return float(self.chance @ np.exp(documents * np.log1p(-self.chance)) / self.chance.sum())

    def documents(self, mass: float) -> int:
        """How many documents leave this missing mass."""
        low, high = 1.0, 1e9
        for _ in range(60):
            middle = (low * high) ** 0.5
            low, high = (middle, high) if self.missing(middle) > mass else (low, middle)
        return round(high)

    def corpus(self, documents: int, burst: float, rng: np.random.Generator) -> Spectrum:
        k = rng.binomial(documents, self.chance)
        k = k[k > 0]
        mentions = k + (rng.negative_binomial(k, 1 / burst) if burst > 1 else 0)
        present, place = np.unique(k, return_inverse=True)
        return Spectrum.of(documents, present, np.bincount(place, mentions))


def errors(
    law: Law, masses: Sequence[float], bursts: Sequence[float], runs: int, times: int, how: Forecast
) -> Floats:
    """Relative errors of forecasts at ``times`` the documents; the same corpora for every ``how``."""
    rng = np.random.default_rng(11)
    found = []
    for mass in masses:
        documents = law.documents(mass)
        if documents < 40:  # few documents: no forecast is asked for
            continue
        truth = law.missing(times * documents)
        for burst in bursts:
            for _ in range(runs):
                value = how(law.corpus(documents, burst, rng))
                if value is not None:
                    found.append(value / truth - 1)
    return np.array(found)


def smoothed_by(coins: int) -> Forecast:
    """The series of Good and Toulmin, smoothed by so many fair coins (Efron and Thisted 1976)."""
    weight = [sum(comb(coins, i) for i in range(j, coins + 1)) / 2**coins for j in range(coins + 1)]

    def how(spectrum: Spectrum) -> float | None:
        now = spectrum.missing_mass
        if not now:
            return None
        inside = spectrum.k <= coins + 1
        j = spectrum.k[inside] - 1
        series = float(((-1.0) ** j * np.array(weight)[j]) @ spectrum.mentions[inside]) / spectrum.total
        (half,) = growth(spectrum, [(spectrum.units - 1) / 2])
        return float(min(now, max(series, now * (now / half) ** 2)))

    return how


def guessed(times: int) -> Forecast:
    """The missing mass at which the guess asks for ``times`` the text."""

    def how(spectrum: Spectrum) -> float | None:
        now = spectrum.missing_mass
        if not now:
            return None
        low, high = now * 1e-4, now
        for _ in range(16):
            middle = (low * high) ** 0.5
            needed = units_for(spectrum, middle, beyond=True).times
            low, high = (middle, high) if needed is None or needed > times else (low, middle)
        return high

    return how


def cells(found: Floats) -> str:
    if not len(found):
        return f"{'–':>6} {'–':>5} {'–':>6} {'–':>5}"
    size = np.abs(found)
    return (
        f"{100 * found.mean():+6.1f} {100 * found.std():5.1f} {(size <= 0.1).mean():6.1%} "
        f"{100 * np.quantile(size, 0.95):5.1f}"
    )


def table(columns: dict[str, tuple[int, Forecast]], options: argparse.Namespace) -> None:
    print(f"{'':26} | " + " | ".join(f"{name:25}" for name in columns))
    print(f"{'law':26} | " + " | ".join(f"{'bias':>6} {'sd':>5} {'≤ 10%':>6} {'95%':>5}" for _ in columns))
    for title, laws in (("named", NAMED), ("others", OTHERS)):
        pooled: dict[str, list[Floats]] = {name: [] for name in columns}
        for law in (Law.of(name, weight) for name, weight in laws.items()):
            shown = []
            for column, (times, how) in columns.items():
                found = errors(law, options.masses, options.bursts, options.runs, times, how)
                pooled[column].append(found)
                shown.append(cells(found))
            print(f"{law.name:26} | " + " | ".join(shown), flush=True)
        print(
            f"{'all ' + title:26} | " + " | ".join(cells(np.concatenate(every)) for every in pooled.values())
        )


SIZES = (30, 100, 300, 1000, 3000, 10_000)
FEWER = 20_000


def law_of(weight: Floats) -> Floats:
    """The law of as many prompts as the worlds have, spread over all ranks."""
    chosen = weight[:: len(weight) // FEWER]
    return chosen / chosen.sum()


def intervals(runs: int, sizes: Sequence[int]) -> None:
    print(f"{'law':26} " + " ".join(f"{size:>7,} documents    " for size in sizes))
    laws = LAWS | {name: law_of(weight) for name, weight in OTHERS.items()}
    for name, law in laws.items():
        cells = [interval_cell(law, size, runs, seed) for seed, size in enumerate(sizes)]
        print(
            f"{name:26} " + " ".join(f"{m:4.2f} {c:5.3f} ±{w:4.2f} {b:+4.2f}" for m, c, w, b in cells),
            flush=True,
        )


def interval_cell(law: Floats, size: int, runs: int, seed: int) -> Floats:
    """Missing mass, coverage, relative half-width and bias: means over corpora with a forecast."""
    found = []
    for burst in (1.0, 4.0):
        for spread in (0.0, 1.0):
            world = World("", size, burst=burst, spread=spread, law=law)
            for sums, spectrum, truth in doubled(world, runs, seed):
                now, value = sums.counted / sums.mentions, forecast(spectrum, 2)
                if value is None:
                    continue
                se = (sums.variance or 0.0) ** 0.5 / sums.mentions
                low, _, high = forecast_interval(now, se, value).ends
                error = forecast_error(now, se, value)
                found.append((now, low <= truth <= high, error, value / max(truth, 1e-9) - 1))
    return np.mean(found, axis=0) if found else np.full(4, np.nan)


def asked(options: argparse.Namespace) -> Iterator[tuple[str, tuple[int, Forecast]]]:
    if options.choose:
        yield from ((f"{coins} coins", (2, smoothed_by(coins))) for coins in (2, 4, 6, 8, 12))
    elif options.beyond:
        yield from ((f"{times} times", (times, guessed(times))) for times in (4, 8, 16))
    else:
        yield "forecast", (2, lambda spectrum: forecast(spectrum, 2))
        yield "rule of slopes", (2, slopes_forecast)
        yield "smoothed Good–Toulmin", (2, smoothed_by(4))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20, help="corpora for each law, mass and burst (20)")
    parser.add_argument("--bursts", type=float, nargs="+", default=[1, 2, 4], help="mean mentions (1 2 4)")
    parser.add_argument("--masses", type=float, nargs="+", default=MASSES, help="missing masses (.05 … .5)")
    parser.add_argument("--choose", action="store_true", help="compare numbers of coins")
    parser.add_argument("--beyond", action="store_true", help="beyond twice the text")
    parser.add_argument("--intervals", action="store_true", help="coverage of the interval at twice the text")
    parser.add_argument(
        "--documents", type=int, nargs="+", default=SIZES, help="with --intervals: mean numbers"
    )
    options = parser.parse_args()
    if options.intervals:
        intervals(options.runs, options.documents)
        return
    table(dict(asked(options)), options)


if __name__ == "__main__":
    main()
