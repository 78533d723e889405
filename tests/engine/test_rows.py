"""The rows of a part: nothing is lost when a document breaks the extractor."""

from collections.abc import Iterable, Iterator

import pyarrow as pa

from factscan.corpus.document import Document, Reject
from factscan.dedup import NearOptions, Signer
from factscan.engine.batches import batches
from factscan.engine.rows import part_tables
from factscan.engine.stages import Stopwatch
from factscan.extract.extraction import Extraction, Skipped
from factscan.extract.mention import Mention


class Fragile:
    """A pipeline of a user that cannot take one kind of text."""

    identity = "fragile"

    def extractions(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        for _, text in documents:
            if "bomb" in text:
                raise IndexError("no token here")
            mention = Mention("Oslo", "name", "be", "city", "phrase", 0, len(text), 0, 4, (), 1.0)
            yield Extraction(3, [mention], skipped={"heading": Skipped(2, 20)})


def document(record: int, text: str) -> Document:
    return Document(record, str(record), "", text, "d", "")


def tables_of(records: list[Document | Reject], evidence: bool = True) -> dict[str, pa.Table]:
    signer = Signer(NearOptions())
    (batch,) = batches("key", records, NearOptions())
    return part_tables(batch, Fragile(), evidence, signer, {}, Stopwatch())


def test_a_document_that_cannot_be_extracted_is_a_reject_and_the_others_stay() -> None:
    records = [
        document(0, "Oslo is a city."),
        document(1, "a bomb"),
        Reject(2, "line 3", "bad"),
        document(3, "Oslo"),
    ]
    tables = tables_of(records)
    assert tables["documents"].column("record").to_pylist() == [0, 3]
    assert sorted(tables["rejects"].column("record").to_pylist()) == [1, 2]
    assert "IndexError: no token here" in str(tables["rejects"].column("reason").to_pylist())
    assert tables["facts"].num_rows == 1
    assert tables["occurrences"].num_rows == 2


def test_without_evidence_no_sentence_is_kept() -> None:
    tables = tables_of([document(0, "Oslo is a city.")], evidence=False)
    assert tables["sentences"].num_rows == 0
    assert tables["occurrences"].num_rows == 1


def test_what_the_filters_dropped_is_counted_by_document() -> None:
    tables = tables_of([document(0, "Oslo is a city."), document(1, "Oslo")])
    assert tables["skipped"].to_pylist() == [
        {"record": record, "filter": "heading", "sentences": 2, "characters": 20} for record in (0, 1)
    ]
    assert tables["documents"].column("sentences").to_pylist() == [3, 3]
