"""From the records of one part to the rows of its tables."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa

from factscan.corpus.document import Document, Reject
from factscan.dedup import Identity, Signer, identity_of
from factscan.engine.batches import Batch, Piece
from factscan.engine.stages import Stopwatch
from factscan.extract.extraction import Extraction, Skipped
from factscan.extract.factory import FactExtractor
from factscan.extract.mention import Mention
from factscan.extract.text.keys import fact_id, prompt_id, sentence_hash, subject_id
from factscan.sampling import Sampling
from factscan.store.schema import PART_TABLES, SAMPLED_TABLES

Rows = Iterable[tuple[Any, ...]]


def part_tables(
    batch: Batch,
    extractor: FactExtractor,
    evidence: bool,
    signer: Signer,
    copies: Mapping[int, Extraction],
    watch: Stopwatch,
    sampling: Sampling | None = None,
) -> dict[str, pa.Table]:
    """Extract the facts of the documents of a batch and lay all out in the tables of a part.

    ``copies`` are the extractions that are known already, by record. ``sampling`` keeps some of the prompts.
    """
    documents = [record for record in batch.records if isinstance(record, Document)]
    found = _extract(documents, extractor, dict(copies), watch)
    rows = PartRows(evidence, batch.piece, sampling)
    for document in documents:
        with watch.on("dedup"):
            identity = (
                batch.piece.identity
                if batch.piece
                else identity_of(document.doc_id, document.title, document.text, signer)
            )
        with watch.on("write"):
            extraction = found[document.record]
            if (
                isinstance(extraction, Reject) and batch.piece
            ):  # the document has other pieces: it is no reject
                extraction = Extraction(skipped={"failed": Skipped(1, len(document.text))})
            if isinstance(extraction, Reject):
                rows.add_rejects([extraction])
            else:
                rows.add_document(document, identity, extraction)
    with watch.on("write"):
        rows.add_rejects(record for record in batch.records if isinstance(record, Reject))
        return rows.tables()


def _extract(
    documents: list[Document],
    extractor: FactExtractor,
    found: dict[int, Extraction | Reject],
    watch: Stopwatch,
) -> dict[int, Extraction | Reject]:
    """What each document states, by record; equal texts under equal titles are extracted once."""
    alike: dict[tuple[str, str], list[int]] = {}
    for document in documents:
        if document.record not in found:
            alike.setdefault((document.title, document.text), []).append(document.record)
    first = [
        document for document in documents if document.record in {records[0] for records in alike.values()}
    ]
    began, parsed = time.perf_counter(), _parse_seconds(extractor)
    for document, extraction in zip(first, _extracted(first, extractor), strict=True):
        for record in alike[document.title, document.text]:
            found[record] = (
                replace(extraction, record=record) if isinstance(extraction, Reject) else extraction
            )
    parsed = _parse_seconds(extractor) - parsed
    watch.add("parse", parsed)
    watch.add("facts", time.perf_counter() - began - parsed)
    return found


def _parse_seconds(extractor: FactExtractor) -> float:
    """Time spent in a parser so far, of an extractor that has one and tells."""
    return getattr(extractor, "parse_seconds", 0.0)


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
    spelling over all parts, so the choice does not depend on how the corpus was cut. Where ``sampling`` is of
    prompts, the mentions of every document are counted first, by kind of subject, and then those of other prompts are
    left out.
    """

    def __init__(self, evidence: bool, piece: Piece | None = None, sampling: Sampling | None = None) -> None:
        self._evidence = evidence
        self._piece = piece
        self._sampling = sampling
        self._document_mentions: list[tuple[int, str, int]] = []
        self._counted_sentences: list[tuple[int, int, int, int]] = []
        self._documents: list[tuple[Any, ...]] = []
        self._signatures: list[tuple[Any, ...]] = []
        self._prompts: dict[tuple[int, str, str, str], int] = {}
        self._facts: dict[tuple[int, int, str, str, int], int] = {}
        self._occurrences: list[tuple[Any, ...]] = []
        self._sentences: dict[tuple[int, str], None] = {}
        self._skipped: list[tuple[int, str, int, int]] = []
        self._rejects: list[tuple[int, str, str, str]] = []

    def add_document(self, document: Document, identity: Identity, found: Extraction) -> None:
        index, offset = (self._piece.index, self._piece.offset) if self._piece else (0, 0)
        for mention in found.mentions:
            self._add_mention(document, mention, offset)
        asserted = found.asserted
        if asserted is None:
            asserted = Counter(mention.subject_kind for mention in found.mentions if mention.asserted)
        self._document_mentions += [(document.record, kind, n) for kind, n in sorted(asserted.items())]
        self._counted_sentences += [
            (document.record, one.words, one.names, one.topics) for one in found.counted
        ]
        self._skipped += [
            (document.record, name, dropped.sentences, dropped.characters)
            for name, dropped in found.skipped.items()
        ]
        self._documents.append(
            (
                document.record,
                index,
                identity.doc_key,
                document.doc_id,
                document.title,
                document.domain,
                document.source,
                len(document.text.split()),
                found.sentences,
                sum(asserted.values()),
                identity.text_hash,
            )
        )
        if index == 0:
            signature = identity.signature
            self._signatures.append(
                (document.record, signature.shingles, signature.minhash, signature.sketch)
            )

    def _add_mention(self, document: Document, mention: Mention, offset: int) -> None:
        prompt = prompt_id(mention.subject, mention.relation)
        if self._sampling and not self._sampling.keeps(
            prompt if self._sampling.by == "prompts" else subject_id(mention.subject)
        ):
            return
        prompt_key = (prompt, mention.subject, mention.subject_kind, mention.relation)
        prompt_row = self._prompts.setdefault(prompt_key, len(self._prompts))
        fact = fact_id(mention.subject, mention.relation, mention.object)
        fact_key = (fact, prompt, mention.object, mention.object_type, prompt_row)
        fact_row = self._facts.setdefault(fact_key, len(self._facts))
        sentence = document.text[mention.sentence_start : mention.sentence_end]
        sentence_id = sentence_hash(sentence)
        if self._evidence:
            self._sentences[sentence_id, sentence] = None
        self._occurrences.append(
            (
                fact,
                fact_row,
                document.record,
                sentence_id,
                mention.sentence_start + offset,
                mention.sentence_end + offset,
                mention.char_start + offset,
                mention.char_end + offset,
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
            "signatures": self._signatures,
            "prompts": self._prompts,
            "facts": self._facts,
            "occurrences": self._occurrences,
            "sentences": self._sentences,
            "skipped": self._skipped,
            "rejects": self._rejects,
            "document_mentions": self._document_mentions,
            "counted_sentences": self._counted_sentences,
        }
        schemas = PART_TABLES | SAMPLED_TABLES if self._sampling else PART_TABLES
        return {name: _table(rows[name], schema) for name, schema in schemas.items()}


def _table(rows: Rows, schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
