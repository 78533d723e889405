"""How a command fails: one line on stderr, or one JSON object where its output would be JSON, and an exit code."""

import json
import re
from collections.abc import Sequence

import click

from factscan.commands.call import Call
from factscan.commands.configuration import origin
from factscan.commands.output import say
from factscan.errors import FactscanError, InputError, ModelError, RunError, UsageError

INTERRUPTED = 130
JSON_FORMS = ("json", "jsonl")
FAILURES = (FactscanError, click.ClickException, click.Abort, KeyboardInterrupt, OSError)
"""What ``failed`` tells of; anything else is a fault of factscan, and comes with its traceback."""

_KINDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    ((UsageError, click.UsageError), "usage"),
    (ModelError, "model"),
    (InputError, "input"),
    (RunError, "run"),
    ((click.Abort, KeyboardInterrupt), "interrupted"),
    (OSError, "system"),
)
_COMMAND = re.compile(r"'(factscan [^']+)'")


def failed(error: BaseException, call: Call, arguments: Sequence[str]) -> int:
    """Tell the user why ``arguments`` failed. Returns the exit code."""
    code = _exit_code(error)
    if isinstance(error, click.BadParameter):
        error = _placed(error)
    if (call.form or _asked_for(arguments)) in JSON_FORMS:
        message = _message(error)
        kind = next((kind for types, kind in _KINDS if isinstance(error, types)), "failed")
        told = {"error": message, "kind": kind, "exit_code": code, "hint": _hint(error, message)}
        click.echo(json.dumps(told, ensure_ascii=True), err=True)
    elif isinstance(error, click.ClickException):
        error.show()
    else:
        say(f"factscan: {_message(error)}")
    return code


def _exit_code(error: BaseException) -> int:
    if isinstance(error, FactscanError | click.ClickException):
        return error.exit_code
    return INTERRUPTED if isinstance(error, click.Abort | KeyboardInterrupt) else 1


def _placed(error: click.BadParameter) -> click.BadParameter:
    """A value that was refused, with the place where it stands, if that is not the command line."""
    place = origin(error.ctx, error.param) if error.ctx and error.param else None
    if place is None:
        return error
    return click.BadParameter(f"{error.message} It stands in {place}.", error.ctx, error.param)


def _message(error: BaseException) -> str:
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, click.Abort | KeyboardInterrupt):
        return "interrupted; what was finished is kept, the same command goes on from there"
    if isinstance(error, OSError) and not isinstance(error, FactscanError):
        return f"{error.strerror or error}: {error.filename or 'input or output'}"
    return " ".join(str(error).split())


def _hint(error: BaseException, message: str) -> str | None:
    """A command that helps: the one that the message names, or the help of the command that was misused."""
    if isinstance(error, click.UsageError) and error.ctx:
        return f"{error.ctx.command_path} --help"
    named = _COMMAND.search(message)
    return named[1] if named else None


def _asked_for(arguments: Sequence[str]) -> str | None:
    """The value of --format as it stands on the command line: click stops before it where another option is wrong."""
    found = None
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument.startswith("--format"):
            found = argument.removeprefix("--format=") if "=" in argument else following
    return found
