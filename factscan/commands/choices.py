"""Options that say what counts, for every command that counts."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from factscan.commands.call import Call

F = TypeVar("F", bound=Callable[..., Any])

dedup_option = click.option(
    "--dedup",
    default="near",
    show_default=True,
    metavar="COPIES[,sentences]",
    help="Copies left out of the count: none, exact (the same text), near (nearly the same text too). "
    "With ',sentences', a sentence that several of the remaining documents state counts only in the first.",
)

level_option = click.option(
    "--level",
    default="prompt",
    show_default=True,
    help="What counts as stated elsewhere: prompt (the question, whatever is answered) or fact (the same answer).",
)
unit_option = click.option(
    "--unit",
    default="document",
    show_default=True,
    help="What is left out as a whole: document, cluster, source.",
)
scope_option = click.option(
    "--scope",
    default="mix",
    show_default=True,
    help="mix: a prompt is known if any document states it; alone: only the group's own documents count.",
)
subjects_option = click.option(
    "--subjects", default="name,topic", show_default=True, help="Kinds of subject: name,topic,concept."
)


def _domain_map(
    _context: click.Context, _option: click.Parameter, path: str | None
) -> tuple[tuple[str, str], ...]:
    if path is None:
        return ()
    from factscan.figures.domain_map import read_domain_map

    return read_domain_map(path)


domains_option = click.option(
    "--domains",
    metavar="MAP",
    callback=_domain_map,
    help="Report domains under other names, without parsing: a file with the columns old domain, new domain (.csv, "
    '.tsv, or .toml with lines "old" = "new"). The old one may be a pattern (web_*); what no line names stays.',
)


def format_option(*forms: str, help: str = "Output.") -> Callable[[F], F]:  # noqa: A002 - click's word
    """The option --format; the first of ``forms`` is the default. It is read before all others: errors follow it."""
    return click.option(
        *("--format", "form"),
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        is_eager=True,
        callback=_noted,
        help=help,
    )


def _noted(context: click.Context, _: click.Parameter, form: str) -> str:
    if isinstance(context.obj, Call):
        context.obj.form = form
    return form
