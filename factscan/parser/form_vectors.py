"""The vectors of forms: computed once, and kept while there is room."""

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore

from factscan.parser.forms import FormEncoder
from factscan.parser.graphs import Floats, Graph

_CAPACITY = 32_768
_AT_ONCE = 64


class FormVectors:
    """A bounded table of vectors by the hash of the form; those used least make room.

    Whether a vector was kept or is computed again makes no difference: the graph always gets ``_AT_ONCE`` forms.
    """

    def __init__(self, encoder: FormEncoder, graph: Graph, width: int, strings: StringStore):
        self._encoder = encoder
        self._graph = graph
        self._strings = strings
        self._rows: dict[int, int] = {}
        self._table = np.zeros((1_024, width), dtype=np.float32)
        self._uses = np.zeros(_CAPACITY, dtype=np.int64)

    def __call__(self, orths: NDArray[np.uint64]) -> Floats:
        """The vectors of the forms [..., width]."""
        forms, places = np.unique(orths, return_inverse=True)
        keys: list[int] = forms.tolist()
        missing = [key for key in keys if key not in self._rows]
        if len(self._rows) + len(missing) > _CAPACITY:
            self._forget_half()
            missing = [key for key in keys if key not in self._rows]
        if missing:
            self._add(missing)
        known = self._rows
        rows = np.array([known[key] for key in keys], dtype=np.intp)
        self._uses[rows] += 1
        return self._table[rows[places].reshape(orths.shape)]

    def _forget_half(self) -> None:
        keys = np.array(list(self._rows), dtype=np.uint64)  # in the order of their rows
        kept = np.sort(np.argsort(-self._uses[: len(keys)], kind="stable")[: _CAPACITY // 2])
        self._rows = {key: row for row, key in enumerate(keys[kept].tolist())}
        self._table[: len(kept)] = self._table[kept]
        self._uses[: len(kept)] = self._uses[kept] // 2
        self._uses[len(kept) :] = 0

    def _add(self, keys: list[int]) -> None:
        first = len(self._rows)
        needed = first + len(keys)
        if needed > len(self._table):
            table = np.zeros((min(2 * needed, _CAPACITY), self._table.shape[1]), dtype=np.float32)
            table[:first] = self._table[:first]
            self._table = table
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            self._table[first + at : first + at + len(some)] = self._compute(some)
        self._rows.update(zip(keys, range(first, needed), strict=True))

    def _compute(self, keys: list[int]) -> Floats:
        forms = [self._strings[key] for key in keys]
        word, characters, floret = self._encoder.encode(forms + [""] * (_AT_ONCE - len(forms)))
        (vectors,) = self._graph(["x"], word=word, characters=characters, floret=floret)
        return vectors[: len(forms)]
