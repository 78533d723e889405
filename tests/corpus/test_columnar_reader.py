"""Parquet and Arrow: only the needed columns, types of all kinds, bad rows beside good ones."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from reading import documents, only_fatal, put, read, rejects, texts

from factscan.corpus import Columns, Document, DomainRule, ReadOptions


def write(path: Path, table: pa.Table, row_group_size: int | None = None) -> Path:
    if path.suffix == ".parquet":
        pq.write_table(table, path, row_group_size=row_group_size)
    else:
        with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
    return path


@pytest.fixture(params=["a.parquet", "a.arrow"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / str(request.param)


def test_rows_become_documents_across_row_groups(path: Path) -> None:
    rows = [{"id": n, "text": f"text {n}", "domain": "d", "title": None} for n in range(2500)]
    items = read(write(path, pa.Table.from_pylist(rows), row_group_size=700))
    assert [item.record for item in items] == list(range(2500))
    assert items[1234] == Document(1234, "1234", "", "text 1234", "d", "")


def test_bad_rows_are_rejected_and_the_others_kept(path: Path) -> None:
    values = [b"one", b"caf\xe9", None, b"  ", "naïve".encode()]
    # a string that is not UTF-8: writers in other languages make it
    text = pa.array(values, pa.binary()).view(pa.string())
    items = read(write(path, pa.table({"text": text, "id": ["a", "b", "c", "d", "e"]})))
    assert texts(items) == ["one", "naïve"]
    assert [(reject.record, reject.place, reject.reason) for reject in rejects(items)] == [
        (1, "row 2", "not UTF-8: unexpected end of data at byte 3"),
        (2, "row 3", "text is null, not a string"),
        (3, "row 4", "empty text"),
    ]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())])
def test_text_may_be_stored_in_any_way_that_holds_text(path: Path, kind: pa.DataType) -> None:
    text = pa.array(["one", "two"], pa.string()).cast(kind)
    assert texts(read(write(path, pa.table({"content": text})))) == ["one", "two"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (pa.array([["a"]]), "text is a list, not a string"),
        (pa.array([{"en": "a"}]), "text is an object, not a string"),
        (pa.array([1.5]), "text is a number, not a string"),
    ],
)
def test_a_text_column_of_another_type_rejects_its_rows(path: Path, value: pa.Array, reason: str) -> None:
    (reject,) = rejects(read(write(path, pa.table({"text": value}))))
    assert reject.reason == reason


def test_a_table_without_a_text_column_names_the_columns_it_has(path: Path) -> None:
    write(path, pa.table({"body": ["a"], "meta": [{"name": "b"}]}))
    reject = only_fatal(read(path))
    assert reject.reason == (
        "no column text or content; the file has body, meta, meta.name; choose with --text-column"
    )


def test_a_chosen_column_that_is_not_there_is_no_silent_blank(path: Path) -> None:
    write(path, pa.table({"text": ["a"], "meta": [{"name": "b"}]}))
    for options, way_out in (
        (ReadOptions(columns=Columns(id="key")), "--id-column"),
        (ReadOptions(columns=Columns(text="meta.body")), "--text-column"),
        (ReadOptions(domain=DomainRule("column", "topic")), "--domain column:NAME"),
    ):
        assert way_out in only_fatal(read(path, options=options)).reason


def test_nested_columns_are_reached_by_dotted_names(path: Path) -> None:
    table = pa.table({"text": ["a", "b"], "meta": [{"set": "x", "n": 1}, None]})
    options = ReadOptions(columns=Columns(source="meta.set"), domain=DomainRule("column", "meta.set"))
    found = documents(read(write(path, table), options=options))
    assert [(document.source, document.domain) for document in found] == [("x", "x"), ("", "unlabelled")]


def test_a_table_without_rows_has_no_records(path: Path) -> None:
    assert read(write(path, pa.table({"text": pa.array([], pa.string())}))) == []


def test_arrow_files_are_read_like_arrow_streams(tmp_path: Path) -> None:
    table = pa.table({"text": ["one", "two"]})
    with pa.OSFile(str(tmp_path / "a.arrow"), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    assert texts(read(tmp_path / "a.arrow")) == ["one", "two"]


def test_a_long_text_past_the_limit_is_rejected(path: Path) -> None:
    items = read(
        write(path, pa.table({"text": ["a", "b" * 1000]})), options=ReadOptions(max_record_bytes=999)
    )
    assert texts(items) == ["a"]
    assert "1000 bytes, the limit is 999" in rejects(items)[0].reason


def test_damage_outside_the_needed_columns_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(
        pa.table({"text": ["a"] * 500, "image": [bytes([n % 251]) * 50 for n in range(500)]}), path
    )
    start = pq.ParquetFile(path).metadata.row_group(0).column(1).dictionary_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 300] = b"\xff" * 300
    assert len(texts(read(put(path, bytes(data))))) == 500
