"""A mixture misses what the mean over all draws of documents misses."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.stats import mixed_missing_mass

DOCUMENTS = st.lists(
    st.tuples(st.sampled_from([0, 1, 2]), st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3))),
    min_size=1,
    max_size=6,
)
RATES = st.lists(st.sampled_from([0.0, 0.3, 0.5, 1.0]), min_size=3, max_size=3)


@given(DOCUMENTS, RATES)
def test_it_is_the_mean_over_all_subsets_of_the_other_documents(
    documents: list[tuple[int, dict[str, int]]], rates: list[float]
) -> None:
    mean = 0.0
    total = sum(sum(said.values()) for domain, said in documents if domain == 0)
    for place, (domain, said) in enumerate(documents):
        if domain:
            continue
        for kept in product([False, True], repeat=len(documents)):
            chance = np.prod(
                [
                    rates[other] if kept[number] else 1 - rates[other]
                    for number, (other, _) in enumerate(documents)
                    if number != place
                ]
            )
            known = {p for n, (_, its) in enumerate(documents) if kept[n] and n != place for p in its}
            # Every subset comes twice, with and without the document that asks.
            mean += chance * sum(n for prompt, n in said.items() if prompt not in known) / 2

    prompts = sorted({prompt for domain, said in documents if domain == 0 for prompt in said})
    k = [[sum(p in said for d, said in documents if d == domain) for domain in range(3)] for p in prompts]
    mentions = [sum(said.get(p, 0) for d, said in documents if d == 0) for p in prompts]
    found = mixed_missing_mass(mentions, np.array(k).reshape(-1, 3), rates, own=0)

    if total:
        assert found == pytest.approx(mean / total)
    else:
        assert found is None


def test_two_domains_thinned_multiply() -> None:
    # Two documents in A1, three in A2, one in B
    found = mixed_missing_mass([4, 6], [[1, 2, 3], [2, 0, 0]], [1, 0.5, 0.1], own=0)

    assert found == pytest.approx(4 * 0.5**2 * 0.9**3 / 10)


def test_all_kept_is_m1_over_n_and_all_others_dropped_is_the_domain_alone() -> None:
    mentions, k = [4, 6, 5], [[1, 0], [1, 7], [2, 0]]

    assert mixed_missing_mass(mentions, k, [1, 1], own=0) == pytest.approx(4 / 15)
    assert mixed_missing_mass(mentions, k, [1, 0], own=0) == pytest.approx(10 / 15)
    assert mixed_missing_mass(mentions, k, [0, 0], own=0) == 1


def test_rates_above_1_and_prompts_of_no_document_are_refused() -> None:
    with pytest.raises(ValueError, match="kept lies"):
        mixed_missing_mass([1], [[1, 0]], [1, 2], own=0)
    with pytest.raises(ValueError, match="one in its own"):
        mixed_missing_mass([1], [[0, 1]], [1, 1], own=0)
