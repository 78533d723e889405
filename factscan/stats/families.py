"""Poor families: what no member of a family can tell apart, none of them answers right.

Source: Kalai, Nachum, Vempala, Zhang 2025, "Why Language Models Hallucinate", arXiv 2509.04664. Each of its prompts
has one correct answer among C choices. Nothing is asked of calibration. docs/theory.md works two examples: a
trigram model, and counting letters over tokens.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from factscan.stats.validity import ValidityTable


@dataclass(frozen=True, slots=True)
class LeastError:
    """opt(G) of a finite family, and who attains it.

    ``error`` the least Is-It-Valid error, at most 1/2 · ``member`` the first member that has it, by its number ·
    ``threshold`` t of the judgement "valid if p̂(r|c) > t" with which it has it.
    """

    error: float
    member: int
    threshold: float


def poor_family_bound(opt: float, choices: int) -> float:
    """Lower bound err ≥ 2·(1 − 1/C)·opt(G) of the error rate of every member of a family, calibrated or not.

    ``opt`` opt(G), the least error of any thresholded member as a judge of valid and invalid, or anything below
    it: ``least_iiv_error``, ``blind_error``. ``choices`` C = min|E_c| + 1 (``ValidityTable.choices``).

    (A threshold drawn uniformly from [0, 1] judges the one correct answer wrong with chance 1 − p̂(a_c|c) and an
    error with chance p̂(r|c), so the mean over thresholds is at most err·(1 + 1/(C−1))/2; opt(G) is no more than
    a mean.)
    """
    if not 0 <= opt <= 0.5 * (1 + 1e-9) or choices < 2:
        raise ValueError(
            f"opt lies between 0 and 1/2 and there are 2 choices or more, not {opt} and {choices}"
        )
    return 2 * (1 - 1 / choices) * opt


def least_iiv_error(table: ValidityTable, p_hats: Sequence[ArrayLike]) -> LeastError:
    """opt(G) of a finite family: the least Is-It-Valid error over its members and over thresholds t in [0, 1].

    ``p_hats``: for each member p̂(r|c), one a row of ``table``. Takes rows·ln(rows) steps a member.
    """
    if table.undefined or not len(p_hats):
        raise ValueError(table.undefined or "a family without members has no least error")
    steps = np.where(table.valid, -table.mixture, table.mixture)
    best = LeastError(0.5, 0, 1.0)
    for member, p_hat in enumerate(p_hats):
        error, threshold = _best_threshold(table.model(p_hat), steps)
        if error < best.error:
            best = LeastError(error, member, threshold)
    return best


def blind_error(table: ValidityTable, view: Sequence[Hashable]) -> float:
    """The least Is-It-Valid error of anything that sees ``view`` of a row alone; so opt(G) is no less.

    ``view``: for each row what a family's p̂(r|c) can depend on, such as the last two words before each word of the
    response for trigram models. Rows with one view are judged alike, so each view costs the smaller of its valid
    and its invalid part of the mixture.
    """
    if table.undefined:
        raise ValueError(table.undefined)
    if len(view) != len(table.valid):
        raise ValueError(f"{len(view)} views of {len(table.valid)} rows")
    numbers: dict[Hashable, int] = {}
    seen = np.array([numbers.setdefault(one, len(numbers)) for one in view], dtype=np.intp)
    weight = table.mixture
    valid = np.bincount(seen[table.valid], weight[table.valid], len(numbers))
    invalid = np.bincount(seen[~table.valid], weight[~table.valid], len(numbers))
    return float(np.minimum(valid, invalid).sum())


def _best_threshold(p_hat: NDArray[np.float64], steps: NDArray[np.float64]) -> tuple[float, float]:
    """The least error and its threshold; ``steps``: by how much judging a row valid changes the error from 1/2."""
    order = np.argsort(-p_hat, kind="stable")
    ranked = p_hat[order]
    below = np.append(ranked[1:], 0.0)
    # A threshold lies between different values, and none lies under 0.
    errors = np.where(ranked > below, 0.5 + np.cumsum(steps[order]), np.inf)
    at = int(errors.argmin())
    return float(max(errors[at], 0.0)), float(below[at])
