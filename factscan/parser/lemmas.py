"""The spaCy component ``factscan_lemmatizer``: spaCy's rules and tables for English, asked once for every word."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

_CAPACITY = 200_000


class Lemmatizer(EnglishLemmatizer):
    """A lemma depends on form, part of speech and morphology: what was found for them is kept, within bounds."""

    _known: dict[tuple[int, ...], int]

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        rows = doc.to_array([ORTH, POS, MORPH]).tolist()
        keys: list[tuple[int, ...]] = list(map(tuple, rows))
        known = self._known
        try:
            lemmas = [known[key] for key in keys]
        except KeyError:
            self._learn(doc, keys)
            lemmas = [self._known[key] for key in keys]
        doc.from_array([LEMMA], np.array(lemmas, dtype=np.uint64)[:, None])  # type: ignore[arg-type]
        return doc

    @contextmanager
    def memory_zone(self, mem: object = None) -> Iterator[object]:
        """Part of ``nlp.memory_zone()``: lemmas that were found inside are names that go with the zone."""
        try:
            yield mem
        finally:
            self._forget()

    def _forget(self) -> None:
        self._known = {}
        self.cache.clear()

    def _learn(self, doc: Doc, keys: list[tuple[int, ...]]) -> None:
        if len(self._known) > _CAPACITY:
            self._forget()
        for token, key in zip(doc, keys, strict=True):
            if key not in self._known:
                self._known[key] = self.vocab.strings.add(self.lemmatize(token)[0])


@Language.factory("factscan_lemmatizer", assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """What spaCy calls for ``factory = "factscan_lemmatizer"``."""
    lemmatizer = Lemmatizer(nlp.vocab, None, name, mode="rule", overwrite=True)
    lemmatizer._known = {}
    return lemmatizer
