"""Long answers: through the user's pager, or cut where there is none."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

import pyarrow as pa

from factscan.errors import UsageError


class FirstRows:
    """The first ``rows`` of what comes in batches; afterwards ``more`` says whether there were others."""

    def __init__(self, batches: Iterable[pa.RecordBatch], rows: int) -> None:
        self._batches = batches
        self._rows = rows
        self.more = False

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        left = self._rows
        for batch in self._batches:
            if batch.num_rows > left:
                self.more = True
                yield batch.slice(0, left)
                return
            left -= batch.num_rows
            yield batch


def pager() -> list[str]:
    """The command in ``$PAGER``, empty without one.

    Raises:
        UsageError: its quotes do not match.
    """
    try:
        return shlex.split(os.environ.get("PAGER", ""))
    except ValueError as error:
        raise UsageError(f"PAGER is no command: {error}") from error


def page(texts: Iterator[str], command: list[str]) -> None:
    """Print ``texts``; what is longer than the screen goes to the pager, which may be left before the end.

    Raises:
        UsageError: there is no such command.
        KeyboardInterrupt: Ctrl-C, after the pager is done with what it has.
    """
    held, height = "", shutil.get_terminal_size().lines - 2
    for text in texts:
        held += text
        if held.count("\n") > height:
            break
    else:
        sys.stdout.write(held)
        return
    try:
        # For less: leave if all fits, keep the screen, do not wrap the rows of a table.
        shown = subprocess.Popen(  # noqa: S603 - the user's own setting
            command, stdin=subprocess.PIPE, text=True, encoding="utf-8", env={"LESS": "FRSX", **os.environ}
        )
    except OSError as error:
        raise UsageError(f"the pager {command[0]} of $PAGER cannot be started: {error.strerror}") from error
    with shown, suppress(BrokenPipeError):
        _feed(shown, held, texts)


def _feed(shown: "subprocess.Popen[str]", held: str, texts: Iterator[str]) -> None:
    if shown.stdin is None:
        return
    try:
        shown.stdin.write(held)
        for text in texts:
            shown.stdin.write(text)
    finally:
        with suppress(BrokenPipeError):
            shown.stdin.close()
        while True:  # Ctrl-C is the pager's own, until it ends
            with suppress(KeyboardInterrupt):
                shown.wait()
                break
