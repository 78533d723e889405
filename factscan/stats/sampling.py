"""Estimates from a sample of the prompts: the sums of the whole corpus, as far as the sample tells them.

One in K prompts is kept, by its hash, with all its mentions; the mentions m_d of every unit are counted exactly. A sum
over prompts is then K times that of the kept ones, and what is quadratic in them holds a part that sampling put
in. With the kept mentions as the denominator in place of N, M would err by .05 at 10⁴ prompts.
"""

from dataclasses import replace

from factscan.stats.unit_sums import UnitSums


def sums_of_sample(kept: UnitSums, one_in: int, *, squares: float, own_pairs: float) -> UnitSums:
    """The sums of a group of units, estimated from the kept prompts (derived here).

    ``kept``: m_d counts all mentions, whatever else it holds the kept prompts. ``one_in`` K = 1/τ. ``squares`` = Σ_f
    a_f² over the kept prompts f that are counted in u, a_f their mentions (or weight); ``own_pairs`` = Σ_f a_f·b_f over
    the kept prompts of exactly two units, a_f and b_f their mentions in each.

        A = K·Σu,   Σ(u_d − M·m_d)² with K·u for u,   pairs = K²·[ Σ o·o' − (1 − 1/K)·Σ_f a_f·b_f ]

    Every prompt is kept with chance τ, independently of the others (hashes are as good as random). So E K·u_d^s = u_d,
    and E (K·u_d^s)² = u_d² + (K − 1)·Σ_{f in d} a_f²: the first sum of the variance holds the design variance
    of A, which is (K − 1)·Σ_f a_f², and it must not be added again. Of pairs,
    E o^s·o'^s = τ²·o·o' + τ(1 − τ)·Σ_f a_f·b_f: the second term is no covariance of units and is taken off.
    ``design``, what sampling adds to Σu², is estimated by K(K − 1)·Σ^s a_f² and kept apart, as b' describes
    the corpus; b describes the estimate: one prompt more in the sample is K prompts more. At K = 1 nothing changes.
    """
    if one_in < 1:
        raise ValueError(f"one in {one_in} is no sample")
    return replace(
        kept,
        counted=one_in * kept.counted,
        mu=one_in * kept.mu,
        uu=one_in**2 * kept.uu,
        pairs=one_in**2 * (kept.pairs - (1 - 1 / one_in) * own_pairs),
        cc=None if kept.cc is None else one_in**2 * kept.cc,
        design=one_in * (one_in - 1) * squares,
    )
