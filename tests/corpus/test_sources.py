"""From the names that a user gives to shards."""

import os
import pickle
import shutil
from pathlib import Path

import pytest
from reading import jsonl, put

from factscan.corpus import Discovery, DomainRule, ReadOptions, find_shards
from factscan.errors import InputError

DATA = jsonl([{"text": "a"}])


def find(*sources: Path | str) -> Discovery:
    return find_shards([str(source) for source in sources], ReadOptions())


def names(*sources: Path | str) -> list[str]:
    return [shard.name for shard in find(*sources).shards]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("wiki/b.jsonl", "wiki/a.jsonl", "law/deep/a.jsonl", "top.ndjson"):
        put(tmp_path / "corpus" / name, DATA + name.encode())
    return tmp_path / "corpus"


def test_a_folder_gives_all_files_below_it_by_their_paths(corpus: Path) -> None:
    shards = find(corpus).shards
    assert [(shard.name, shard.folder) for shard in shards] == [
        ("law/deep/a.jsonl", "law"),
        ("top.ndjson", ""),
        ("wiki/a.jsonl", "wiki"),
        ("wiki/b.jsonl", "wiki"),
    ]
    assert [shard.bytes for shard in shards] == [Path(shard.location).stat().st_size for shard in shards]


def test_all_formats_are_found_whatever_the_case_of_their_names(tmp_path: Path) -> None:
    good = ["a.jsonl", "b.NDJSON", "c.jsonl.gz", "d.jsonl.zst", "e.json.gz", "f.parquet", "g.csv", "h.csv.gz"]
    for name in good:
        put(tmp_path / name, name.encode())
    assert names(tmp_path) == good


def test_what_is_skipped_is_named_with_the_reason(corpus: Path) -> None:
    put(corpus / "README.md", b"#")
    put(corpus / "meta.json", b"{}")
    put(corpus / "LICENSE.txt", b"free")
    put(corpus / ".cache" / "x.jsonl", DATA)
    (corpus / "gone.jsonl").symlink_to("nowhere")
    (corpus / "loop").symlink_to(corpus)
    found = find(corpus)
    assert len(found.shards) == 4
    assert {Path(path).name: reason for path, reason in found.skipped} == {
        "README.md": "not a format that factscan reads",
        "meta.json": "not a format that factscan reads",
        "LICENSE.txt": "plain text beside data files",
        ".cache": "hidden",
        "gone.jsonl": "leads nowhere, or cannot be read",
        "loop": "a link to a folder above it",
    }


def test_plain_text_counts_where_there_is_nothing_else_or_where_it_is_named(corpus: Path) -> None:
    put(corpus / "wiki" / "c.txt", b"text")
    put(corpus.parent / "texts" / "d.txt", b"text")
    assert names(corpus.parent / "texts") == ["d.txt"]
    assert names(corpus / "wiki" / "c.txt", corpus / "wiki" / "a.jsonl") == ["c.txt", "a.jsonl"]
    assert names(corpus / "wiki" / "*.txt") == ["c.txt"]
    assert names(corpus / "wiki" / "*") == ["a.jsonl", "b.jsonl"]


def test_a_glob_means_the_same_whether_or_not_the_shell_expands_it(corpus: Path) -> None:
    by_glob = find(corpus / "*" / "**" / "*.jsonl").shards
    by_shell = find(*sorted(corpus.glob("*/**/*.jsonl"))).shards
    assert [shard.name for shard in by_glob] == ["law/deep/a.jsonl", "wiki/a.jsonl", "wiki/b.jsonl"]
    assert by_glob == by_shell


def test_a_glob_may_match_folders(corpus: Path) -> None:
    assert names(corpus / "w*") == ["wiki/a.jsonl", "wiki/b.jsonl"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    put(tmp_path / "a[1].jsonl", DATA)
    put(tmp_path / "a1.jsonl", DATA)
    assert names(tmp_path / "a[1].jsonl") == ["a[1].jsonl"]


def test_a_file_given_twice_counts_once(corpus: Path) -> None:
    (corpus / "zlink.jsonl").symlink_to(corpus / "wiki" / "a.jsonl")
    found = find(corpus, corpus / "wiki" / "a.jsonl", corpus / "wiki", f"{corpus}/wiki/*")
    assert len(found.shards) == 4
    assert "the same file as wiki/a.jsonl" in dict(found.skipped)[str(corpus / "zlink.jsonl")]


def test_equal_paths_below_different_sources_get_different_names_and_keys(tmp_path: Path) -> None:
    for name in ("x/one/data/a.jsonl", "x/two/data/a.jsonl", "x/two/data/b.jsonl"):
        put(tmp_path / name, DATA)
    shards = find(tmp_path / "x" / "one", tmp_path / "x" / "two").shards
    assert [shard.name for shard in shards] == ["one/data/a.jsonl", "two/data/a.jsonl", "data/b.jsonl"]
    assert len({shard.key for shard in shards}) == 3
    assert [shard.folder for shard in shards] == ["data"] * 3


def test_the_key_follows_the_content_and_not_place_or_time(corpus: Path, tmp_path: Path) -> None:
    before = {shard.name: shard.key for shard in find(corpus).shards}
    moved = Path(shutil.copytree(corpus, tmp_path / "elsewhere" / "moved"))
    os.utime(moved / "top.ndjson", (1, 1))
    assert {shard.name: shard.key for shard in find(moved).shards} == before
    put(moved / "top.ndjson", b"x" * (moved / "top.ndjson").stat().st_size)
    changed = {shard.name: shard.key for shard in find(moved).shards}
    assert [name for name in before if changed[name] != before[name]] == ["top.ndjson"]


def test_order_and_keys_do_not_depend_on_the_order_on_disk(corpus: Path, tmp_path: Path) -> None:
    for name in reversed(names(corpus)):
        put(tmp_path / "other" / name, (corpus / name).read_bytes())
    assert [s.key for s in find(tmp_path / "other").shards] == [s.key for s in find(corpus).shards]


def test_shards_travel_to_other_processes(corpus: Path) -> None:
    shards = find(corpus).shards
    assert pickle.loads(pickle.dumps(shards)) == shards


def test_a_name_that_is_not_utf8_is_shown_readably(tmp_path: Path) -> None:
    try:
        put(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jsonl")), DATA)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    assert names(tmp_path) == ["caf\\xe9.jsonl"]


def test_names_that_look_alike_are_numbered(tmp_path: Path) -> None:
    put(tmp_path / "a\\xff.jsonl", DATA)
    try:
        put(Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.jsonl")), DATA)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    shards = find(tmp_path).shards
    assert [shard.name for shard in shards] == ["a\\xff.jsonl", "a\\xff.jsonl#2"]
    assert len({shard.key for shard in shards}) == 2


def make_run(folder: Path) -> None:
    put(folder / "manifest.json", b"{}")
    put(folder / "parts" / "0" / "documents.parquet", b"rows")


def test_a_run_inside_the_corpus_is_no_part_of_it(corpus: Path) -> None:
    run = corpus / "wiki" / "run"
    by_glob = str(corpus / "**" / "*.*")
    before = find(corpus).shards
    assert find(by_glob).shards == before
    put(run / ".lock", b"")
    assert find(corpus).shards == before
    make_run(run)
    found = find(corpus)
    assert found.shards == before
    assert found.skipped == [(str(run), "a factscan run")]
    assert find(by_glob).shards == before
    assert find(*sorted(corpus.glob("**/*.*"))).shards == before


def test_a_run_is_no_corpus_of_its_own(tmp_path: Path) -> None:
    make_run(tmp_path / "run")
    with pytest.raises(InputError, match=r"nothing to read in .*run: a factscan run"):
        find(tmp_path / "run")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("absent", "no such file or folder: .*absent"),
        ("absent/*.jsonl", r"nothing to read in .*absent/\*\.jsonl: factscan reads \.jsonl"),
        ("empty", "nothing to read in .*empty: factscan reads"),
        ("README.md", "nothing to read .*README.md: not a format that factscan reads"),
    ],
)
def test_nothing_to_read_is_an_error_that_names_the_source(tmp_path: Path, source: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    put(tmp_path / "README.md", b"#")
    with pytest.raises(InputError, match=message):
        find(tmp_path / source)


def test_no_source_is_an_error() -> None:
    with pytest.raises(InputError, match="no source given"):
        find()


def test_domains_by_folder_need_a_folder(corpus: Path) -> None:
    with pytest.raises(InputError, match="no file lies in a folder below its source"):
        find_shards([str(corpus / "wiki")], ReadOptions(domain=DomainRule("folder")))
