"""The extractor: documents in, mentions of facts out."""

from __future__ import annotations

import re
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factscan.extract.chosen import ChosenSubjects
from factscan.extract.context import Context, document_context
from factscan.extract.extraction import Counted, Extraction
from factscan.extract.keying import Keying
from factscan.extract.mention import Mention
from factscan.extract.models import follows_clear, gains_from_long_batches, load
from factscan.extract.open_view.statement import Statement
from factscan.extract.records import facts_of_rows, features_with_facts
from factscan.extract.relations import Relations, shipped_relations
from factscan.extract.rules import candidates
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.quotations import quotations
from factscan.extract.syntax.reading import Reading, hard_name, reading
from factscan.extract.text.dates import date_spans
from factscan.extract.text.prose import Prose
from factscan.extract.text.sentences import sentence_spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

RULES_VERSION = "4"
"""Changes whenever the rules or their tables do: the facts of two versions may differ."""

_BATCH_CHARACTERS = 15_000  # for parsers to which larger batches bring no speed
_LONG_BATCH_CHARACTERS = 250_000
_REMEMBERED_CHARACTERS = 50_000_000  # often enough for 1.5 GB a worker, seldom enough to cost nothing


@dataclass
class _Work:
    """A document on its way: ``open`` counts its sentences still to be parsed."""

    context: Context
    found: Extraction
    open: int = 0
    complete: bool = False

    @cached_property
    def hard_name(self) -> re.Pattern[str] | None:
        return hard_name(*self.context.hard_names)


@dataclass(frozen=True, slots=True)
class _Task:
    """A sentence to be parsed, with the quoted spans and the dates in it (offsets in the sentence).

    ``counted``: all its mentions are counted, though only those of chosen subjects are kept.
    """

    work: _Work
    start: int
    text: str
    reading: Reading
    quoted: list[tuple[int, int]]
    dates: list[tuple[int, int, str]]
    counted: bool = False


class Extractor:
    """Extracts facts with a spaCy pipeline and the rules of ``factscan.extract.rules``.

    ``model``: the name or folder of a pipeline whose parser follows Universal Dependencies or CLEAR, or the loaded
    pipeline; None is the shipped one. ``relations``: the table of canonical labels; None is the shipped one. Raises
    ModelError where the pipeline cannot be used. ``statements`` reads a sentence for the open view: with it, an
    extraction holds the statements of every sentence in place of mentions. ``chosen`` subjects: only their mentions are
    found, and only sentences that can hold some are parsed, besides some to count the mentions of
    all.

    Called by ``datasets.map``, it gives a column ``facts``: ``dataset.map(Extractor(), batched=True)``.
    """

    def __init__(
        self,
        model: str | Path | Language | None = None,
        relations: Relations | None = None,
        statements: Callable[[Analysis], Iterable[Statement]] | None = None,
        chosen: ChosenSubjects | None = None,
    ) -> None:
        self._made_of = (model, relations, statements, chosen)
        self._relations = relations or shipped_relations()
        self._statements = statements
        self._chosen = chosen
        self._model = model
        self._nlp = load(model)
        self._clear = follows_clear(self._nlp)
        long = gains_from_long_batches(self._nlp)
        self._batch_characters = _LONG_BATCH_CHARACTERS if long else _BATCH_CHARACTERS
        self._remembered = 0
        self.parse_seconds = 0.0
        """Time spent in the pipeline so far."""

    @property
    def identity(self) -> str:
        """Name and version of the pipeline and of the rules; two runs with the same give the same facts."""
        meta = self._nlp.meta
        name = str(meta.get("name", "")).removeprefix(f"{self._nlp.lang}_")
        return f"{self._nlp.lang}_{name}-{meta.get('version', '')}+rules-{RULES_VERSION}"

    def __call__(self, rows: Any, titles: Any = None) -> dict[str, Any]:
        """The column ``facts`` of a batch (``batched=True``) or a row of a dataset, or of texts and their titles.

        The texts are the column ``text`` or ``content``, the titles ``title``; ``map(…, input_columns=["body"])`` names
        others. A fact is a struct with the fields of ``Mention``, flags aside; only asserted ones are given.
        """
        return facts_of_rows(self, rows, titles)

    @staticmethod
    def features(features: Mapping[str, Any]) -> Any:
        """The ``datasets.Features`` with ``facts`` beside those given, for ``map(…, features=…)``.

        Needed where a whole batch, or the share of one of several processes, may hold no fact: ``datasets`` takes a
        type from the first rows that it sees.
        """
        return features_with_facts(features)

    def __reduce__(self) -> tuple[Any, ...]:
        """By what it was made of; its identity goes along, so that a cache of ``datasets`` is that of these rules."""
        return _made_anew, (self.identity, *self._made_of)

    def extract(self, documents: Iterable[tuple[str, str]]) -> Iterator[list[Mention]]:
        """The mentions of each (title, text), in text order, one list a document, in the order of the documents."""
        for extraction in self.extractions(documents):
            yield extraction.mentions

    def extractions(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        """The mentions of each (title, text) and what was left out of it, in the order of the documents.

        Reads ahead by a batch of sentences at most. What a sentence yields depends on its words and on its
        document, not on the batch it is parsed in.
        """
        waiting: deque[_Work] = deque()
        batch: list[_Task] = []
        size = 0
        for title, text in documents:
            spans = list(sentence_spans(text))
            context = document_context(title, text, spans)
            work = _Work(context, Extraction(len(spans)))
            waiting.append(work)
            for task in self._tasks(work, text, spans):
                batch.append(task)
                size += len(task.text)
                if size >= self._batch_characters:
                    self._run(batch)
                    batch, size = [], 0
            work.complete = True
            while waiting and waiting[0].complete and not waiting[0].open:
                yield waiting.popleft().found
        self._run(batch)
        while waiting:
            yield waiting.popleft().found

    def _run(self, batch: list[_Task]) -> None:
        began = time.perf_counter()
        self._forget_words(sum(len(task.text) for task in batch))
        docs = [self._doc(task.reading.text) for task in batch]
        parsed = list(self._nlp.pipe(docs, batch_size=len(docs) or 1))
        self.parse_seconds += time.perf_counter() - began
        for task, doc in zip(batch, parsed, strict=True):
            if self._statements is None:
                task.work.found.mentions += self._facts(task, doc)
            else:
                analysis = Analysis(self._parse(task, doc), task.quoted, task.dates)
                end = task.start + len(task.text)
                task.work.found.statements += [
                    replace(s, sentence_start=task.start, sentence_end=end)
                    for s in self._statements(analysis)
                ]
            task.work.open -= 1

    def _forget_words(self, characters: int) -> None:
        """Load the pipeline anew, now and then: it remembers every word that it has seen.

        Not by spaCy's memory zones: a component that keeps hashes of its own has to know of them, and not every one
        does.
        """
        self._remembered += characters
        if self._remembered > _REMEMBERED_CHARACTERS:
            self._nlp = load(self._model)
            self._remembered = characters

    def _doc(self, text: str) -> Doc:
        """One sentence, one tree: the parser may not split it."""
        from spacy.attrs import SENT_START

        doc = self._nlp.make_doc(text)
        if len(doc):
            doc.from_array([SENT_START], _one_sentence(len(doc)))  # type: ignore[arg-type]
        return doc

    def _parse(self, task: _Task, doc: Doc) -> Parse:
        return Parse.of(doc, task.text, task.reading, clear=self._clear)

    def _facts(self, task: _Task, doc: Doc) -> list[Mention]:
        parse = self._parse(task, doc)
        mentions = sentence_mentions(
            parse, task.quoted, task.work.context, task.start, task.dates, self._relations
        )
        if not mentions and not parse.is_finite:
            task.work.found.skip("verbless", len(task.text))
        if task.counted:
            task.work.found.counted.append(_counted(task.text, mentions))
        if self._chosen is None:
            return mentions
        return [mention for mention in mentions if self._chosen.is_chosen(mention.subject)]

    def _tasks(self, work: _Work, text: str, spans: list[tuple[int, int]]) -> Iterator[_Task]:
        """The sentences of a document that are to be parsed."""
        if self._chosen is None:
            return _tasks(work, text, spans, everything=self._statements is not None)
        counted = self._chosen.are_counted(text, spans)
        places = self._chosen.places(work.context, text, spans)
        return _tasks(work, text, spans, places=places, counted=counted) if places | counted else iter(())


def _made_anew(_identity: str, *made_of: Any) -> Extractor:
    return Extractor(*made_of)


def sentence_mentions(
    parse: Parse,
    quoted: list[tuple[int, int]],
    context: Context,
    start: int,
    dates: list[tuple[int, int, str]] | None = None,
    relations: Relations | None = None,
) -> list[Mention]:
    """The mentions of one parsed sentence, which begins at character ``start`` of its document.

    ``quoted``: the spans between quotation marks, as offsets in the sentence; ``dates``: its dates, if known.
    """
    analysis = Analysis(parse, quoted, dates, relations)
    return Keying(analysis, context, start).mentions(candidates(analysis))


def _tasks(
    work: _Work,
    text: str,
    spans: list[tuple[int, int]],
    *,
    everything: bool = False,
    places: Set[int] | None = None,
    counted: Set[int] = frozenset(),
) -> Iterator[_Task]:
    """The sentences to be parsed, of those at ``places`` (None: all) and those that are ``counted``."""
    quoted = quotations(text)
    prose = Prose(text, spans)
    at = 0
    for place, (start, end) in enumerate(spans):
        if places is not None and place not in places and place not in counted:
            continue
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        inside = []
        k = at
        while k < len(quoted) and quoted[k][0] < end:
            inside.append((quoted[k][0] - start, quoted[k][1] - start))
            k += 1
        dropped = None if everything else prose.filter(place, inside)
        sentence = text[start:end]
        if dropped is not None:
            work.found.skip(dropped, end - start)
            if place in counted:
                work.found.counted.append(_counted(sentence, []))
            continue
        work.open += 1
        dates = date_spans(sentence)
        read = reading(sentence, work.hard_name, dates)
        yield _Task(work, start, sentence, read, inside, dates, place in counted)


def _counted(sentence: str, mentions: Iterable[Mention]) -> Counted:
    kinds = Counter(mention.subject_kind for mention in mentions if mention.asserted)
    return Counted(len(sentence.split()), kinds["name"], kinds["topic"])


def _one_sentence(length: int) -> NDArray[np.uint64]:
    import numpy as np

    starts = np.full((length, 1), -1, dtype="int64").astype("uint64")
    starts[0, 0] = 1
    return starts
