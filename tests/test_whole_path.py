"""From the sample corpus to its floors, held against the truth that its generator wrote down."""

import ast
import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parent.parent / "sample_data"
NOTEBOOK = Path(__file__).parent.parent / "docs" / "explore.ipynb"


def test_every_domain_of_the_sample_is_within_three_points_of_its_truth(sample_run: Path) -> None:
    check = subprocess.run(
        [sys.executable, SAMPLE / "check.py", sample_run],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_the_cells_of_the_notebook_give_what_it_shows(
    sample_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import factscan.extract.component  # noqa: F401 - as the entry point of an installed factscan does

    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / "sample").symlink_to(sample_run)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            assert executed("".join(cell["source"]), names) == shown(cell), "".join(cell["source"])


def executed(code: str, names: dict[str, object]) -> str:
    """What a cell prints, and the value of its last line, if that is an expression, as text."""
    body = ast.parse(code).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        value = None if last is None else eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return printed.getvalue() + ("" if value is None else repr(value))


def shown(cell: dict[str, Any]) -> str:
    """The text that the notebook shows below a cell."""
    texts = (output.get("text") or output["data"]["text/plain"] for output in cell["outputs"])
    return "".join("".join(text) for text in texts)


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
