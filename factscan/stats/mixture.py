"""Mixtures: what a domain misses when the documents of other domains are subsampled or dropped."""

import numpy as np
from numpy.typing import ArrayLike


def mixed_missing_mass(
    mentions: ArrayLike, documents: ArrayLike, kept: ArrayLike, own: int, total: float | None = None
) -> float | None:
    """Expected missing mass of domain ``own`` in a mixture that keeps every document of domain A with chance q_A.

        M_B = Σ_f m_f · (1 − q_B)^(k_fB − 1) · Π_{A≠B} (1 − q_A)^(k_fA) / N_B        (0⁰ = 1)

    ``mentions`` m_f of each prompt in B, shape (prompts,) · ``documents`` k, the documents of each domain that state
    it, shape (prompts, domains) · ``kept`` q of each domain, 0 (dropped) to 1, shape (domains,) · ``total`` N_B, the
    sum of ``mentions`` if None. A new document of B asks; its prompt is missing if none of the other documents that
    state it is kept. With q_B = 1 only prompts in one document of B count; with all q = 1, M_B = M1/N. Documents are
    kept independently. Repeating documents teaches nothing new, so a rate above 1 is a rate of 1. Derived here.
    None without mentions.
    """
    m, k = np.asarray(mentions, dtype=np.float64), np.asarray(documents, dtype=np.int64)
    q = np.asarray(kept, dtype=np.float64)
    if k.shape != (len(m), len(q)):
        raise ValueError(f"documents must have {len(m)} rows and {len(q)} columns, not the shape {k.shape}")
    if (q < 0).any() or (q > 1).any() or (k < 0).any() or (k[:, own] < 1).any():
        raise ValueError(
            "kept lies in [0, 1], documents are counts, and every prompt has one in its own domain"
        )
    others = k - (np.arange(len(q)) == own)
    missed = m @ np.prod((1 - q) ** others, axis=1)
    whole = float(m.sum()) if total is None else total
    return float(missed) / whole if whole else None
