"""What the network sees of a token: numbers that depend on nothing but its form."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from spacy.vectors import Mode, Vectors

CHARACTERS = 20  # ids a form, with one that begins and one that ends it
PADDING, BEGIN, END, UNKNOWN = range(4)
UNKNOWN_WORD = 0
FLORET = {"minn": 3, "maxn": 5, "hash_count": 2, "hash_seed": 2166136261, "bow": "<", "eow": ">"}
_STRAIGHT = str.maketrans("‘’´`“”„«»–", '\'\'\'\'"""""-')


def norm(form: str) -> str:
    """The key of a form among the words and vectors: lower case, straight quotes."""
    return form.lower().translate(_STRAIGHT)


class FormEncoder:
    """Turns forms into the three inputs of the network: word ids, character ids, floret vectors."""

    def __init__(self, words: Iterable[str], characters: Iterable[str], vectors: Vectors):
        self._words = {word: index for index, word in enumerate(words, UNKNOWN_WORD + 1)}
        self._characters = {character: index for index, character in enumerate(characters, UNKNOWN + 1)}
        self._vectors = vectors

    def encode(self, forms: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
        """Word ids ``[n]``, character ids ``[n, CHARACTERS]`` and floret vectors ``[n, width]`` of the forms."""
        norms = [norm(form) for form in forms]
        words = np.array([self._words.get(key, UNKNOWN_WORD) for key in norms], dtype=np.int64)
        characters = np.full((len(forms), CHARACTERS), PADDING, dtype=np.int64)
        for row, form in zip(characters, forms, strict=True):
            ids = self._spelling(form)
            row[: len(ids)] = ids
        return words, characters, np.asarray(self._vectors.get_batch(norms), dtype=np.float32)

    def _spelling(self, form: str) -> list[int]:
        room = CHARACTERS - 2
        if len(form) > room:  # the ends of a word say more than its middle
            form = form[: room // 2] + form[len(form) - room // 2 :]
        return [BEGIN, *(self._characters.get(character, UNKNOWN) for character in form), END]


def read_vectors(path: Path | BinaryIO) -> Vectors:
    """The floret table that ``write_vectors`` wrote: rows of 8 bits with a scale each."""
    with np.load(path, allow_pickle=False) as table:
        data = table["rows"].astype(np.float32) * table["scales"][:, None]
    return Vectors(data=data, mode=Mode.floret, **FLORET)


def write_vectors(path: Path, data: NDArray[np.float32]) -> None:
    """Write a floret table in 8 bits a number."""
    scales = np.maximum(np.abs(data).max(axis=1), 1e-6) / 127
    rows = np.round(data / scales[:, None]).astype(np.int8)
    np.savez_compressed(path, rows=rows, scales=scales.astype(np.float32))
