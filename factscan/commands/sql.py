"""The command ``sql``: the tables of a run, queried."""

import sys

import click

from factscan.commands.choices import format_option
from factscan.commands.output import put
from factscan.errors import UsageError


@click.command(short_help="Query the tables of a run.")
@click.argument("run", required=False, metavar="RUN")
@click.argument("query", required=False, metavar="[SQL]")
@click.option(
    "--query", "-q", "name", metavar="NAME", help="A named question instead of SQL; --list shows them."
)
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Parameter of the query.")
@format_option("table", "json", "csv")
@click.option("--list", "listing", is_flag=True, help="List the named questions and their parameters.")
def sql(
    run: str | None, query: str | None, name: str | None, params: tuple[str, ...], form: str, listing: bool
) -> None:
    """Run one query over the tables, read only and shut off from everything outside the run.

    \b
      factscan sql RUN "select relation, count(*) from prompts group by all order by 2 desc limit 10"
      factscan sql RUN --query singletons --param domain=law
      factscan sql RUN "describe mentions"
    """
    import factscan
    from factscan.report.rows import render_rows
    from factscan.store.queries import query as named

    if listing:
        _list_queries()
        return
    if run is None:
        raise UsageError("say which run: factscan sql RUN …")
    if (query is None) == (name is None):
        raise UsageError("give either SQL or --query NAME (see --list)")
    given = dict(_parameter(item) for item in params)
    if name is not None:
        question = named(name)
        table = factscan.open(run).sql(question.text, question.bind(given))
    else:
        table = factscan.open(run).sql(query or "", given)
    shown = render_rows(table, form, pretty=sys.stdout.isatty())
    (click.echo if form == "table" else put)(shown)


def _parameter(item: str) -> tuple[str, str]:
    name, equals, value = item.partition("=")
    if not equals or not name.isidentifier():
        raise UsageError(f"--param takes NAME=VALUE, not {item!r}")
    return name, value


def _list_queries() -> None:
    from factscan.store.queries import query, query_names

    for name in query_names():
        question = query(name)
        click.echo(f"{name:16} {question.title}")
        for parameter in question.parameters:
            default = "required" if parameter.required else f"default {parameter.default or 'all'}"
            click.echo(f"{'':18}--param {parameter.name}=…  {parameter.help} ({default})")
