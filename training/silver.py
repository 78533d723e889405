"""Machine-labelled sentences: what the first network is sure of, to train the second one on."""

import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from corpus import to_sentence
from examples import Converter, Example
from spacy.language import Language
from spacy.tokens import Doc
from treebanks import Sentence

CERTAIN = 0.93
"""Least mean probability of a sentence's arcs with their labels."""
AT_ONCE = 2000


def label(model: Path, text: Path, *, words: int) -> Iterator[Sentence]:
    """Parse a text of one sentence a line; yields the certain ones until there are some ``words``."""
    nlp = spacy.load(model, exclude=["lemmatizer"])
    with text.open(encoding="utf-8") as lines:
        docs = nlp.pipe((_whole(nlp, line.split()) for line in lines), batch_size=AT_ONCE)
        for doc in docs:
            if words <= 0:
                return
            if doc.user_data["factscan_certainty"].mean() >= CERTAIN:
                words -= len(doc)
                yield to_sentence(doc)


def _whole(nlp: Language, forms: list[str]) -> Doc:
    return Doc(nlp.vocab, words=forms, sent_starts=[index == 0 for index in range(len(forms))])


class Shares:
    """Gives every epoch another share of the sentences, round and round."""

    def __init__(self, sentences: Iterable[Sentence], converter: Converter, *, words: int):
        self._examples = [converter.sentence(sentence) for sentence in sentences]
        random.Random(1).shuffle(self._examples)
        total = sum(len(example.forms) for example in self._examples)
        self._size = max(1, len(self._examples) * words // max(1, total))

    @property
    def examples(self) -> list[Example]:
        """All of them."""
        return self._examples

    def __call__(self, epoch: int) -> list[Example]:
        count = len(self._examples)
        first = epoch * self._size % count if count else 0
        return list(islice([*self._examples[first:], *self._examples[:first]], self._size))
