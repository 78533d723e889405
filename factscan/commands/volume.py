"""How much is said: --quiet and --verbose, alike for every command that works for long, and why one is waiting."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from threading import Timer
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factscan.commands.configuration import origins, weaker
from factscan.commands.output import say
from factscan.errors import UsageError

if TYPE_CHECKING:
    from factscan.engine.progress import Progress

F = TypeVar("F", bound=Callable[..., Any])


class Volume(IntEnum):
    """How much a command says on stderr. Warnings and errors it says always."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2

    def say(self, message: str) -> None:
        """Say what is no warning."""
        if self > Volume.QUIET:
            say(message)

    def detail(self, message: str) -> None:
        """Say what only --verbose asks for."""
        if self is Volume.VERBOSE:
            say(f"factscan: {message}")

    def progress(self) -> "Progress":
        """What tells of a job while it runs."""
        from factscan.engine.progress import Progress, terminal_progress

        return Progress() if self is Volume.QUIET else terminal_progress(every_shard=self is Volume.VERBOSE)


def volume_options(command: F) -> F:
    """Give a command the flags ``quiet`` and ``verbose``."""
    verbose = click.option("--verbose", "-v", is_flag=True, help="Say on stderr more of what is done.")
    quiet = click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr but warnings and errors.")
    return quiet(verbose(command))


def volume_of(quiet: bool, verbose: bool) -> Volume:
    """The volume that the flags ask for. Where it is VERBOSE, says which options came from a file or the environment.

    Raises:
        UsageError: both flags are given.
    """
    context = click.get_current_context()
    weak = weaker(context, "quiet", "verbose")
    quiet, verbose = quiet and weak != "quiet", verbose and weak != "verbose"
    if quiet and verbose:
        raise UsageError("--quiet and --verbose exclude each other: give one of them")
    volume = Volume.QUIET if quiet else Volume.VERBOSE if verbose else Volume.NORMAL
    for line in origins(context):
        volume.detail(line)
    return volume


@contextmanager
def said_if_slow(message: str, seconds: float = 2.0) -> Iterator[None]:
    """Say on a terminal what is being waited for, where it takes longer than ``seconds``."""
    timer = Timer(seconds, say, [message])
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
