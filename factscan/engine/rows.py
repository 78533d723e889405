"""From the records of one part to the rows of its tables."""

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from factscan.corpus.document import Document, Reject
from factscan.dedup import document_key, text_hash
from factscan.extract.extraction import Extraction
from factscan.extract.factory import FactExtractor
from factscan.extract.mention import Mention
from factscan.extract.text.keys import fact_id, prompt_id, sentence_hash
from factscan.store.schema import PART_TABLES

Rows = Iterable[tuple[Any, ...]]


def part_tables(
    records: Sequence[Document | Reject], extractor: FactExtractor, evidence: bool
) -> dict[str, pa.Table]:
    """Extract the facts of the documents among ``records`` and lay all out in the tables of a part."""
    documents = [record for record in records if isinstance(record, Document)]
    rows = PartRows(evidence)
    for document, found in zip(documents, _extracted(documents, extractor), strict=True):
        if isinstance(found, Reject):
            rows.add_rejects([found])
        else:
            rows.add_document(document, found)
    rows.add_rejects(record for record in records if isinstance(record, Reject))
    return rows.tables()


def _extracted(documents: list[Document], extractor: FactExtractor) -> list[Extraction | Reject]:
    """What each document states; one whose extraction fails becomes a reject, the others keep theirs."""
    try:
        return list(extractor.extractions((document.title, document.text) for document in documents))
    except Exception as error:  # noqa: BLE001 - a fault of the rules must not cost the whole job
        if len(documents) > 1:
            return [found for document in documents for found in _extracted([document], extractor)]
        reason = f"extraction failed: {type(error).__name__}: {error}"
        (document,) = documents
        return [Reject(document.record, f"record {document.record}", reason, document.text[:80])]


class PartRows:
    """The rows of one part, as tuples in the order of the schema.

    Prompts, facts and sentences are kept once for every way in which they are spelled; the build chooses one
    spelling over all parts, so the choice does not depend on how the corpus was cut.
    """

    def __init__(self, evidence: bool) -> None:
        self._evidence = evidence
        self._documents: list[tuple[Any, ...]] = []
        self._prompts: dict[tuple[int, str, str, str], None] = {}
        self._facts: dict[tuple[int, int, str, str], None] = {}
        self._occurrences: list[tuple[Any, ...]] = []
        self._sentences: dict[tuple[int, str], None] = {}
        self._skipped: list[tuple[int, str, int, int]] = []
        self._rejects: list[tuple[int, str, str, str]] = []

    def add_document(self, document: Document, found: Extraction) -> None:
        for mention in found.mentions:
            self._add_mention(document, mention)
        self._skipped += [
            (document.record, name, dropped.sentences, dropped.characters)
            for name, dropped in found.skipped.items()
        ]
        self._documents.append(
            (
                document.record,
                document_key(document.doc_id, document.title, document.text),
                document.doc_id,
                document.title,
                document.domain,
                document.source,
                len(document.text.split()),
                found.sentences,
                sum(mention.asserted for mention in found.mentions),
                text_hash(document.text),
            )
        )

    def _add_mention(self, document: Document, mention: Mention) -> None:
        prompt = prompt_id(mention.subject, mention.relation)
        fact = fact_id(mention.subject, mention.relation, mention.object)
        sentence = document.text[mention.sentence_start : mention.sentence_end]
        sentence_id = sentence_hash(sentence)
        self._prompts[prompt, mention.subject, mention.subject_kind, mention.relation] = None
        self._facts[fact, prompt, mention.object, mention.object_type] = None
        if self._evidence:
            self._sentences[sentence_id, sentence] = None
        self._occurrences.append(
            (
                fact,
                document.record,
                sentence_id,
                mention.sentence_start,
                mention.char_start,
                mention.char_end,
                mention.asserted,
                list(mention.flags),
                mention.confidence,
            )
        )

    def add_rejects(self, rejects: Iterable[Reject]) -> None:
        self._rejects += [(reject.record, reject.place, reject.reason, reject.excerpt) for reject in rejects]

    def tables(self) -> dict[str, pa.Table]:
        rows: dict[str, Rows] = {
            "documents": self._documents,
            "prompts": self._prompts,
            "facts": self._facts,
            "occurrences": self._occurrences,
            "sentences": self._sentences,
            "skipped": self._skipped,
            "rejects": self._rejects,
        }
        return {name: _table(rows[name], schema) for name, schema in PART_TABLES.items()}


def _table(rows: Rows, schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
