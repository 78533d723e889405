"""How much a share changed between two corpora that may have documents in common."""

from dataclasses import replace

import numpy as np
import pytest

from factscan.stats import CrossSums, Tie, UnitSums, change, difference, missing_mass_of_sums

Corpus = dict[str, dict[str, int]]
"""Mentions by prompt, by document."""


def drawn(seed: int, documents: list[str]) -> Corpus:
    dice = np.random.default_rng(seed)
    return {
        name: {f"p{dice.zipf(1.5) % 60}": int(dice.geometric(0.5)) for _ in range(dice.poisson(6) + 1)}
        for name in documents
    }


def summed(corpus: Corpus) -> tuple[dict[str, int], dict[str, int], dict[tuple[str, str], int]]:
    """m and u of every document, and o of every ordered pair."""
    where: dict[str, list[str]] = {}
    for name, prompts in corpus.items():
        for prompt in prompts:
            where.setdefault(prompt, []).append(name)
    m = {name: sum(prompts.values()) for name, prompts in corpus.items()}
    u = {name: sum(n for p, n in prompts.items() if len(where[p]) == 1) for name, prompts in corpus.items()}
    o: dict[tuple[str, str], int] = {}
    for prompt, names in where.items():
        if len(names) == 2:
            for one, other in (names, names[::-1]):
                o[one, other] = o.get((one, other), 0) + corpus[one][prompt]
    return m, u, o


def sums(corpus: Corpus) -> UnitSums:
    m, u, o = summed(corpus)
    pairs = [pair for pair in o if pair[0] < pair[1]]
    return UnitSums.of(
        *(list(column.values()) for column in (m, u)),
        [o[pair] for pair in pairs],
        [o[pair[::-1]] for pair in pairs],
    )


def tied(a: Corpus, b: Corpus) -> Tie:
    (m_a, u_a, o_a), (m_b, u_b, o_b) = summed(a), summed(b)
    both = a.keys() & b.keys()
    cross = CrossSums(
        sum(n * o_b.get(pair[::-1], 0) for pair, n in o_a.items() if set(pair) <= both),
        *(sum(x[d] * y[d] for d in both) for x, y in ((m_a, m_b), (m_a, u_b), (u_a, m_b), (u_a, u_b))),
    )
    return Tie(sums(a), sums(b), cross, 0.5, 0.5)


def shares(tie: Tie) -> tuple:  # type: ignore[type-arg]
    return missing_mass_of_sums(tie.a), missing_mass_of_sums(tie.b)


def test_the_variance_is_that_of_the_linearised_difference() -> None:
    for seed in range(5):
        shared = drawn(seed, [f"s{i}" for i in range(30)])
        a, b = ({**shared, **drawn(100 + seed + len(x), [f"{x}{i}" for i in range(8)])} for x in ("a", "bb"))
        tie = tied(a, b)
        (m_a, u_a, o_a), (m_b, u_b, o_b) = summed(a), summed(b)
        n_a, n_b = tie.a.mentions, tie.b.mentions
        share_a, share_b = tie.a.counted / n_a, tie.b.counted / n_b
        of_units = sum(
            (
                (u_b.get(d, 0) - share_b * m_b.get(d, 0)) / n_b
                - (u_a.get(d, 0) - share_a * m_a.get(d, 0)) / n_a
            )
            ** 2
            for d in {*a, *b}
        )
        off = {p: o_b.get(p, 0) / n_b - o_a.get(p, 0) / n_a for p in {*o_a, *o_b}}
        of_pairs = sum(off[one, other] * off[other, one] for one, other in off)
        found = change(*shares(tie), tie)
        assert found.se == pytest.approx((of_units + of_pairs) ** 0.5)


def test_corpora_without_a_common_document_are_compared_as_independent_ones() -> None:
    a, b = drawn(1, [f"a{i}" for i in range(40)]), drawn(2, [f"b{i}" for i in range(40)])
    tie = replace(tied(a, b), apart_a=1.0, apart_b=1.0)
    of_a, of_b = shares(tie)
    found = change(of_a, of_b, tie)
    n_a, n_b = tie.a.mentions, tie.b.mentions
    expected = difference(of_b, of_a, (tie.b.variance or 0) / n_b**2, (tie.a.variance or 0) / n_a**2, 0.0)
    assert (found.estimate, found.se, found.low, found.high, found.p_value) == pytest.approx(
        (expected.estimate, expected.se, expected.low, expected.high, expected.p_value)
    )


def test_the_same_corpus_has_not_changed_at_all() -> None:
    corpus = drawn(3, [f"s{i}" for i in range(40)])
    tie = replace(tied(corpus, corpus), apart_a=0.0, apart_b=0.0)
    found = change(*shares(tie), tie)
    assert found.estimate == 0
    assert found.p_value == 1
    assert (found.low, found.high) == pytest.approx((0, 0), abs=1e-7)


def test_a_group_that_shows_no_change_may_still_have_lost_what_others_are_expected_to_take() -> None:
    corpus = drawn(4, [f"s{i}" for i in range(40)])
    tie = replace(tied(corpus, corpus), apart_a=0.0, apart_b=0.0, hits_b=16.0)
    found = change(*shares(tie), tie)
    assert found.high == pytest.approx(1.96 * 4 / tie.b.mentions, rel=1e-3)


def test_what_is_in_both_narrows_the_interval_and_what_is_not_leaves_its_edges() -> None:
    shared = drawn(5, [f"s{i}" for i in range(60)])
    a, b = {**shared, **drawn(6, ["x", "y"])}, {**shared, **drawn(7, ["z"])}
    tie = tied(a, b)
    found, untied = change(*shares(tie), tie), change(*shares(tie), replace(tie, cross=CrossSums()))
    assert found.se is not None
    assert untied.se is not None
    assert found.se < untied.se / 2
    nothing = missing_mass_of_sums(UnitSums.of([5] * 20, [0] * 20, cc=100))
    zero = UnitSums.of([5] * 20, [0] * 20, cc=100)
    for apart, high in ((1.0, nothing.high), (0.25, (nothing.high or 0) / 2)):
        edge = change(nothing, nothing, Tie(zero, zero, CrossSums(), apart, apart))
        assert edge.high == pytest.approx(high)


def test_a_share_that_is_undefined_has_no_change() -> None:
    nothing = missing_mass_of_sums(UnitSums.of([], []))
    found = change(nothing, missing_mass_of_sums(UnitSums.of([2, 3], [1, 1])))
    assert found.estimate is None
    assert found.reason == "undefined: no mentions"


def test_without_the_sums_the_intervals_are_taken_as_independent() -> None:
    a, b = (
        missing_mass_of_sums(UnitSums.of([9] * 50, [4] * 50)),
        missing_mass_of_sums(UnitSums.of([9] * 50, [2] * 50)),
    )
    found = change(a, b)
    assert (found.estimate or 0) == pytest.approx(-2 / 9)
    assert found.low is not None
    assert found.low <= -2 / 9 - (a.ends[2] - a.ends[1])
