"""From the sample corpus to its floors, held against the truth that its generator wrote down."""

import json
import os
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "sample_data"


def test_every_domain_of_the_sample_is_within_three_points_of_its_truth(sample_run: Path) -> None:
    check = subprocess.run(
        [sys.executable, SAMPLE / "check.py", sample_run],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_records_of_the_sample_are_documents_or_rejects(sample_run: Path) -> None:
    import factscan

    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
    counts = factscan.open(sample_run).sql(
        "select (select count(*) from documents) as documents, (select count(*) from rejects) as rejects"
    )
    (found,) = counts.to_pylist()
    assert found["documents"] + found["rejects"] == sum(
        shard["records"] for shard in truth["shards"].values()
    )


def test_the_api_gives_what_the_command_line_prints(sample_run: Path) -> None:
    import factscan

    printed = subprocess.run(
        [sys.executable, "-m", "factscan", "report", sample_run, "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert json.loads(printed) == json.loads(json.dumps(factscan.open(sample_run).report().as_dict()))
