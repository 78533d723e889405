"""The network as a whole: from the tokens of sentences to heads, labels, tags and names, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factscan.parser.batches import batches
from factscan.parser.form_vectors import FormVectors
from factscan.parser.graphs import Floats, Graph, Ints
from factscan.parser.trees import best_trees

ROOT = -1
_ENCODED = ("arcs", "dependents", "governors", "tags", "morphs", "names")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the network says of each token; all arrays have one number a token.

    ``heads`` are distances (a root's is 0), ``labels``, ``tags``, ``morphs`` and ``names`` places in their lists (a
    root's label is ``ROOT``), ``certainty`` the probability of the head times that of the label.
    """

    heads: Ints
    labels: Ints
    tags: Ints
    morphs: Ints
    names: Ints
    certainty: Floats

    @classmethod
    def empty(cls, size: int) -> Analysis:
        heads, labels, tags, morphs, names = np.zeros((5, size), dtype=np.int64)
        return cls(heads, labels, tags, morphs, names, np.ones(size, dtype=np.float32))


class Network:
    """The graphs, one after the other, over batches of sentences of one length."""

    def __init__(self, vectors: FormVectors, encoder: Graph, labeller: Graph):
        self._vectors = vectors
        self._encoder = encoder
        self._labeller = labeller

    def analyse(self, orths: NDArray[np.uint64], starts: Ints, lengths: Ints) -> Analysis:
        """Parse the sentences that begin at ``starts``; none is empty."""
        found = Analysis.empty(len(orths))
        for places in batches(starts, lengths):
            x = self._vectors(orths[places])
            arcs, dependents, governors, tags, morphs, names = self._encoder(_ENCODED, x=x)
            heads = best_trees(arcs)
            chosen = np.take_along_axis(arcs, heads[..., None], axis=2)[..., 0]
            labels, certainty = self._labels(heads, dependents, governors)
            found.heads[places] = np.where(heads == 0, 0, heads - 1 - np.arange(places.shape[1]))
            found.labels[places] = labels
            found.tags[places] = tags
            found.morphs[places] = morphs
            found.names[places] = names.argmax(axis=2)
            found.certainty[places] = np.exp(np.minimum(chosen, 0)) * certainty
        return found

    def start_probabilities(
        self, orths: NDArray[np.uint64], starts: Ints, lengths: Ints
    ) -> list[tuple[Ints, Floats]]:
        """For windows of text, the places of their tokens and the probability that each begins a sentence."""
        return [
            (places, self._encoder(["starts"], x=self._vectors(orths[places]))[0])
            for places in batches(starts, lengths)
        ]

    def _labels(self, heads: Ints, dependents: Floats, governors: Floats) -> tuple[Ints, Floats]:
        """The best label of each arc and its probability."""
        labels = np.full(heads.shape, ROOT, dtype=np.int64)
        certainty = np.ones(heads.shape, dtype=np.float32)
        sentence, token = np.nonzero(heads)
        if len(token):
            head = heads[sentence, token] - 1
            labels[sentence, token], certainty[sentence, token] = self._labeller(
                ["labels", "probabilities"],
                dependents=dependents[sentence, token],
                governors=governors[sentence, head],
            )
        return labels, certainty
