"""What the proven bound may count: drawn mentions that no other document states, not prompts that are drawn once.

    python benchmarks/bound.py [--documents 20000] [--mentions 50] [--prompts 200000] [--seed 1]

Documents mention prompts of a Zipf law. One mention is drawn in each document. A model trained on the whole corpus
knows every prompt that is mentioned, so its missing mass is that of all mentions; a rate above it is no floor for it.
"""

import argparse

import numpy as np


def rates(documents: int, mentions: int, prompts: int, seed: int) -> dict[str, float]:
    """The true missing mass, and the estimates of it, of one simulated corpus."""
    random = np.random.default_rng(seed)
    chances = 1 / np.arange(1, prompts + 1)
    chances /= chances.sum()
    corpus = random.choice(prompts, size=(documents, mentions), p=chances)
    pairs = np.unique(np.repeat(np.arange(documents), mentions) * prompts + corpus.ravel())
    stated_in = np.bincount(pairs % prompts, minlength=prompts)
    drawn = corpus[np.arange(documents), random.integers(0, mentions, documents)]
    times_drawn = np.bincount(drawn, minlength=prompts)
    return {
        "true missing mass of a model that read everything": float(chances[stated_in == 0].sum()),
        "M1/N": float((stated_in[corpus] == 1).mean()),
        "drawn mentions that no other document states": float((stated_in[drawn] == 1).mean()),
        "prompts drawn exactly once": float((times_drawn == 1).sum() / documents),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--mentions", type=int, default=50, help="a document")
    parser.add_argument("--prompts", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    for name, rate in rates(**vars(parser.parse_args())).items():
        print(f"{rate:6.3f}  {name}")


if __name__ == "__main__":
    main()
