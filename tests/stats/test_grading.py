"""Grading: optimal abstention against brute force, and which penalty belongs to which target."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import answers, break_even, expected_grades, expected_score, penalty, score_curve

confidences = st.lists(st.floats(0, 1), min_size=1, max_size=6)
targets = st.floats(0, 0.99)


def test_a_target_of_three_quarters_belongs_to_penalty_3_and_two_thirds_to_2() -> None:
    assert penalty(0.75) == 3
    assert penalty(2 / 3) == pytest.approx(2)
    assert break_even(3) == 0.75
    assert break_even(2) == pytest.approx(2 / 3)
    assert list(break_even([0, 1, 9])) == [0, 0.5, 0.9]  # type: ignore[arg-type]


@given(targets)
def test_penalty_and_break_even_undo_each_other(target: float) -> None:
    assert break_even(penalty(target)) == pytest.approx(target)


@given(st.floats(0, 1), targets)
def test_answering_is_optimal_exactly_when_its_score_is_above_that_of_abstaining(p: float, t: float) -> None:
    by_hand = p * 1 + (1 - p) * -penalty(t)

    assert expected_score(p, t) == pytest.approx(by_hand, abs=1e-9)
    if abs(p - t) > 1e-9:
        assert answers(p, t) == (by_hand > 0)


def test_at_the_target_itself_answering_and_abstaining_score_the_same() -> None:
    assert expected_score(0.75, 0.75) == 0
    assert not answers(0.75, 0.75)


@given(confidences, targets)
@settings(max_examples=80, deadline=None)
def test_no_choice_of_abstentions_scores_better_than_the_optimal_one(stated: list[float], t: float) -> None:
    curve = score_curve(stated, t)
    tried = [
        sum(p - (1 - p) * penalty(t) for p, said in zip(stated, choice, strict=True) if said) / len(stated)
        for choice in product([False, True], repeat=len(stated))
    ]

    assert curve.selective[0] == pytest.approx(max(tried), abs=1e-9)
    assert curve.always[0] == pytest.approx(tried[-1], abs=1e-9)


@given(
    st.lists(st.lists(st.booleans(), min_size=4, max_size=4).filter(any), min_size=1, max_size=5),
    st.data(),
)
@settings(max_examples=100, deadline=None)
def test_under_binary_graders_some_answer_beats_abstaining_whatever_one_believes(
    graders: list[list[bool]], data: st.DataObject
) -> None:
    weights = data.draw(st.lists(st.integers(0, 9), min_size=len(graders), max_size=len(graders)).filter(any))
    belief = [weight / sum(weights) for weight in weights]
    accepts = [[*accepted, False] for accepted in graders]  # the last response abstains

    expected = expected_grades(accepts, belief)

    by_hand = [sum(b * a[r] for b, a in zip(belief, accepts, strict=True)) for r in range(5)]
    assert list(expected) == pytest.approx(by_hand)
    assert expected[-1] == 0 < expected.max()


@given(confidences)
def test_a_higher_target_is_answered_less_often_and_with_fewer_mistakes(stated: list[float]) -> None:
    curve = score_curve(stated, np.linspace(0, 0.95, 20))

    for column in (curve.answered, curve.mistaken, curve.always):
        assert (np.diff(column) <= 1e-12).all()
    assert (curve.selective >= 0).all()


def test_an_overconfident_model_loses_by_answering_what_it_should_not() -> None:
    # Says .9, is right in one of four: under target .75 an answer is worth .25 − .75·3 = −2.
    curve = score_curve([0.9] * 4, [0.5, 0.75, 0.95], right=[1, 0, 0, 0])

    assert list(curve.selective) == pytest.approx([-0.5, -2, 0])
    assert list(curve.answered) == [1, 1, 0]
    assert list(curve.mistaken) == [0.75, 0.75, 0]


def test_numbers_give_numbers_and_arrays_arrays() -> None:
    assert isinstance(expected_score(0.5, 0.5), float)
    assert np.shape(expected_score([0.1, 0.2, 0.3], 0.5)) == (3,)
    assert np.shape(answers(np.array([[0.1], [0.2]]), [0.1, 0.5, 0.9])) == (2, 3)


def test_what_is_no_target_penalty_confidence_or_grader_is_refused() -> None:
    for target in (1, -0.1, float("nan"), 75):
        with pytest.raises(ValueError, match="target"):
            penalty(target)
    for points in (-1, float("inf")):
        with pytest.raises(ValueError, match="penalty"):
            break_even(points)
    with pytest.raises(ValueError, match="confidence lies"):
        expected_score(1.2, 0.5)
    with pytest.raises(ValueError, match="flat"):
        score_curve([], 0.5)
    with pytest.raises(ValueError, match="flat"):
        score_curve([0.5], 0.5, right=[1, 0])
    with pytest.raises(ValueError, match="binary grader"):
        expected_grades([[0, 0]], [1])
    with pytest.raises(ValueError, match="belief must"):
        expected_grades([[1, 0]], [0.5])
