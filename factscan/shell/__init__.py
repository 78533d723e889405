"""The interactive shell of ``factscan sql RUN``."""

from factscan.shell.loop import Shell

__all__ = ["Shell"]
