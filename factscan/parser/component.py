"""The spaCy component ``factscan_parser``: tags, morphology, dependencies and names of whole batches of documents."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Self

import numpy as np
import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factscan.parser.annotation import Annotator
from factscan.parser.boundaries import find_starts
from factscan.parser.form_vectors import FormVectors
from factscan.parser.forms import FormEncoder, read_vectors
from factscan.parser.graphs import Graph
from factscan.parser.network import Network
from factscan.parser.pieces import cut_long
from factscan.parser.texts import Texts

FILES = ("parser.json", "floret.npz", "forms.onnx", "encoder.onnx", "labels.onnx")
_STOPS = (";", ":", ".", ",", "?", "!", "–", "—")


class FactscanParser:
    """Parses with a trained network, whose files it gets by ``from_disk`` or ``from_bytes``.

    Sentence starts that a document has are kept; those that it lacks are found first. What a sentence gets depends
    on nothing outside of it.
    """

    def __init__(self, vocab: Vocab, name: str = "parser"):
        self.vocab = vocab
        self.name = name
        self._files: dict[str, bytes] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of dependencies."""
        return tuple(self._lists["labels"]) if self._files else ()

    def __call__(self, doc: Doc) -> Doc:
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1_000) -> Iterator[Doc]:
        """Parse documents, ``batch_size`` at once: the more, the more sentences of one length there are."""
        documents = iter(stream)
        while docs := list(islice(documents, batch_size)):
            self._annotate(docs)
            yield from docs

    def _annotate(self, docs: list[Doc]) -> None:
        texts = Texts.of(docs, self._find_starts)
        orths = texts.orths[texts.words]
        starts, lengths = cut_long(*texts.sentences(), np.isin(orths, self._stops))
        self._annotator.annotate(docs, texts, self._network.analyse(orths, starts, lengths))

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write the files of the network into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, **_: object) -> Self:
        """Read the files of the network from a folder."""
        folder = Path(path)
        return self._with({name: (folder / name).read_bytes() for name in FILES})

    def to_bytes(self, **_: object) -> bytes:
        """The files of the network as one."""
        content: bytes = srsly.msgpack_dumps(self._files)
        return content

    def from_bytes(self, data: bytes, **_: object) -> Self:
        """Read what ``to_bytes`` wrote."""
        return self._with(srsly.msgpack_loads(data))

    def __reduce__(self) -> tuple[Callable[..., "FactscanParser"], tuple[Any, ...]]:
        return _restored, (type(self), self.vocab, self.name, self._files)

    def _with(self, files: dict[str, bytes]) -> Self:
        self._files = files
        if not files:
            return self
        self._lists = lists = json.loads(files["parser.json"])
        encoder = FormEncoder(lists["words"], lists["characters"], read_vectors(BytesIO(files["floret.npz"])))
        vectors = FormVectors(encoder, Graph(files["forms.onnx"]), lists["width"], self.vocab.strings)
        self._network = Network(vectors, Graph(files["encoder.onnx"]), Graph(files["labels.onnx"]))
        self._annotator = Annotator(self.vocab, lists)
        self._find_starts = partial(find_starts, self._network, lists["window"])
        self._stops = np.array([self.vocab.strings.add(stop) for stop in _STOPS], dtype=np.uint64)
        return self


def _restored(kind: type[FactscanParser], vocab: Vocab, name: str, files: dict[str, bytes]) -> FactscanParser:
    return kind(vocab, name)._with(files)


@Language.factory(
    "factscan_parser",
    assigns=[
        "token.dep", "token.head", "token.is_sent_start", "token.tag", "token.pos", "token.morph",
        "token.ent_iob", "token.ent_type", "doc.sents", "doc.ents",
    ],
)  # fmt: skip
def make_parser(nlp: Language, name: str) -> FactscanParser:
    """What spaCy calls for ``factory = "factscan_parser"``."""
    return FactscanParser(nlp.vocab, name)
