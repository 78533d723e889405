"""How long the command line takes before it does anything: help, versions, completion.

python benchmarks/startup.py            # the median of 9 processes each
python benchmarks/startup.py --run RUN  # with completions that look into a run

The time of a bare interpreter stands beside them: nothing can be faster.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time

FACTSCAN = [sys.executable, "-m", "factscan"]
TARGETS = {"--help": 150, "scan --help": 150, "--version": 300}
COMPLETION = 200


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=9, help="processes of each kind")
    parser.add_argument("--run", metavar="RUN", help="complete the shards and domains of this run too")
    given = parser.parse_args()
    print(f"{'what':44} {'median ms':>9} {'least':>6} {'CPU ms':>6} {'target':>7}")
    line("python -c pass", [sys.executable, "-c", "pass"], given.times)
    for arguments, target in TARGETS.items():
        line(f"factscan {arguments}", [*FACTSCAN, *arguments.split()], given.times, target)
    typed = ["factscan ", "factscan scan --", "factscan report ", "factscan sql RUN --query "]
    if given.run:
        typed += [f"factscan drop {given.run} ", f"factscan mix {given.run} --drop "]
    for words in typed:
        line(f"{words}<TAB>", FACTSCAN, given.times, COMPLETION, asked(words))


def asked(words: str) -> dict[str, str]:
    """What bash sets when TAB is pressed behind these words."""
    count = len(words.split())
    at = count if words.endswith(" ") else count - 1
    return {
        "COMP_WORDS": words,
        "COMP_CWORD": str(at),
        "_FACTSCAN_COMPLETE": "bash_complete",
    }


def line(
    what: str, command: list[str], times: int, target: int = 0, more: dict[str, str] | None = None
) -> None:
    wall, cpu = zip(*(milliseconds(command, more or {}) for _ in range(times)), strict=True)
    shown = f"≤ {target}" if target else ""
    numbers = f"{statistics.median(wall):9.0f} {min(wall):6.0f} {statistics.median(cpu):6.0f}"
    print(f"{what:44} {numbers} {shown:>7}", flush=True)


def milliseconds(command: list[str], more: dict[str, str]) -> tuple[float, float]:
    """Of a process, on the clock and on the processor (which a busy machine does not lengthen)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, env=os.environ | more, capture_output=True, check=True)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * wall, 1000 * cpu


if __name__ == "__main__":
    main()
