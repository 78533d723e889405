"""The build: the same tables whatever the cut, order, threads and memory; and what it does when it cannot."""

import os
import resource
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from parts import Laid, digest, dump, lay_out, lay_out_pieces, marker_of, mentions_of

from factscan.errors import RunError
from factscan.run import Run
from factscan.store import filling
from factscan.store.build import BuildOptions, build, is_built
from factscan.store.folder import RunFolder

DOCUMENTS = 60


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return lay_out(tmp_path_factory.mktemp("whole") / "run", DOCUMENTS)


@pytest.fixture(scope="module")
def expected(laid: Laid) -> dict[str, list[str]]:
    build(laid.folder, laid.shards)
    return dump(laid.folder.path)


@pytest.mark.parametrize(
    ("shards", "part_size", "order"), [(1, 7, list), (3, 50, reversed), (5, 3, reversed), (20, 50, list)]
)
def test_tables_do_not_depend_on_the_cut_into_shards_and_parts(
    shards: int,
    part_size: int,
    order: Callable[[list[Any]], Any],
    expected: dict[str, list[str]],
    tmp_path: Path,
) -> None:
    other = lay_out(tmp_path / "run", DOCUMENTS, shards=shards, part_size=part_size, order=order)
    build(other.folder, other.shards)
    assert dump(other.folder.path) == expected


@pytest.mark.parametrize(("threads", "batch"), [(1, 1), (2, 3), (4, 1)])
def test_tables_do_not_depend_on_threads_and_batches(
    threads: int,
    batch: int,
    expected: dict[str, list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("factscan.store.database.cores", lambda: threads)
    monkeypatch.setattr(filling, "BATCH_PARTS", batch)
    other = lay_out(tmp_path / "run", DOCUMENTS, part_size=15)
    build(other.folder, other.shards)
    assert dump(other.folder.path) == expected


def test_tables_do_not_depend_on_memory(tmp_path: Path) -> None:
    synthetic = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "synthetic_run.py"))
    parts = [synthetic["write_slice"](piece) for piece in synthetic["slices"](tmp_path / "run", 50_000, 0.3)]
    shard = marker_of("synthetic000000", parts)
    folder = RunFolder(tmp_path / "run")
    folder.create({"options": {}, "sources": [], "shards": [{"name": shard.name, "key": shard.key}]})
    digests = []
    for memory in ("50MB", None):
        build(folder, [shard], BuildOptions(memory))
        digests.append(digest(folder.path))
    assert digests[0] == digests[1]
    assert digests[0]["occurrences"][0] == 50_000


def test_copies_and_near_copies_lie_in_the_cluster_of_the_first(laid: Laid, expected: object) -> None:
    clusters = Run(laid.folder.path).sql(
        "select count(distinct doc_no) as documents, count(distinct exact_cluster) as texts, "
        "count(distinct cluster) as clusters, bool_and(cluster <= exact_cluster) as first from documents"
    )
    (row,) = clusters.to_pylist()
    assert row["documents"] == DOCUMENTS
    assert row["clusters"] < row["texts"] < row["documents"]
    assert row["first"]


def test_a_spelling_is_the_first_of_all_and_a_kind_the_most_specific(laid: Laid, expected: object) -> None:
    run = Run(laid.folder.path)
    prompts = run.sql("select subject, subject_kind from prompts order by subject").to_pylist()
    assert [tuple(row.values()) for row in prompts] == [("ADA", "name"), ("Lima", "name"), ("Oslo", "topic")]
    objects = run.sql("select distinct object from facts order by object").to_pylist()
    assert [row["object"] for row in objects] == ["1815", "NORWAY", "peru"]


def test_the_pieces_of_a_document_are_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "BATCH_PARTS", 1)
    asserted = mentions_of(1)[0]
    laid = lay_out_pieces(tmp_path / "run", [[asserted], [], [asserted, asserted]])
    build(laid.folder, laid.shards)
    run = Run(laid.folder.path)
    (document,) = run.sql("select record, words, sentences, mentions from documents").to_pylist()
    assert document == {"record": 4, "words": 30, "sentences": 6, "mentions": 3}
    assert run.sql("select mentions from prompt_documents").to_pylist() == [{"mentions": 3}]
    assert run.sql("select sentences, characters from skipped").to_pylist() == [
        {"sentences": 3, "characters": 27}
    ]
    starts = run.sql("select char_start from occurrences order by all").to_pylist()
    assert [row["char_start"] for row in starts] == [2, 202, 202]


def test_a_run_without_documents_has_empty_tables(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "run", 0)
    build(laid.folder, laid.shards)
    assert not any(dump(laid.folder.path).values())


def test_a_database_knows_what_it_was_built_from(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "run", 30, shards=3, part_size=5)
    folder, shards = laid.folder, laid.shards
    assert not is_built(folder, shards)
    build(folder, shards, BuildOptions(memory="1GB"))
    assert is_built(folder, shards[::-1], BuildOptions(memory="2GB"))
    assert not is_built(folder, shards[1:])
    assert not is_built(folder, shards, BuildOptions(near_threshold=0.9))
    folder.database.write_bytes(b"no database")
    assert not is_built(folder, shards)


def test_a_damaged_part_is_named_and_taken_out(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "run", 30, part_size=10)
    good, bad, other = laid.shards[0].parts
    file = laid.folder.parts / bad / "facts.parquet"
    file.write_bytes(bytes(file.stat().st_size))
    with pytest.raises(RunError, match=f"1 parts .* damaged .{bad}.*'factscan scan' again"):
        build(laid.folder, laid.shards)
    assert {path.name for path in laid.folder.parts.iterdir()} == {good, other}
    assert not laid.folder.database.exists()
    assert laid.folder.shard("s0") is None


def factscan_build(run: Path, *options: str, limit: tuple[int, int]) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own that lies under a limit of the system."""
    what, value = limit
    return subprocess.run(
        [sys.executable, "-m", "factscan", "build", str(run), *options],
        preexec_fn=lambda: resource.setrlimit(what, (value, value)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_full_disk_leaves_the_old_database_and_says_what_to_do(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "run", 30)
    build(laid.folder, laid.shards)
    before = laid.folder.database.read_bytes()
    failed = factscan_build(laid.folder.path, limit=(resource.RLIMIT_FSIZE, len(before) // 2))
    assert failed.returncode == 1, failed.stderr
    assert "make room on its disk" in failed.stderr
    assert "parts are safe" in failed.stderr
    assert laid.folder.database.read_bytes() == before
    left = {path.name for path in laid.folder.path.iterdir() if not path.name.startswith(".")}
    assert left == {"factscan.duckdb", "manifest.json", "parts", "shards"}


def test_too_little_memory_says_what_to_do(laid: Laid) -> None:
    with pytest.raises(RunError, match="--memory SIZE' with more memory"):
        build(laid.folder, laid.shards, BuildOptions(memory="1MB"))


def many_parts(path: Path, copies: int) -> Laid:
    """A run whose only part stands there many times, each in a shard of its own (hard links: quick to make)."""
    laid = lay_out(path, 20)
    (name,) = laid.shards[0].parts
    for number in range(1, copies):
        target = laid.folder.parts / f"copy{number}-0000000000"
        shutil.copytree(laid.folder.parts / name, target, copy_function=os.link)
    return laid


def test_many_parts_need_few_open_files(tmp_path: Path) -> None:
    laid = many_parts(tmp_path / "run", 300)
    (first,) = laid.shards
    others = [
        replace(first, key=f"copy{number}", name=f"copy{number}", parts=[f"copy{number}-0000000000"])
        for number in range(1, 300)
    ]
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (100, hard))
    try:
        build(laid.folder, [first, *others])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    counts = Run(laid.folder.path).sql(
        "select count(*) as documents, count(distinct doc_no) as numbers, count(distinct cluster) as clusters "
        "from documents"
    )
    (row,) = counts.to_pylist()
    assert row["documents"] == row["numbers"] == 6_000
    with duckdb.connect(str(laid.folder.database), read_only=True) as connection:
        assert connection.sql("select count(*), max(doc_no) from occurrences").fetchall() == [(12_000, 5_999)]
