"""What it takes to read a run: its report when nothing is kept, the report again, its page, one prompt shown, help.

    python benchmarks/synthetic_run.py RUN --mentions 1e7 && factscan build RUN
    python benchmarks/reading_runs.py RUN [--runs 3]

Each is a process of its own; seconds are of the wall, memory is the largest resident set. The kept figures
(RUN/figures) are thrown away before. counting.py times the counting alone at the same size.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb


@dataclass(frozen=True)
class Took:
    seconds: float
    cpu: float
    megabytes: float


def measure(arguments: list[str]) -> Took:
    """One process of factscan; what it prints is thrown away."""
    began = time.monotonic()
    job = subprocess.Popen(
        [sys.executable, "-m", "factscan", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert job.stderr is not None
    said = job.stderr.read().decode()
    _, status, used = os.wait4(job.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"factscan {' '.join(arguments)}: {said}")
    return _took(time.monotonic() - began, used)


def _took(seconds: float, used: resource.struct_rusage) -> Took:
    return Took(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def show(name: str, taken: list[Took]) -> None:
    seconds, cpu = (statistics.median(getattr(one, field) for one in taken) for field in ("seconds", "cpu"))
    print(f"{name:<34} {seconds:>9.2f} {cpu:>9.2f} {max(one.megabytes for one in taken):>9,.0f}", flush=True)


def a_prompt(run: Path) -> tuple[str, str]:
    """Subject and relation of a prompt of the run, from its middle."""
    with duckdb.connect(str(run / "factscan.duckdb"), read_only=True) as connection:
        return connection.execute(
            "select subject, relation from prompts limit 1 offset (select count(*) // 2 from prompts)"
        ).fetchall()[0]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path)
    parser.add_argument("--runs", type=int, default=3, help="runs of each but the first; medians are shown")
    asked = parser.parse_args()
    kept, run = asked.run / "figures", str(asked.run)
    print(f"{'':<34} {'seconds':>9} {'CPU s':>9} {'peak MB':>9}")
    shutil.rmtree(kept, ignore_errors=True)
    show("report, nothing kept", [measure(["report", run])])
    with tempfile.TemporaryDirectory() as folder:
        page = ["report", run, "--html", str(Path(folder) / "report.html")]
        for name, command in (
            ("report, figures kept", ["report", run]),
            ("report --html, figures kept", page),
            ("show PROMPT", ["show", run, *a_prompt(asked.run)]),
            ("--help", ["--help"]),
        ):
            show(name, [measure(command) for _ in range(asked.runs)])


if __name__ == "__main__":
    main()
