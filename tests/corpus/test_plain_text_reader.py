"""Plain text: a document a file."""

from pathlib import Path

from reading import compressed, documents, only_fatal, put, read, rejects, texts

from factscan.corpus import Columns, Document, ReadOptions


def test_a_file_is_a_document_named_by_its_path(tmp_path: Path) -> None:
    put(tmp_path / "law" / "a.txt", b"\xef\xbb\xbfA law.\r\n\r\nAnother.\n")
    put(tmp_path / "b.txt.gz", compressed(b"Unlabelled.", ".gz"))
    assert documents(read(tmp_path, options=ReadOptions(Columns(text="body", id="key")))) == [
        Document(0, "b.txt.gz", "", "Unlabelled.", "unlabelled", ""),
        Document(0, "law/a.txt", "", "A law.\r\n\r\nAnother.\n", "law", ""),
    ]


def test_bad_files_are_rejects_beside_good_ones(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"")
    put(tmp_path / "b.txt", b"caf\xe9 au lait")
    put(tmp_path / "c.txt", b"x" * 2000)
    put(tmp_path / "d.txt", b"good")
    items = read(tmp_path, options=ReadOptions(max_record_bytes=1000))
    assert texts(items) == ["good"]
    empty, bad, long = rejects(items)
    assert empty.reason == "empty text"
    assert (bad.reason, bad.place) == ("not UTF-8: invalid continuation byte at byte 3", "byte 3")
    assert long.reason.startswith("longer than a record may be")
    assert not any(reject.fatal for reject in (empty, bad, long))


def test_a_compressed_text_cut_short_keeps_what_there_is(tmp_path: Path) -> None:
    data = compressed("".join(f"Sätze {n * 7919} " for n in range(5000)).encode(), ".gz")
    items = read(put(tmp_path / "a.txt.gz", data[:-500]))
    assert only_fatal(items).record == 1
    assert texts(items)[0].startswith("Sätze 0 Sätze 7919 ")
