"""The page of the named questions: what ``sql/queries`` asks, with the columns of the answers."""

from collections.abc import Iterator

import duckdb

from factscan.store.queries import Query, query, query_names
from factscan.store.statements import statement
from generated_pages.markdown import code, plain, table

_HEAD = """\
<!-- Made by tools/write_reference.py from sql/queries: change the comments there, then `make reference`. -->
<!-- no-run here: tests/store/test_queries.py runs every named question -->

# Named questions

    factscan sql RUN --query NAME --param NAME=VALUE

asks one of these; `factscan sql --list` names them. Each is a file of `sql/queries`, to be read, copied and changed:
its text is SQL that runs once its parameters have values.
"""


def questions_page() -> str:
    lines = [_HEAD]
    lines += table(
        ("question", "what it answers"), ((_link(name), plain(query(name).title)) for name in query_names())
    )
    with duckdb.connect() as connection:
        connection.execute(statement("schema"))
        for name in query_names():
            lines += ["", *_described(query(name), connection)]
    return "\n".join(lines) + "\n"


def _link(name: str) -> str:
    return f"[{name}](#{name})"


def _described(question: Query, connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    yield f"## {question.name}"
    yield ""
    yield plain(" ".join([question.title, *_explanation(question)]))
    yield ""
    if question.parameters:
        yield from table(
            ("parameter", "default", "what it does"),
            ((code(p.name), _default(p.default, p.required), plain(p.help)) for p in question.parameters),
        )
        yield ""
    yield f"Columns: {', '.join(_columns(question, connection))}."


def _explanation(question: Query) -> Iterator[str]:
    """The lines of the comment between its title and its parameters."""
    for line in question.text.splitlines()[1:]:
        if not line.startswith("-- ") or line.startswith("-- $"):
            return
        yield line.removeprefix("-- ")


def _default(default: str | None, required: bool) -> str:
    return "must be given" if required else code(default) if default else "all"


def _columns(question: Query, connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The columns of the answer, from the tables of an empty run."""
    values = question.bind({p.name: "x" for p in question.parameters if p.required})
    rows = connection.execute(f"describe {question.text}", values).fetchall()
    for name, kind, *_ in rows:
        yield f"{code(name)} {kind.lower()}"
