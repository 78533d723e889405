"""What merging split keys would do, by labels of a sample of them."""

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import Interval
from factscan.stats.merging import Stratum, merged, merged_share

strata = st.lists(
    st.builds(
        lambda share, same, more: Stratum(share, same, same + more),
        st.floats(0, 0.5),
        st.integers(0, 30),
        st.integers(1, 30),
    ),
    min_size=1,
    max_size=2,
)


def test_a_stratum_weighs_as_much_as_its_singletons() -> None:
    share = merged_share([Stratum(0.2, 10, 40), Stratum(0.05, 0, 20)], 1000)
    assert share.estimate == pytest.approx(0.2 * 0.25)
    assert merged(Interval(0.5, 0.4, 0.6), share).estimate == pytest.approx(0.5 * 0.95)


def test_with_many_labels_the_half_width_is_that_of_two_phases() -> None:
    """θ²·p(1−p)/n of the labels and (1 − f)·(θp² − θ²p²)/n' of the singletons that were looked at."""
    low, share, high = merged_share([Stratum(0.3, 800, 2000)], 5000, of_all=0.1).ends
    variance = 0.3**2 * 0.4 * 0.6 / 2000 + 0.9 * (0.3 * 0.4**2 - share**2) / 5000
    assert (high - low) / 2 == pytest.approx(1.96 * sqrt(variance), rel=0.01)


def test_without_labels_of_a_kind_nothing_is_told() -> None:
    share = merged_share([Stratum(0.2, 1, 4), Stratum(0.1, 0, 0)], 10)
    assert share.estimate is None
    assert "of one kind no pair is labelled" in share.reason
    assert merged(Interval(0.5, 0.4, 0.6), share).reason == share.reason
    assert merged(Interval(None, None, None, "undefined: no mentions"), share).reason.endswith("no mentions")


@settings(deadline=None)
@given(strata, st.floats(0, 1) | st.just(1.0))
def test_merging_never_raises_a_figure_nor_leaves_the_interval(its: list[Stratum], of_all: float) -> None:
    share = merged_share(its, 50, of_all=of_all)
    low, estimate, high = share.ends
    assert 0 <= low <= estimate <= high <= 1
    assert of_all < 1 or high <= sum(stratum.share for stratum in its) + 1e-12
    least, after, most = merged(Interval(0.4, 0.3, 0.5), share).ends
    assert 0 <= least <= after <= most <= 0.5 + 1e-12
    assert after <= 0.4
