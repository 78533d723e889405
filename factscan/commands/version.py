"""``factscan --version``: what a bug report needs to name. No library is loaded for that."""

from collections.abc import Iterator
from pathlib import Path

import click

from factscan import __version__
from factscan.store.version import SCHEMA_VERSION
from factscan.versions import REPORT_SCHEMA

_MODELS = Path(__file__).resolve().parent.parent / "models"
_PACKAGES = ("spacy", "duckdb", "onnxruntime", "pyarrow", "numpy", "datasets", "datasketch", "click")


def show_versions(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print a name and its version a line, and leave."""
    if asked and not context.resilient_parsing:
        for name, its in versions():
            click.echo(f"{name} {its}")
        context.exit()


def versions() -> Iterator[tuple[str, str]]:
    """factscan first, then its models, what it writes, and what it runs on."""
    import json
    import platform

    yield "factscan", __version__
    for meta in sorted(_MODELS.glob("*/meta.json")):
        yield f"model {meta.parent.name}", str(json.loads(meta.read_text(encoding="utf-8"))["version"])
    yield "run schema", str(SCHEMA_VERSION)
    yield "report schema", str(REPORT_SCHEMA)
    yield "python", platform.python_version()
    for package in _PACKAGES:
        yield package, _installed(package)


def _installed(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
