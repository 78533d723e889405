"""The interactive shell of ``factscan sql RUN``."""

from factscan.commands.shell.loop import Shell

__all__ = ["Shell"]
