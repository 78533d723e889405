"""Plain text: a document a file."""

import pickle
from pathlib import Path

from reading import compressed, documents, only_fatal, put, read, rejects, texts

from factscan.corpus import Columns, Document, Meter, ReadOptions, find_shards, read_shard


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
    assert (bad.reason, bad.place) == ("not UTF-8: invalid continuation byte at byte 3", "b.txt, byte 3")
    assert long.reason.startswith("longer than a record may be")
    assert not any(reject.fatal for reject in (empty, bad, long))


def test_a_compressed_text_cut_short_keeps_what_there_is(tmp_path: Path) -> None:
    data = compressed("".join(f"Sätze {n * 7919} " for n in range(5000)).encode(), ".gz")
    items = read(put(tmp_path / "a.txt.gz", data[:-500]))
    assert only_fatal(items).record == 1
    assert texts(items)[0].startswith("Sätze 0 Sätze 7919 ")


def test_the_text_files_of_a_folder_are_one_shard_with_a_record_each(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt.gz", "c.txt.zst"):
        put(
            tmp_path / "notes" / name,
            compressed(f"On {name}.".encode(), Path(name).suffix.replace(".txt", "")),
        )
    put(tmp_path / "alone" / "d.txt", b"On d.")
    alone, notes = pickle.loads(pickle.dumps(find_shards([str(tmp_path)], ReadOptions()).shards))
    assert (alone.name, notes.name) == ("alone/d.txt", "notes/*.txt")
    assert (notes.format, notes.location, notes.folder) == ("txt", str(tmp_path / "notes"), "notes")
    assert notes.bytes == sum(path.stat().st_size for path in (tmp_path / "notes").iterdir())
    meter = Meter()
    assert list(read_shard(notes, ReadOptions(), meter)) == [
        Document(0, "notes/a.txt.gz", "", "On a.txt.gz.", "notes", ""),
        Document(1, "notes/b.txt", "", "On b.txt.", "notes", ""),
        Document(2, "notes/c.txt.zst", "", "On c.txt.zst.", "notes", ""),
    ]
    assert meter.position == notes.bytes


def test_text_files_named_one_by_one_are_one_shard_too(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt"):
        put(tmp_path / "notes" / name, name.encode())
    by_shell = [str(tmp_path / "notes" / name) for name in ("a2.txt", "a1.txt")]
    by_glob = f"{tmp_path}/notes/a*.txt"
    (shard,) = find_shards(by_shell, ReadOptions()).shards
    assert [shard] == find_shards([by_glob], ReadOptions()).shards
    assert [document.doc_id for document in documents(read(by_glob))] == ["a1.txt", "a2.txt"]


def test_a_broken_text_is_a_reject_that_names_it_and_the_shard_goes_on(tmp_path: Path) -> None:
    put(tmp_path / "a.txt.gz", compressed(b"cut short " * 100, ".gz")[:-9])
    put(tmp_path / "b.txt", b"gone")
    put(tmp_path / "c.txt", b"good")
    (shard,) = find_shards([str(tmp_path)], ReadOptions()).shards
    (tmp_path / "b.txt").unlink()
    cut, gone, good = read_shard(shard, ReadOptions())
    assert [(reject.record, reject.place, reject.fatal) for reject in rejects([cut, gone])] == [
        (0, "a.txt.gz, byte 1000", False),
        (1, "b.txt, byte 0", False),
    ]
    assert good == Document(2, "c.txt", "", "good", "unlabelled", "")


def test_the_key_of_a_folder_of_texts_follows_their_names_and_contents(tmp_path: Path) -> None:
    def key() -> str:
        (shard,) = find_shards([str(tmp_path)], ReadOptions()).shards
        return shard.key

    put(tmp_path / "a.txt", b"one")
    put(tmp_path / "b.txt", b"two")
    keys = [key()]
    put(tmp_path / "b.txt", b"six")
    keys.append(key())
    (tmp_path / "b.txt").rename(tmp_path / "c.txt")
    keys.append(key())
    assert len(set(keys)) == 3
    (tmp_path / "c.txt").rename(tmp_path / "b.txt")
    assert key() == keys[1]
