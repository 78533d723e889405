"""Printing what holds text of a corpus."""

import sys

import click


def put(text: str) -> None:
    """Print JSON, CSV or the like: as it is into a file or a pipe; on a terminal, what could steer it is escaped."""
    from factscan.report.grid import escaped

    click.echo(escaped(text) if sys.stdout.isatty() else text)
