"""Simulated corpora whose truth is known: many at once, come down to the sums that an interval needs.

A corpus is a Poisson number of documents, a share of them of the domain that is reported. A document draws
prompts from a law, in part from its own topic's, and repeats each of them in a burst. The truth is the mass of
the prompts that no document holds: what the domain's next document will ask and this corpus has not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from factscan.stats import PARTS, Spectrum, UnitSums

Ints = NDArray[np.int64]
Floats = NDArray[Any]
Scope = Literal["mix", "alone"]

CELLS_AT_ONCE = 400_000
MOST_MENTIONS = 1 << 12


def zipf(exponent: float, prompts: int) -> Floats:
    """p ∝ rank^−exponent."""
    return _normed(np.arange(1, prompts + 1) ** -exponent)


def lognormal(sigma: float, prompts: int) -> Floats:
    """p ∝ exp(σz), z the normal's quantiles."""
    quantiles = [NormalDist().inv_cdf((i + 0.5) / prompts) for i in range(prompts)]
    return _normed(np.exp(sigma * np.array(quantiles)))


def kinked(head: int, share: float, prompts: int) -> Floats:
    """A head of few prompts by Zipf's law with ``share`` of all draws, and a tail that is flat."""
    law = np.full(prompts, (1 - share) / (prompts - head))
    law[:head] = share * zipf(1.0, head)
    return law


def _normed(law: Floats) -> Floats:
    return law / law.sum()


@dataclass(frozen=True)
class World:
    """What the documents of a simulated corpus are drawn from."""

    name: str
    documents: float
    """Mean of the Poisson number of documents, of the whole corpus."""
    draws: float = 8.0
    """Mean number of prompts that a document draws."""
    spread: float = 0.0
    """Standard deviation of the logarithm of a document's size."""
    burst: float = 1.0
    """Mean mentions of a drawn prompt (geometric)."""
    law: Floats = field(default_factory=lambda: zipf(1.0, 20_000), repr=False)
    topics: int = 1
    topical: float = 0.0
    """Share of draws that come from the topic's own law."""
    counted: float = 1.0
    """Share of documents in the domain that is reported; the others share its general law, not its topics."""

    @property
    def prompts(self) -> int:
        return len(self.law)


@dataclass(frozen=True)
class Batch:
    """Sums of many corpora under one scope, one entry a corpus (jackknife: one row a corpus), and the truths."""

    units: Ints
    mentions: Floats
    u: Floats
    w: Floats
    mm: Floats
    mu: Floats
    uu: Floats
    mw: Floats
    ww: Floats
    cc: Floats
    pairs: Floats
    weighted_pairs: Floats
    part_mentions: Floats
    part_lost: Floats
    part_gained: Floats
    missing_mass: Floats
    floor: Floats
    once: Ints
    twice: Ints
    """Prompts with exactly one and exactly two mentions."""

    def sums(self) -> Iterator[tuple[UnitSums, UnitSums]]:
        """Plain and weighted sums of every corpus."""
        for i in range(len(self.units)):
            shared = {
                "units": int(self.units[i]),
                "mentions": self.mentions[i],
                "mm": self.mm[i],
                "cc": self.cc[i],
            }
            yield (
                UnitSums(counted=self.u[i], mu=self.mu[i], uu=self.uu[i], pairs=self.pairs[i], **shared),
                UnitSums(
                    counted=self.w[i], mu=self.mw[i], uu=self.ww[i], pairs=self.weighted_pairs[i], **shared
                ),
            )


@dataclass(frozen=True)
class _Law:
    """A world's law as it is drawn from, and what the domain's next mention asks."""

    cumulative: Floats
    shift: Ints
    asked: Floats
    weight: Floats

    @classmethod
    def of(cls, world: World, rng: np.random.Generator, kappa_rare: float, kappa_often: float) -> "_Law":
        # Rank and relation must not go together, or κ would only scale M.
        law = rng.permutation(world.law)
        weight = np.where(np.arange(world.prompts) % 3 == 0, 1 - kappa_often, 1 - kappa_rare)
        shift = np.arange(world.topics) * (world.prompts // world.topics)
        topic_law = np.mean([np.roll(law, s) for s in shift[: _counted_topics(world)]], axis=0)
        return cls(np.cumsum(law), shift, (1 - world.topical) * law + world.topical * topic_law, weight)


def _counted_topics(world: World) -> int:
    return max(1, round(world.topics * world.counted))


def batches(
    world: World, runs: int, seed: int, kappa_rare: float = 0.02, kappa_often: float = 0.5
) -> Iterator[dict[Scope, Batch]]:
    """``runs`` corpora of a world, some at a time. A third of the prompts are of a relation of κ ``kappa_often``."""
    rng = np.random.default_rng(seed)
    law = _Law.of(world, rng, kappa_rare, kappa_often)
    at_once = max(1, int(CELLS_AT_ONCE / (world.documents * world.draws)))
    for start in range(0, runs, at_once):
        yield _batch(world, law, min(at_once, runs - start), rng)


def doubled(world: World, runs: int, seed: int) -> Iterator[tuple[UnitSums, Spectrum, float]]:
    """``runs`` corpora of a world, one by one, each with what it misses once as many documents are added to it."""
    rng = np.random.default_rng(seed)
    law = _Law.of(world, rng, 0.0, 0.0)
    at_once = max(1, int(CELLS_AT_ONCE / (world.documents * world.draws)))
    for start in range(0, runs, at_once):
        corpora = min(at_once, runs - start)
        cells, added = (_Cells.drawn(world, law, corpora, rng) for _ in range(2))
        sums = [plain for plain, _ in _sums(cells, cells, cells, law).sums()]
        for run in range(corpora):
            own = cells.run == run
            known = np.union1d(cells.prompt[own], added.prompt[added.run == run])
            units, place = np.unique(cells.in_units[own], return_inverse=True)
            mentions = np.bincount(place, cells.mentions[own], len(units))
            spectrum = Spectrum.of(sums[run].units, units, mentions)
            yield sums[run], spectrum, float(law.asked.sum() - law.asked[known].sum())


def _batch(world: World, law: _Law, runs: int, rng: np.random.Generator) -> dict[Scope, Batch]:
    cells = _Cells.drawn(world, law, runs, rng)
    inside = cells.kept(cells.of_domain)
    return {"mix": _sums(cells, inside, cells, law), "alone": _sums(inside, inside, inside, law)}


@dataclass(frozen=True)
class _Cells:
    """Mentions by corpus, prompt and document, in this order; ``doc_run`` is the corpus of each document."""

    runs: int
    run: Ints
    prompt: Ints
    doc: Ints
    mentions: Ints
    of_domain: NDArray[np.bool_]
    in_units: Ints
    """Documents that state the cell's prompt."""
    doc_run: Ints

    @classmethod
    def drawn(cls, world: World, law: _Law, runs: int, rng: np.random.Generator) -> "_Cells":
        doc_run = np.repeat(np.arange(runs), rng.poisson(world.documents, runs))
        documents = len(doc_run)
        counted = rng.random(documents) < world.counted
        others = rng.integers(min(_counted_topics(world), world.topics - 1), world.topics, documents)
        topic = np.where(counted, rng.integers(0, _counted_topics(world), documents), others)
        size = world.draws * np.exp(world.spread * rng.standard_normal(documents) - world.spread**2 / 2)
        draws = np.ones(documents, dtype=np.int64) if world.draws == 1 else rng.poisson(size)

        doc = np.repeat(np.arange(documents), draws)
        prompt = np.searchsorted(law.cumulative, rng.random(len(doc))).clip(max=world.prompts - 1)
        own = rng.random(len(doc)) < world.topical
        prompt = np.where(own, (prompt + law.shift[topic[doc]]) % world.prompts, prompt)
        mentions = rng.geometric(1 / world.burst, len(doc)).clip(max=MOST_MENTIONS - 1)

        # One number a draw sorts faster than three columns.
        asked = doc_run[doc] * world.prompts + prompt
        packed = np.sort((asked * max(documents, 1) + doc) * MOST_MENTIONS + mentions)
        cell, mentions = np.divmod(packed, MOST_MENTIONS)
        first = _firsts(cell)
        mentions = np.add.reduceat(mentions, first) if len(first) else mentions
        asked, doc = np.divmod(cell[first], max(documents, 1))
        run, prompt = np.divmod(asked, world.prompts)
        return cls(runs, run, prompt, doc, mentions, counted[doc], _repeats(asked), doc_run)

    def kept(self, chosen: NDArray[np.bool_]) -> "_Cells":
        """The corpora without the other cells."""
        run, prompt = self.run[chosen], self.prompt[chosen]
        in_units = _repeats(run * (int(self.prompt.max(initial=0)) + 1) + prompt)
        rest = (column[chosen] for column in (self.doc, self.mentions, self.of_domain))
        return _Cells(self.runs, run, prompt, *rest, in_units, self.doc_run)

    @property
    def firsts(self) -> Ints:
        """Where the cells of each prompt of a corpus begin."""
        change = (np.diff(self.prompt) != 0) | (np.diff(self.run) != 0)
        return np.flatnonzero(np.concatenate([[len(self.run) > 0], change]))


def _firsts(column: Ints) -> Ints:
    return np.flatnonzero(np.concatenate([[len(column) > 0], np.diff(column) != 0]))


def _repeats(column: Ints) -> Ints:
    """How often each value of a sorted column occurs."""
    first = _firsts(column)
    count = np.diff(np.append(first, len(column)))
    return np.repeat(count, count)


def _sums(scope: _Cells, group: _Cells, known: _Cells, law: _Law) -> Batch:
    """The sums of ``group`` with its prompts known from the cells of ``scope``."""
    runs, doc_run = scope.runs, scope.doc_run
    units = scope.in_units[scope.of_domain] if len(scope.run) != len(group.run) else scope.in_units

    def by_doc(x: Floats) -> Floats:
        return np.bincount(group.doc, weights=x, minlength=len(doc_run))

    def by_run(x: Floats) -> Floats:
        return np.bincount(doc_run, weights=x, minlength=runs)

    c = group.mentions.astype(np.float64)
    single = c * (units == 1)
    m, u, w = by_doc(c), by_doc(single), by_doc(single * law.weight[group.prompt])
    pairs, weighted_pairs = _pairs(group, units, law.weight)
    seen = known.firsts
    unseen = [
        total - np.bincount(known.run[seen], weights=mass[known.prompt[seen]], minlength=runs)
        for mass in (law.asked, law.asked * law.weight)
        for total in (mass.sum(),)
    ]
    start = scope.firsts
    total = np.add.reduceat(scope.mentions, start) if len(start) else np.zeros(0)
    of_domain = scope.of_domain[start]
    once, twice = (np.bincount(scope.run[start][of_domain & (total == k)], minlength=runs) for k in (1, 2))
    return Batch(
        by_run(m > 0).astype(np.int64),
        *(by_run(x) for x in (m, u, w, m * m, m * u, u * u, m * w, w * w)),
        np.bincount(group.run, weights=c * c, minlength=runs),
        pairs,
        weighted_pairs,
        *_parts(group, units, m, u),
        *unseen,
        once,
        twice,
    )


def _pairs(group: _Cells, units: Ints, weight: Floats) -> tuple[Floats, Floats]:
    """Sums of o_ab·o_ba over the pairs of documents of the domain, plain and weighted."""
    start = group.firsts
    inside = np.diff(np.append(start, len(group.run)))
    first = start[(inside == 2) & (units[start] == 2)]
    second = first + 1
    key = group.doc[first] * max(len(group.doc_run), 1) + group.doc[second]
    pair, pair_of = np.unique(key, return_inverse=True)
    run = group.doc_run[pair // max(len(group.doc_run), 1)]
    w = weight[group.prompt[first]]
    a, b, weighted_a, weighted_b = (
        np.bincount(pair_of, weights=x, minlength=len(pair))
        for x in (
            group.mentions[first],
            group.mentions[second],
            group.mentions[first] * w,
            group.mentions[second] * w,
        )
    )
    return tuple(np.bincount(run, weights=x, minlength=group.runs) for x in (a * b, weighted_a * weighted_b))  # type: ignore[return-value]


def _parts(group: _Cells, units: Ints, m: Floats, u: Floats) -> tuple[Floats, Floats, Floats]:
    """What the domain holds in each jackknife group, and what it loses and gains when that group is left out."""
    part_of_doc = np.arange(len(m)) % PARTS
    shape = (group.runs, PARTS)
    flat = group.doc_run * PARTS + part_of_doc
    mentions, lost = (
        np.bincount(flat, weights=x, minlength=group.runs * PARTS).reshape(shape) for x in (m, u)
    )
    gained = np.zeros(group.runs * PARTS)
    start = group.firsts
    if not len(start):
        return mentions, lost, gained.reshape(shape)
    inside = np.diff(np.append(start, len(group.run)))
    part = part_of_doc[group.doc]
    low, high, total = (f.reduceat(part, start) for f in (np.minimum, np.maximum, np.add))
    left_low, left_high = (
        np.add.reduceat(group.mentions * (part == np.repeat(end, inside)), start) for end in (low, high)
    )
    alone = (inside == units[start]) & (low < high)
    run = group.run[start]
    # All units but one lie in the highest (lowest) part: without it, the one that is left is a singleton.
    for majority, minority, left in ((high, low, left_low), (low, high, left_high)):
        chosen = alone & (total == minority + (inside - 1) * majority)
        flat = run[chosen] * PARTS + majority[chosen]
        gained += np.bincount(flat, weights=left[chosen], minlength=len(gained))
    return mentions, lost, gained.reshape(shape)
