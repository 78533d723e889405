"""Wheel, sdist and editable install, each into a fresh environment and used from another folder."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git does not ignore: an install must not lean on anything else that lies about."""
    copy = tmp_path_factory.mktemp("source") / "factscan"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    ).stdout
    for name in listed.decode().split("\0")[:-1]:
        if (PROJECT / name).exists() and not name.startswith("tests/"):
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, target, follow_symlinks=False)
    return copy


@pytest.fixture(scope="module")
def archives(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, source], check=True, capture_output=True)
    return out


def environment(folder: Path, *what: str) -> Path:
    """A new environment with factscan and the dependencies of this one; returns its Python."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", *what],
        check=True,
        capture_output=True,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    packages = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    (Path(packages) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_an_installed_factscan_works_from_another_folder(
    kind: str, source: Path, archives: Path, tmp_path: Path
) -> None:
    what = {
        "wheel": [str(next(archives.glob("*.whl")))],
        "sdist": [str(next(archives.glob("*.tar.gz")))],
        "editable": ["--editable", str(source)],
    }[kind]
    python = environment(tmp_path / "env", *what)
    command = python.parent / "factscan"
    (tmp_path / "corpus.jsonl").write_text('{"id": "a", "text": "Oslo is the capital of Norway."}\n')

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [command, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("scan", "corpus.jsonl", "--out", "run", "--workers", "1")
    assert json.loads(run("report", "run", "--format", "json"))["overall"]["mentions"] > 0
    assert "Oslo" in run("sql", "run", "--query", "top-facts")
    found = subprocess.run(
        [
            python,
            "-c",
            "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('factscan'); print(nlp.pipe_names)",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert found == "['factscan']\n"
    home = subprocess.run(
        [python, "-c", "import factscan; print(factscan.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert home.startswith(str(source if kind == "editable" else tmp_path / "env"))
    assert (Path(home.strip()).parent / "py.typed").exists()
