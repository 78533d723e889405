"""The command ``forecast``: how much more text brings the domains to a missing mass."""

from typing import Any

import click

from factscan.commands.choices import (
    dedup_option,
    domains_option,
    format_option,
    level_option,
    scope_option,
    subjects_option,
    unit_option,
)
from factscan.commands.output import on_terminal, put
from factscan.commands.volume import said_if_slow


@click.command(short_help="How much more text would bring every domain to a missing mass.")
@click.argument("run", metavar="RUN")
@click.option(
    "--to", "target", type=float, required=True, metavar="M", help="The missing mass to reach, 0.2 say."
)
@click.option("--beyond", is_flag=True, help="Guess beyond twice the text, too, up to 16 times.")
@level_option
@unit_option
@scope_option
@dedup_option
@subjects_option
@domains_option
@format_option("table", "json")
def forecast(run: str, target: float, beyond: bool, subjects: str, form: str, **choices: Any) -> None:
    """Print how many more documents would bring the corpus, and every domain, to the missing mass M.

    Once where all domains grow in their present proportions, once where only the domain itself grows. Up to twice the
    text this is a forecast whose error is measured; further only with --beyond, as a guess. The growth so far is in
    'factscan report RUN'.
    """
    import factscan
    from factscan.figures.reach import reach
    from factscan.figures.settings import Settings, subject_kinds
    from factscan.report.forecast import reach_json, reach_table

    with said_if_slow("computing the figures"):
        figures = factscan.open(run).report(Settings(subjects=subject_kinds(subjects), **choices))
    found = reach(figures, target, beyond=beyond)
    if form == "json":
        put(reach_json(found, target))
    else:
        pretty = on_terminal()
        click.echo(reach_table(found, target, pretty))
