"""The page of the tables: those of the database, from the comments of its schema, and those of the parts."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import duckdb

from factscan.store import schema
from factscan.store.statements import statement
from factscan.store.version import SCHEMA_VERSION
from generated_pages.markdown import code, plain, table

_HEAD = f"""\
<!-- Made by tools/write_reference.py: sql/schema.sql, factscan/store/schema.py: change these, `make reference` -->
<!-- no-run here: every example of these tables is run where it is explained -->

# Tables

Schema version {SCHEMA_VERSION}. `factscan sql RUN` reads the tables and views of `RUN/factscan.duckdb`; the
build makes them from the Parquet files of the parts, which stand at the end of this page. Ids are 64-bit hashes of
canonical keys, the same in every run. `doc_no` is a document's place in corpus order: the rank of its key, in this run.

[Named questions](questions.md) are queries over these tables.
"""

_OBJECT = re.compile(r"create (?P<kind>table|view|macro) (?P<name>\w+)(?P<of>\([^)]*\))?")
_SCHEMAS = ("schema", "build/near/schema", "build/sampled/schema")
_NOTE = re.compile(r'\("(\w+)", pa\..*\),\s+# (.*)')
_NAMED = re.compile(r" as (\w+),?$")
_COLUMN = re.compile(r"^\s+(?P<name>\w+) [\w\[\]]+,?\s*(?:-- (?P<said>.*))?$")


@dataclass
class Described:
    """A table, view or macro of the schema, with what the comments say of it and of its columns."""

    kind: str
    name: str
    said: str
    columns: dict[str, str] = field(default_factory=dict)


def tables() -> list[Described]:
    """The tables of the database, with what the comments of the schema say of them."""
    return [item for name in _SCHEMAS for item in _objects(name) if item.kind == "table"]


def tables_page() -> str:
    found = [item for name in _SCHEMAS[:2] for item in _objects(name)]
    sampled = [*_objects(_SCHEMAS[2])]
    known = {item.name: item.columns for item in (*found, *sampled)}
    lines = [_HEAD]
    with duckdb.connect() as connection:
        for name in _SCHEMAS:
            connection.execute(statement(name))
        for title, chosen in (
            ("The tables", [item for item in found if item.kind == "table"]),
            ("The views", [item for item in found if item.kind == "view"]),
            ("Two more tables of a sampled run", sampled),
        ):
            lines += [f"## {title}", ""]
            for item in chosen:
                lines += [*_shown(item, connection, known), ""]
    lines += ["## The macros", "", *(_macro(item) for item in found if item.kind == "macro"), ""]
    return "\n".join([*lines, *_parts(known)]).rstrip() + "\n"


def _objects(name: str) -> Iterator[Described]:
    """The tables, views and macros of a file of SQL in its order, each with the comment right above it."""
    comment: list[str] = []
    current: Described | None = None
    for line in statement(name).splitlines():
        if line.strip().startswith("--"):
            comment.append(line.strip().removeprefix("--").strip())
            continue
        if match := _OBJECT.match(line):
            if current:
                yield current
            called = match["name"] + (match["of"] or "" if match["kind"] == "macro" else "")
            current = Described(match["kind"], called, " ".join(comment))
        elif current and current.kind == "table" and (column := _COLUMN.match(line)):
            current.columns[column["name"]] = column["said"] or ""
        elif current and comment and (named := _NAMED.search(line)):
            current.columns[named[1]] = " ".join(comment)
        comment = []
    if current:
        yield current


def _shown(
    item: Described, connection: duckdb.DuckDBPyConnection, known: dict[str, dict[str, str]]
) -> Iterator[str]:
    """A table or a view with the columns that it has in the database."""
    yield f"### {item.name}"
    yield ""
    yield plain(item.said)
    yield ""
    rows = connection.execute(f"describe {item.name}").fetchall()
    yield from table(
        ("column", "type", "what it is"),
        ((code(name), kind.lower(), plain(_meaning(name, item.name, known))) for name, kind, *_ in rows),
    )


def _macro(item: Described) -> str:
    return f"- {code(item.name)}" + (f": {plain(item.said)}" if item.said else "")


def _parts(known: dict[str, dict[str, str]]) -> Iterator[str]:
    """The tables of a part; what the database's table of that name says of a column, or else any other, holds here."""
    yield "## The Parquet files of a part"
    yield ""
    yield (inspect.getdoc(schema) or "").partition("\n\n")[2].replace("``", "`")
    notes = dict(_NOTE.findall(inspect.getsource(schema)))
    for name, columns in {**schema.PART_TABLES, **schema.SAMPLED_TABLES}.items():
        yield ""
        yield f"### {name}.parquet"
        yield ""
        rows = []
        for column in columns:
            meaning = notes.get(column.name) or _meaning(column.name, name, known)
            rows.append((code(column.name), plain(str(column.type).replace("item: ", "")), plain(meaning)))
        yield from table(("column", "type", "what it is"), rows)


def _meaning(column: str, of: str, known: dict[str, dict[str, str]]) -> str:
    """What a table says of a column, or else the first table that has one of this name."""
    first = next((columns[column] for columns in known.values() if columns.get(column)), "")
    return known.get(of, {}).get(column) or first
