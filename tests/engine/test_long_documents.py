"""A document of any length: cut at paragraph ends, one document in the tables, nothing lost."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scanning import dump
from stub import Stub

from factscan import ScanOptions
from factscan import open as open_run
from factscan.engine.batches import Cut
from factscan.engine.pieces import PIECE_CHARACTERS, piece_spans
from factscan.engine.scan import scan


@given(st.text(alphabet="ab. \n", max_size=300), st.integers(2, 40))
def test_pieces_cover_the_text_and_none_is_longer_than_the_limit(text: str, limit: int) -> None:
    spans = list(piece_spans(text, limit))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= limit for start, end in spans)


def test_a_piece_ends_with_a_paragraph_where_there_is_one() -> None:
    text = "one two.\nthree.\n\nfour five six seven eight"
    assert next(text[start:end] for start, end in piece_spans(text, 20)) == "one two.\nthree.\n\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    paragraph = "Town{0} lies in{0} Land{0}. It is a place that {0} people know.\n\n"
    long = "".join(paragraph.format(number) for number in range(3 * PIECE_CHARACTERS // len(paragraph)))
    path = tmp_path_factory.mktemp("corpus") / "c.jsonl"
    records = [{"id": "a", "text": "Oslo lies there."}, {"id": "long", "title": "T", "text": long}]
    records += [{"id": "b", "text": "Rome lies elsewhere."}]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def test_a_very_long_document_is_one_document_whose_offsets_hold(corpus: Path, tmp_path: Path) -> None:
    result = scan([str(corpus)], tmp_path / "run", ScanOptions(workers=2), extractor=Stub)
    long = json.loads(corpus.read_text().splitlines()[1])["text"]
    assert (result.documents, result.words) == (3, len(long.split()) + 6)
    run = open_run(tmp_path / "run")
    (document,) = run.sql("select * from documents where doc_id = 'long'").to_pylist()
    assert document["words"] == len(long.split())
    assert document["sentences"] == long.count(".")
    rows = run.sql(
        "select subject, object, char_start, char_end, relation from mentions where doc_id = 'long'"
    )
    assert len(set(rows.column("char_start").to_pylist())) == rows.num_rows == document["mentions"]
    for row in rows.to_pylist():
        assert long[row["char_start"] : row["char_end"]] == f"{row['relation']} {row['object']}"


def test_the_pieces_do_not_depend_on_the_size_of_parts(corpus: Path, tmp_path: Path) -> None:
    for name, cut in (("a", Cut()), ("b", Cut(10, 1))):
        scan([str(corpus)], tmp_path / name, ScanOptions(workers=1, cut=cut), extractor=Stub)
    assert dump(tmp_path / "a") == dump(tmp_path / "b")


def test_a_piece_that_breaks_the_extractor_costs_no_document(corpus: Path, tmp_path: Path) -> None:
    result = scan([str(corpus)], tmp_path / "run", ScanOptions(workers=1), extractor=Fragile)
    assert (result.documents, result.rejected) == (3, 0)
    run = open_run(tmp_path / "run")
    assert run.sql("select filter, sentences from skipped").to_pylist() == [
        {"filter": "failed", "sentences": 1}
    ]


class Fragile(Stub):
    def extractions(self, documents):  # type: ignore[no-untyped-def]
        for document in documents:
            if "Town0 " in document[1]:
                raise IndexError("no token here")
            yield from super().extractions([document])
