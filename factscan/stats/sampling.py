"""Estimates from a sample of the prompts or of the subjects: the sums of the whole corpus, as far as it tells them.

One in K prompts (or subjects, with all their prompts) is kept by its hash, with all its mentions; the mentions m_d of
every unit are counted exactly, or expected from its words. A sum over prompts is then K times that of the kept ones,
and what is quadratic in them holds a part that sampling put in. With the kept mentions as the denominator in place
of N, M would err by .05 at 10⁴ prompts.
"""

from dataclasses import replace

from factscan.stats.unit_sums import UnitSums

_FEW_SUBJECTS = 20


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
        # where nothing was kept, the least that one more prompt in the sample would be
        cc=one_in**2 * kept.cc if kept.cc else one_in * kept.mentions,
        design=one_in * (one_in - 1) * squares,
    )


def sums_of_subject_sample(
    kept: UnitSums,
    one_in: int,
    *,
    squares: float,
    totals: float,
    own_pairs: float,
    mentions_variance: float,
) -> UnitSums:
    """The sums of a group of units, estimated from the kept subjects (derived here).

    As ``sums_of_sample``, with subjects s in place of prompts: ``squares`` = Σ_s Σ_d u_sd² over the kept subjects,
    u_sd the counted mentions about s in d; ``totals`` = Σ_s T_s², T_s = Σ_d u_sd; ``own_pairs`` = Σ_s Σ_pairs
    o_s·o'_s. The m_d are expected, not counted: r·w_d, w_d the unit's words, r the mentions by word in sentences
    drawn at random; ``mentions_variance`` is the variance of their sum N.

        V = Σ_d (K·u_d − M·m_d)² + 2·K²·[ Σ o·o' − (1 − 1/K)·Σ_s o_s·o'_s ]
            + K(K − 1)·Σ_s [ T_s² − Σ_d u_sd² ] + M²·Var N

    A subject brings all its units at once, so that the design variance of A is (K − 1)·Σ T_s², estimated by
    K(K − 1)·Σ^s T_s²; the first sum holds it only as far as each subject lies in one unit. That m_d is expected
    makes the first sum larger by M²·Σ(m_d − r·w_d)²: the interval errs towards the wide side. N's own error is that of
    a ratio, independent of which subjects are chosen. What one more subject in the sample would bring is K·ΣT²/ΣT, so
    b is that; at A = 0 the same of all kept mentions, of which ``kept.cc`` holds the sum of squares by subject.
    """
    sums = sums_of_sample(kept, one_in, squares=squares, own_pairs=own_pairs)
    share = sums.counted / sums.mentions if sums.mentions else 0.0
    between = one_in * (one_in - 1) * max(0.0, totals - squares)
    return replace(
        sums,
        extra=between + min(1.0, share) ** 2 * mentions_variance,
        clump=one_in**2 * totals if one_in > 1 else 0.0,
    )


def shrunk_totals(totals: float, counted: float, subjects: int, burst: float) -> float:
    """Σ T_s² of a group with few kept subjects, drawn towards the ``burst`` ΣT²/ΣT of all groups (derived here).

        max( ΣT², ΣT·(n·b + 20·b_all)/(n + 20) ),   b = ΣT²/ΣT

    ``counted`` = ΣT and ``subjects`` n of the kept subjects. A few subjects hardly ever hold one of the few that have
    most of the mentions, and where they miss them the estimate is low and so is its variance: with their own
    ΣT², intervals from 1/1024 of the subjects of shared corpora held the figure of the whole run in .84 of all cases.
    """
    if not counted:
        return totals
    own = totals / counted
    return max(totals, counted * (subjects * own + _FEW_SUBJECTS * burst) / (subjects + _FEW_SUBJECTS))
