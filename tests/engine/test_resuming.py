"""Jobs that go on where another one ended: with other workers, other parts, changed files, in the way of others."""

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from growing import OPTIONS, Heard, records, scanned, write_shards
from scanning import dump

from factscan.engine.batches import Cut
from factscan.engine.grow import drop, merge
from factscan.engine.progress import Progress
from factscan.engine.rebuild import rebuild
from factscan.errors import RunError
from factscan.run import Run
from factscan.store.folder import RunFolder

DOCUMENTS = records(60, seed=1)
REPLACE = dataclasses.replace(OPTIONS, replace=True)
BY_FILE = ("shard", "record", "place", "excerpt")


class Interrupted(Progress):
    """Ends a job, as Ctrl-C does, when so many parts are done."""

    def __init__(self, parts: int) -> None:
        self._left = parts

    def advance(self, documents: int, words: int, mentions: int, rejected: int) -> None:
        self._left -= 1
        if self._left <= 0:
            raise KeyboardInterrupt


class Meanwhile(Progress):
    """Does something once reading has begun."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def read(self, bytes_read: int) -> None:
        self._act()


def interrupted(*sources: Path, out: Path, parts: int = 2, into: bool = False) -> None:
    with pytest.raises(KeyboardInterrupt):
        scanned(*sources, out=out, progress=Interrupted(parts), into=into)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_shards(
        tmp_path_factory.mktemp("corpus"), {"0.jsonl": DOCUMENTS[:25], "1.jsonl": DOCUMENTS[25:]}
    )


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("undisturbed") / "run"
    scanned(corpus, out=run)
    return run


def markers(run: Path) -> dict[str, str]:
    return {marker.parent.name: marker.read_text() for marker in run.glob("parts/*/part.json")}


def age(path: Path) -> None:
    """The time of a file's last change becomes another one."""
    os.utime(path, ns=(0, path.stat().st_mtime_ns - 1_000_000_000))


def test_parts_are_the_same_whatever_the_number_of_workers(
    corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    scanned(corpus, out=tmp_path / "run", options=dataclasses.replace(OPTIONS, workers=4))
    assert dump(tmp_path / "run") == dump(undisturbed)
    assert markers(tmp_path / "run").keys() == markers(undisturbed).keys()


def test_a_job_that_goes_on_with_other_workers_doubles_nothing(
    corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    interrupted(corpus, out=tmp_path / "run", parts=3)
    with pytest.raises(RunError, match="no database yet"):
        Run(tmp_path / "run").report()
    assert Run(tmp_path / "run").status().missing
    result = scanned(corpus, out=tmp_path / "run", options=dataclasses.replace(OPTIONS, workers=3))
    assert result.resumed >= 2
    assert dump(tmp_path / "run") == dump(undisturbed)


def test_a_job_that_goes_on_keeps_to_the_parts_of_its_run(
    corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    interrupted(corpus, out=tmp_path / "run", parts=3)
    scanned(corpus, out=tmp_path / "run", options=dataclasses.replace(OPTIONS, cut=Cut(records=4)))
    assert markers(tmp_path / "run").keys() == markers(undisturbed).keys()
    assert dump(tmp_path / "run") == dump(undisturbed)


def test_other_parts_give_the_same_tables(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    scanned(corpus, out=tmp_path / "run", options=dataclasses.replace(OPTIONS, cut=Cut(1_500, 1_000)))
    assert dump(tmp_path / "run") == dump(undisturbed)
    assert markers(tmp_path / "run").keys() != markers(undisturbed).keys()


def test_the_same_documents_in_other_files_in_another_order_give_the_same_tables(
    undisturbed: Path, tmp_path: Path
) -> None:
    shuffled = [*DOCUMENTS[40:], *DOCUMENTS[10:40], *DOCUMENTS[:10]]
    pieces = {f"{number}/x.jsonl": shuffled[start : start + 30] for number, start in enumerate((0, 30))}
    corpus = write_shards(tmp_path / "c", pieces)
    scanned(corpus / "1", corpus / "0", out=tmp_path / "run")
    assert dump(tmp_path / "run", BY_FILE) == dump(undisturbed, BY_FILE)


def test_a_reader_sees_the_run_as_it_was_until_it_is_built_anew(
    corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    scanned(corpus / "0.jsonl", out=run)
    before = dump(run)
    interrupted(corpus / "1.jsonl", out=run, into=True)
    assert dump(run) == before
    assert Run(run).status().missing == ["1.jsonl"]
    assert not Run(run).status().complete
    scanned(corpus / "1.jsonl", out=run, into=True)
    assert dump(run) == dump(undisturbed)


def test_a_file_changed_in_its_middle_is_refused_until_it_may_be_replaced(tmp_path: Path) -> None:
    held = [{"text": "so what. " * 12_000}, {"text": "Oslo has 1111 trams."}, {"text": "so what. " * 12_000}]
    corpus = write_shards(tmp_path / "c", {"x.jsonl": held, "y.jsonl": DOCUMENTS[:5]})
    run = tmp_path / "run"
    scanned(corpus, out=run)
    age(corpus / "y.jsonl")
    held[1] = {"text": "Oslo has 2222 trams."}
    write_shards(corpus, {"x.jsonl": held})
    with pytest.raises(RunError, match=r"changed: x\.jsonl.*--replace"):
        scanned(corpus, out=run)
    assert scanned(corpus, out=run, options=REPLACE).resumed == 1, "of y, which is only older"
    scanned(corpus, out=tmp_path / "fresh")
    assert dump(run) == dump(tmp_path / "fresh")


def test_a_file_that_is_only_newer_is_compared_once(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    run = Path(merge([undisturbed, undisturbed], tmp_path / "run").run)
    assert len(Run(run).status().shards) == 2
    age(corpus / "0.jsonl")
    scanned(corpus, out=run, into=True)
    stamps = {shard.name: shard.stamp for shard in Run(run).status().shards}
    assert (stamps["0.jsonl"] or [])[1] == (corpus / "0.jsonl").stat().st_mtime_ns


def test_files_that_grew_or_are_gone_or_new_are_refused_until_they_may_be_replaced(tmp_path: Path) -> None:
    corpus = write_shards(
        tmp_path / "c",
        {"grown.jsonl": DOCUMENTS[:5], "gone.jsonl": DOCUMENTS[5:9], "same.jsonl": DOCUMENTS[9:12]},
    )
    run = tmp_path / "run"
    scanned(corpus, out=run)
    write_shards(corpus, {"grown.jsonl": DOCUMENTS[:8], "new.jsonl": DOCUMENTS[20:22]})
    (corpus / "gone.jsonl").unlink()
    with pytest.raises(RunError, match=r"gone: gone\.jsonl; new: new\.jsonl; changed: grown\.jsonl"):
        scanned(corpus, out=run)
    with pytest.raises(RunError, match=r"\(changed: grown\.jsonl\)"):
        scanned(corpus, out=run, into=True)
    heard = Heard()
    assert scanned(corpus, out=run, options=REPLACE, progress=heard).resumed == 1
    assert any("dropped" in line and "gone.jsonl" in line for line in heard.lines)
    scanned(corpus, out=tmp_path / "fresh")
    assert dump(run, ()) == dump(tmp_path / "fresh", ())
    assert markers(run).keys() == markers(tmp_path / "fresh").keys()


def test_a_change_in_a_shard_that_is_half_done_is_noticed(tmp_path: Path) -> None:
    held = [{"text": f"Oslo has {number:05} trams. " + "so what. " * 3_000} for number in range(20)]
    corpus = write_shards(tmp_path / "c", {"x.jsonl": held})
    interrupted(corpus, out=tmp_path / "run", parts=1)
    held[3] = {"text": held[3]["text"].replace("00003", "77777")}
    write_shards(corpus, {"x.jsonl": held})
    with pytest.raises(RunError, match=r"changed: x\.jsonl"):
        scanned(corpus, out=tmp_path / "run")
    scanned(corpus, out=tmp_path / "run", options=REPLACE)
    scanned(corpus, out=tmp_path / "fresh")
    assert dump(tmp_path / "run") == dump(tmp_path / "fresh")


def test_a_file_that_changes_while_it_is_read_is_no_finished_shard(tmp_path: Path) -> None:
    corpus = write_shards(tmp_path / "c", {"x.jsonl": DOCUMENTS[:10]})
    change = Meanwhile(lambda: age(corpus / "x.jsonl"))
    with pytest.raises(RunError, match=r"x\.jsonl changed while it was read"):
        scanned(corpus, out=tmp_path / "run", progress=change)
    assert Run(tmp_path / "run").status().missing == ["x.jsonl"]


def test_one_job_at_a_time_works_on_a_run(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    run = Path(merge([undisturbed, undisturbed], tmp_path / "run").run)
    jobs: list[Callable[[], object]] = [
        lambda: scanned(corpus, out=run, into=True),
        lambda: drop(run, ["0.jsonl"]),
        lambda: merge([undisturbed, undisturbed], run),
        lambda: merge([run, undisturbed], tmp_path / "other"),
        lambda: rebuild(run),
    ]
    before = dump(run)
    with RunFolder(run).lock():
        for job in jobs:
            with pytest.raises(RunError, match="in use by another factscan job"):
                job()
        assert dump(run) == before, "but it can be read"
    with RunFolder(run).read_lock():
        merge([run, undisturbed], tmp_path / "other")
        with pytest.raises(RunError, match="in use"):
            drop(run, ["0.jsonl"])


def test_a_crash_leaves_nothing_behind_and_a_living_reader_keeps_its_files(
    corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    run = Path(merge([undisturbed, undisturbed], tmp_path / "run").run)
    left = [
        "parts/.half.1/x",
        "tmp/dead/x",
        ".manifest.json.1.tmp",
        "shards/.k.json.1.tmp",
        "parts/other-0000000000/x",
    ]
    left += ["factscan.duckdb.building", "factscan.duckdb.building.wal", "shards/other.json"]
    for name in left:
        (run / name).parent.mkdir(parents=True, exist_ok=True)
        (run / name).write_text("{}")
    with RunFolder(run).scratch() as scratch:
        (scratch / "spilled").write_text("rows")
        rebuild(run)
        assert (scratch / "spilled").exists()
    assert not [name for name in left if (run / name).exists()]
    assert not (run / "tmp").exists()
    assert dump(run) == dump(undisturbed)


def test_a_job_that_died_before_it_wrote_its_manifest_is_begun_again(
    corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    run.mkdir()
    for name in (".lock", ".workers", ".manifest.json.77.tmp"):
        (run / name).write_text("")
    scanned(corpus, out=run)
    assert dump(run) == dump(undisturbed)
