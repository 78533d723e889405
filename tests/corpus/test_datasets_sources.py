"""Datasets by way of `datasets`: saved ones, local folders, the hub's streams (of a local folder here)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reading import documents, jsonl, only_fatal, put, read, rejects, texts

from factscan.corpus import Columns, ReadOptions, find_shards, read_shard
from factscan.errors import InputError

datasets = pytest.importorskip("datasets")


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("datasets.config.HF_HUB_OFFLINE", True)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    datasets.disable_progress_bars()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder laid out like a dataset of the hub: three pieces of one split, one of another."""
    for n in range(3):
        rows = [{"id": f"{n}{k}", "text": f"text {n} {k}", "extra": k} for k in range(4)]
        put(tmp_path / "set" / "data" / f"train-{n:05}-of-00003.jsonl", jsonl(rows))
    put(
        tmp_path / "set" / "data" / "test-00000-of-00001.jsonl",
        jsonl([{"id": "t", "text": "test", "extra": 1}]),
    )
    return tmp_path / "set"


def test_a_saved_dataset_is_read_file_by_file_in_its_order(tmp_path: Path) -> None:
    rows = [{"id": n, "text": f"text {n}", "title": None} for n in range(2500)]
    datasets.Dataset.from_list(rows).save_to_disk(tmp_path / "saved", num_shards=2)
    found = find_shards([str(tmp_path / "saved")], ReadOptions())
    assert [shard.name for shard in found.shards] == [
        "data-00000-of-00002.arrow",
        "data-00001-of-00002.arrow",
    ]
    assert {reason for _, reason in found.skipped} == {"the description of a dataset"}
    assert texts(read(tmp_path / "saved")) == [row["text"] for row in rows]


def test_a_saved_dataset_with_splits_keeps_them_apart(tmp_path: Path) -> None:
    split = datasets.Dataset.from_list([{"text": "a"}])
    datasets.DatasetDict({"train": split, "test": split}).save_to_disk(tmp_path / "saved")
    shards = find_shards([str(tmp_path / "saved")], ReadOptions()).shards
    assert [shard.name for shard in shards] == [
        "test/data-00000-of-00001.arrow",
        "train/data-00000-of-00001.arrow",
    ]


def test_a_file_that_a_saved_dataset_lacks_is_a_broken_shard(tmp_path: Path) -> None:
    datasets.Dataset.from_list([{"text": "a"}] * 10).save_to_disk(tmp_path / "saved", num_shards=2)
    (tmp_path / "saved" / "data-00000-of-00002.arrow").unlink()
    items = read(tmp_path / "saved")
    assert len(documents(items)) == 5
    assert [reject.fatal for reject in rejects(items)] == [True]


def test_a_local_dataset_folder_is_read_as_a_folder(folder: Path) -> None:
    assert len(texts(read(folder))) == 13


def test_a_split_comes_in_the_pieces_of_the_dataset(folder: Path) -> None:
    shards = find_shards([f"hub:{folder}:train"], ReadOptions()).shards
    assert [shard.name for shard in shards] == [f"hub:{folder}:train/{n:05}-of-00003" for n in range(3)]
    assert [texts(read_shard(shard, ReadOptions())) for shard in shards] == [
        [f"text {n} {k}" for k in range(4)] for n in range(3)
    ]
    assert [item.record for item in read_shard(shards[1], ReadOptions())] == [0, 1, 2, 3]


def test_without_a_split_all_of_them_are_read(folder: Path) -> None:
    shards = find_shards([f"hub:{folder}[default]"], ReadOptions()).shards
    assert [shard.name.removeprefix(f"hub:{folder}[default]") for shard in shards] == [
        ":train/00000-of-00003",
        ":train/00001-of-00003",
        ":train/00002-of-00003",
        ":test",
    ]


def test_the_key_of_a_dataset_follows_its_data(folder: Path) -> None:
    def keys() -> set[str]:
        return {shard.key for shard in find_shards([f"hub:{folder}:train"], ReadOptions()).shards}

    before = keys()
    assert keys() == before
    put(folder / "data" / "train-00000-of-00003.jsonl", jsonl([{"id": "n", "text": "new", "extra": 0}]))
    assert keys().isdisjoint(before)


def test_a_dataset_without_a_text_column_names_the_columns_it_has(folder: Path) -> None:
    items = read(f"hub:{folder}:test", options=ReadOptions(Columns(text="body")))
    assert only_fatal(items).reason == (
        "no column 'body'; the file has id, text, extra; choose with --text-column"
    )


def test_what_datasets_cannot_read_ends_the_piece(folder: Path) -> None:
    shards = find_shards([f"hub:{folder}:train"], ReadOptions()).shards
    put(folder / "data" / "train-00001-of-00003.jsonl", b'{"id": "1", "text": "a", "extra": 1}\nno json\n')
    reject = only_fatal(list(read_shard(shards[1], ReadOptions())))
    assert "\n" not in reject.reason
    assert not reject.retriable


def test_a_network_that_fails_ends_the_piece_until_another_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shards = find_shards([f"hub:{folder}:train"], ReadOptions()).shards

    def broken_off(stream: object) -> Iterator[dict[str, str]]:
        yield {"id": "1", "text": "a"}
        raise RuntimeError("could not read the stream") from ConnectionResetError("reset by peer")

    monkeypatch.setattr(datasets.IterableDataset, "__iter__", broken_off)
    items = list(read_shard(shards[0], ReadOptions()))
    assert texts(items) == ["a"]
    assert only_fatal(items).retriable


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("hub:{folder}:dev", r"Bad split: dev. Available splits"),
        ("hub:{folder}[big]:train", "BuilderConfig 'big' not found"),
        ("hub:somebody/no-such-dataset:train", "is the name right, and the hub in reach"),
        ("hub::train", r"not a hub dataset: .*write hub:name\[config\]:split"),
    ],
)
def test_what_cannot_be_found_is_one_line_that_names_it(folder: Path, source: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        find_shards([source.format(folder=folder)], ReadOptions())
    assert "\n" not in str(caught.value)
