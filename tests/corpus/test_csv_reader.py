"""CSV: quoting, wrong numbers of fields, quotes without an end."""

import csv
import io
from pathlib import Path

import pytest
from reading import compressed, documents, only_fatal, put, read, rejects, texts

from factscan.corpus import Columns, DomainRule, ReadOptions, Reject


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_quoted_fields_hold_newlines_commas_and_quotes(tmp_path: Path, suffix: str) -> None:
    text = 'First, "second"\r\nthird\n\nfifth'
    buffer = io.StringIO()
    csv.writer(buffer).writerows([["id", "text", "domain"], ["1", text, "law"], ["2", "two", ""]])
    data = b"\xef\xbb\xbf" + buffer.getvalue().encode()
    first, second = documents(read(put(tmp_path / f"a.csv{suffix}", compressed(data, suffix))))
    assert (first.doc_id, first.text, first.domain, first.record) == ("1", text, "law", 0)
    assert (second.doc_id, second.text, second.domain, second.record) == ("2", "two", "unlabelled", 1)


def test_bad_records_are_rejected_at_their_line(tmp_path: Path) -> None:
    lines = [
        b"id,text",
        b"1,one",
        b"2,two,too",
        b"3",
        b"",
        b'4,"four',
        b'lines"',
        b"5,caf\xe9",
        b"6,",
        b"7,a\0b",
    ]
    items = read(put(tmp_path / "a.csv", b"\n".join(lines)))
    assert texts(items) == ["one", "four\nlines", "a b"]
    assert [(reject.record, reject.place, reject.reason) for reject in rejects(items)] == [
        (1, "line 3", "3 fields where the header has 2"),
        (2, "line 4", "1 fields where the header has 2"),
        (4, "line 8", "not UTF-8: unexpected end of data at byte 6 of line 8"),
        (5, "line 9", "empty text"),
    ]
    assert [item.record for item in items] == list(range(7))


def test_a_quote_that_is_never_closed_is_one_fatal_reject(tmp_path: Path) -> None:
    items = read(put(tmp_path / "a.csv", b'id,text\n1,one\n2,"two\n3,three\n'))
    assert texts(items) == ["one"]
    assert only_fatal(items) == Reject(
        1, "line 3", "a quote opened in this record is never closed", '2,"two', fatal=True
    )


def test_a_field_may_be_of_any_length_up_to_the_limit(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.csv", b"text\n" + b"word " * 500_000 + b'\n"' + b"line\n" * 100_000 + b'"\nlast\n'
    )
    assert [len(text) for text in texts(read(path))] == [2_500_000, 500_000, 4]
    items = read(path, options=ReadOptions(max_record_bytes=400_000))
    assert "longer than the 100000 bytes" in only_fatal(items).reason


def test_a_file_without_a_text_column_names_the_columns_it_has(tmp_path: Path) -> None:
    reason = only_fatal(read(put(tmp_path / "a.csv", b"id;text\n1;one\n"))).reason
    assert reason == "no column text or content; the file has id;text; choose with --text-column"


def test_a_chosen_column_that_is_not_there_is_no_silent_blank(tmp_path: Path) -> None:
    path = put(tmp_path / "a.csv", b"text\none\n")
    for options in (ReadOptions(Columns(title="name")), ReadOptions(domain=DomainRule("column", "name"))):
        assert "no column 'name'; the file has text" in only_fatal(read(path, options=options)).reason


def test_files_without_records_are_no_error(tmp_path: Path) -> None:
    put(tmp_path / "a.csv", b"")
    put(tmp_path / "b.csv", b"id,text\n")
    assert read(tmp_path) == []


def test_a_compressed_file_cut_short_keeps_its_whole_records(tmp_path: Path) -> None:
    data = b"id,text\n" + b"".join(b"%d,word %d\n" % (n, n * 7919) for n in range(5000))
    items = read(put(tmp_path / "a.csv.gz", compressed(data, ".gz")[:-2000]))
    reject = only_fatal(items)
    assert reject.record == len(documents(items)) > 3000
    assert all(document.text == f"word {document.record * 7919}" for document in documents(items))
