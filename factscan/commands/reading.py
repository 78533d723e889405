"""Options that say how texts are read and parsed, for every command that reads some."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    def apply(command: F) -> F:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return apply


column_options = options(
    click.option("--text-column", metavar="COLUMN", help="Column of the text.  [default: text, content]"),
    click.option("--id-column", metavar="COLUMN", help="Column of the id.  [default: id, doc_id, url]"),
    click.option(
        "--title-column", metavar="COLUMN", help="Column of the title.  [default: title, else the URL's end]"
    ),
    click.option("--source-column", metavar="COLUMN", help="Column of the source.  [default: source]"),
    click.option("--url-column", metavar="COLUMN", help="Column of the URL.  [default: url]"),
    click.option(
        "--domain",
        metavar="RULE",
        help="Label that the report groups by: auto (column 'domain', else the first folder below the source), "
        "column:NAME, host (of the URL), folder, =NAME (one name for all).  [default: auto]",
    ),
)


reading_options = options(
    click.option(
        "--max-record",
        metavar="SIZE",
        help="Reject records that are longer: what bounds the memory of reading.  [default: 256MiB]",
    ),
    click.option(
        "--max-expansion",
        type=click.IntRange(min=1),
        metavar="RATIO",
        help="Cut compressed files that become more than RATIO times their size, 256 MiB aside.  [default: 250]",
    ),
    click.option(
        "--retries",
        type=click.IntRange(min=0),
        metavar="N",
        help="How often a read over the network is tried again before it is given up.  [default: 8]",
    ),
)


model_option = click.option(
    "--model",
    metavar="NAME_OR_PATH",
    help="spaCy pipeline to parse with: en_factscan (the more accurate), en_factscan_fast, any that is installed, or a "
    "folder.  [default: en_factscan]",
)
synonyms_option = click.option(
    "--synonyms", metavar="FILE", help="Table of wordings and their relations, laid over the shipped one."
)


near_threshold_option = click.option(
    "--near-threshold",
    type=float,
    metavar="SHARE",
    help="Near-duplicates have at least this share of their runs of words in common (shared by both / in either). "
    "One word in 45 changed leaves .8, and so does one paragraph in five dropped. 'factscan build' can choose another "
    "later.  [default: 0.8]",
)
