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
    from factscan.engine.options import ScanOptions
    from factscan.engine.result import ScanResult
    from factscan.extract import Extractor
    from factscan.figures import Settings
    from factscan.run import Run

__version__ = "0.1.0"
__all__ = ["Extractor", "Run", "ScanOptions", "ScanResult", "Settings", "__version__", "open", "scan"]

_HOMES = {
    "Extractor": "factscan.extract",
    "Run": "factscan.run",
    "ScanOptions": "factscan.engine.options",
    "ScanResult": "factscan.engine.result",
    "Settings": "factscan.figures",
}


def scan(
    sources: str | Sequence[str], out: str | os.PathLike[str], options: "ScanOptions | None" = None
) -> "ScanResult":
    """Extract the facts of ``sources`` into the run folder ``out``; see ``factscan.engine.scan.scan``."""
    from factscan.engine.scan import scan as run_scan

    return run_scan([sources] if isinstance(sources, str) else sources, out, options)


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
