"""What bounds the memory and the work of reading, and what tells that a shard has changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reading import jsonl, put, read, rejects, texts

from factscan.corpus import ReadOptions, content_digest, find_shards, long_json, parse_size, shard_stamp
from factscan.errors import UsageError


@pytest.mark.parametrize(
    ("text", "size"), [("256MB", 256_000_000), ("1.5 GiB", 3 * 2**29), ("9", 9), ("2k", 2000)]
)
def test_sizes_are_written_as_people_do(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "0", "-1", "MB", "1TBs", "inf"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="a size is a number of bytes"):
        parse_size(text)


def test_long_lines_are_read_as_short_ones_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'plain "quoted" \\ é 😀 \ud83d\ude00 \n' * 50
    records = [{"id": text, "text": text * 3, "meta": {"x": [text, 1, None]}}, {"text": "é" * 900}]
    lines = jsonl(records) + b'{"text": "cut ' + b"word " * 500 + b"\n"
    lines += (
        json.dumps({"text": "é 😀 " * 400}, ensure_ascii=False).encode()
        + b"\n"
        + b'{"text": "\xff'
        + b"x" * 999
        + b'"}\n'
    )
    path = put(tmp_path / "a.jsonl", lines)
    usual = read(path)
    monkeypatch.setattr("factscan.corpus.jsonl.LONG_LINE", 100)
    monkeypatch.setattr(long_json, "LONG_STRING", 64)
    assert read(path) == usual
    assert len(texts(usual)) == 3


def test_a_record_of_more_small_values_than_memory_holds_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factscan.corpus.jsonl.LONG_LINE", 100)
    monkeypatch.setattr(long_json, "LONG_LINE", 100)
    monkeypatch.setattr(long_json, "MOST_VALUES", 50)
    path = put(
        tmp_path / "a.jsonl", b'{"text": "a", "x": [' + b"[]," * 99 + b"1]}\n" + jsonl([{"text": "b"}])
    )
    items = read(path)
    assert texts(items) == ["b"]
    assert rejects(items)[0].reason == "more than 50 values in one record"


def test_a_stamp_tells_that_a_file_was_touched_and_a_digest_whether_it_changed(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", jsonl([{"text": "x" * 200_000}]))
    (shard,) = find_shards([str(path)], ReadOptions()).shards
    stamp, digest = shard_stamp(shard), content_digest(shard)
    data = bytearray(path.read_bytes())
    path.touch()
    assert shard_stamp(shard) != stamp
    assert content_digest(shard) == digest
    data[100_000] ^= 1  # between the ends, which the key is made of
    put(path, bytes(data))
    assert content_digest(shard) != digest
    assert find_shards([str(path)], ReadOptions()).shards[0].key == shard.key
    assert shard_stamp(replace(shard, location=str(tmp_path / "gone"))) == []
