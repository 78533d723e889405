"""The file of an audit, of mentions or of pairs of prompts: CSV for any spreadsheet, or JSON lines."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from factscan.audit.item import LABELS, Item
from factscan.audit.pair import Pair
from factscan.errors import InputError, UsageError
from factscan.store.durable import write_text

Row = TypeVar("Row", Item, Pair)

# What a file may lack: labels, and what the files of earlier versions did not say, which all counted alike.
_ABSENT = {"label": "", "note": "", "dedup": "exact", "unit": "document", "units": ""}
_MEANINGS = {Item: "y (right), n (wrong)", Pair: "y (the same), n (different)"}
_DRAW = {Item: "--sample K", Pair: "--pairs K"}
# A spreadsheet takes a cell that begins so for a formula; a quotation mark before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DELIMITERS = ",;\t"
_LIMIT = 2**24  # characters of a cell


def write_items(path: Path, items: Iterable[Item] | Iterable[Pair]) -> None:
    """Write the file anew: whole or not at all.

    Raises:
        UsageError: its name ends neither in .csv nor in .jsonl.
        InputError: it cannot be written.
    """
    rows = [asdict(item) for item in items]
    text = _csv_text(rows) if check_name(path) == ".csv" else _json_text(rows)
    try:
        write_text(path, text)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error


def _csv_text(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _quoted(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _json_text(rows: list[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def read_items(path: Path, run: str) -> list[Item]:
    """The mentions of the file, which must be of the run with the identity ``run``.

    Raises:
        InputError: it is not there, no audit's file, of another run, of several samples, holds pairs, or has a
            label that is none (with the line).
    """
    items = read_audit(path, run)
    if isinstance(items[0], Pair):
        raise InputError(
            f"{path} holds pairs of prompts, not mentions: 'factscan audit RUN --labels {path}' says what they tell; "
            "mentions are drawn with --sample K"
        )
    return items


def read_audit(path: Path, run: str) -> list[Item] | list[Pair]:
    """The mentions or the pairs of the file, whichever it holds; raises what ``read_items`` raises."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start:,}): save it as 'CSV UTF-8'") from error
    rows = _csv_rows(path, text) if check_name(path) == ".csv" else _json_rows(path, text)
    if not rows:
        raise InputError(
            f"{path} has no rows: draw a sample with 'factscan audit RUN --sample K --out {path}'"
        )
    if "other_subject" in rows[0][1]:
        return _of_one_sample(path, run, rows, Pair)
    return _of_one_sample(path, run, rows, Item)


def _of_one_sample(
    path: Path, run: str, rows: Sequence[tuple[int, dict[str, Any]]], kind: type[Row]
) -> list[Row]:
    items: list[Row] = []
    seen: set[str] = set()
    for line, row in rows:
        item = _item(f"{path}, line {line}", row, kind)
        if item.run != run:
            raise InputError(
                f"{path}, line {line} is of another run ({item.run}, not {run}): draw a sample of this one with "
                f"'factscan audit RUN {_DRAW[kind]} --out FILE'"
            )
        if items and item.design != items[0].design:
            raise InputError(f"{path}, line {line} is of another sample than the first: keep a file for each")
        if item.name in seen:
            raise InputError(f"{path}, line {line} is there twice")
        seen.add(item.name)
        items.append(item)
    return items


def check_name(path: Path) -> str:
    """The ending of its name, .csv or .jsonl; UsageError for any other."""
    if path.suffix.lower() not in (".csv", ".jsonl"):
        raise UsageError(f"an audit's file is named .csv or .jsonl, not {path.name!r}")
    return path.suffix.lower()


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


def _item(place: str, row: dict[str, Any], kind: type[Row]) -> Row:
    missing = [field.name for field in fields(kind) if field.name not in row and field.name not in _ABSENT]
    if missing:
        raise InputError(f"{place}: no audit's file (it lacks {', '.join(missing[:5])})")
    values: dict[str, Any] = {
        field.name: row.get(field.name, _ABSENT.get(field.name)) for field in fields(kind)
    }
    written = str(values["label"] if values["label"] is not None else "").strip().lower()
    if written not in LABELS:
        raise InputError(
            f"{place}: label {values['label']!r} is none of {_MEANINGS[kind]}, u (unsure), empty"
        )
    values["label"] = LABELS[written]
    for field in fields(kind):
        try:
            values[field.name] = _value(field.name, field.type, values[field.name])
        except (TypeError, ValueError, OverflowError) as error:
            raise InputError(f"{place}: {error}") from error
    return kind(**values)


def _value(name: str, kind: object, written: Any) -> Any:
    """A cell as what the field holds."""
    if kind is float:
        return float(str(written).replace(",", "."))  # as a spreadsheet may write it
    if kind == int | None and written in ("", None):
        return None
    if kind in (int, int | None):
        if (number := int(written)) < 1 and name != "seed":
            raise ValueError(f"{name} is {number}: it is the size of what was drawn from")
        return number
    if not isinstance(written, str):
        raise TypeError(f"{name} is no text")
    if get_origin(kind) is Literal and written not in get_args(kind):
        raise ValueError(f"{name} is {written!r}. Available: {', '.join(get_args(kind))}")
    return written
