"""Files that are either whole on disk or not there: write aside, sync, rename."""

import json
import os
from pathlib import Path
from typing import Any


def sync(path: Path) -> None:
    """Make a file's content, or a folder's entries (a rename inside it, say), survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_json(path: Path, value: Any) -> None:
    """Write ``value`` so that ``path`` holds either the old or the new content, never a half."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=1))


def write_text(path: Path, text: str) -> None:
    """Write ``text`` so that ``path`` holds either the old or the new content, never a half."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    # A file name that is no UTF-8 comes as lone surrogates: as \\udcff they are JSON's own escapes.
    with aside.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    sync(path.parent)
