"""Sources behind URLs: found, named and read like files, whatever the network does."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from reading import documents, jsonl, only_fatal, read, texts, zstd
from serving import Faults, broken_way, served_files

from factscan.corpus import Discovery, Document, ReadOptions, Reject, find_shards, read_shard, remote
from factscan.errors import InputError

RECORDS = [{"id": str(n), "text": f"text {n} {random.Random(n).randbytes(400).hex()}"} for n in range(400)]
DATA = jsonl(RECORDS)
TEXTS = [record["text"] for record in RECORDS]
FEW = ReadOptions(retries=3)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short waits, and small blocks, so that a file takes many requests."""
    monkeypatch.setattr(remote, "FIRST_WAIT", 0.001)
    monkeypatch.setattr(remote, "LARGEST_BLOCK", 2**14)
    monkeypatch.setattr(remote, "SMALLEST_BLOCK", 2**13)


def parquet(rows: int = 400) -> bytes:
    sink = pa.BufferOutputStream()
    noise = [{**record, "image": random.Random(n).randbytes(5000)} for n, record in enumerate(RECORDS[:rows])]
    pq.write_table(pa.Table.from_pylist(noise), sink, row_group_size=100)
    return bytes(sink.getvalue())


def find(*sources: str) -> Discovery:
    return find_shards(sources, FEW)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def web(faults: Faults) -> Iterator[str]:
    files = {
        "c/wiki/a.jsonl": DATA,
        "c/wiki/b.jsonl.gz": gzip.compress(DATA),
        "c/law/c.jsonl.zst": zstd(DATA),
        "c/law/d.parquet": parquet(),
        "c/README.md": b"#",
    }
    with served_files(files, faults) as address:
        yield address


# ---- finding -------------------------------------------------------------------------------------------------------


def memory(files: dict[str, bytes]) -> None:
    system = fsspec.filesystem("memory")
    system.store.clear()
    for name, data in files.items():
        system.pipe_file(f"/{name}", data)


def test_a_folder_a_glob_and_a_file_give_the_shards_that_local_ones_would(tmp_path: Path) -> None:
    files = {"c/wiki/a.jsonl": DATA, "c/wiki/b.csv": b"text\nb\n", "c/law/c.jsonl": DATA, "c/README.md": b"#"}
    memory(files)
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for below in ("c", "c/*/*.jsonl", "c/wiki/a.jsonl"):
        far, near = find(f"memory://{below}").shards, find(str(tmp_path / below)).shards
        assert [(shard.name, shard.key, shard.folder, shard.bytes) for shard in far] == [
            (shard.name, shard.key, shard.folder, shard.bytes) for shard in near
        ]
    assert [reason for _, reason in find("memory://c").skipped] == ["not a format that factscan reads"]
    assert find(f"file://{tmp_path}/c").shards == find(str(tmp_path / "c")).shards


def test_a_page_of_links_is_a_folder(web: str) -> None:
    found = find(f"{web}/c/")
    assert [(shard.name, shard.folder) for shard in found.shards] == [
        ("law/c.jsonl.zst", "law"),
        ("law/d.parquet", "law"),
        ("wiki/a.jsonl", "wiki"),
        ("wiki/b.jsonl.gz", "wiki"),
    ]
    for shard in found.shards:
        assert texts(read_shard(shard, FEW)) == TEXTS


def test_text_files_of_a_remote_folder_are_one_shard() -> None:
    memory({"t/a.txt": b"one", "t/b.txt": b"two \xff", "t/c.txt.gz": gzip.compress(b"three")})
    (shard,) = find("memory://t").shards
    assert shard.name == "*.txt"
    items = list(read_shard(shard, FEW))
    assert texts(items) == ["one", "three"]
    assert [item.record for item in items] == [0, 1, 2]


def test_a_saved_dataset_is_known_by_its_state() -> None:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, pa.schema([("text", pa.string())])) as writer:
        writer.write_table(pa.table({"text": ["a", "b"]}))
    state = b'{"_data_files": [{"filename": "data-0.arrow"}]}'
    memory({"s/state.json": state, "s/data-0.arrow": bytes(sink.getvalue()), "s/cache-1.arrow": b"x"})
    assert texts(read("memory://s")) == ["a", "b"]


def test_secrets_of_a_url_are_in_no_name_and_no_message(web: str) -> None:
    url = web.replace("http://", "http://user:secret@") + "/c/wiki/a.jsonl?sig=secret"
    (shard,) = find(url).shards
    assert shard.name == "a.jsonl"
    assert shard.shown == f"{web}/c/wiki/a.jsonl"
    assert texts(read_shard(shard, FEW)) == TEXTS
    with pytest.raises(InputError) as caught:
        find(url.replace("a.jsonl", "gone.jsonl"))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("memory://nothing", "nothing at memory://nothing"),
        ("nonsense://x/y.jsonl", "no protocol nonsense://"),
        ("gs://bucket/a.jsonl", r"pip install 'factscan\[gcs\]'"),
    ],
)
def test_what_cannot_be_found_says_what_to_do(source: str, message: str) -> None:
    if source.startswith("gs://") and "gcsfs" in fsspec.available_protocols():
        pytest.skip("gcsfs is installed")
    with pytest.raises(InputError, match=message):
        find(source)


# ---- reading over a network that fails -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["wiki/a.jsonl", "wiki/b.jsonl.gz", "law/c.jsonl.zst", "law/d.parquet"])
def test_broken_reads_go_on_at_the_byte_where_they_broke(web: str, faults: Faults, name: str) -> None:
    (shard,) = find(f"{web}/c/{name}").shards
    faults.planned = ["cut", "503", "", "500", "cut", "cut", "", "slow", "503", "503", "500"]
    assert texts(read_shard(shard, FEW)) == TEXTS
    assert not faults.planned


@pytest.mark.parametrize("fault", ["cut", "500", "503"])
@pytest.mark.parametrize("name", ["wiki/a.jsonl", "wiki/b.jsonl.gz", "law/c.jsonl.zst", "law/d.parquet"])
def test_a_network_that_stays_broken_ends_the_shard_for_now(
    web: str, faults: Faults, name: str, fault: str
) -> None:
    (shard,) = find(f"{web}/c/{name}").shards
    reader = read_shard(shard, FEW)
    items: list[Document | Reject] = [next(reader)]
    faults.every = fault
    items += reader
    reject = only_fatal(items)
    assert reject.retriable
    assert "after 4 tries" in reject.reason
    found = texts(items)
    assert found == TEXTS[: len(found)]
    assert reject.record == len(found) < 400


def test_a_file_that_vanished_may_come_back(web: str, faults: Faults) -> None:
    (shard,) = find(f"{web}/c/wiki/a.jsonl").shards
    gone = type(shard)(**{**{f: getattr(shard, f) for f in shard.__slots__}, "location": f"{web}/c/x.jsonl"})
    reject = only_fatal(list(read_shard(gone, FEW)))
    assert (reject.retriable, reject.reason) == (True, "cannot be read: No such file")


def test_a_server_without_ranges_is_read_in_one_stream_that_is_opened_anew(faults: Faults) -> None:
    with served_files({"a.jsonl": DATA, "d.parquet": parquet()}, faults, ranges=False) as address:
        (shard,) = find(f"{address}/a.jsonl").shards
        faults.planned = ["", "cut", "500", "cut"]
        assert texts(read_shard(shard, FEW)) == TEXTS
        (shard,) = find(f"{address}/d.parquet").shards
        assert "download it first" in only_fatal(list(read_shard(shard, FEW))).reason


def test_versions_of_a_file_are_never_joined(faults: Faults) -> None:
    files = {"a.jsonl": DATA}
    with served_files(files, faults) as address:
        (shard,) = find(f"{address}/a.jsonl").shards
        reader = read_shard(shard, FEW)
        items: list[Document | Reject] = [next(reader)]
        files["a.jsonl"] = DATA + DATA
        faults.planned = ["cut"]
        items += reader
    assert "changed while it was read" in only_fatal(items).reason


def test_of_a_parquet_file_only_the_footer_and_the_needed_columns_travel(web: str, faults: Faults) -> None:
    (shard,) = find(f"{web}/c/law/d.parquet").shards
    faults.requests.clear()
    assert len(documents(read_shard(shard, FEW))) == 400
    spans = [request[2].removeprefix("bytes=").split("-") for request in faults.requests if request[2]]
    assert sum(int(end) - int(start) + 1 for start, end in spans) < shard.bytes / 4


# ---- an object store -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def moto_port() -> Iterator[int]:
    server = pytest.importorskip("moto.server")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    yield running.get_host_and_port()[1]
    running.stop()


@pytest.fixture
def bucket(moto_port: int, faults: Faults, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    boto3 = pytest.importorskip("boto3")
    keys = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "us-east-1"}
    client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{moto_port}", **keys)
    client.create_bucket(Bucket="corpus")
    files = {"wiki/a.jsonl": DATA, "law/'x' <y>?.jsonl.gz": gzip.compress(DATA), "law/d.parquet": parquet()}
    for name, data in files.items():
        client.put_object(Bucket="corpus", Key=f"c/{name}", Body=data)
    with broken_way(moto_port, faults) as address:
        ours_alone = {"retries": {"max_attempts": 0}}
        conf = {"endpoint_url": address, "key": "key", "secret": "secret", "config_kwargs": ours_alone}
        monkeypatch.setitem(fsspec.config.conf, "s3", conf)
        monkeypatch.setattr("s3fs.core.S3FileSystem.retries", 1)
        remote.forget()
        yield "s3://corpus/c"
    remote.forget()


def test_a_prefix_of_an_object_store_is_read_through_its_faults(bucket: str, faults: Faults) -> None:
    shards = find(bucket).shards
    assert [shard.name for shard in shards] == ["law/'x' <y>?.jsonl.gz", "law/d.parquet", "wiki/a.jsonl"]
    assert [shard.key for shard in find(bucket).shards] == [shard.key for shard in shards]
    assert not [request for request in faults.requests if request[2]]  # nothing is read to list them
    for shard in shards:
        faults.planned = ["cut", "500", "", "503", "cut", "slow"]
        assert texts(read_shard(shard, FEW)) == TEXTS
        assert not faults.planned


def test_an_object_store_that_stays_away_ends_the_shard_for_now(bucket: str, faults: Faults) -> None:
    (shard,) = find(f"{bucket}/wiki/*.jsonl").shards
    reader = read_shard(shard, ReadOptions(retries=1))
    items: list[Document | Reject] = [next(reader)]
    faults.every = "cut"
    items += reader
    assert only_fatal(items).retriable
    assert texts(items) == TEXTS[: len(texts(items))]
