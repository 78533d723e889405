"""How often does the interval of a mixture hold the truth where a domain's own documents are thinned?

    python benchmarks/thinning.py --runs 400

Two domains: B, which is asked about and of whose documents a share q_B is kept, and A, with q_A. A document draws
prompts from Zipf's law over 3,000, in part from a pack of twenty that occur together, and repeats each in a burst. The
truth is the chance that a mention in B's next document asks what none of the kept documents states, over all draws of
what is kept. Printed for each: the true missing mass, coverage of the 95 % interval, the same without the pairs' term,
the standard deviation of (estimate − truth) / standard error (1 if the variance is right), and the mean width.
"""

import argparse
from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factscan.stats import UnitSums, missing_mass_of_sums

Document = dict[int, int]
PROMPTS, PACK, PACKS, DRAWS = 3000, 20, 30, 8
LAW = 1 / np.arange(1, PROMPTS + 1)
LAW /= LAW.sum()
SMALL = 1e-4
CASES = (
    # q_B, q_A, burst, share of draws from a pack, documents of B
    (0.5, 1.0, 1, 0.0, 150),
    (0.5, 0.3, 2, 0.0, 150),
    (0.2, 0.5, 4, 0.0, 150),
    (0.8, 0.3, 2, 0.5, 150),
    (0.3, 0.3, 3, 0.7, 150),
    (0.5, 0.5, 2, 0.5, 40),
)


def corpus(documents: float, burst: float, packed: float, rng: np.random.Generator) -> list[Document]:
    found = []
    for _ in range(rng.poisson(documents)):
        draws = rng.poisson(DRAWS)
        prompts = np.searchsorted(LAW.cumsum(), rng.random(draws)).clip(max=PROMPTS - 1)
        pack = rng.integers(PACKS) * PACK + rng.integers(0, PACK, draws)
        prompts = np.where(rng.random(draws) < packed, pack, prompts)
        said: Counter[int] = Counter()
        for prompt in prompts.tolist():
            said[prompt] += int(rng.geometric(1 / burst))
        found.append(dict(said))
    return found


def sums_of(b: list[Document], known_by_a: Counter[int], q_b: float, q_a: float) -> UnitSums:
    """As ``sql/figures/mixed.sql`` takes them."""
    stating: dict[int, list[int]] = defaultdict(list)
    for number, said in enumerate(b):
        for prompt in said:
            stating[prompt].append(number)
    takes: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    alone = {}
    for prompt, numbers in stating.items():
        others = (1 - q_a) ** known_by_a[prompt]
        alone[prompt] = others * (1 - q_b) ** (len(numbers) - 1)
        weight = others * (1 - q_b) ** max(0, len(numbers) - 2)
        if weight < SMALL:
            continue
        for place, first in enumerate(numbers):
            for second in numbers[place + 1 :]:
                ends = takes[first, second]
                ends[0] += b[first][prompt] * weight * q_b
                ends[1] += b[second][prompt] * weight * q_b
    m = [sum(said.values()) for said in b]
    u = [sum(n * alone[prompt] for prompt, n in said.items()) for said in b]
    columns = ([ends[place] for ends in takes.values()] for place in (0, 1))
    return UnitSums.of(m, u, *columns, cc=sum(n * n for said in b for n in said.values()))


def stated(documents: list[Document]) -> NDArray[np.int64]:
    return np.bincount([prompt for said in documents for prompt in said], minlength=PROMPTS)


def measure(case: tuple[float, float, float, float, int], runs: int, rng: np.random.Generator) -> str:
    q_b, q_a, burst, packed, documents = case
    pack_law = np.where(np.arange(PROMPTS) < PACK * PACKS, 1 / (PACK * PACKS), 0.0)
    asked = (1 - packed) * LAW + packed * pack_law
    held, without, apart, widths, truths = [], [], [], [], []
    for _ in range(runs):
        b, a = corpus(documents, burst, packed, rng), corpus(60, burst, 0.0, rng)
        sums = sums_of(b, Counter(prompt for said in a for prompt in said), q_b, q_a)
        truth = float((asked * (1 - q_b) ** stated(b) * (1 - q_a) ** stated(a)).sum())
        low, estimate, high = missing_mass_of_sums(sums).ends
        less_low, _, less_high = missing_mass_of_sums(replace(sums, pairs=0.0)).ends
        held.append(low <= truth <= high)
        without.append(less_low <= truth <= less_high)
        apart.append((estimate - truth) * sums.mentions / (sums.variance or 1.0) ** 0.5)
        widths.append(high - low)
        truths.append(truth)
    return (
        f"q_B {q_b}, q_A {q_a}, burst {burst}, packed {packed}, {documents} documents: M {np.mean(truths):.3f}, covers "
        f"{np.mean(held):.3f} (without pairs {np.mean(without):.3f}), sd {np.std(apart):.2f}, "
        f"width {np.mean(widths):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=400, help="corpora a case (400)")
    options = parser.parse_args()
    rng = np.random.default_rng(1)
    for case in CASES:
        print(measure(case, options.runs, rng), flush=True)


if __name__ == "__main__":
    main()
