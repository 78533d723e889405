"""δ measured: how far a model is from calibrated at the one threshold that the bound looks at.

Source of the definition: Kalai, Nachum, Vempala, Zhang 2025, "Why Language Models Hallucinate", arXiv 2509.04664.
"""

from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from factscan.stats.bound import GAMMA
from factscan.stats.validity import ROUNDING

NO_PROMPTS = "undefined: fewer than two prompts were asked"


@dataclass(frozen=True, slots=True)
class Miscalibration:
    """δ = |p̂(A) − p(A)| of a model, estimated from the prompts that it was asked; all shares.

    ``estimate``, ``low`` and ``high``: δ with its interval at ``confidence``, None and the ``reason`` where undefined ·
    ``prompts`` how many were asked · ``threshold`` above which a response belongs to A · ``model_above`` p̂(A) ·
    ``right_above`` p(A).
    """

    estimate: float | None
    low: float | None
    high: float | None
    prompts: int
    threshold: float
    confidence: float
    model_above: float | None
    right_above: float | None
    reason: str = ""


def miscalibration(
    prompt: ArrayLike, p_hat: ArrayLike, right: ArrayLike, threshold: float, *, gamma: float = GAMMA
) -> Miscalibration:
    """δ = |p̂(A) − p(A)|, A = {(c, r): p̂(r|c) > ``threshold``}, from prompts drawn as they will be asked.

        δ̂ = |mean of d_c|,   d_c = Σ_{r∈A} p̂(r|c) − Σ_{r∈A} p(r|c)

    One row for each response that the model gives more than ``threshold``, and at least one for every prompt that was
    asked (a response under the threshold will do): ``prompt`` its name or number · ``p_hat`` p̂(r|c), adding up to at
    most 1 over a prompt · ``right`` whether it is the answer that the text gives (1), or not (0: errors, abstentions);
    several right ones share p(r|c) evenly. For the bound ``threshold`` = 1/min|E_c|. Where every plausible response of
    every prompt is known, and μ too, ``is_it_valid`` has δ exactly.

    Interval, at 1 − ``gamma``: δ̂ ± [ √(2V·ln(4/γ)/n) + 14·ln(4/γ)/(3(n − 1)) ], cut off at 0 and 1: V the sample
    variance of d_c, n prompts, d_c within [−1, 1]. It holds for every model and every n, as a proven bound asks,
    also where no prompt differs; so it is wide under some hundred prompts. Source: Maurer and Pontil 2009, "Empirical
    Bernstein bounds and sample variance penalization", theorem 4, on both sides. Assumes independent prompts, drawn as
    test prompts are. None for fewer than two prompts. ValueError for lengths and chances.
    """
    p = np.asarray(p_hat, dtype=np.float64)
    is_right = np.asarray(right, dtype=np.bool_)
    names, asked = np.unique(np.asarray(prompt), return_inverse=True)
    if p.ndim != 1 or p.shape != is_right.shape or p.shape != asked.shape:
        raise ValueError("prompt, p_hat and right must be flat and of one length")
    n = len(names)
    if not ((p >= 0).all() and (np.bincount(asked, p, n) <= 1 + ROUNDING).all()):
        raise ValueError("p̂ must not be negative, nor add up to more than 1 over a prompt")
    if not 0 <= threshold <= 1 or not 0 < gamma < 1:
        raise ValueError("the threshold lies in [0, 1] and gamma between 0 and 1")
    if n < 2:
        return Miscalibration(None, None, None, n, threshold, 1 - gamma, None, None, NO_PROMPTS)
    above = p > threshold
    model = np.bincount(asked, p * above, n)
    truth = np.bincount(asked, _even(asked, is_right, n) * above, n)
    apart = model - truth
    wide = log(4 / gamma)
    half = sqrt(2 * float(apart.var(ddof=1)) * wide / n) + 14 * wide / (3 * (n - 1))
    estimate = abs(float(apart.mean()))
    return Miscalibration(
        estimate=estimate,
        low=max(0.0, estimate - half),
        high=min(1.0, estimate + half),
        prompts=n,
        threshold=threshold,
        confidence=1 - gamma,
        model_above=float(model.mean()),
        right_above=float(truth.mean()),
    )


def _even(asked: NDArray[np.intp], right: NDArray[np.bool_], prompts: int) -> NDArray[np.float64]:
    """p(r|c): the right responses of a prompt share it."""
    number = np.bincount(asked, right, prompts)
    shares: NDArray[np.float64] = right / np.maximum(number, 1)[asked]
    return shares
