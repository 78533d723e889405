"""What the runtime of the network does beside running it: nothing."""

import os
import subprocess
import sys
from pathlib import Path


def test_parsing_leaves_no_trace_in_the_home_of_the_user(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("ORT_", "XDG_"))}
    program = "import factscan; list(factscan.Extractor().extract([('', 'Oslo is the capital of Norway.')]))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
