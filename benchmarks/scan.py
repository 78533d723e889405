"""Speed and memory of a scan: wall time, words a second, and the peak memory of each process.

    python benchmarks/scan.py CORPUS… [--workers N] [--limit N] [--runs 3]

Every run is a real `factscan scan` into a temporary folder. Peak memory is the largest resident set that was seen of
the parent and of each worker, sampled four times a second.
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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--workers", type=int, default=None, help="processes (default: all cores)")
    parser.add_argument("--limit", type=int, default=None, help="documents")
    parser.add_argument("--runs", type=int, default=3, help="runs; the median is what to quote")
    parser.add_argument("--keep", metavar="RUN", help="keep the last run here")
    options = parser.parse_args()
    arguments = list(options.corpus)
    for name in ("workers", "limit"):
        if getattr(options, name) is not None:
            arguments += [f"--{name}", str(getattr(options, name))]
    speeds = []
    print(
        f"{'run':>4} {'seconds':>8} {'words':>12} {'words/s':>9} {'extract s':>9} {'build s':>8}  "
        "peak MB: parent, workers"
    )
    for number in range(1, options.runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "run"
            seconds, parent, workers = measure(arguments, out)
            run = Run(out)
            words = sum(shard.words for shard in run.status().shards)
            times = run.metrics()[-1]
            if options.keep and number == options.runs:
                shutil.move(out, options.keep)
        speeds.append(words / seconds)
        megabytes = ", ".join(f"{peak / 2**20:,.0f}" for peak in workers)
        print(
            f"{number:4} {seconds:8.1f} {words:12,} {speeds[-1]:9,.0f} {times['extract_seconds']:9.1f} "
            f"{times['build_seconds']:8.1f}  {parent / 2**20:,.0f}, {megabytes}"
        )
    print(f"median {statistics.median(speeds):,.0f} words/s")


if __name__ == "__main__":
    main()
