"""Read a statement or a command, do it, show what came of it, until the user has enough."""

import shlex
import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import click

from factscan.commands.output import on_terminal, say
from factscan.commands.shell.completion import words_of
from factscan.commands.shell.editing import history_file, line_editing
from factscan.commands.shell.paging import FirstRows, page, pager
from factscan.errors import FactscanError, UsageError
from factscan.report.grid import escaped
from factscan.report.questions import described, listed
from factscan.report.rows import lines
from factscan.store.queries import query, query_names
from factscan.store.reader import Reader, Result
from factscan.store.tables import declared

MODES = ("table", "csv", "json", "jsonl")
ROWS_WITHOUT_PAGER = 100

_PROMPT = "factscan> "
_GOES_ON = "     ...> "


class _Command(NamedTuple):
    does: Callable[[Sequence[str]], None]
    usage: str
    help: str


class Shell:
    """Asks one open run. ``parameters`` are the values of ``$name`` in statements; ``mode`` is one of ``MODES``."""

    def __init__(self, reader: Reader, run: str, parameters: Mapping[str, str], mode: str) -> None:
        self._reader = reader
        self._run = run
        self._parameters = dict(parameters)
        self._mode = mode
        self._commands = {
            ".tables": _Command(self._tables, "", "the tables and views, and what a row of each is"),
            ".schema": _Command(self._schema, "[TABLE]", "their columns; of one, or of all"),
            ".queries": _Command(self._queries, "[NAME]", "the named questions; of one, what a row is"),
            ".run": _Command(self._ask_named, "NAME [KEY=VALUE…]", "ask one of them"),
            ".mode": _Command(self._set_mode, f"[{'|'.join(MODES)}]", "how answers look"),
            ".help": _Command(self._help, "", "this"),
            ".quit": _Command(self._quit, "", "leave, as Ctrl-D does"),
        }
        self._words = words_of(reader, self._commands, MODES)

    def run(self) -> None:
        """Until ``.quit`` or Ctrl-D. Ctrl-C gives up a query, or what was typed; never the shell."""
        click.echo(
            f"The tables of {self._run}. SQL ends with ';', .help says what else there is, .quit leaves."
        )
        with line_editing(self._words, history_file()):
            while True:
                try:
                    self._do(_read())
                except EOFError:
                    return
                except KeyboardInterrupt:
                    click.echo()

    def _do(self, text: str) -> None:
        try:
            if text.startswith("."):
                self._command(text)
            else:
                for result in self._reader.ask_all(text, self._parameters):
                    self._show(result)
        except FactscanError as error:
            for line in str(error).splitlines():
                say(line)
        except KeyboardInterrupt:
            say("cancelled")

    def _command(self, text: str) -> None:
        try:
            name, *arguments = shlex.split(text)
        except ValueError as error:
            raise UsageError(f"{text}: {error}") from error
        if name not in self._commands:
            raise UsageError(f"there is no command {name}. Available: {', '.join(self._commands)}")
        self._commands[name].does(arguments)

    def _show(self, result: Result) -> None:
        command = pager()
        first = FirstRows(result.batches, ROWS_WITHOUT_PAGER)
        texts = lines(
            result.schema,
            result.batches if command else first,
            self._mode,
            pretty=not command and on_terminal(),
        )
        if self._mode != "table":  # of a table, the cells are escaped already
            texts = map(escaped, texts)
        if command:
            page(texts, command)
        else:
            sys.stdout.writelines(texts)
        sys.stdout.flush()
        if first.more:
            say(
                f"the first {ROWS_WITHOUT_PAGER} rows: with PAGER=less in the environment all can be looked through, "
                "'factscan sql RUN … --out FILE' writes all"
            )

    def _tables(self, _: Sequence[str]) -> None:
        said = {item.name: item.row for item in declared()}
        for name in self._words.columns:
            first, *_rest = said.get(name, "").split(". ")
            click.echo(f"{name:20}{first.removeprefix('A row is ').rstrip('.')}")

    def _schema(self, names: Sequence[str]) -> None:
        for name in names or self._words.columns:
            if name not in self._words.columns:
                raise UsageError(f"there is no table {name}. Available: {', '.join(self._words.columns)}")
        texts = [item.text for item in declared() if not names or item.name in names]
        click.echo("\n\n".join(texts))
        known = {item.name for item in declared()}
        for name in names:
            if name not in known:
                click.echo(f"{name}: {', '.join(self._words.columns[name])}")

    def _queries(self, names: Sequence[str]) -> None:
        if names:
            click.echo("\n".join(described(query(name)) for name in names))
        else:
            click.echo(listed(map(query, query_names())))

    def _ask_named(self, words: Sequence[str]) -> None:
        if not words:
            raise UsageError(".run NAME [KEY=VALUE…]; .queries names them")
        question = query(words[0])
        given = dict(_pair(word) for word in words[1:])
        self._show(self._reader.ask(question.text, question.bind(given)))

    def _set_mode(self, words: Sequence[str]) -> None:
        if words and words[0] not in MODES:
            raise UsageError(f"there is no mode {words[0]}. Available: {', '.join(MODES)}")
        self._mode = words[0] if words else self._mode
        click.echo(f"mode: {self._mode}")

    def _help(self, _: Sequence[str]) -> None:
        click.echo("A statement may take many lines and ends with ';'. Tab completes, Ctrl-C gives up.")
        for name, command in self._commands.items():
            click.echo(f"  {f'{name} {command.usage}':36}{command.help}")

    def _quit(self, _: Sequence[str]) -> None:
        raise EOFError


def _read() -> str:
    """One command, or lines up to the end of a statement."""
    text = ""
    while not text.strip():
        text = input(_PROMPT)
    if text.startswith("."):
        return text.strip()
    while not sqlite3.complete_statement(text):
        text += "\n" + input(_GOES_ON)
    return text


def _pair(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals:
        raise UsageError(f"a parameter is KEY=VALUE, not {word!r}")
    return name, value
