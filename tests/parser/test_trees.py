"""Trees from scores of arcs, against all trees of short sentences."""

from itertools import product

import numpy as np
import pytest

from factscan.parser.trees import are_trees, best_trees, maximum_tree


def reaches_root(heads: tuple[int, ...]) -> bool:
    for token in range(1, len(heads) + 1):
        seen = set()
        while token:
            if token in seen:
                return False
            seen.add(token)
            token = heads[token - 1]
    return True


def is_tree(heads: tuple[int, ...]) -> bool:
    return heads.count(0) == 1 and reaches_root(heads)


def random_arcs(rng: np.random.Generator, *shape: int) -> np.ndarray:
    scores = rng.standard_normal((*shape, shape[-1] + 1)) * 3
    return (scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))).astype(np.float32)


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5])
def test_the_maximum_tree_is_the_best_of_all_trees_with_a_root_of_the_best_forest(length: int) -> None:
    forests = np.array([heads for heads in product(range(length + 1), repeat=length) if reaches_root(heads)])
    rng = np.random.default_rng(length)
    for _ in range(60):
        arcs = random_arcs(rng, length)
        sums = arcs[np.arange(length), forests].sum(axis=1)
        roots = forests[sums.argmax()] == 0
        allowed = ((forests == 0).sum(axis=1) == 1) & (forests == 0)[:, roots].any(axis=1)
        assert arcs[np.arange(length), maximum_tree(arcs)].sum() == pytest.approx(
            sums[allowed].max(), abs=1e-4
        )


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_trees_are_told_from_cycles_and_from_several_roots(length: int) -> None:
    heads = np.array(list(product(range(length + 1), repeat=length)))
    assert are_trees(heads).tolist() == [is_tree(tuple(row)) for row in heads.tolist()]


def test_a_batch_gets_its_best_heads_or_else_a_tree() -> None:
    rng = np.random.default_rng(0)
    arcs = random_arcs(rng, 200, 12)
    heads = best_trees(arcs)
    assert are_trees(heads).all()
    greedy = arcs.argmax(axis=2)
    assert (heads[are_trees(greedy)] == greedy[are_trees(greedy)]).all()


def test_a_long_sentence_of_even_scores_becomes_a_tree() -> None:
    assert are_trees(best_trees(np.zeros((1, 200, 201), dtype=np.float32))).all()
    assert are_trees(best_trees(np.full((2, 60, 61), -np.inf, dtype=np.float32))).all()
