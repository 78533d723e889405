"""The Is-It-Valid bound: what a model cannot tell apart, it gets wrong twice as often when it answers.

Source: Kalai, Nachum, Vempala, Zhang 2025, "Why Language Models Hallucinate", arXiv 2509.04664.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from factscan.stats.validity import ValidityTable


@dataclass(frozen=True, slots=True)
class IsItValid:
    """The lower bound that a model's own probabilities put on its error rate, and its terms.

    ``value`` = 2·iiv_error − size_term − delta; ``None`` unless that is above 0, with the ``reason`` ·
    ``iiv_error`` share of the half-and-half mixture that the threshold judges wrongly · ``size_term``
    max|V_c|/min|E_c| · ``delta`` |p̂(A) − p(A)|, miscalibration at this one threshold, not an average over bins ·
    ``threshold`` 1/min|E_c| · ``model_above`` p̂(A) and ``training_above`` p(A), A the rows above the threshold ·
    ``error`` what is bounded: 1 − p̂(V), all that the model answers beside valid responses. All but ``reason``
    are shares; all are None where the problem is undefined.
    """

    value: float | None
    reason: str
    iiv_error: float | None = None
    size_term: float | None = None
    delta: float | None = None
    threshold: float | None = None
    model_above: float | None = None
    training_above: float | None = None
    error: float | None = None


def is_it_valid(table: ValidityTable, p_hat: ArrayLike) -> IsItValid:
    """Lower bound err ≥ 2·err_iiv − max|V_c|/min|E_c| − δ of the model with p̂(r|c), one a row of ``table``.

    A response is judged valid if p̂(r|c) > 1/min|E_c|; A is the set of those, err_iiv the share of ``mixture``
    that is judged wrongly, δ = |p̂(A) − p(A)| with p̂(A) = Σ_A μ(c)·p̂(r|c) and p(A) likewise. A table of one prompt
    is the theorem without prompts: err ≥ 2·err_iiv − |V|/|E| − δ.

    It holds for every model and every table, exactly: nothing is estimated. (Of the valid, 1 − p(A) is judged
    wrong, and at most δ + 1 − p̂(A) is that, which is p̂ under the threshold: valid responses hold at most
    max|V_c|/min|E_c| of it, errors the rest. A uniform error is judged wrong with chance |E_c ∩ A|/|E_c|, at most
    p̂ of these errors. So the proof needs p̂(A) − p(A) only where it is positive; the paper's δ is its size.)
    What p̂ gives to responses that are no row counts as error. Undefined (None, with the reason) without
    prompts and where a prompt has no plausible error.
    """
    model = table.model(p_hat)
    if table.undefined:
        return IsItValid(None, table.undefined)
    threshold = 1 / int(table.errors.min())
    above = model > threshold
    iiv_error = float(table.mixture[above != table.valid].sum())
    size_term = float(table.valids.max() * threshold)
    model_above = float((table.asked * model)[above].sum())
    training_above = float((table.asked * table.training)[above].sum())
    delta = abs(model_above - training_above)
    value = 2 * iiv_error - size_term - delta
    return IsItValid(
        value=value if value > 0 else None,
        reason="" if value > 0 else "says nothing: the terms taken off are not below 2·err_iiv",
        iiv_error=iiv_error,
        size_term=size_term,
        delta=delta,
        threshold=threshold,
        model_above=model_above,
        training_above=training_above,
        error=float(np.clip(1 - (table.asked * model)[table.valid].sum(), 0, 1)),
    )
