"""Scans as users run them: resumed, killed, starved of disk, with any number of workers."""

import os
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from scanning import command, dump, factscan, write_corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "c")


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("undisturbed") / "run"
    done = factscan("scan", corpus, "--out", run, "--workers", 2)
    assert done.returncode == 0, done.stderr
    return run


def start(corpus: Path, run: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("scan", corpus, "--out", run, "--workers", 2), text=True, stderr=subprocess.PIPE
    )


def wait_for_part(run: Path, job: subprocess.Popen[str]) -> None:
    while not list(run.glob("parts/[!.]*")) and job.poll() is None:
        time.sleep(0.005)


def children(pid: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid and "spawn_main" in (folder / "cmdline").read_text():
            found.append(int(folder.name))
    return found


def test_every_record_is_a_document_or_a_reject(undisturbed: Path) -> None:
    tables = dump(undisturbed)
    assert len(tables["documents"]) == 22_000
    assert len(tables["rejects"]) == 6


def test_one_worker_gives_the_tables_of_two(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    assert factscan("scan", corpus, "--out", tmp_path / "run", "--workers", 1).returncode == 0
    assert dump(tmp_path / "run") == dump(undisturbed)


def test_a_killed_job_is_finished_by_the_same_command(
    corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    job = start(corpus, run)
    wait_for_part(run, job)
    workers = children(job.pid)
    job.kill()
    job.wait()
    (run / "parts" / ".half").mkdir()
    deadline = time.monotonic() + 3
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers), "workers outlive their parent"
    again = factscan("scan", corpus, "--out", run, "--workers", 2)
    assert again.returncode == 0, again.stderr
    assert "parts were there from an earlier job" in again.stderr
    assert dump(run) == dump(undisturbed)
    assert not list((run / "parts").glob(".*"))


def test_a_dead_worker_ends_the_job_with_a_way_out(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    job = start(corpus, run)
    while not (workers := children(job.pid)) and job.poll() is None:
        time.sleep(0.01)
    os.kill(workers[0], signal.SIGKILL)
    _, errors = job.communicate(timeout=60)
    assert job.returncode == 1
    assert "run the same command again" in errors
    assert factscan("scan", corpus, "--out", run).returncode == 0
    assert dump(run) == dump(undisturbed)


def test_an_interrupted_job_ends_at_once_and_says_how_to_go_on(corpus: Path, tmp_path: Path) -> None:
    job = start(corpus, tmp_path / "run")
    wait_for_part(tmp_path / "run", job)
    began = time.monotonic()
    job.send_signal(signal.SIGINT)
    _, errors = job.communicate(timeout=60)
    assert job.returncode == 130
    assert "goes on from there" in errors
    assert time.monotonic() - began < 5


def test_a_full_disk_leaves_no_half_part(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))

    run = tmp_path / "run"
    failed = factscan("scan", corpus, "--out", run, "--workers", 1, preexec_fn=little_room)
    assert failed.returncode == 1, failed.stderr
    assert not list(run.glob("parts/[!.]*"))
    assert factscan("scan", corpus, "--out", run).returncode == 0
    assert dump(run) == dump(undisturbed)


def test_a_second_job_on_the_same_run_is_refused(corpus: Path, tmp_path: Path) -> None:
    job = start(corpus, tmp_path / "run")
    wait_for_part(tmp_path / "run", job)
    second = factscan("scan", corpus, "--out", tmp_path / "run")
    job.kill()
    job.communicate()
    assert second.returncode == 1
    assert "in use by another factscan job" in second.stderr


def test_another_option_is_refused_where_rows_would_differ(corpus: Path, undisturbed: Path) -> None:
    refused = factscan("scan", corpus, "--out", undisturbed, "--limit", 5)
    assert refused.returncode == 1
    assert "limit" in refused.stderr
    assert "another --out" in refused.stderr


def test_changed_sources_are_refused(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "c", shards=1, records=3)
    assert factscan("scan", corpus, "--out", tmp_path / "run").returncode == 0
    with (corpus / "0.jsonl").open("a") as file:
        file.write('{"text": "more"}\n')
    refused = factscan("scan", corpus, "--out", tmp_path / "run")
    assert refused.returncode == 1
    assert "changed: 0.jsonl" in refused.stderr


def test_strict_stops_at_the_first_bad_record_and_names_it(corpus: Path, tmp_path: Path) -> None:
    failed = factscan("scan", corpus, "--out", tmp_path / "run", "--strict")
    assert failed.returncode == 1
    assert "0.jsonl, line 2" in failed.stderr


def test_a_limit_counts_documents_over_all_shards(corpus: Path, tmp_path: Path) -> None:
    done = factscan("scan", corpus, "--out", tmp_path / "run", "--limit", 20)
    assert done.returncode == 0
    assert len(dump(tmp_path / "run")["documents"]) == 20
    assert "1 shards were not read" in done.stderr


def test_a_truncated_file_keeps_what_is_readable_and_the_exit_code_says_so(tmp_path: Path) -> None:
    import gzip

    folder = tmp_path / "c"
    folder.mkdir()
    lines = "".join(f'{{"text": "Oslo is the capital of Norway number {i}."}}\n' for i in range(3_000))
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-2_000])
    (folder / "ok.jsonl").write_text('{"text": "Norway borders Sweden."}\n')
    (folder / "bad.parquet").write_bytes(b"PAR1 is not all that it takes")
    done = factscan("scan", folder, "--out", tmp_path / "run")
    assert done.returncode == 3
    assert "cut.jsonl.gz is partial" in done.stderr
    assert "bad.parquet is failed" in done.stderr
    assert len(dump(tmp_path / "run")["documents"]) > 100
    report = factscan("report", tmp_path / "run")
    assert "bad.parquet is failed" in report.stdout


def test_a_folder_with_other_files_is_no_place_for_a_run(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    refused = factscan("scan", corpus, "--out", tmp_path)
    assert refused.returncode == 1
    assert (tmp_path / "thesis.txt").read_text() == "mine"
    assert not (tmp_path / "manifest.json").exists()


def test_a_damaged_part_is_named_and_made_anew(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    shutil.copytree(undisturbed, run)
    victim = sorted((run / "parts").iterdir())[0]
    with (victim / "documents.parquet").open("r+b") as file:
        file.seek(8)
        file.write(bytes(200))
    (run / "factscan.duckdb").unlink()
    failed = factscan("build", run)
    assert failed.returncode == 1
    assert victim.name in failed.stderr
    assert factscan("scan", corpus, "--out", run).returncode == 0
    assert dump(run) == dump(undisturbed)


def test_a_run_inside_its_corpus_is_not_read(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "c", shards=1, records=3)
    for _ in range(2):
        done = factscan("scan", corpus, "--out", corpus / "run")
        assert done.returncode == 0, done.stderr
    assert len(dump(corpus / "run")["documents"]) == 3


def test_a_finished_run_is_not_built_again(undisturbed: Path, corpus: Path) -> None:
    before = (undisturbed / "factscan.duckdb").stat().st_mtime_ns
    assert factscan("scan", corpus, "--out", undisturbed).returncode == 0
    assert (undisturbed / "factscan.duckdb").stat().st_mtime_ns == before


def test_ctrl_c_in_the_middle_of_a_query_ends_like_any_other(undisturbed: Path) -> None:
    slow = "select count(*) from range(3000000000) a(x) where hash(x) % 7 = 1"
    job = subprocess.Popen(command("sql", undisturbed, slow), text=True, stderr=subprocess.PIPE)
    time.sleep(1.5)
    job.send_signal(signal.SIGINT)
    _, errors = job.communicate(timeout=30)
    assert job.returncode == 130, errors
    assert "Traceback" not in errors
