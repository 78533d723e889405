"""The spaCy component ``factscan``: ``nlp.add_pipe("factscan")`` puts the facts of a document into ``doc._.facts``.

The extractor splits sentences itself and parses each alone, as a scan does: whatever else stands in the pipeline, the
facts are those of a scan with the same model. So the parse that a document has already is not used, and none is needed:
``spacy.blank("en")`` will do. The setting ``model`` says what parses: null the pipeline that comes with factscan, the
name or folder of another, or ``"host"`` for the components that stand before this one in its own pipeline.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from factscan.extract.extractor import Extractor
from factscan.extract.mention import Mention
from factscan.extract.records import mention_of, record_of

HOST = "host"
_KEY = "factscan"
_BATCH = 64


class FactsComponent:
    """Finds the facts of documents. The title of one, where there is any, is ``doc.user_data["title"]``."""

    def __init__(self, nlp: Language, name: str, model: str | None) -> None:
        self._nlp = nlp
        self._name = name
        self._model = model

    @cached_property
    def _extractor(self) -> Extractor:
        """Made at the first document: only then the host has all its components."""
        return Extractor(_before(self._nlp, self._name) if self._model == HOST else self._model)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:  # noqa: ARG002
        """Documents with their facts, in their order; sentences of several documents are parsed together."""
        waiting: deque[Doc] = deque()

        def texts() -> Iterator[tuple[str, str]]:
            for doc in stream:
                waiting.append(doc)
                yield str(doc.user_data.get("title", "")), doc.text

        for mentions in self._extractor.extract(texts()):
            doc = waiting.popleft()
            doc.user_data[_KEY] = [record_of(mention) for mention in mentions]
            yield doc


def _before(nlp: Language, name: str) -> Language:
    """The components of a pipeline before the one called ``name``, themselves and no copies, in one of their own."""
    host = type(nlp)(nlp.vocab, meta=nlp.meta)
    host.tokenizer = nlp.tokenizer
    for earlier in nlp.pipe_names[: nlp.pipe_names.index(name)]:
        host.add_pipe(earlier, source=nlp)
    return host


def _mentions(doc: Doc) -> list[Mention]:
    return [mention_of(record) for record in doc.user_data.get(_KEY, [])]


def _facts(doc: Doc) -> list[Mention]:
    return [mention for mention in _mentions(doc) if mention.asserted]


@Language.factory("factscan", assigns=["doc._.facts", "doc._.mentions"], default_config={"model": None})
def make_facts(nlp: Language, name: str, model: str | None) -> FactsComponent:
    """What spaCy calls for ``factory = "factscan"``.

    ``doc._.facts`` are the asserted mentions, ``doc._.mentions`` those with flags as well. They are plain values in
    ``doc.user_data``, so that documents travel between processes and into a ``DocBin``.
    """
    Doc.set_extension("facts", getter=_facts, force=True)
    Doc.set_extension("mentions", getter=_mentions, force=True)
    return FactsComponent(nlp, name, model)
