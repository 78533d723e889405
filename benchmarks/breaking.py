"""What breaks the missing mass, and by how much? Simulated corpora whose truth is known.

    python benchmarks/breaking.py [--runs 100] [--documents 2000] [--seed 1]

A document draws prompts from a Zipf law and repeats each in a burst (geometric). The truth is the mass of the prompts
that no document holds. Printed, as means over the runs:

    estimate ÷ truth of M1/N, and of f1/N on mentions, by the mean burst
    the same of M1/N where a share of the documents are copies of others, with the check that cannot see it: M1/N of a
        random half ÷ what the other half shows
    the same where a share of the mentions is junk that nothing repeats
    coverage of the 95 % interval, and of a percentile bootstrap over documents
    Chiu and Chao's f1 ÷ f1, by the exponent of the law: there is no noise, so 1 would be right
"""

import argparse

import numpy as np
from numpy.typing import NDArray

from factscan.stats import UnitSums, missing_mass_of_sums

Ints = NDArray[np.int64]

PROMPTS = 20_000
DRAWS = 8
RESAMPLES = 100


class Corpus:
    """Cells of one prompt in one document: ``prompt``, ``document``, ``n`` mentions."""

    def __init__(self, prompt: Ints, document: Ints, n: Ints) -> None:
        key, cell = np.unique(document * (prompt.max() + 1) + prompt, return_inverse=True)
        self.document, self.prompt = np.divmod(key, prompt.max() + 1)
        self.n = np.bincount(cell, n).astype(np.int64)

    @classmethod
    def drawn(
        cls, law: NDArray[np.float64], documents: int, burst: float, rng: np.random.Generator
    ) -> "Corpus":
        document = np.repeat(np.arange(documents), rng.poisson(DRAWS, documents))
        prompt = np.minimum(np.searchsorted(law.cumsum(), rng.random(len(document))), len(law) - 1)
        return cls(prompt, document, rng.geometric(1 / burst, len(document)))

    @property
    def stated_in(self) -> Ints:
        """Of every prompt, in how many documents it is stated."""
        return np.bincount(self.prompt, minlength=PROMPTS)

    @property
    def sums(self) -> UnitSums:
        stated_in, documents = self.stated_in[self.prompt], int(self.document.max()) + 1
        m = np.bincount(self.document, self.n, documents)
        u = np.bincount(self.document, self.n * (stated_in == 1), documents)
        two = np.flatnonzero(stated_in == 2)
        two = two[np.argsort(self.prompt[two], kind="stable")]
        one, other = two[::2], two[1::2]
        pair = np.unique(self.document[one] * documents + self.document[other], return_inverse=True)[1]
        return UnitSums.of(m, u, np.bincount(pair, self.n[one]), np.bincount(pair, self.n[other]))

    def chosen(self, documents: Ints) -> "Corpus":
        """The documents of these numbers, as new ones; a document that comes twice is two."""
        order = np.argsort(self.document, kind="stable")
        starts = np.searchsorted(self.document[order], [documents, documents + 1])
        sizes = starts[1] - starts[0]
        within = np.arange(sizes.sum()) - np.repeat(sizes.cumsum() - sizes, sizes)
        cells = order[np.repeat(starts[0], sizes) + within]
        return Corpus(self.prompt[cells], np.repeat(np.arange(len(documents)), sizes), self.n[cells])

    def with_junk(self, share: float, rng: np.random.Generator) -> "Corpus":
        """With mentions of prompts of their own, in random documents, until they are this share of all."""
        junk = round(share / (1 - share) * self.n.sum())
        where = rng.integers(0, self.document.max() + 1, junk)
        own = PROMPTS + np.arange(junk)
        return Corpus(
            np.concatenate([self.prompt, own]),
            np.concatenate([self.document, where]),
            np.concatenate([self.n, np.ones(junk, np.int64)]),
        )


def zipf(exponent: float) -> NDArray[np.float64]:
    law = np.arange(1, PROMPTS + 1) ** -exponent
    return law / law.sum()


def truth(law: NDArray[np.float64], corpus: Corpus) -> float:
    return float(law[corpus.stated_in[:PROMPTS] == 0].sum())


def estimate(corpus: Corpus) -> float:
    return missing_mass_of_sums(corpus.sums).estimate or 0.0


def of_mentions(corpus: Corpus) -> float:
    return float((np.bincount(corpus.prompt, corpus.n) == 1).sum() / corpus.n.sum())


def copied(corpus: Corpus, share: float, rng: np.random.Generator) -> Corpus:
    """As many documents, of which this share are copies of others."""
    documents = int(corpus.document.max()) + 1
    originals = round((1 - share) * documents)
    copies = rng.integers(0, originals, documents - originals)
    return corpus.chosen(np.concatenate([np.arange(originals), copies]))


def half_by_half(corpus: Corpus, rng: np.random.Generator) -> float:
    """M1/N of a random half ÷ the share of the other half's mentions that the first does not state."""
    shuffled = rng.permutation(int(corpus.document.max()) + 1)
    one, other = (corpus.chosen(half) for half in np.array_split(shuffled, 2))
    missing = one.stated_in[other.prompt] == 0
    return estimate(one) / float(other.n[missing].sum() / other.n.sum())


def bootstrap_covers(law: NDArray[np.float64], corpus: Corpus, rng: np.random.Generator) -> bool:
    documents = int(corpus.document.max()) + 1
    values = [estimate(corpus.chosen(rng.integers(0, documents, documents))) for _ in range(RESAMPLES)]
    low, high = np.quantile(values, [0.025, 0.975])
    return bool(low <= truth(law, corpus) <= high)


def interval_covers(law: NDArray[np.float64], corpus: Corpus) -> bool:
    found = missing_mass_of_sums(corpus.sums)
    return (found.low or 0.0) <= truth(law, corpus) <= (found.high or 0.0)


def chiu_chao(corpus: Corpus) -> float:
    """Their f1 by f2, f3 and f4 ÷ f1, of prompts by the documents that state them."""
    f1, f2, f3, f4 = (float((corpus.stated_in == k).sum()) for k in (1, 2, 3, 4))
    return (4 * f2**2 / (3 * f3) - f2 * f3 / (2 * f4)) / f1


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng, law = np.random.default_rng(options.seed), zipf(1.0)

    def corpora(burst: float = 2, exponent: float = 1.0) -> list[Corpus]:
        return [Corpus.drawn(zipf(exponent), options.documents, burst, rng) for _ in range(options.runs)]

    for burst in (1, 2, 4):
        made = [(truth(law, one), estimate(one), of_mentions(one)) for one in corpora(burst)]
        true, ours, theirs = np.mean(made, axis=0)
        print(f"mean burst {burst}    M {true:.3f}  M1/N {ours / true:.3f}  f1/N {theirs / true:.3f}")
    plain = corpora()
    for share in (0.15, 0.4):
        made = [copied(one, share, rng) for one in plain]
        ratio = np.mean([estimate(one) for one in made]) / np.mean([truth(law, one) for one in made])
        halves = np.mean([half_by_half(one, rng) for one in made])
        print(f"{share:4.0%} copied     M1/N {ratio:.3f}  one half ÷ the other {halves:.3f}")
    for share in (0.01, 0.05, 0.1):
        ratio = np.mean([estimate(one.with_junk(share, rng)) / truth(law, one) for one in plain])
        print(f"{share:4.0%} junk       M1/N {ratio:.3f}")
    covered = np.mean([interval_covers(law, one) for one in plain])
    resampled = np.mean([bootstrap_covers(law, one, rng) for one in plain])
    print(f"coverage        interval {covered:.2f}  percentile bootstrap {resampled:.2f}")
    for exponent in (0.7, 1.0, 1.3):
        print(
            f"Zipf {exponent}        Chiu and Chao's f1 {np.mean([chiu_chao(c) for c in corpora(1, exponent)]):.2f}"
        )


if __name__ == "__main__":
    main()
