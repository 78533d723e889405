"""κ: which group a relation falls in, and which of the two terms wins."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import kappa

rows = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["name", "date"]), st.integers(0, 20), st.integers(1, 60)),
    max_size=25,
)


def test_uniform_answers_give_one_over_the_plausible_answers() -> None:
    found = kappa(["capital"] * 200, ["name"] * 200, range(200), [1] * 200)

    assert found.errors.tolist() == [199]
    assert found.kappa.tolist() == [1 / 200]
    assert found.alone.all()
    assert not found.skewed.any()


def test_skewed_answers_give_the_chance_of_a_shared_answer_and_are_named() -> None:
    # nationality: 90 Polish, 10 others of one each
    found = kappa(["nationality"] * 11, ["name"] * 11, range(11), [90] + [1] * 10)

    assert found.kappa.tolist() == pytest.approx([90 * 89 / (100 * 99)])
    assert found.uniform.tolist() == pytest.approx([1 / 11])
    assert found.skewed.all()


def test_rare_relations_pool_by_object_type_and_share_objects() -> None:
    relation = ["born", "born", "died", "died", "spouse"]
    types = ["date", "date", "date", "date", "name"]
    found = kappa(relation, types, ["1815", "1820", "1820", "1852", "Ada"], [1, 1, 1, 1, 1])

    assert found.relation.tolist() == ["born", "died", "spouse"]
    assert not found.alone.any()
    assert found.errors.tolist() == [2, 2, 0]
    # three dates: 1/3 against 2·1/(4·3)
    assert found.kappa.tolist() == pytest.approx([1 / 3, 1 / 3, 1])


def test_a_relation_with_100_prompts_stands_alone_and_leaves_the_pool() -> None:
    relation = [1] * 100 + [2]
    found = kappa(relation, ["name"] * 101, range(101), [1] * 101)

    assert found.alone.tolist() == [True, False]
    assert found.errors.tolist() == [99, 0]


def test_prompts_with_several_objects_count_once_towards_the_100() -> None:
    found = kappa([1] * 100, ["name"] * 100, range(100), [1] * 100, relation_prompts=[60])

    assert not found.alone.any()


def test_a_rare_relation_of_mixed_answers_pools_with_its_most_frequent_type() -> None:
    found = kappa([1, 1], ["date", "name"], ["1815", "Ada"], [1, 5])

    assert found.object_type.tolist() == ["name"]


def test_no_rows_give_no_relations() -> None:
    assert len(kappa([], [], [], []).kappa) == 0


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="one length"):
        kappa([1, 2], ["name"], [1], [1])


@given(rows)
@settings(max_examples=80, deadline=None)
def test_kappa_is_a_chance_and_the_order_and_splitting_of_rows_do_not_matter(
    found: list[tuple[int, str, int, int]],
) -> None:
    once = kappa(*columns(found))
    # every row as two: one prompt, and the rest
    split = [(r, t, o, 1) for r, t, o, n in found] + [(r, t, o, n - 1) for r, t, o, n in found if n > 1]
    twice = kappa(*columns(split[::-1]))

    assert ((once.kappa > 0) & (once.kappa <= 1)).all()
    assert np.array_equal(once.relation, twice.relation)
    assert np.allclose(once.kappa, twice.kappa)
    assert np.array_equal(once.skewed, twice.skewed)


def columns(found: list[tuple[int, str, int, int]]) -> tuple[list[int], list[str], list[int], list[int]]:
    return (
        [r for r, *_ in found],
        [t for _, t, *_ in found],
        [o for _, _, o, _ in found],
        [n for *_, n in found],
    )
