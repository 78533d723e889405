"""From treebank sentences to what the network learns from: numbers, in batches of about one length."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor
from treebanks import NAME_TYPES, Sentence

from factscan.parser.forms import UNKNOWN, UNKNOWN_WORD, FormEncoder, norm

MISSING = -100  # what torch's cross entropy passes over
WINDOW = 64  # tokens of running text that the head for sentence starts sees
NAME_LABELS = ["O", *(f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BI")]
TARGETS = ("heads", "labels", "tags", "morphs", "names", "starts")


@dataclass
class Vocabulary:
    """All that the network has an index for. Words and characters begin after the special ones."""

    words: list[str]
    characters: list[str]
    tags: list[str]
    morphs: list[list[str]]
    labels: list[str]
    names: list[str] = field(default_factory=lambda: list(NAME_LABELS))

    @classmethod
    def of(cls, sentences: Iterable[Sentence], more_words: Iterable[str] = ()) -> "Vocabulary":
        """The vocabulary of the treebanks: words seen twice, characters five times. ``more_words`` are norms."""
        words = [word for sentence in sentences for word in sentence.words]
        norms = Counter(norm(word.text) for word in words)
        parsed = [word for word in words if word.dep]
        return cls(
            words=sorted({*_frequent(norms, 2), *more_words}),
            characters=_frequent(Counter(character for word in words for character in word.text), 5),
            tags=_frequent(Counter(word.xpos for word in parsed), 2),
            morphs=[list(m) for m in _frequent(Counter((word.upos, word.feats) for word in parsed), 2)],
            labels=_frequent(Counter(word.dep for word in parsed if word.dep != "root"), 2),
        )

    def sizes(self) -> dict[str, int]:
        """The numbers of things, as ``network.Sizes`` wants them."""
        return {
            "words": len(self.words) + UNKNOWN_WORD + 1,
            "characters": len(self.characters) + UNKNOWN + 1,
            "tags": len(self.tags),
            "morphs": len(self.morphs),
            "labels": len(self.labels),
            "names": len(self.names),
        }


def _frequent(counts: Counter[Any], least: int) -> list[Any]:
    return sorted(thing for thing, count in counts.items() if count >= least)


@dataclass
class Example:
    """A sentence, or a window of running text; every target is one number a token, ``MISSING`` where unknown.
    ``heads`` count from 1, 0 is the root.
    """

    forms: list[str]
    targets: dict[str, list[int]]


class Converter:
    """Looks the annotations up in a vocabulary."""

    def __init__(self, vocabulary: Vocabulary):
        self._tags = {tag: i for i, tag in enumerate(vocabulary.tags)}
        self._morphs = {(upos, feats): i for i, (upos, feats) in enumerate(vocabulary.morphs)}
        self._labels = {label: i for i, label in enumerate(vocabulary.labels)}
        self._names = {name: i for i, name in enumerate(vocabulary.names)}

    def sentence(self, sentence: Sentence) -> Example:
        """A sentence with its tree; nothing is said of sentence starts, as it always is a whole one."""
        words = sentence.words
        example = Example(
            [word.text for word in words], {"starts": [MISSING] * len(words), "names": self._spans(sentence)}
        )
        if not sentence.parsed:
            example.targets |= {
                name: [MISSING] * len(words) for name in TARGETS if name not in example.targets
            }
            return example
        example.targets |= {
            "heads": [0 if word.head == i else word.head + 1 for i, word in enumerate(words)],
            "labels": [self._labels.get(word.dep, MISSING) for word in words],  # the root's is no question
            "tags": [self._tags.get(word.xpos, MISSING) for word in words],
            "morphs": [self._morphs.get((word.upos, word.feats), MISSING) for word in words],
        }
        return example

    def running(self, document: list[Sentence]) -> Example:
        """A document as one stream without trees, for the head that finds sentence starts."""
        parts = [self.sentence(sentence) for sentence in document]
        stream = Example([form for part in parts for form in part.forms], {})
        for name in ("tags", "morphs", "names"):
            stream.targets[name] = [value for part in parts for value in part.targets[name]]
        stream.targets["starts"] = [int(i == 0) for part in parts for i in range(len(part.forms))]
        for name in ("heads", "labels"):
            stream.targets[name] = [MISSING] * len(stream.forms)
        return stream

    def _spans(self, sentence: Sentence) -> list[int]:
        if not sentence.names_known:
            return [MISSING] * len(sentence.words)
        names = [self._names["O"]] * len(sentence.words)
        for first, after, label in sentence.names:
            names[first] = self._names[f"B-{label}"]
            names[first + 1 : after] = [self._names[f"I-{label}"]] * (after - first - 1)
        return names


def counts(examples: list[Example], vocabulary: Vocabulary) -> dict[str, Tensor]:
    """How often every label of a head occurs."""
    found = {}
    for name in ("tags", "morphs", "labels", "names"):
        values = torch.tensor(
            [value for example in examples for value in example.targets[name] if value != MISSING]
        )
        found[name] = torch.bincount(values, minlength=len(getattr(vocabulary, name))).float()
    return found


def windows(streams: list[Example], share: float, rng: random.Random) -> Iterator[Example]:
    """Windows at random offsets of running text, a ``share`` of all there are."""
    for stream in streams:
        length = len(stream.forms)
        for start in range(-rng.randrange(WINDOW), length, WINDOW):
            begin, end = max(0, start), min(length, start + WINDOW)
            if rng.random() < share and end - begin > 4:
                cut = {name: values[begin:end] for name, values in stream.targets.items()}
                yield Example(stream.forms[begin:end], cut)


class FormTable:
    """Inputs of all forms met so far, encoded once."""

    def __init__(self, encoder: FormEncoder):
        self._encoder = encoder
        self._ids: dict[str, int] = {}
        self._inputs: tuple[Tensor, ...] | None = None

    def add(self, examples: Iterable[Example]) -> None:
        """Encode what is new in these examples."""
        self.add_forms({form for example in examples for form in example.forms})

    def add_forms(self, forms: set[str]) -> None:
        """Encode those of the forms that are new."""
        fresh = sorted(forms - self._ids.keys())
        if not fresh:
            return
        inputs = tuple(torch.from_numpy(array) for array in self._encoder.encode(fresh))
        self._inputs = (
            inputs if self._inputs is None else tuple(map(torch.cat, zip(self._inputs, inputs, strict=True)))
        )
        self._ids |= {form: len(self._ids) + i for i, form in enumerate(fresh)}

    def ids(self, forms: list[str]) -> list[int]:
        """Rows of the forms."""
        return [self._ids[form] for form in forms]

    def inputs(self, rows: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Word ids, character ids and floret vectors of these rows."""
        assert self._inputs is not None
        word, characters, floret = (array[rows] for array in self._inputs)
        return word, characters, floret


@dataclass
class Batch:
    """Sentences padded to one length. ``index`` points into the batch's distinct forms."""

    forms: tuple[Tensor, Tensor, Tensor]
    index: Tensor
    lengths: Tensor
    targets: dict[str, Tensor]

    @property
    def words(self) -> int:
        """Tokens without the padding."""
        return int(self.lengths.sum())


def collate(examples: list[Example], table: FormTable) -> Batch:
    """One batch of these examples."""
    lengths = [len(example.forms) for example in examples]
    longest = max(lengths)
    rows = np.zeros((len(examples), longest), dtype=np.int64)
    targets = {name: np.full((len(examples), longest), MISSING, dtype=np.int64) for name in TARGETS}
    for i, example in enumerate(examples):
        ids = table.ids(example.forms)
        rows[i, : len(ids)] = ids
        rows[i, len(ids) :] = ids[0]  # padding may look like any form
        for name in TARGETS:
            targets[name][i, : len(ids)] = example.targets[name]
    distinct, index = torch.unique(torch.from_numpy(rows), return_inverse=True)
    return Batch(
        table.inputs(distinct),
        index,
        torch.tensor(lengths),
        {name: torch.from_numpy(array) for name, array in targets.items()},
    )


def by_length(
    examples: list[Example], size: int, key: Callable[[Example], float] = lambda example: len(example.forms)
) -> Iterator[list[Example]]:
    """Groups of similar length of at most ``size`` tokens, padding included."""
    group: list[Example] = []
    for example in sorted(examples, key=key):
        if group and (len(group) + 1) * max(len(example.forms), len(group[-1].forms)) > size:
            yield group
            group = []
        group.append(example)
    if group:
        yield group


def shuffled_batches(examples: list[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """One epoch: groups of similar, not of the same length, in random order."""
    groups = list(by_length(examples, size, key=lambda example: len(example.forms) * rng.uniform(0.9, 1.1)))
    rng.shuffle(groups)
    yield from groups
