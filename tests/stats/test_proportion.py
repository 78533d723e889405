"""The interval of a labelled share, against published values and an independent implementation."""

import pytest
from scipy.stats import binomtest

from factscan.stats import effective_size, wilson


@pytest.mark.parametrize(("right", "labelled"), [(0, 10), (1, 29), (15, 20), (81, 263), (148, 148)])
def test_wilson_is_the_score_interval(right: int, labelled: int) -> None:
    peer = binomtest(right, labelled).proportion_ci(method="wilson")
    found = wilson(right, labelled)
    assert (found.low, found.high) == (
        pytest.approx(peer.low, abs=1e-12),
        pytest.approx(peer.high, abs=1e-12),
    )


def test_wilson_gives_newcombes_published_example() -> None:
    found = wilson(81, 263)  # Newcombe 1998, table I: .2553 to .3662
    assert (found.low, found.high) == (pytest.approx(0.2553, abs=5e-5), pytest.approx(0.3662, abs=5e-5))


def test_nothing_labelled_has_no_interval_and_says_why() -> None:
    assert wilson(0, 0).estimate is None
    assert wilson(0, 0).reason


def test_more_right_than_labelled_is_refused() -> None:
    with pytest.raises(ValueError, match="3 right of 2"):
        wilson(3, 2)


def test_unequal_weights_tell_less_than_as_many_equal_ones() -> None:
    assert effective_size([2.0] * 8) == pytest.approx(8)
    assert effective_size([10.0, 1.0]) == pytest.approx(121 / 101)
    assert effective_size([]) == 0
