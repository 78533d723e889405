"""Measure how much of what a training corpus states it states only once.

import factscan
factscan.scan(["corpus/"], "RUN")
run = factscan.open("RUN")
run.report().overall.floor
run.sql("select subject, relation, object from mentions limit 10").to_pylist()
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factscan.engine.grow import Dropped, Merged
    from factscan.engine.options import ScanOptions
    from factscan.engine.result import ScanResult
    from factscan.extract import Extractor
    from factscan.figures import Settings
    from factscan.run import Run

__version__ = "0.1.0"
__all__ = [
    "Dropped",
    "Extractor",
    "Merged",
    "Run",
    "ScanOptions",
    "ScanResult",
    "Settings",
    "__version__",
    "drop",
    "merge",
    "open",
    "scan",
]

_HOMES = {
    "Dropped": "factscan.engine.grow",
    "Merged": "factscan.engine.grow",
    "Extractor": "factscan.extract",
    "Run": "factscan.run",
    "ScanOptions": "factscan.engine.options",
    "ScanResult": "factscan.engine.result",
    "Settings": "factscan.figures",
}


def scan(
    sources: str | Sequence[str],
    out: str | os.PathLike[str],
    options: "ScanOptions | None" = None,
    *,
    into: bool = False,
) -> "ScanResult":
    """Extract the facts of ``sources`` into the run folder ``out``; see ``factscan.engine.scan.scan``."""
    from factscan.engine.scan import scan as run_scan

    return run_scan([sources] if isinstance(sources, str) else sources, out, options, into=into)


def merge(
    runs: Sequence[str | os.PathLike[str]], out: str | os.PathLike[str], memory: str | None = None
) -> "Merged":
    """Join finished runs into the run folder ``out``; see ``factscan.engine.grow.merge``."""
    from factscan.engine.grow import merge as merge_runs

    return merge_runs(runs, out, memory)


def drop(run: str | os.PathLike[str], shards: Sequence[str], memory: str | None = None) -> "Dropped":
    """Take shards out of a run; see ``factscan.engine.grow.drop``."""
    from factscan.engine.grow import drop as drop_shards

    return drop_shards(run, shards, memory)


def open(path: str | os.PathLike[str]) -> "Run":  # noqa: A001 - factscan.open, like gzip.open
    """Open a run folder for reading."""
    from factscan.run import Run

    return Run(path)


def __getattr__(name: str) -> Any:
    """The classes of the API, imported when first asked for: spaCy alone costs a second."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'factscan' has no attribute {name!r}")
