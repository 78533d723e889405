"""Options that say what of a report is shown. They change no figure."""

from typing import TYPE_CHECKING, Any

import click

from factscan.commands.reading import options

if TYPE_CHECKING:
    from factscan.report.view import By, View

BYS = ("domain", "shard", "relation", "source")

view_options = options(
    click.option(
        "--by",
        type=click.Choice(BYS),
        help="Rows.  [default: domain; shard for --format ticket]",
    ),
    click.option(
        "--sort",
        default="",
        metavar="COLUMN",
        help="Sort rows by name, floor, low (end of its interval), m, n, prompts, singletons, bound, sr, documents, "
        "words, copies, rejected or guess (of relations); downwards with a minus: --sort=-n. "
        "[default: -floor; -low for shards and sources; -n for relations; as they are in csv and json]",
    ),
    click.option(
        "--min-n",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="Leave out rows with fewer than N mentions.",
    ),
    click.option(
        "--only",
        multiple=True,
        metavar="NAME",
        help="Only the rows with this name, or of this pattern ('law*', with * ? [ ]); may be given several times.",
    ),
    click.option(
        "--details",
        is_flag=True,
        help="Print everything: all rows, what was read, what copies do, every check, the growth, all notes.",
    ),
)


def view_of(choices: dict[str, Any], form: str) -> "View":
    """Take the options of the view out of those of a command."""
    from factscan.report.view import View

    by: By = choices.pop("by") or ("shard" if form == "ticket" else "domain")
    rest = ("sort", "min_n", "only", "details", "bound_2024")
    return View(by, *(choices.pop(name) for name in rest))
