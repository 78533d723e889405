"""How often do parts differ from what the rest predicts, where they are alike and where they are not?

    python benchmarks/left_out.py --runs 200

A corpus is a Poisson number of documents that draw prompts from a Zipf law and repeat them in bursts. It is cut into
parts at random, so that every flag is a false one; or the last part is of another kind: some of its documents copy the
facts of documents of the rest, or it draws from another law. Each part is left out by definition, its figures counted
anew, and compared by factscan.stats.left_out as the report does.

Printed for each world: mean gap of the last part, the share of parts whose 95 % interval of the gap leaves out 0, the
share of corpora in which any part alike is flagged (nominal: at most .05), and the share in which the last one is.
"""

import argparse
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factscan.stats import LeftOut, UnitSums, left_out

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class World:
    name: str
    documents: int = 600
    parts: int = 4
    draws: float = 8.0
    spread: float = 0.5
    """Standard deviation of the logarithm of a document's size."""
    burst: float = 2.0
    zipf: float = 1.0
    prompts: int = 20_000
    copied: float = 0.0
    """Share of the last part's documents that state what a document of the rest states."""
    own_law: float = 0.0
    """Share of the last part's draws that come from a law of its own."""


WORLDS = (
    World("2 parts", parts=2),
    World("4 parts"),
    World("20 parts", parts=20),
    World("20 parts, 3,000 documents", parts=20, documents=3000),
    World("4 parts, burst 4, uneven", burst=4, spread=1.2),
    World("4 parts, M near 1", zipf=0.3, prompts=200_000),
    World("4 parts, M near 0", zipf=0.5, prompts=600, documents=2000),
    World("4 parts, tenth of the last copied", copied=0.1, documents=3000),
    World("4 parts, third of the last copied", copied=0.3, documents=3000),
    World("4 parts, third of the last of its own", own_law=0.3, documents=3000),
)


@dataclass(frozen=True)
class Corpus:
    """One row a prompt in a document: its document and mentions; ``part`` of every document."""

    document: Ints
    prompt: Ints
    mentions: Ints
    part: Ints


def draw(world: World, rng: np.random.Generator) -> Corpus:
    documents = rng.poisson(world.documents)
    part = rng.integers(0, world.parts, documents)
    last = part == world.parts - 1
    law = np.arange(1, world.prompts + 1) ** -world.zipf
    size = world.draws * np.exp(world.spread * rng.standard_normal(documents) - world.spread**2 / 2)
    document = np.repeat(np.arange(documents), rng.poisson(size))
    prompt = np.searchsorted(np.cumsum(law / law.sum()), rng.random(len(document))).clip(
        max=world.prompts - 1
    )
    own = last[document] & (rng.random(len(document)) < world.own_law)
    prompt = np.where(own, prompt + world.prompts, prompt)
    document, prompt = copied(world, rng, document, prompt, last)
    mentions = rng.geometric(1 / world.burst, len(document))
    cell, place = np.unique(document * (2 * world.prompts) + prompt, return_inverse=True)
    return Corpus(
        cell // (2 * world.prompts),
        cell % (2 * world.prompts),
        np.bincount(place, mentions).astype(np.int64),
        part,
    )


def copied(
    world: World, rng: np.random.Generator, document: Ints, prompt: Ints, last: NDArray[np.bool_]
) -> tuple[Ints, Ints]:
    """Let some documents of the last part state what others do."""
    copies = np.flatnonzero(last & (rng.random(len(last)) < world.copied))
    if not len(copies):
        return document, prompt
    kept = ~np.isin(document, copies)
    documents, prompts = [document[kept]], [prompt[kept]]
    for copy, original in zip(copies, rng.choice(np.flatnonzero(~last), len(copies)), strict=True):
        its = prompt[document == original]
        documents.append(np.full(len(its), copy))
        prompts.append(its)
    return np.concatenate(documents), np.concatenate(prompts)


def checks(corpus: Corpus, parts: int) -> list[LeftOut]:
    stating = np.bincount(corpus.prompt)
    pairs = pair_sum(corpus, stating)
    size = len(corpus.part)
    m = np.bincount(corpus.document, corpus.mentions, size)
    found = []
    for part in range(parts):
        inside = corpus.part[corpus.document] == part
        left = stating - np.bincount(corpus.prompt[inside], minlength=len(stating))
        missing = np.where(inside, left[corpus.prompt] == 0, left[corpus.prompt] == 1)
        u = np.bincount(corpus.document, corpus.mentions * missing, size)
        there = corpus.part == part
        share = m[~there].sum() / m.sum()
        rest = UnitSums.of(m[~there], u[~there], [pairs * share], [1.0])
        found.append(left_out(rest, UnitSums.of(m[there], u[there]), looks=parts))
    return found


def pair_sum(corpus: Corpus, stating: Ints) -> float:
    """Σ o·o' over pairs of documents that share prompts with no other."""
    two = stating[corpus.prompt] == 2
    order = np.argsort(corpus.prompt[two], kind="stable")
    document, mentions = (column[two][order].reshape(-1, 2) for column in (corpus.document, corpus.mentions))
    if not len(document):
        return 0.0
    _, place = np.unique(document, axis=0, return_inverse=True)
    one, other = (np.bincount(place.ravel(), mentions[:, side]) for side in (0, 1))
    return float(one @ other)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=200, help="corpora a world (200)")
    parser.add_argument("--only", default="", metavar="WORD", help="only worlds with this in their name")
    options = parser.parse_args()
    print(f"{'world':38} {'gap':>7} {'beyond 95 %':>12} {'false flag':>11} {'last flagged':>13}")
    for world in WORLDS:
        if options.only not in world.name:
            continue
        rng = np.random.default_rng(3)
        runs = [checks(draw(world, rng), world.parts) for _ in range(options.runs)]
        unlike = world.copied > 0 or world.own_law > 0
        # Where the last part is of another kind, so is the rest of every other one.
        alike = [] if unlike else [one for run in runs for one in run]
        beyond = [not (one.gap.low or 0) <= 0 <= (one.gap.high or 0) for one in alike]
        flagged = [any(one.parts for one in run) for run in runs] if not unlike else []
        gap = np.mean([run[-1].gap.estimate or 0 for run in runs])
        cells = (f"{np.mean(some):.3f}" if len(some) else "–" for some in (beyond, flagged))
        last = np.mean([bool(run[-1].parts) for run in runs])
        print(f"{world.name:38} {gap:+7.3f} {next(cells):>12} {next(cells):>11} {last:13.3f}", flush=True)


if __name__ == "__main__":
    main()
