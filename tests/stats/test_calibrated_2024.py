"""The bound of 2024: its terms, when it says nothing, and how much would be enough."""

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.stats import calibrated_2024, sparsity


def test_the_bound_is_its_terms() -> None:
    bound = calibrated_2024(10**6, 4 * 10**5, 1 / 5000, miscalibration=0.03, gamma=0.05)

    slack = sqrt(6 * log(6 / 0.05) / 10**6)
    assert bound.sparsity_term == pytest.approx(3 / 5000 / 0.05)
    assert bound.slack == pytest.approx(slack)
    assert bound.value == pytest.approx(0.4 - 0.03 - 0.012 - slack)
    assert (bound.reason, bound.confidence) == ("", 0.95)


def test_at_99_percent_fewer_than_300_plausible_non_facts_a_fact_say_nothing_at_any_n() -> None:
    bound = calibrated_2024(10**9, 10**9, 1 / 299)

    assert (bound.value, bound.needs) == (None, None)
    assert "at any n" in bound.reason


@given(st.floats(0.02, 1), st.floats(1e-6, 0.5))
def test_needed_examples_are_the_least_that_suffice(rate: float, gamma: float) -> None:
    def value(n: int) -> float | None:
        return calibrated_2024(n, rate * n, 0.0, gamma=gamma).value

    needs = calibrated_2024(10, 10 * rate, 0.0, gamma=gamma).needs

    assert needs is not None
    assert value(needs + 1) is not None
    assert value(needs - 1) is None


def test_sparsity_is_facts_over_plausible_non_facts() -> None:
    # 3 prompts with 10 plausible errors each, 1 with 50
    assert sparsity([3, 1], [10, 50]) == pytest.approx(4 / 80)
    assert sparsity([], []) is None
    assert calibrated_2024(10, 5, sparsity([7], [0])).reason.startswith("undefined")


def test_without_examples_it_is_undefined_and_says_so() -> None:
    bound = calibrated_2024(0, 0, 0.001)

    assert (bound.value, bound.once_rate, bound.slack) == (None, None, None)
    assert bound.reason.startswith("undefined")


def test_counts_and_terms_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="stated once"):
        calibrated_2024(10, 11, 0.001)
    for share, miscalibration, gamma in ((-1, 0, 0.01), (0.1, -1, 0.01), (0.1, 0, 1)):
        with pytest.raises(ValueError, match="negative"):
            calibrated_2024(10, 1, share, miscalibration=miscalibration, gamma=gamma)
