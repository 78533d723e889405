"""Options that say what counts, for every command that counts."""

import click

dedup_option = click.option(
    "--dedup",
    default="near",
    show_default=True,
    metavar="COPIES[,sentences]",
    help="Copies left out of the count: none, exact (the same text), near (nearly the same text too). "
    "With ',sentences', a sentence that several of the remaining documents state counts only in the first.",
)
