"""Names from the labels of tokens: B-X begins one of the kind X, I-X goes on with it."""

import numpy as np
from numpy.typing import NDArray

OUTSIDE, INSIDE, BEGINS = 2, 1, 3  # spaCy's codes


class NameCodes:
    """Turns ids of BIO labels into spaCy's two columns, ``ENT_IOB`` and ``ENT_TYPE``."""

    def __init__(self, labels: list[str], kinds: dict[str, int]):
        """``kinds``: the hash of every kind of name."""
        self._begins = np.array([label.startswith("B-") for label in labels])
        self._kinds = np.array([kinds.get(label[2:], 0) for label in labels], dtype=np.uint64)

    def columns(
        self, labels: NDArray[np.int64], firsts: NDArray[np.int64]
    ) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """``firsts`` are the tokens at which sentences begin: no name goes on over them.

        A token that goes on with a name of another kind, or with none, begins one.
        """
        kinds = self._kinds[labels]
        before = np.zeros_like(kinds)
        before[1:] = kinds[:-1]
        before[firsts] = 0
        begins = (kinds != 0) & (self._begins[labels] | (kinds != before))
        iob = np.where(kinds == 0, OUTSIDE, np.where(begins, BEGINS, INSIDE)).astype(np.uint64)
        return iob, kinds
