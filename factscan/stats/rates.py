"""Shares that are read off the counts of prompts: shown under their own names, never as the floor.

Each is ``None`` when there is nothing to take a share of.
"""


def singleton_rate(once: int, mentions: int) -> float | None:
    """sr = |S|/N: prompts with exactly one mention, over mentions. The paper's letter (arXiv 2509.04664).

    It is the Good–Turing estimate f1/n at mentions, and assumes that mentions are independent: where
    documents repeat their facts (a mean burst of 2), it is .25 of the missing mass.
    """
    return _share(once, mentions)


def singleton_share(singletons: int, prompts: int) -> float | None:
    """Singletons (prompts in exactly one unit) over distinct prompts: what people often mean in speech."""
    return _share(singletons, prompts)


def new_fact_share(singletons: int, document_frequencies: int) -> float | None:
    """Q1/U: singletons over the sum of all prompts' document frequencies.

    The share of a new unit's *distinct* prompts that are new: Good–Turing on incidences; 1.4 to 1.9 times
    the missing mass on bursty text, because known prompts are repeated more.
    """
    return _share(singletons, document_frequencies)


def _share(part: int, whole: int) -> float | None:
    if not 0 <= part <= whole:
        raise ValueError(f"{part} is no part of {whole}")
    return part / whole if whole else None
