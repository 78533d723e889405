"""Printing what holds text of a corpus, and the exit code of what is not whole."""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, cast

import click

if TYPE_CHECKING:
    from factscan.report.page import Page

PARTIAL = 3
"""Exit code: finished, but a shard or file could not be read to its end."""


def put(text: str) -> None:
    """Print JSON, CSV or the like: as it is into a file or a pipe; on a terminal, what could steer it is escaped."""
    from factscan.report.grid import escaped

    click.echo(escaped(text) if sys.stdout.isatty() else text)


class _Shown:
    """Stdout for what is written line by line; on a terminal, what could steer it is escaped."""

    def write(self, text: str) -> int:
        from factscan.report.grid import escaped

        return sys.stdout.write(escaped(text) if sys.stdout.isatty() else text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)


def shown_lines() -> IO[str]:
    """What to write lines of JSON or CSV to, that go to stdout."""
    return cast("IO[str]", _Shown())


def say(message: str) -> None:
    """A line on stderr; names in it may come from the corpus, so control characters are shown as such."""
    from factscan.report.grid import visible

    click.echo(visible(message), err=True)


def on_terminal() -> bool:
    """Whether figures go to a terminal that wants colour (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def page() -> "Page":
    """The page that a report is printed on: as wide as the terminal or as COLUMNS says, within reason."""
    from factscan.report.page import NARROWEST, PIPED, WIDEST, Page

    width = shutil.get_terminal_size((PIPED, 0)).columns
    return Page(max(NARROWEST, min(width, WIDEST)), colour=on_terminal())
