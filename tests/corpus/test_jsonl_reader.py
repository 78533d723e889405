"""JSON Lines: what is read, what is rejected and where, and that nothing else is lost."""

import json
from pathlib import Path

import pytest
from reading import documents, jsonl, put, read, rejects, texts

from factscan.corpus import Columns, Document, ReadOptions, Reject

GOOD = b'{"text": "good"}\n'


def test_a_record_becomes_a_document(tmp_path: Path) -> None:
    record = {"id": 7, "title": " Ada Lovelace ", "text": "Ada\nwrote.", "domain": "people", "source": "wiki"}
    path = put(tmp_path / "a.jsonl", jsonl([record]))
    assert read(path) == [Document(0, "7", "Ada Lovelace", "Ada\nwrote.", "people", "wiki")]


def test_columns_follow_the_habits_of_the_field(tmp_path: Path) -> None:
    records = [{"content": "one", "doc_id": "d1"}, {"text": None, "content": "two", "url": "http://x.org/b"}]
    first, second = documents(read(put(tmp_path / "a.ndjson", jsonl(records))))
    assert (first.text, first.doc_id) == ("one", "d1")
    assert (second.text, second.doc_id) == ("two", "http://x.org/b")


def test_columns_can_be_chosen_and_nested(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", jsonl([{"body": "b", "text": "t", "meta": {"key": "k", "set": "s"}}]))
    options = ReadOptions(columns=Columns(text="body", id="meta.key", source="meta.set"))
    (document,) = documents(read(path, options=options))
    assert (document.text, document.doc_id, document.source) == ("b", "k", "s")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut', "malformed JSON: Unterminated string"),
        (b'{"text": "a" "b"}', "malformed JSON: Expecting ',' delimiter at column 14"),
        (b'{"text": "tab\traw"}', "malformed JSON: Invalid control character"),
        (b'["text"]', "a JSON list, not an object"),
        (b"17", "a JSON single value, not an object"),
        (b"[" * 100_000, "malformed JSON: nested too deeply"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "malformed JSON: Exceeds the limit"),
        (b'{"body": "a", "name": "b"}', "no text or content; the record has body, name"),
        (b'{"text": ["a"]}', "text is a list, not a string"),
        (b'{"text": {"en": "a"}}', "text is an object, not a string"),
        (b'{"text": 12.5}', "text is a number, not a string"),
        (b'{"text": true}', "text is a boolean, not a string"),
        (b'{"text": null}', "text is null, not a string"),
        (b'{"text": " \\n\\u0000"}', "empty text"),
        (b'{"text": "caf\xe9 au lait"}', "not UTF-8: invalid continuation byte at byte 14"),
    ],
)
def test_a_bad_line_is_rejected_and_the_shard_goes_on(tmp_path: Path, line: bytes, reason: str) -> None:
    before, bad, after = read(put(tmp_path / "a.jsonl", GOOD + line + b"\n" + GOOD))
    assert isinstance(bad, Reject)
    assert bad.reason.startswith(reason)
    assert (bad.record, bad.place, bad.fatal) == (1, "line 2", False)
    assert 0 < len(bad.excerpt) <= 80
    assert texts([before, after]) == ["good", "good"]
    assert after.record == 2


def test_the_excerpt_shows_the_place_of_the_error_in_a_long_line(tmp_path: Path) -> None:
    line = json.dumps({"text": "é" * 5000 + "here"}).replace("here", 'here" oops').encode()
    (bad,) = rejects(read(put(tmp_path / "a.jsonl", line)))
    assert "oops" in bad.excerpt


def test_blank_lines_are_no_records_but_count_as_lines(tmp_path: Path) -> None:
    items = read(put(tmp_path / "a.jsonl", b"\n \r\n" + GOOD + b"\nnot json\n\n"))
    assert [(item.record, type(item)) for item in items] == [(0, Document), (1, Reject)]
    assert rejects(items)[0].place == "line 5"


def test_byte_order_marks_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbf{"text": "a"}\r\n\xef\xbb\xbf{"text": "b"}\r\n{"text": "c"}'
    assert texts(read(put(tmp_path / "a.jsonl", data))) == ["a", "b", "c"]


def test_nul_becomes_a_space_and_a_lone_surrogate_a_replacement_character(tmp_path: Path) -> None:
    line = b'{"text": "a\\u0000b \\ud800 \\ud83d\\ude00", "id": "x\\udfff"}'
    (document,) = documents(read(put(tmp_path / "a.jsonl", line)))
    assert document.text == "a b � 😀"
    assert document.doc_id == "x�"


def test_equal_ids_are_all_kept(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", jsonl([{"id": "1", "text": "a"}, {"id": "1", "text": "b"}]))
    assert texts(read(path)) == ["a", "b"]


def test_an_empty_file_has_no_records(tmp_path: Path) -> None:
    assert read(put(tmp_path / "a.jsonl", b"")) == []


def test_a_document_of_twenty_megabytes_is_read_whole(tmp_path: Path) -> None:
    text = "word " * 4_000_000
    assert texts(read(put(tmp_path / "a.jsonl", GOOD + jsonl([{"text": text}]) + GOOD)))[1] == text


def test_a_line_past_the_limit_is_rejected_and_skipped_to_its_end(tmp_path: Path) -> None:
    long = jsonl([{"text": "x" * 1_000_000}])
    path = put(tmp_path / "a.jsonl", GOOD + long + GOOD)
    items = read(path, options=ReadOptions(max_record_bytes=500_000))
    assert texts(items) == ["good", "good"]
    (bad,) = rejects(items)
    assert bad.reason == f"longer than a record may be: {len(long) - 1} bytes, the limit is 500000"
    assert (bad.record, bad.place) == (1, "line 2")
    assert len(read(path, options=ReadOptions(max_record_bytes=len(long) - 1))) == 3
    assert not rejects(read(path, options=ReadOptions(max_record_bytes=len(long) - 1)))


def test_documents_and_rejects_are_as_many_as_the_records(tmp_path: Path) -> None:
    lines = [b'{"text": "a"}', b"{", b'{"text": ""}', b"\xff\xfe", b'{"text": "b"}', b"[]"] * 500
    items = read(put(tmp_path / "a.jsonl", b"\n".join(lines)))
    assert [item.record for item in items] == list(range(len(lines)))
    assert len(documents(items)) == 1000
