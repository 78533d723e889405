"""Files that end before their time: what is readable is kept, the loss is named, nothing raises."""

import gzip
import json
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from reading import compressed, documents, gz, jsonl, only_fatal, put, read, texts, zstd

from factscan.corpus import ReadOptions, Reject, find_shards, read_shard


def records(count: int, start: int = 0) -> list[dict[str, str]]:
    """Records that compress badly, so that a cut falls in the middle of the text."""
    chance = random.Random(start)
    return [{"id": str(n), "text": f"{n} {chance.randbytes(60).hex()}"} for n in range(start, start + count)]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_all_members_of_a_compressed_file_are_read(tmp_path: Path, suffix: str) -> None:
    data = [compressed(jsonl(records(500, start)), suffix) for start in (0, 500, 1000)]
    assert len(texts(read(put(tmp_path / f"a.jsonl{suffix}", b"".join(data))))) == 1500


def test_a_skippable_frame_between_zstd_frames_is_skipped(tmp_path: Path) -> None:
    skippable = b"\x50\x2a\x4d\x18" + (5).to_bytes(4, "little") + b"index"
    data = skippable + zstd(jsonl(records(10))) + skippable + zstd(jsonl(records(10, 10)))
    assert len(texts(read(put(tmp_path / "a.jsonl.zst", data)))) == 20


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("cut", [1, 4, 9, 1000, 200_000])
def test_a_compressed_file_cut_short_gives_its_readable_records(
    tmp_path: Path, suffix: str, cut: int
) -> None:
    whole = records(6000)
    data = compressed(jsonl(whole[:3000]), suffix) + compressed(jsonl(whole[3000:]), suffix)
    items = read(put(tmp_path / f"a.jsonl{suffix}", data[:-cut]))
    reject = only_fatal(items)
    assert "ends early: the file was cut short" in reject.reason
    assert "byte " in reject.place
    found = documents(items)
    assert [document.text for document in found] == [record["text"] for record in whole[: len(found)]]
    assert reject.record == len(found)
    # a zstd block of 128 KiB and what the file lacks are the most that may be missing
    readable = len(jsonl(whole)) * (1 - cut / len(data)) - 2 * 2**17
    assert len(jsonl(whole[: len(found)])) > readable


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_cut_in_the_checksum_loses_no_record(tmp_path: Path, suffix: str) -> None:
    line = jsonl(records(1)).rstrip()
    data = compressed(line, suffix)
    cut = data[:-4] if suffix == ".gz" else data + b"\x28\xb5"  # the beginning of another frame
    items = read(put(tmp_path / f"a.jsonl{suffix}", cut))
    assert len(documents(items)) == 1
    only_fatal(items)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_damage_in_the_middle_ends_the_shard_there(tmp_path: Path, suffix: str) -> None:
    whole = records(3000)
    first, second, third = (compressed(jsonl(whole[n : n + 1000]), suffix) for n in (0, 1000, 2000))
    items = read(put(tmp_path / f"a.jsonl{suffix}", first + b"\0garbage" + second[8:] + third))
    assert only_fatal(items).record == 1000
    assert len(documents(items)) == 1000


def test_a_wrong_checksum_of_a_gzip_file_is_noticed(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(jsonl(records(10))))
    data[-6] ^= 0xFF
    items = read(put(tmp_path / "a.jsonl.gz", bytes(data)))
    assert "CRC" in only_fatal(items).reason
    assert len(documents(items)) == 10


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.csv.gz", "a.txt.zst", "a.parquet"])
def test_an_empty_file_of_a_format_that_is_never_empty_is_broken(tmp_path: Path, name: str) -> None:
    assert only_fatal(read(put(tmp_path / name, b""))).record == 0


PARQUET = b"PAR1\x15\x04\x15\x00 and so on PAR1"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.jsonl", gz(b'{"text": "a"}'), "gzip data under another name"),
        ("a.csv", zstd(b"text\na\n"), "zstd data under another name"),
        ("a.txt", '{"text": "a"}'.encode("utf-16"), "UTF-16 text"),
        ("a.jsonl", PARQUET, "a Parquet file under another name"),
        ("a.jsonl.gz", b'{"text": "a"}\n', "Not a gzipped file"),
        ("a.jsonl.gz", gz(gz(b'{"text": "a"}')), "gzip data under another name"),
        ("a.jsonl.zst", gz(b'{"text": "a"}\n'), "Unknown frame descriptor"),
        ("a.parquet", b'{"text": "a"}\n' * 10, "not a readable Parquet file"),
        ("a.parquet", b"version https://git-lfs.github.com/spec/v1\noid sha256:1", "git lfs pull"),
        ("a.parquet", b"PAR1 no footer here PAR1", "not a readable Parquet file"),
        ("a.arrow", b'{"text": "a"}\n' * 10, "not a readable Arrow file"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_broken(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    reject = only_fatal(read(put(tmp_path / name, data)))
    assert reason in reject.reason
    assert "\n" not in reject.reason


@pytest.mark.parametrize(
    "name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.txt", "a.parquet", "a.arrow"]
)
def test_a_file_that_is_gone_when_its_turn_comes_is_broken(tmp_path: Path, name: str) -> None:
    path = put(tmp_path / name, b"x")
    (shard,) = find_shards([str(path)], ReadOptions()).shards
    path.unlink()
    assert "No such file" in only_fatal(list(read_shard(shard, ReadOptions()))).reason


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="a file whose reading fails is to be had on Linux"
)
def test_an_error_of_the_disk_is_a_fatal_reject(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").symlink_to("/proc/self/mem")
    reject = only_fatal(read(tmp_path / "a.jsonl"))
    assert (reject.reason, reject.place) == ("cannot be read: Input/output error", "line 1, byte 0")


def parquet(path: Path, groups: int) -> Path:
    rows = records(groups * 100)
    with pq.ParquetWriter(path, pa.schema([("id", pa.string()), ("text", pa.string())])) as writer:
        for start in range(0, len(rows), 100):
            writer.write_table(pa.Table.from_pylist(rows[start : start + 100]))
    return path


def test_a_parquet_file_without_its_end_has_no_readable_record(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", groups=3)
    put(path, path.read_bytes()[:-100])
    reject = only_fatal(read(path))
    assert (reject.record, reject.place) == (0, "row 1, footer")


def test_a_damaged_row_group_ends_a_parquet_file_there(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", groups=3)
    start = pq.ParquetFile(path).metadata.row_group(1).column(1).dictionary_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 200] = b"\xff" * 200
    items = read(put(path, bytes(data)))
    reject = only_fatal(items)
    assert len(documents(items)) == reject.record == 100
    assert reject.place == "row 101, row group 1"


@pytest.mark.parametrize("cut", [4, 8, 1000])
def test_an_arrow_stream_cut_short_is_noticed(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.arrow"
    table = pa.Table.from_pylist(records(300))
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=100)
    assert len(read(path)) == 300
    items = read(put(path, path.read_bytes()[:-cut]))
    only_fatal(items)
    assert len(documents(items)) >= 200


def test_half_a_line_that_is_no_record_is_counted_only_with_the_break(tmp_path: Path) -> None:
    data = gzip.compress(b'{"text": "one"}\n{"text": "tw')
    items = read(put(tmp_path / "a.jsonl.gz", data[:-8]))
    assert texts(items) == ["one"]
    assert only_fatal(items) == Reject(
        1, "line 2, byte 28", "the gzip stream ends early: the file was cut short", "", True
    )


def test_random_damage_never_raises_and_never_reorders(tmp_path: Path) -> None:
    whole = records(400)
    table = pa.Table.from_pylist(whole)
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=100)
    good = {"jsonl.gz": gzip.compress(jsonl(whole)), "jsonl.zst": zstd(jsonl(whole))}
    good["parquet"] = (tmp_path / "a.parquet").read_bytes()
    chance = random.Random(1)
    for suffix, data in good.items():
        for _ in range(40):
            bad = bytearray(data)
            for _ in range(chance.randint(1, 4)):
                bad[chance.randrange(len(bad))] = chance.randrange(256)
            items = read(put(tmp_path / f"a.{suffix}", bytes(bad[: chance.randrange(1, len(bad) + 1)])))
            numbers = [item.record for item in items]
            assert numbers == list(range(len(items))), json.dumps(numbers)
            assert all(not (isinstance(item, Reject) and item.fatal) for item in items[:-1])
