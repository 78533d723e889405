"""The shares that stand beside the missing mass."""

from collections.abc import Callable

import pytest

from factscan.stats import new_fact_share, singleton_rate, singleton_share


def test_rates_are_the_shares_of_their_names() -> None:
    # Scores of girdled spiders: 12 species seen once, 26 species, 168 individuals
    assert singleton_rate(12, 168) == pytest.approx(0.07142857142857142)
    assert singleton_share(12, 26) == pytest.approx(0.46153846153846156)
    # Ants at 50 m: 49 species in one of 599 samples, 5976 incidences
    assert new_fact_share(49, 5976) == pytest.approx(49 / 5976)


@pytest.mark.parametrize("rate", [singleton_rate, singleton_share, new_fact_share])
def test_a_share_of_nothing_is_none(rate: Callable[[int, int], float | None]) -> None:
    assert rate(0, 0) is None


def test_a_part_larger_than_its_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="no part"):
        singleton_rate(3, 2)
