"""The theorem's bounds: their printed slack, when they say nothing, and how much would be enough."""

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.stats import ceiling, proven_bound, slack, units_needed

# Reference values: n, (35 + 6 ln n)/√n, 6 ln(3n/.01)/√n, 13/√n
REFERENCE = [
    (168, 5.072243045657651, 5.01227265120461, 1.0029717747535973),
    (30902, 0.5519748105660973, 0.5475530191510033, 0.07395202288789032),
    (884647, 0.12456203609642184, 0.12373560520636673, 0.013821600876059532),
    (1006770, 0.11753635700728281, 0.11676166974828156, 0.012956217182261476),
]


@pytest.mark.parametrize(("n", "printed", "exact", "upper"), REFERENCE)
def test_slacks_are_those_of_the_theorem(n: int, printed: float, exact: float, upper: float) -> None:
    assert slack(n) == pytest.approx(exact)
    # The paper rounds 6·ln 300 = 34.2 up to 35.
    assert slack(n) < printed < slack(n) + 0.8 / sqrt(n)
    if n > 1000:
        height = ceiling(n, 0, 10**9)
        assert height is not None
        assert height < upper < 1.05 * height


def test_several_bounds_at_once_share_the_chance_to_fail() -> None:
    assert slack(10**6, bounds=10) == pytest.approx(slack(10**6, gamma=0.001))


def test_the_bound_is_its_terms() -> None:
    bound = proven_bound(10**7, 4 * 10**6, 200, bounds=5, delta=0.02)

    expected = 6 * log(3 * 10**7 * 5 / 0.01) / sqrt(10**7)
    assert bound.slack == pytest.approx(expected)
    assert bound.value == pytest.approx(0.4 - 0.01 - expected - 0.02)
    assert (bound.reason, bound.confidence) == ("", 0.99)


def test_a_small_corpus_is_not_certifiable_and_is_told_how_much_would_be() -> None:
    bound = proven_bound(10_000, 4_000, 100)

    assert bound.value is None
    assert bound.reason == "not certifiable at this N"
    assert bound.needs is not None
    assert slack(bound.needs) < 0.4 - 0.02 <= slack(bound.needs - 1)
    again = proven_bound(bound.needs, 0.4 * bound.needs, 100)
    assert again.value is not None


def test_no_n_is_enough_when_singletons_do_not_exceed_the_other_terms() -> None:
    bound = proven_bound(10**9, 10**7, 100, delta=0.01)

    assert (bound.value, bound.needs) == (None, None)
    assert "at any N" in bound.reason


@pytest.mark.parametrize(("units", "errors"), [(0, 100), (50, 0)])
def test_without_units_or_plausible_errors_there_is_no_bound(units: int, errors: int) -> None:
    bound = proven_bound(units, 0, errors)

    assert bound.value is None
    assert bound.reason.startswith("undefined")


@given(st.floats(1e-3, 1), st.floats(1e-6, 0.5), st.integers(1, 1000))
def test_needed_units_are_the_least_that_suffice(margin: float, gamma: float, bounds: int) -> None:
    n = units_needed(margin, gamma=gamma, bounds=bounds)

    assert n is not None
    assert slack(n, gamma=gamma, bounds=bounds) < margin <= slack(n - 1, gamma=gamma, bounds=bounds)


@given(st.integers(1000, 10**10), st.integers(1, 50))
def test_the_printed_slack_covers_units_of_many_mentions(n: int, bounds: int) -> None:
    # Under 1000 units the slack exceeds 1 anyway. The parts of the proof for units: the missing mass (Cantelli,
    # at .9 of γ), then the answers of unseen prompts (Hoeffding), each of them in few units only.
    gamma = 0.01 / bounds
    mass = 1 / n + sqrt((n + 2) / (0.9 * gamma)) / n
    rest = 0.05 * gamma
    answers = 1.01 * sqrt(0.5 * log(1 / rest) * log(n / rest) / n)

    assert mass + answers <= slack(n, bounds=bounds)


def test_a_ceiling_that_says_nothing_is_none() -> None:
    assert ceiling(0, 0, 10) is None
    assert ceiling(100, 50, 10) is None
    assert ceiling(10**8, 10**7, 9) == pytest.approx(0.1 - 0.01 + 5 * sqrt(log(500) / 10**8))


def test_more_singletons_than_units_are_refused() -> None:
    with pytest.raises(ValueError, match="singletons"):
        proven_bound(10, 11, 100)
