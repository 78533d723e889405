"""Writing what the network found into spaCy documents: all attributes of a document in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, TAG
from spacy.parts_of_speech import IDS as POS_IDS

from factscan.parser.names import NameCodes
from factscan.parser.network import ROOT, Analysis
from factscan.parser.texts import Texts, anchors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

CERTAINTY = "factscan_certainty"
"""Key in ``Doc.user_data``: for every token, the probability of its head times that of its label, float32."""

_ATTRIBUTES = [HEAD, DEP, TAG, POS, MORPH, ENT_IOB, ENT_TYPE]
_SPACE = -1  # the last tag and the last morph of the tables are those of white space
_WHITE = -2  # the last label but one is that of white space, the last that of roots


class Annotator:
    """The lists of labels of a network as spaCy's hashes and codes."""

    def __init__(self, vocab: Vocab, lists: dict[str, Any]):
        add = vocab.strings.add
        self._labels = _hashes(map(add, [*lists["labels"], "dep", "ROOT"]))
        self._tags = _hashes(map(add, [*lists["tags"], "_SP"]))
        self._pos = _hashes(POS_IDS[pos] for pos in [*(pos for pos, _ in lists["morphs"]), "SPACE"])
        self._morphs = _hashes(
            vocab.morphology.add(feats) for feats in [*(f for _, f in lists["morphs"]), ""]
        )
        self._loose = lists["labels"].index("parataxis")
        kinds = {label[2:] for label in lists["names"] if "-" in label}
        self._names = NameCodes(lists["names"], {kind: add(kind) for kind in sorted(kinds)})

    def annotate(self, docs: Sequence[Doc], texts: Texts, found: Analysis) -> None:
        """Write the analysis of the words of the documents."""
        words, size = texts.words, len(texts.orths)
        number = texts.sentence[words]
        self._join(found, number)
        heads = anchors(texts.sentence, words)
        heads[words] = words[np.arange(len(words)) + found.heads]
        roots = heads == np.arange(size)
        labels = np.where(roots, ROOT, _WHITE)
        labels[words] = found.labels
        tags, morphs = np.full((2, size), _SPACE)
        tags[words], morphs[words] = found.tags, found.morphs
        iob, kinds = np.full(size, 2, dtype=np.uint64), np.zeros(size, dtype=np.uint64)
        iob[words], kinds[words] = self._names.columns(
            found.names, np.flatnonzero(np.diff(number, prepend=0))
        )
        certainty = np.ones(size, dtype=np.float32)
        certainty[words] = found.certainty
        table = np.stack(
            [
                (heads - np.arange(size)).astype(np.int64).view(np.uint64),
                self._labels[labels],
                self._tags[tags],
                self._pos[morphs],
                self._morphs[morphs],
                iob,
                kinds,
            ],
            axis=1,
        )
        edges = texts.docs.tolist()
        for doc, first, after in zip(docs, edges[:-1], edges[1:], strict=True):
            if after > first:
                doc.from_array(_ATTRIBUTES, table[first:after])  # type: ignore[arg-type]
            doc.user_data[CERTAINTY] = certainty[first:after]

    def _join(self, found: Analysis, number: NDArray[np.int64]) -> None:
        """Make one tree of the pieces of a sentence that was cut, loosely: under the root of the first."""
        roots = np.flatnonzero(found.heads == 0)
        first = np.diff(number[roots], prepend=0) > 0
        if first.all():
            return
        leaders = np.maximum.accumulate(np.where(first, roots, 0))
        loose = roots[~first]
        found.heads[loose] = leaders[~first] - loose
        found.labels[loose] = self._loose
        found.certainty[loose] = 0


def _hashes(values: Any) -> NDArray[np.uint64]:
    return np.array(list(values), dtype=np.uint64)
