"""The theorem's bounds on the error rate, with their slack spelled out.

Source: Kalai, Nachum, Vempala, Zhang 2025, "Why Language Models Hallucinate", arXiv 2509.04664. Its N counts
independent examples, and mentions of one document are not independent: so a unit is the example here, and
each unit counts as one mention drawn from it, never as all of its mentions (derived here).
"""

from dataclasses import dataclass
from math import log, sqrt

GAMMA = 0.01
POOL_FROM = 100
"""Plausible errors |E_c| from which on a relation belongs to the bound's pool; fixed beforehand."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The proven lower bound of the error rate, or why it says nothing, and its terms.

    ``value`` = singleton_rate − error_term − slack − delta; ``None`` unless that is above 0, and
    then it is "not certifiable at this N". ``units`` N · ``singleton_rate`` of one mention a unit ·
    ``error_term`` 2/min|E_c| · ``slack`` 6·ln(3NG/γ)/√N · ``delta`` miscalibration, assumed ·
    ``confidence`` 1 − γ, of all G bounds together · ``needs`` the least N at which this singleton rate would give
    a value, ``None`` if no N does.
    """

    value: float | None
    reason: str
    units: int
    singleton_rate: float | None
    error_term: float | None
    slack: float | None
    delta: float
    confidence: float
    needs: int | None


def slack(n: float, *, gamma: float = GAMMA, bounds: int = 1) -> float:
    """Slack 6·ln(3NG/γ)/√N of each of G lower bounds that all hold with probability 1 − γ.

    At γ = .01 and G = 1 the paper prints it as (35 + 6·ln N)/√N, rounding 6·ln 300 = 34.2 up.
    """
    if n < 1 or bounds < 1 or not 0 < gamma < 1:
        raise ValueError("the slack needs n >= 1, bounds >= 1 and gamma between 0 and 1")
    return 6 * log(3 * n * bounds / gamma) / sqrt(n)


def proven_bound(
    units: int,
    singletons: float,
    min_errors: int,
    *,
    bounds: int = 1,
    gamma: float = GAMMA,
    delta: float = 0.0,
) -> Bound:
    """Lower bound err ≥ sr − 2/min|E_c| − 6·ln(3NG/γ)/√N − δ of a calibrated model.

    ``units`` N: the non-empty units. ``singletons``: how many of N mentions, one drawn uniformly from
    each unit, ask a prompt that *no other unit states*; or better its expectation Σ_d u_d/m_d, which
    needs no draw. sr = singletons/N. ``min_errors`` is the least |E_c| of the pool of relations,
    ``bounds`` G how many bounds are printed at once, ``gamma`` the chance that any of them fails,
    ``delta`` the miscalibration δ, the group's own (0 assumes a calibrated model). The pool's share comes
    in by counting in u_d the singletons of the pool only, over all mentions m_d. Taken
    from the pool alone and multiplied by its share of mentions, the bound is right only where that share is
    the same in every unit.

    Prompts drawn *exactly once* would be another count and a wrong one: it bounds a model that was
    trained on the drawn mentions alone (.94 where the corpus leaves .09 unanswered, at 20,000 documents
    of 50 mentions).

    Why units may stand for examples (derived here): Ĝ = Σ g_d/N with g_d = u_d/m_d and M the missing mass
    of a new unit, E(Ĝ − M)² ≤ E Σ_d (g_d + Σ_d' o_dd'/m_d)/N² + O(1/N²) ≤ (N + 2)/N², since the shares of
    one unit add up to 1; the rest of the proof asks only that unseen answers are independent of the
    corpus. With Cantelli's inequality that fits into the printed slack for up to 50 bounds at γ = .01.

    It bounds the error over prompts asked as units state them (a unit, then one of its mentions), under the
    theorem's assumptions: independent units, arbitrary and uniform responses, clean statements, test prompts
    like training prompts. It is no estimate. Undefined (None, with the reason) for no units and for |E| = 0.
    """
    if not 0 <= singletons <= units * (1 + 1e-9):
        raise ValueError(f"{singletons} singletons among {units} drawn mentions")
    if units == 0 or min_errors < 1:
        reason = "undefined: no unit has a mention" if units == 0 else "undefined: min|E_c| is 0"
        return Bound(None, reason, units, None, None, None, delta, 1 - gamma, None)
    rate, error_term = min(1.0, singletons / units), 2 / min_errors
    own_slack = slack(units, gamma=gamma, bounds=bounds)
    value = rate - error_term - own_slack - delta
    needs = units_needed(rate - error_term - delta, gamma=gamma, bounds=bounds)
    reason = "" if value > 0 else "not certifiable at this N"
    if needs is None:
        reason = "not certifiable at any N: the singleton rate does not exceed 2/min|E| + δ"
    return Bound(
        value=value if value > 0 else None,
        reason=reason,
        units=units,
        singleton_rate=rate,
        error_term=error_term,
        slack=own_slack,
        delta=delta,
        confidence=1 - gamma,
        needs=needs,
    )


def units_needed(margin: float, *, gamma: float = GAMMA, bounds: int = 1) -> int | None:
    """The least N with slack(N) < ``margin`` = sr − 2/min|E_c| − δ; ``None`` if the margin is not above 0.

    The margin is at most 1, so the N sought lies where the slack falls (from N = e²γ/(3G) < 3 on).
    """
    if margin <= 0:
        return None
    enough = 4
    while slack(enough, gamma=gamma, bounds=bounds) >= margin:
        enough *= 2
    short = enough // 2
    while enough - short > 1:
        middle = (enough + short) // 2
        if slack(middle, gamma=gamma, bounds=bounds) < margin:
            enough = middle
        else:
            short = middle
    return enough


def ceiling(units: int, singletons: float, max_errors: int, *, gamma: float = GAMMA) -> float | None:
    """What some efficient calibrated algorithm stays under: sr − sr/(max|E_c|+1) + 5·√(ln(5/γ)/N), at 1 − γ.

    Arguments as in ``proven_bound``; at γ = .01 the paper prints the slack as 13/√N. None without units, and
    where it is 1 or more and so says nothing.
    """
    if not 0 <= singletons <= units * (1 + 1e-9):
        raise ValueError(f"{singletons} singletons among {units} drawn mentions")
    if units == 0:
        return None
    rate = singletons / units
    value = rate - rate / (max_errors + 1) + 5 * sqrt(log(5 / gamma) / units)
    return value if value < 1 else None
