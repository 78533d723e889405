"""The delete-a-group jackknife: what it is by definition, and where it is undefined."""

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import delete_a_group

T_19 = 2.093024054408263


def test_the_interval_is_the_one_worked_out_by_hand() -> None:
    # 20 parts of 10 mentions; half of them have 4 in singletons: M = 80/200, M_j = 76/190 or 80/190 … and no gains
    m, u = [10] * 20, [8] * 10 + [0] * 10
    without = [72 / 190] * 10 + [80 / 190] * 10
    error = sqrt(19 / 20 * sum((x - 0.4) ** 2 for x in without))

    found = delete_a_group(m, u, [0] * 20)

    assert found.estimate == 0.4
    assert (found.low, found.high) == pytest.approx((0.4 - T_19 * error, 0.4 + T_19 * error))


def test_a_gain_makes_up_for_a_loss() -> None:
    assert delete_a_group([5] * 20, [2] * 20, [2] * 20).low == pytest.approx(0.4)


def test_one_mention_a_unit_and_one_unit_a_part_give_the_variance_of_esty_but_for_its_last_term() -> None:
    # Leaving out a singleton takes 1 from f1, one of a pair adds 1
    n, f1, f2 = 400, 120, 40
    gained = [0] * f1 + [1] * 2 * f2 + [0] * (n - f1 - 2 * f2)
    last = (f1 - 2 * f2) ** 2 / n  # Esty: f1²/n
    error = sqrt((n - 1) / n * (f1 + 2 * f2 - last)) / (n - 1)

    found = delete_a_group([1] * n, [1] * f1 + [0] * (n - f1), gained)

    assert found.high == pytest.approx(0.3 + 1.965927295920829 * error)


def test_it_says_why_it_is_undefined() -> None:
    assert delete_a_group([], [], []).reason == "undefined: no mentions"
    alone = delete_a_group([0, 7], [0, 3], [0, 0])
    assert (alone.estimate, alone.low, alone.high) == (3 / 7, None, None)
    assert "one jackknife group" in alone.reason


def test_columns_of_unlike_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one length"):
        delete_a_group([1, 2], [1], [0, 0])


@given(st.lists(st.tuples(st.integers(0, 9), st.floats(0, 1), st.floats(0, 1)), max_size=20), st.randoms())
@settings(max_examples=80, deadline=None)
def test_it_is_a_share_in_order_whatever_the_order_of_parts(
    parts: list[tuple[int, float, float]], random
) -> None:  # type: ignore[no-untyped-def]
    total = sum(m for m, _, _ in parts)
    rows = [(m, u * m, g * (total - m) * 0.1) for m, u, g in parts]
    shuffled = [*rows, (0, 0.0, 0.0)]
    random.shuffle(shuffled)

    found, again = (
        delete_a_group(*zip(*r, strict=True)) if r else delete_a_group([], [], []) for r in (rows, shuffled)
    )

    if found.low is None:
        assert found.reason.startswith("undefined")
        assert again.low is None
    else:
        assert 0 <= found.low <= found.estimate <= found.high <= 1  # type: ignore[operator]
        assert (again.low, again.high) == pytest.approx((found.low, found.high), abs=1e-9)
