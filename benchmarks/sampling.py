"""How near do the estimates of a sample come to those of the whole run? Drawn again and again from a finished run.

For each seed, one in N prompts or subjects of RUN is kept by another hash; their sums go the way of a run of ``factscan
scan --sample-prompts 1/N`` or ``--sample-subjects 1/N``, κ estimated from each sample anew. For subjects, the
mentions of documents are estimated from as many sentences as a scan would count, where a sentence without facts counts
as many words as its document's mean. Printed for the whole run and each domain, for missing mass and floor: the figure
of the whole run, the mean of the samples', their standard deviation, the mean half-width of their 95 % intervals, and
how often these hold the figure of the whole run.

The intervals also hold what the whole run itself does not know (another corpus of the same kind), so they should hold
its figure somewhat more often than 95 %.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from factscan.figures import Settings
from factscan.figures.layout import find_copied, lay_out
from factscan.sampling import Sampling
from factscan.stats import (
    Interval,
    UnitSums,
    floor_of_sums,
    kappa,
    missing_mass_of_sums,
    shrunk_totals,
    sums_of_sample,
    sums_of_subject_sample,
)

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

CELLS = """
select dense_rank() over (order by prompt_id) - 1 as prompt, dense_rank() over (order by lower(subject)) - 1 as subject,
    dense_rank() over (order by relation) - 1 as relation, grp, unit, mentions, units
from cells join spread using (prompt_id, scope) join prompts using (prompt_id) order by prompt, unit
"""
ANSWERS = """
select prompt, dense_rank() over (order by relation) - 1 as relation,
    dense_rank() over (order by object) - 1 as object, dense_rank() over (order by object_type) - 1 as sort
from (
    select distinct prompt_id, dense_rank() over (order by prompt_id) - 1 as prompt, relation, object, object_type
    from cells join prompts using (prompt_id) join facts using (prompt_id)
)
"""
SENTENCES = """
with stated as (
    select doc_no, sentence_start, count(*) as m
    from occurrences join facts using (fact_id) join prompts using (prompt_id)
    where asserted and list_contains($subjects, subject_kind) group by all
)
select doc_no as unit, coalesce(m, 0) as m, words / greatest(sentences, 1) as w, sentences,
from counted join documents using (doc_no) left join stated using (doc_no)
"""


@dataclass(frozen=True)
class Run:
    """Mentions by prompt and unit, as columns; ``answers`` and ``sentences`` likewise, ``words`` by unit."""

    cells: dict[str, Any]
    answers: dict[str, Any]
    sentences: dict[str, Any]
    group: NDArray[Any]
    words: Floats
    m: Floats

    @classmethod
    def of(cls, path: Path) -> "Run":
        settings = Settings()
        with duckdb.connect(str(path / "factscan.duckdb"), read_only=True) as connection:
            connection.execute("set enable_progress_bar = false")
            find_copied(connection, settings)
            lay_out(connection, "domain", settings)
            cells = connection.execute(CELLS).fetchnumpy()
            answers = connection.execute(ANSWERS).fetchnumpy()
            given = {"subjects": list(settings.subjects)}
            sentences = connection.execute(SENTENCES, given).fetchnumpy()
            documents = connection.execute(
                "select doc_no, domain, words from counted join documents using (doc_no) order by doc_no"
            ).fetchnumpy()
        number = {unit: place for place, unit in enumerate(documents["doc_no"].tolist())}
        for columns in (cells, sentences):
            columns["unit"] = np.array([number[unit] for unit in columns["unit"].tolist()])
        m = np.bincount(cells["unit"], weights=cells["mentions"], minlength=len(number))
        group = np.asarray(documents["domain"].astype(str))
        return cls(cells, answers, sentences, group, documents["words"].astype(float), m)


def _chosen(codes: Ints, one_in: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    return (rng.random(int(codes.max()) + 1) * one_in < 1)[codes]


def estimates(
    run: Run, by: str, one_in: int, rng: np.random.Generator
) -> dict[str, tuple[Interval, Interval]]:
    """Missing mass and floor of the whole run and of each domain, from one sample; exact where ``one_in`` is 1."""
    kept = _chosen(run.cells["subject" if by == "subjects" else "prompt"], one_in, rng)
    cells = {name: column[kept] for name, column in run.cells.items()}
    weight = _weights(run, cells, one_in)
    m, variances = run.m, dict.fromkeys([*np.unique(run.group), "overall"], 0.0)
    if by == "subjects" and one_in > 1:
        m, variances = _expected_mentions(run, Sampling("subjects", one_in).counted_one_in, rng)
    found = {}
    plain, weighed = cells["mentions"].astype(float), cells["mentions"] * weight
    for name, variance in variances.items():
        inside = np.full(len(run.group), True) if name == "overall" else run.group == name
        sums = [
            _sums(cells, values, m, inside, by, one_in, variance, 0.0 if name == "overall" else burst)
            for values, burst in ((plain, _burst(run, cells, plain)), (weighed, _burst(run, cells, weighed)))
        ]
        found[str(name)] = missing_mass_of_sums(sums[0]), floor_of_sums(sums[1], sums[0])
    return found


def _weights(run: Run, cells: dict[str, Any], one_in: int) -> Floats:
    """1 − κ of each cell."""
    there = np.zeros(int(run.cells["prompt"].max()) + 1, dtype=bool)
    there[cells["prompt"]] = True
    answers = {name: column[there[run.answers["prompt"]]] for name, column in run.answers.items()}
    rows, counts = np.unique(
        np.stack([answers[name] for name in ("relation", "sort", "object")]), axis=1, return_counts=True
    )
    prompts = np.unique(np.stack([answers["relation"], answers["prompt"]]), axis=1)[0]
    found = kappa(*rows, counts, relation_prompts=np.unique(prompts, return_counts=True)[1], one_in=one_in)
    return np.asarray(1 - found.kappa[np.searchsorted(found.relation, cells["relation"])])


def _expected_mentions(
    run: Run, counted_one_in: int, rng: np.random.Generator
) -> tuple[Floats, dict[str, float]]:
    """The mentions that each unit is expected to have, and the variance of their sum by group."""
    unit, m, w = (run.sentences[name] for name in ("unit", "m", "w"))
    stating = m > 0
    drawn = stating & (rng.random(len(m)) * counted_one_in < 1)
    fewer = np.bincount(unit, weights=stating, minlength=len(run.words))
    first = np.unique(unit, return_index=True)[1]
    rest = np.maximum(run.sentences["sentences"][first] - fewer[unit[first]], 0).astype(int)
    empty = rng.binomial(rest, 1 / counted_one_in)
    expected, variances = np.zeros(len(run.words)), {}
    for name in np.unique(run.group):
        inside = run.group == name
        here, bare = drawn & inside[unit], inside[unit[first]]
        ms = np.concatenate([m[here], np.zeros(empty[bare].sum())])
        ws = np.concatenate([w[here], np.repeat(w[first][bare], empty[bare])])
        rate = ms.sum() / ws.sum()
        expected[inside] = rate * run.words[inside]
        spread = ((ms - rate * ws) ** 2).sum() * (1 - 1 / counted_one_in) / ws.sum() ** 2
        variances[str(name)] = float(run.words[inside].sum() ** 2 * spread)
    return expected, {**variances, "overall": sum(variances.values())}


def _sums(
    cells: dict[str, Any],
    values: Floats,
    m: Floats,
    inside: NDArray[np.bool_],
    by: str,
    one_in: int,
    variance: float,
    burst: float,
) -> UnitSums:
    here = inside[cells["unit"]]
    single = here & (cells["units"] == 1)
    owner = "subject" if by == "subjects" else "prompt"
    unit, subject = cells["unit"][single], cells[owner][single]
    u = np.bincount(unit, weights=values[single], minlength=len(m))
    own = _squares(subject * len(m) + unit, values[single])
    totals = _squares(subject, values[single])
    if burst:
        totals = shrunk_totals(totals, float(u.sum()), len(np.unique(subject)), burst)
    pairs, own_pairs = _pairs(cells, values, here, by)
    kept = UnitSums(
        units=int((m[inside] > 0).sum()),
        mentions=float(m[inside].sum()),
        counted=float(u.sum()),
        mm=float((m[inside] ** 2).sum()),
        mu=float(m @ u),
        uu=float(u @ u),
        pairs=pairs,
        cc=_squares(cells[owner][here], cells["mentions"][here].astype(float)),
    )
    if by == "prompts":
        return sums_of_sample(kept, one_in, squares=own, own_pairs=own_pairs)
    return sums_of_subject_sample(
        kept, one_in, squares=own, totals=totals, own_pairs=own_pairs, mentions_variance=variance
    )


def _burst(run: Run, cells: dict[str, Any], values: Floats) -> float:
    """ΣT²/ΣT of the subjects by domain: the least that a domain is taken to have."""
    single = cells["units"] == 1
    domain = np.unique(run.group, return_inverse=True)[1][cells["unit"][single]]
    codes = cells["subject"][single] * (int(domain.max(initial=0)) + 1) + domain
    return _squares(codes, values[single]) / values[single].sum() if single.any() else 0.0


def _squares(codes: Ints, values: Floats) -> float:
    sums = np.bincount(np.unique(codes, return_inverse=True)[1], weights=values)
    return float(sums @ sums)


def _pairs(cells: dict[str, Any], values: Floats, here: NDArray[np.bool_], by: str) -> tuple[float, float]:
    """Σ o·o' over pairs of units, and the same of each prompt or subject alone."""
    two = np.flatnonzero(here & (cells["units"] == 2))
    prompt = cells["prompt"][two]
    first = np.flatnonzero(prompt[:-1] == prompt[1:])  # both of its units are inside
    a, b = two[first], two[first + 1]
    size = int(cells["unit"].max(initial=0)) + 1
    pair = cells["unit"][a] * size + cells["unit"][b]
    owner = cells["subject" if by == "subjects" else "prompt"][a]
    own = np.unique(np.stack([pair, owner]), axis=1, return_inverse=True)[1]
    return _products(np.unique(pair, return_inverse=True)[1], values[a], values[b]), _products(
        np.ravel(own), values[a], values[b]
    )


def _products(codes: NDArray[Any], a: Floats, b: Floats) -> float:
    return float(np.bincount(codes, weights=a) @ np.bincount(codes, weights=b)) if len(codes) else 0.0


def samples(run: Run, by: str, one_in: int, seeds: int) -> Iterator[dict[str, tuple[Interval, Interval]]]:
    for seed in range(seeds):
        yield estimates(run, by, one_in, np.random.default_rng(seed))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="a finished run that keeps everything")
    parser.add_argument("--by", choices=["prompts", "subjects"], default="prompts")
    parser.add_argument("--one-in", type=int, default=64)
    parser.add_argument("--seeds", type=int, default=200)
    asked = parser.parse_args()
    run = Run.of(asked.run)
    whole = estimates(run, asked.by, 1, np.random.default_rng(0))
    found = list(samples(run, asked.by, asked.one_in, asked.seeds))
    print(f"{asked.seeds} samples of 1/{asked.one_in} of the {asked.by}")
    print(f"{'':18}{'words':>12}{'N':>9}  {'':7}{'whole':>7}{'mean':>7}{'sd':>7}{'± mean':>8}{'covers':>8}")
    held: dict[str, list[bool]] = {"M": [], "floor": []}
    for name in ["overall", *sorted(set(whole) - {"overall"})]:
        inside = run.group == name if name != "overall" else np.full(len(run.group), True)
        for place, figure in enumerate(held):
            values = np.array([[x.estimate, x.low, x.high] for x in (one[name][place] for one in found)])
            truth = whole[name][place].estimate
            covers = (values[:, 1] <= truth) & (truth <= values[:, 2])
            held[figure] += covers.tolist() if name != "overall" else []
            print(
                f"{name:18}{run.words[inside].sum():12,.0f}{run.m[inside].sum():9,.0f}  {figure:7}{truth:7.3f}"
                f"{values[:, 0].mean():7.3f}{values[:, 0].std():7.3f}"
                f"{(values[:, 2] - values[:, 1]).mean() / 2:8.3f}{covers.mean():8.3f}"
            )
    for figure, all_ in held.items():
        print(
            f"{figure}: {np.mean(all_):.3f} of {len(all_):,} intervals of domains hold the whole run's figure"
        )


if __name__ == "__main__":
    main()
