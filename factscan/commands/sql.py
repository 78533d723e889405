"""The command ``sql``: the tables of a run, queried, or explored in a shell."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factscan.commands.output import put
from factscan.commands.results import FORMS, deliver, form_of
from factscan.errors import UsageError

if TYPE_CHECKING:
    from factscan.run import Run


@click.command(short_help="Query the tables of a run; without SQL, a shell.")
@click.argument("run", required=False, metavar="RUN")
@click.argument("query", required=False, metavar="[SQL]")
@click.option(
    "--query", "-q", "name", metavar="NAME", help="A named question instead of SQL; --list shows them."
)
@click.option(
    "--param",
    "-p",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="Value of $NAME in the query; a list is A,B,C or @FILE with one a line.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="Output.  [default: that of the ending of --out, else table]",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write into FILE."
)
@click.option("--list", "listing", is_flag=True, help="List the named questions and their parameters.")
def sql(
    run: str | None,
    query: str | None,
    name: str | None,
    params: tuple[str, ...],
    form: str | None,
    out: Path | None,
    listing: bool,
) -> None:
    """Ask the tables of a run: one query, a named question, SQL from stdin, or a shell.

    Nothing is changed, and a query reads nothing but the run. Without SQL and --query, on a terminal: a shell (.help
    says more); else the SQL comes from stdin.

    \b
      factscan sql RUN
      factscan sql RUN "select relation, count(*) from prompts group by all order by 2 desc limit 10"
      factscan sql RUN --query singletons --param domain=law
      factscan sql RUN --query coverage --param entities=@names.txt --out coverage.csv
      factscan sql RUN "from mentions" --out mentions.parquet
      factscan sql RUN < queries.sql
    """
    import factscan

    if listing:
        _list_queries(form)
        return
    if run is None:
        raise UsageError("say which run: factscan sql RUN …")
    if query is not None and name is not None:
        raise UsageError("give either SQL or --query NAME (see --list)")
    given = dict(_parameter(item) for item in params)
    opened = factscan.open(run)
    if query is None and name is None and sys.stdin.isatty() and out is None:
        _explore(opened, given, form)
    elif query is None and name is None:
        _ask_all(opened, sys.stdin.read(), given, form_of(form, out), out)
    else:
        _ask(opened, query, name, given, form_of(form, out), out)


def _ask(
    run: "Run", query: str | None, name: str | None, given: dict[str, str], form: str, out: Path | None
) -> None:
    from factscan.store.queries import query as named

    with run.reading() as reader:
        if name is not None:
            question = named(name)
            deliver(reader.ask(question.text, question.bind(given)), form, out)
        else:
            deliver(reader.ask(query or "", given), form, out)


def _ask_all(run: "Run", queries: str, given: dict[str, str], form: str, out: Path | None) -> None:
    if not queries.strip():
        raise UsageError("there is no SQL: give it as an argument, on stdin, or as --query NAME (see --list)")
    with run.reading() as reader:
        if out is not None or form == "parquet":  # one result is one file
            deliver(reader.ask(queries, given), form, out)
            return
        for number, result in enumerate(reader.ask_all(queries, given)):
            if number and form == "table":
                click.echo()
            deliver(result, form, None)


def _explore(run: "Run", given: dict[str, str], form: str | None) -> None:
    from factscan.commands.shell import Shell

    with run.reading() as reader:
        Shell(reader, run.path, given, form_of(form, None)).run()


def _parameter(item: str) -> tuple[str, str]:
    name, equals, value = item.partition("=")
    if not equals or not name.isidentifier():
        raise UsageError(f"--param takes NAME=VALUE, not {item!r}")
    return name, value


def _list_queries(form: str | None) -> None:
    from factscan.report.questions import listed
    from factscan.store.queries import query, query_names

    questions = [query(name) for name in query_names()]
    if form not in (None, "table", "json"):
        raise UsageError(f"--list is text or --format json, not {form}")
    if form == "json":
        put(json.dumps([question.as_dict() for question in questions], ensure_ascii=False, indent=1))
    else:
        click.echo(listed(questions))
