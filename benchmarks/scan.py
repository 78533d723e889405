"""Speed and memory of a scan: wall time, words a second, seconds by stage, and the peak memory of each process.

    python benchmarks/scan.py CORPUS… [--workers 1 2] [--limit N] [--runs 3]

Every run is a real `factscan scan` into a temporary folder; different numbers of workers take turns. Stages are seconds
of processor time over all workers (read: of the parent; build: of the wall); "outside" is the share that is neither
parsing nor rules. Peak memory is the largest resident set that was seen of the parent and of each worker, sampled four
times a second.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from factscan.run import Run


def resident(pid: int) -> int:
    """Resident bytes of a process, 0 if it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:
            continue
    return found


def measure(arguments: list[str], out: Path) -> tuple[float, int, list[int]]:
    """Wall seconds, peak bytes of the parent, and peak bytes of every child."""
    began = time.monotonic()
    job = subprocess.Popen(
        [sys.executable, "-m", "factscan", "scan", *arguments, "--out", str(out), "--quiet"]
    )
    peaks: dict[int, int] = {job.pid: 0}
    while job.poll() is None:
        for pid in [job.pid, *children(job.pid)]:
            peaks[pid] = max(peaks.get(pid, 0), resident(pid))
        time.sleep(0.25)
    seconds = time.monotonic() - began
    if job.returncode not in (0, 3):
        sys.exit(f"the scan failed with exit code {job.returncode}")
    parent = peaks.pop(job.pid)
    return seconds, parent, sorted(peaks.values(), reverse=True)


STAGES = ("read", "dedup", "parse", "facts", "write", "build")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="+")
    parser.add_argument(
        "--workers",
        type=int,
        nargs="+",
        default=[1, 2],
        help="processes; several numbers are compared in turns (default: 1 2)",
    )
    parser.add_argument("--limit", type=int, default=None, help="documents")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; the median is what to quote")
    parser.add_argument("--keep", metavar="RUN", help="keep the last run here")
    options = parser.parse_args()
    limit = ["--limit", str(options.limit)] if options.limit is not None else []
    jobs = [count for _ in range(options.runs) for count in options.workers]
    seconds: dict[int, list[float]] = {count: [] for count in options.workers}
    stages = " ".join(f"{stage:>7}" for stage in STAGES)
    print(
        f"{'workers':>7} {'seconds':>8} {'words':>12} {'words/s':>9} {stages}  outside  peak MB: parent, workers"
    )
    for number, count in enumerate(jobs, 1):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "run"
            wall, parent, workers = measure([*options.corpus, "--workers", str(count), *limit], out)
            run = Run(out)
            words = sum(shard.words for shard in run.status().shards)
            spent = run.metrics()[-1]["stages"]
            if options.keep and number == len(jobs):
                shutil.move(out, options.keep)
        seconds[count].append(wall)
        each = " ".join(f"{spent.get(stage, 0):7.1f}" for stage in STAGES)
        outside = 1 - (spent["parse"] + spent["facts"]) / sum(spent.values())
        megabytes = ", ".join(f"{peak / 2**20:,.0f}" for peak in (parent, *workers))
        print(
            f"{count:7} {wall:8.1f} {words:12,} {words / wall:9,.0f} {each}  {outside:7.1%}  {megabytes}",
            flush=True,
        )
    medians = {count: statistics.median(values) for count, values in seconds.items()}
    first = min(medians)
    for count, median in medians.items():
        print(f"{count} workers: median {median:,.1f} s, {medians[first] / median:.2f} times {first}")


if __name__ == "__main__":
    main()
