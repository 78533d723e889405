"""How a job grows: time by stage and peak memory at 1, 10 and 100 times the documents, with a stub extractor.

    python benchmarks/growth.py --documents 1000 --times 1 10 100

Every job is a whole one in a process of its own (stub_job.py): read, hash and sign, write parts, build. Seconds of the
stages are summed over processes; `build` is wall time. Memory is the largest resident set of the parent and of any
worker, sampled ten times a second, until the build and in it. Linear means that the seconds a document stay the same,
bounded that the peaks do.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scan import children, resident
from stub_corpus import stub_records, write_jsonl

STAGES = ("read", "dedup", "facts", "write", "build")


@dataclass
class Peaks:
    """Bytes of memory: of the parent while it reads and while it builds, and of the largest worker."""

    parent: int = 0
    build: int = 0
    worker: int = 0

    def sample(self, job: int, run: Path) -> None:
        if any(run.glob("factscan.duckdb.building*")):
            self.build = max(self.build, resident(job))
        else:
            self.parent = max(self.parent, resident(job))
        self.worker = max([self.worker, *map(resident, children(job))])


def run_job(corpus: Path, run: Path, workers: int, part_records: int) -> tuple[float, Peaks]:
    """Wall seconds and peaks of one job."""
    command = [sys.executable, str(Path(__file__).with_name("stub_job.py")), "scan", str(run), str(corpus)]
    began = time.monotonic()
    job = subprocess.Popen([*command, "--workers", str(workers), "--part-records", str(part_records)])
    peaks = Peaks()
    while job.poll() is None:
        peaks.sample(job.pid, run)
        time.sleep(0.1)
    if job.returncode:
        sys.exit(f"the job failed with exit code {job.returncode}")
    return time.monotonic() - began, peaks


def write_corpus(folder: Path, documents: int, shards: int) -> int:
    """Documents in so many shards, of whose texts a tenth are copies and a tenth nearly so; returns their bytes."""
    folder.mkdir()
    for shard in range(shards):
        write_jsonl(folder / f"{shard}.jsonl", stub_records(documents // shards, seed=shard))
    return sum(file.stat().st_size for file in folder.iterdir())


def stages_of(run: Path) -> dict[str, Any]:
    (metrics,) = json.loads((run / "metrics.json").read_text())
    stages: dict[str, Any] = metrics["stages"]
    return stages


def show(documents: int, size: int, seconds: float, stages: dict[str, Any], peaks: Peaks, run: Path) -> None:
    by_stage = " ".join(f"{stages.get(stage, 0):>7.2f}" for stage in STAGES)
    memory = " ".join(f"{peak / 1e6:>8.0f}" for peak in (peaks.parent, peaks.worker, peaks.build))
    database = (run / "factscan.duckdb").stat().st_size / 1e6
    print(
        f"{documents:>10,} {size / 1e6:>8.1f} {seconds:>8.1f} {1000 * seconds / documents:>8.2f} "
        f"{by_stage} {memory} {database:>8.0f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1000, help="documents at 1 ×")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--part-records", type=int, default=500)
    parser.add_argument("--tmp", help="a folder with room for corpus and run")
    options = parser.parse_args()
    print(
        f"{'documents':>10} {'MB':>8} {'seconds':>8} {'ms/doc':>8} "
        + " ".join(f"{stage:>7}" for stage in STAGES)
        + f" {'parent':>8} {'worker':>8} {'at build':>8} {'db':>8}  (MB)"
    )
    for times in options.times:
        documents = options.documents * times
        with tempfile.TemporaryDirectory(dir=options.tmp) as name:
            corpus, run = Path(name) / "corpus", Path(name) / "run"
            size = write_corpus(corpus, documents, options.shards)
            seconds, peaks = run_job(corpus, run, options.workers, options.part_records)
            show(documents, size, seconds, stages_of(run), peaks, run)


if __name__ == "__main__":
    main()
