"""Grading: when it pays to answer, and when to say "I don't know".

Source: Kalai, Nachum, Vempala, Zhang 2025, "Why Language Models Hallucinate", arXiv 2509.04664. A correct answer
scores 1, an abstention 0, a mistake −t/(1−t), t being the confidence target that the question states. Texts that
pair t = .75 with a penalty of 2 are inconsistent: .75 belongs to 3, and 2 to t = 2/3.

Every function takes a number, and gives one, or arrays that numpy broadcasts, and gives an array.
"""

from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@overload
def penalty(target: float) -> float: ...
@overload
def penalty(target: ArrayLike) -> Floats | float: ...
def penalty(target: ArrayLike) -> Floats | float:
    """k = t/(1−t), the points that a mistake costs under a confidence target t in [0, 1): .75 → 3, 2/3 → 2."""
    t = _target(target)
    return t / (1 - t)


@overload
def break_even(penalty: float) -> float: ...
@overload
def break_even(penalty: ArrayLike) -> Floats | float: ...
def break_even(penalty: ArrayLike) -> Floats | float:
    """t = k/(1+k), the confidence above which answering pays when a mistake costs k ≥ 0 points: 3 → .75, 2 → 2/3."""
    k = np.asarray(penalty, dtype=np.float64)
    if not ((k >= 0) & np.isfinite(k)).all():
        raise ValueError("a penalty is a finite number of points, 0 or more")
    return k / (1 + k)


@overload
def expected_score(confidence: float, target: float) -> float: ...
@overload
def expected_score(confidence: ArrayLike, target: ArrayLike) -> Floats | float: ...
def expected_score(confidence: ArrayLike, target: ArrayLike) -> Floats | float:
    """p − (1−p)·t/(1−t) = (p − t)/(1 − t): what answering scores on average, p being the chance to be right.

    Abstaining scores 0. Target 0 is the binary grader: p.
    """
    p, t = _confidence(confidence), _target(target)
    return (p - t) / (1 - t)


@overload
def answers(confidence: float, target: float) -> bool: ...
@overload
def answers(confidence: ArrayLike, target: ArrayLike) -> NDArray[np.bool_] | bool: ...
def answers(confidence: ArrayLike, target: ArrayLike) -> NDArray[np.bool_] | bool:
    """Whether answering is optimal: exactly where the confidence exceeds the target; at equality both score 0."""
    return _confidence(confidence) > _target(target)


@dataclass(frozen=True, slots=True)
class ScoreCurve:
    """Mean scores of a set of questions under each confidence target, as columns of one length.

    ``target`` t · ``penalty`` t/(1−t) · ``always`` mean score of answering everything · ``selective`` of answering
    where the confidence exceeds t and abstaining elsewhere · ``answered`` the share so answered · ``mistaken`` the
    share of all questions so answered wrongly.
    """

    target: Floats
    penalty: Floats
    always: Floats
    selective: Floats
    answered: Floats
    mistaken: Floats


def score_curve(confidence: ArrayLike, target: ArrayLike, *, right: ArrayLike | None = None) -> ScoreCurve:
    """Expected mean scores over questions with the stated ``confidence``, one row for each ``target``.

    ``right``: the chance that each answer is right, or whether it was (0 or 1), where that is not the confidence
    itself: so an overconfident model shows its loss. Memory is questions × targets. With ``right`` left out, the
    selective score is the best that any choice of abstentions reaches. ValueError without questions.
    """
    stated, t = np.atleast_1d(_confidence(confidence)), np.atleast_1d(_target(target))
    chance = stated if right is None else np.atleast_1d(_confidence(right))
    if stated.ndim != 1 or t.ndim != 1 or chance.shape != stated.shape or not stated.size:
        raise ValueError(
            "score_curve takes a flat array of confidences, one chance for each, and flat targets"
        )
    answered = stated > t[:, None]
    score = (chance - t[:, None]) / (1 - t[:, None])
    return ScoreCurve(
        target=t,
        penalty=t / (1 - t),
        always=score.mean(axis=1),
        selective=np.where(answered, score, 0.0).mean(axis=1),
        answered=answered.mean(axis=1),
        mistaken=np.where(answered, 1 - chance, 0.0).mean(axis=1),
    )


def expected_grades(accepts: ArrayLike, belief: ArrayLike) -> Floats:
    """Expected grade of every response under binary graders, of which ``belief`` says how likely each is.

    ``accepts``: graders × responses, 1 where a grader accepts a response, which it never does with an abstention;
    ``belief``: one chance a grader, adding up to 1. Every grader accepts at least one response, so some response
    has an expected grade above 0, which is that of an abstention: abstaining is optimal under no belief. ValueError
    where a grader accepts nothing.
    """
    grades, chance = np.asarray(accepts, dtype=np.float64), np.asarray(belief, dtype=np.float64)
    if grades.ndim != 2 or chance.shape != grades.shape[:1]:
        raise ValueError("accepts is graders × responses, belief has one entry a grader")
    if not np.isin(grades, (0, 1)).all() or not grades.any(axis=1).all():
        raise ValueError("a binary grader gives 0 or 1, and 1 to at least one response")
    if (chance < 0).any() or abs(chance.sum() - 1) > 1e-9:
        raise ValueError("belief must not be negative, and add up to 1")
    expected: Floats = chance @ grades
    return expected


def _target(target: ArrayLike) -> Floats:
    t = np.asarray(target, dtype=np.float64)
    if not ((t >= 0) & (t < 1)).all():
        raise ValueError("a confidence target lies between 0 and 1, and is not 1")
    return t


def _confidence(confidence: ArrayLike) -> Floats:
    p = np.asarray(confidence, dtype=np.float64)
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("a confidence lies between 0 and 1")
    return p
