"""The file of an audit: CSV for any spreadsheet, or JSON lines. Both hold the same rows."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from factscan.audit.item import LABELS, Item
from factscan.errors import InputError, UsageError
from factscan.store.durable import write_text

FIELDS = tuple(field.name for field in fields(Item))
# What a file may lack: labels, and what the files of earlier versions did not say, which all counted alike.
_ABSENT = {"label": "", "note": "", "dedup": "exact"}
_REQUIRED = tuple(name for name in FIELDS if name not in _ABSENT)
_SIZES = ("random_of", "singletons_of")
_NUMBERS = ("confidence", "seed", *_SIZES)
# A spreadsheet takes a cell that begins so for a formula; a quotation mark before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DELIMITERS = ",;\t"
_LIMIT = 2**24  # characters of a cell


def write_items(path: Path, items: Iterable[Item]) -> None:
    """Write the file anew: whole or not at all.

    Raises:
        UsageError: its name ends neither in .csv nor in .jsonl.
        InputError: it cannot be written.
    """
    rows = [asdict(item) for item in items]
    text = _csv_text(rows) if _is_csv(path) else _json_text(rows)
    try:
        write_text(path, text)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error


def _csv_text(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _quoted(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _json_text(rows: list[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def read_items(path: Path, run: str) -> list[Item]:
    """The items of the file, which must be of the run with the identity ``run``.

    Raises:
        InputError: it is not there, no audit's file, of another run, of several samples, or has a label that is none
            (with the line).
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start:,}): save it as 'CSV UTF-8'") from error
    rows = _csv_rows(path, text) if _is_csv(path) else _json_rows(path, text)
    items = [_item(f"{path}, line {line}", row) for line, row in rows]
    if not items:
        raise InputError(
            f"{path} has no rows: draw a sample with 'factscan audit RUN --sample K --out {path}'"
        )
    seen: set[str] = set()
    for (line, _), item in zip(rows, items, strict=True):
        if item.run != run:
            raise InputError(f"{path}, line {line} is of another run ({item.run}, not {run})")
        if item.design != items[0].design:
            raise InputError(f"{path}, line {line} is of another sample than the first: keep a file for each")
        if item.mention in seen:
            raise InputError(f"{path}, line {line} is there twice")
        seen.add(item.mention)
    return items


def _is_csv(path: Path) -> bool:
    if path.suffix.lower() not in (".csv", ".jsonl"):
        raise UsageError(f"an audit's file is named .csv or .jsonl, not {path.name!r}")
    return path.suffix.lower() == ".csv"


def _quoted(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _unquoted(value: str) -> str:
    return value[1:] if value[:1] == "'" and value[1:].startswith(_FORMULA) else value


def _csv_rows(path: Path, text: str) -> list[tuple[int, dict[str, Any]]]:
    """Rows with their lines. A spreadsheet may have chosen another delimiter and left empty rows."""
    csv.field_size_limit(_LIMIT)
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(_DELIMITERS, key=head.count), restval="")
    try:
        return list(_filled(reader))
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: {error}") from error


def _filled(reader: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str, Any]]]:
    for row in reader:
        cells = {name: _unquoted(cell) for name, cell in row.items() if name is not None}
        if any(cells.values()):
            yield reader.line_num, cells


def _json_rows(path: Path, text: str) -> list[tuple[int, dict[str, Any]]]:
    rows = []
    for line, record in enumerate(text.split("\n"), 1):
        if not record.strip():
            continue
        try:
            row = json.loads(record)
        except ValueError as error:
            raise InputError(f"{path}, line {line} is no JSON: {error}") from error
        if not isinstance(row, dict):
            raise InputError(f"{path}, line {line} is no JSON object")
        rows.append((line, row))
    return rows


def _item(place: str, row: dict[str, Any]) -> Item:
    missing = [name for name in _REQUIRED if name not in row]
    if missing:
        raise InputError(f"{place}: no audit's file (it lacks {', '.join(missing[:5])})")
    values = {**_ABSENT, **{name: row[name] for name in FIELDS if name in row}}
    written = str(values["label"] if values["label"] is not None else "").strip().lower()
    if written not in LABELS:
        raise InputError(
            f"{place}: label {values['label']!r} is none of y (right), n (wrong), u (unsure), empty"
        )
    values["label"] = LABELS[written]
    try:
        values["confidence"] = float(
            str(values["confidence"]).replace(",", ".")
        )  # as a spreadsheet may write it
        values["seed"] = int(values["seed"])
        for name in _SIZES:
            values[name] = _size(values[name])
    except (TypeError, ValueError, OverflowError) as error:
        raise InputError(f"{place}: {error}") from error
    if no_text := [name for name in FIELDS if name not in _NUMBERS and not isinstance(values[name], str)]:
        raise InputError(f"{place}: {no_text[0]} is no text")
    return Item(**values)


def _size(written: Any) -> int | None:
    """The size of a stratum; None where nothing was drawn from it."""
    if written in ("", None):
        return None
    if (size := int(written)) < 1:
        raise ValueError(f"a stratum of {size}")
    return size
