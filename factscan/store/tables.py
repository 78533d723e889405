"""What the database of a run holds, as the comments of ``sql/schema.sql`` tell it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import duckdb

from factscan.errors import RunError
from factscan.store.statements import statement

Kind = Literal["table", "view", "macro"]

_DECLARED = re.compile(r"create (?P<kind>table|view|macro) (?P<name>\w+)", re.MULTILINE)
NOT_FOUND = (duckdb.CatalogException, duckdb.BinderException)
"""What DuckDB raises for a table, a macro or a column that is not there."""

_COLUMN = re.compile(r"^    (?P<name>\w+) \w", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Declared:
    """A table, view or macro of the schema. ``row`` says what one row is, ``text`` is its SQL with all comments."""

    kind: Kind
    name: str
    row: str
    text: str

    @property
    def columns(self) -> list[str]:
        """Of a table; what a view has is the database's to say."""
        return _COLUMN.findall(self.text) if self.kind == "table" else []


@cache
def declared() -> tuple[Declared, ...]:
    """All of the schema, in its order."""
    return tuple(_declared(statement("schema")))


def _declared(schema: str) -> Iterator[Declared]:
    comment = ""
    for block in re.split(r"\n(?=create |\n)", schema):
        text = block.strip()
        if found := _DECLARED.match(text):
            row = " ".join(line.removeprefix("-- ") for line in comment.splitlines())
            yield Declared(found["kind"], found["name"], row, f"{comment}\n{text}".strip())  # type: ignore[arg-type]
        comment = text if text.startswith("--") else ""


def outdated(connection: duckdb.DuckDBPyConnection, run: str, error: Exception) -> RunError | None:
    """Why a query met ``error``, if it is that the schema got what it reads after ``run`` was built; else None."""
    rows = connection.execute(statement("store/there")).fetchall()
    there = {name for (name,) in rows}
    missing = [name for name in _names() if name not in there and name.rpartition(".")[2] in str(error)]
    if not missing:
        return None
    return RunError(
        f"the database of {run} was built by an older factscan and lacks {', '.join(missing)}: 'factscan build {run}' "
        "makes it anew from what was extracted, nothing is scanned again"
    )


def _names() -> Iterator[str]:
    """Of all that the schema has, columns as ``table.column``."""
    for item in declared():
        yield item.name
        yield from (f"{item.name}.{column}" for column in item.columns)
