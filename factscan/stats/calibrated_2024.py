"""The earlier bound of the same kind, by a calibration over all levels of probability; an option of the report.

Source: Kalai and Vempala 2024, "Calibrated Language Models Must Hallucinate", arXiv 2311.14648.
"""

from dataclasses import dataclass
from math import floor, log, sqrt

import numpy as np
from numpy.typing import ArrayLike

from factscan.stats.bound import GAMMA


@dataclass(frozen=True, slots=True)
class Calibrated2024:
    """The lower bound of the rate of made-up facts, or why it says nothing, and its terms.

    ``value`` = once_rate − miscalibration − sparsity_term − slack; ``None`` unless that is above 0, with the
    ``reason`` · ``examples`` n · ``once_rate`` MF, facts stated by one example alone, over n · ``miscalibration``
    Mis, assumed · ``sparsity_term`` 3e^(−s)/γ · ``slack`` √(6·ln(6/γ)/n) · ``confidence`` 1 − γ · ``needs`` the least n
    at which this once_rate would give a value, ``None`` if no n does.
    """

    value: float | None
    reason: str
    examples: int
    once_rate: float | None
    miscalibration: float
    sparsity_term: float | None
    slack: float | None
    confidence: float
    needs: int | None


def sparsity(prompts: ArrayLike, errors: ArrayLike) -> float | None:
    """e^(−s) = |facts| / |plausible non-facts| = Σ n_g / Σ n_g·|E_g| over relations g.

    ``prompts`` n_g: distinct prompts of each relation, each with one true answer; ``errors`` |E_g|: plausible errors
    of a prompt of it (``Kappas`` holds both). None where nothing is plausible but the truth.
    """
    facts, non_facts = np.asarray(prompts, np.float64), np.asarray(errors, np.float64)
    plausible = float(facts @ non_facts)
    return float(facts.sum()) / plausible if plausible else None


def calibrated_2024(
    examples: int,
    once: float,
    sparsity: float | None,
    *,
    miscalibration: float = 0.0,
    gamma: float = GAMMA,
) -> Calibrated2024:
    """Lower bound rate ≥ MF − Mis − 3e^(−s)/γ − √(6·ln(6/γ)/n) with probability 1 − γ, for regular facts.

    ``examples`` n: training examples that state at most one fact each, drawn independently (for text: non-empty
    units, one mention of each). ``once``: facts that exactly one example states; MF = once/n. ``sparsity`` e^(−s), see
    there. Mis is the total variation between p and p̂ after responses of like p̂ are pooled: 0 assumes a model
    calibrated at all levels, which is more than ``proven_bound`` asks.

    Regular: every plausible non-fact is as likely to be a fact as any other, given the training text. The chance γ
    divides the sparsity term: at γ = .01 it exceeds 1 unless there are 300 plausible non-facts for each fact, so
    the bound often says nothing (in an independent replication it was negative in all 20 settings). The slack is
    proven for facts drawn once. For ``proven_bound``'s Σ u_d/m_d of long units the error has a standard deviation of
    at most about 1/√n (see there), at γ = .01 a sixth of this slack; Cantelli's inequality makes .025 of that, not
    a part of γ. So there it is no proof.
    Undefined (None, with the reason) without examples, and where ``sparsity`` is None.
    """
    if not 0 <= once <= examples * (1 + 1e-9):
        raise ValueError(f"{once} facts stated once in {examples} examples")
    if (sparsity or 0) < 0 or miscalibration < 0 or not 0 < gamma < 1:
        raise ValueError("sparsity and miscalibration must not be negative, and gamma lies between 0 and 1")
    if examples == 0 or sparsity is None:
        reason = "undefined: no example" if examples == 0 else "undefined: no plausible non-fact"
        return Calibrated2024(None, reason, examples, None, miscalibration, None, None, 1 - gamma, None)
    rate, sparsity_term = min(1.0, once / examples), 3 * sparsity / gamma
    slack = sqrt(6 * log(6 / gamma) / examples)
    margin = rate - miscalibration - sparsity_term
    value = margin - slack
    needs = floor(6 * log(6 / gamma) / margin**2) + 1 if margin > 0 else None
    reason = "" if value > 0 else "not certifiable at this n"
    if needs is None:
        reason = "not certifiable at any n: MF does not exceed Mis + 3e^(−s)/γ"
    return Calibrated2024(
        value=value if value > 0 else None,
        reason=reason,
        examples=examples,
        once_rate=rate,
        miscalibration=miscalibration,
        sparsity_term=sparsity_term,
        slack=slack,
        confidence=1 - gamma,
        needs=needs,
    )
