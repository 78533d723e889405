"""Jobs that are killed until they get through all the same; ``benchmarks/kill.py`` is the long form of this."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

KILL = Path(__file__).parents[2] / "benchmarks" / "kill.py"


@pytest.mark.parametrize(
    "given",
    [
        "--kills 8 --faults 2 --only scan,into --documents 60",
        "--kills 4 --faults 0 --only scan --documents 60 --power-cuts",
    ],
)
def test_kills_lose_no_row_and_double_none(given: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, KILL, "--folder", tmp_path, *given.split()],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    kills = re.search(r"^all +\d+ +(\d+)", done.stdout, re.MULTILINE)
    assert kills is not None
    assert int(kills[1]) == int(given.split()[1])
