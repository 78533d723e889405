"""Bad input of every kind in one scan: each file has a clear outcome, and documents in = stored + rejected."""

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from bad_cases import ABSURD, COUNT, MAX_RECORD, Case, cases
from scanning import factscan
from stub import Stub

from factscan import ScanOptions
from factscan import open as open_run
from factscan.corpus import ReadOptions, columnar, find_shards, streams
from factscan.corpus.shard import readable
from factscan.engine.result import ScanResult
from factscan.engine.scan import scan
from factscan.run import Run

CASES = cases()


class Scanned:
    """The run over all cases, and its rows by shard."""

    def __init__(self, run: Run, result: ScanResult) -> None:
        self.run = run
        self.result = result
        self.shards = {row["shard"]: row for row in run.sql("select * from shards").to_pylist()}
        self.records: dict[str, list[int]] = defaultdict(list)
        self.rejects: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in run.sql("select shard, record from documents order by all").to_pylist():
            self.records[row["shard"]].append(row["record"])
        for row in run.sql("select * from rejects order by all").to_pylist():
            self.rejects[row["shard"]].append(row)


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Scanned:
    folder = tmp_path_factory.mktemp("bad")
    names = []
    for case in CASES:
        path = folder / "corpus" / case.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(case.data)
        if case.path.endswith(".arrow"):
            names.append(path.name)
    state = {"_data_files": [{"filename": name} for name in names]}
    (folder / "corpus" / "saved" / "state.json").write_text(json.dumps(state))
    # plain text counts where it is named: the other files are data
    texts = [folder / "corpus" / case.path for case in CASES if ".txt" in case.path]
    sources = [folder / "corpus", *texts]
    options = ScanOptions(read=ReadOptions(max_record_bytes=MAX_RECORD), workers=2)
    with pytest.MonkeyPatch.context() as patch:
        for module in (streams, columnar):  # so that bombs may be small
            patch.setattr(module, "FREE_EXPANSION", 4_000_000)
        result = scan([str(source) for source in sources], folder / "run", options, extractor=Stub)
    return Scanned(open_run(folder / "run"), result)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_file_has_a_clear_outcome(scanned: Scanned, case: Case) -> None:
    name = readable(case.path)
    shard, rejects = scanned.shards[name], scanned.rejects[name]
    least, most = case.stored
    stored = shard["documents"]
    assert least <= stored <= most
    assert shard["state"] == (("partial" if stored else "failed") if case.fatal else "complete")
    assert shard["rejected"] == len(rejects) == case.rejected + case.fatal
    assert len(scanned.records[name]) == stored
    numbers = sorted([*scanned.records[name], *(reject["record"] for reject in rejects)])
    assert numbers == list(range(stored + len(rejects)))  # each record has one fate
    if rejects:
        said = rejects[-1] if case.fatal else rejects[0]
        assert case.reason in said["reason"]
        assert said["place"]
    for reject in rejects:
        assert (reject["reason"] + reject["place"] + reject["excerpt"]).isprintable() or "names/" in name


def test_all_shards_are_told_of(scanned: Scanned) -> None:
    assert set(scanned.shards) == {readable(case.path) for case in CASES}
    assert scanned.result.broken
    assert scanned.run.status().complete


def test_names_from_the_corpus_are_data_and_nothing_else(scanned: Scanned) -> None:
    rows = scanned.run.sql("select distinct domain from documents where shard like 'names/%'").to_pylist()
    assert {name.strip() for name in ABSURD} <= {row["domain"] for row in rows}
    for arguments in (("report", "--by", "shard"), ("report", "--by", "domain"), ("status",)):
        done = factscan(arguments[0], scanned.run.path, *arguments[1:])
        assert done.returncode == 0, done.stderr
        assert not set(done.stdout) & set("\x1b\x07\r")


def test_one_bad_byte_never_loses_half_a_shard_silently(tmp_path: Path) -> None:
    """The failure of a peer: it went on with exit code 0."""
    (whole,) = (case for case in CASES if case.path == "whole/a.jsonl.gz")
    bad = bytearray(whole.data)
    bad[len(bad) // 2] ^= 1
    (tmp_path / "a.jsonl.gz").write_bytes(bytes(bad))
    result = scan([str(tmp_path / "a.jsonl.gz")], tmp_path / "run", ScanOptions(workers=1), extractor=Stub)
    (shard,) = result.shards
    assert result.broken
    assert shard.state in ("partial", "failed")
    assert shard.documents < COUNT
    assert open_run(tmp_path / "run").sql("select reason from rejects").num_rows == shard.rejected >= 1


@pytest.mark.skipif(
    os.geteuid() == 0 and not Path("/proc/self/mem").exists(), reason="no unreadable file to be had"
)
def test_a_shard_that_was_out_of_reach_is_read_by_the_next_job(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.jsonl").symlink_to("/proc/self/mem")
    (shard,) = find_shards([str(corpus)], ReadOptions()).shards
    result = scan([str(corpus)], tmp_path / "run", ScanOptions(workers=1), extractor=Stub)
    assert [marker.state for marker in result.shards] == ["failed"]
    assert not list((tmp_path / "run" / "shards").glob(f"{shard.key}*"))
