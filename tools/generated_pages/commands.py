"""The page of the command line: every command with its options, as click knows them."""

import inspect
import textwrap
from collections.abc import Iterator

import click

from factscan.cli import cli
from generated_pages.markdown import code, plain, table

_HEAD = """\
<!-- Made by tools/write_reference.py from the commands themselves: change their help, then `make reference`. -->
<!-- no-run here: lines of --help, as they stand; the tutorial and the how-tos run the commands -->

# Commands

What `--help` says of every command, on one page. All of them have the same [exit codes](exit-codes.md).
"""


def commands_page() -> str:
    lines = [_HEAD]
    for name, command, context in commands():
        lines += [*_described(name, command, context), ""]
    return "\n".join(lines).rstrip() + "\n"


def commands() -> Iterator[tuple[str, click.Command, click.Context]]:
    """Every command that is not hidden: its full name, the command, the context that its help is made in."""
    yield from _below("factscan", cli, click.Context(cli, info_name="factscan"))


def shown_options(command: click.Command) -> list[click.Option]:
    """The options of a command that help shows, ``--help`` itself aside."""
    return [
        parameter
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
    ]


def _below(
    name: str, command: click.Command, context: click.Context
) -> Iterator[tuple[str, click.Command, click.Context]]:
    yield name, command, context
    if isinstance(command, click.Group):
        for short in command.list_commands(context):
            inner = command.get_command(context, short)
            if inner is not None and not inner.hidden:
                yield from _below(f"{name} {short}", inner, click.Context(inner, context, info_name=short))


def _described(name: str, command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield f"    {name} {' '.join(command.collect_usage_pieces(context))}"
    yield ""
    yield from _help(command.help or "")
    records = [option.get_help_record(context) for option in shown_options(command)]
    if any(records):
        yield from table(("option", "what it does"), ((code(r[0]), plain(r[1])) for r in records if r))


def _help(text: str) -> Iterator[str]:
    """Paragraphs; those that click leaves alone (after \\b) are shown as they are laid out."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b"):
            yield textwrap.indent(textwrap.dedent(paragraph.partition("\n")[2]), "    ").rstrip()
        else:
            yield plain(paragraph)
        yield ""
