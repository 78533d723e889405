"""The command ``report``: the floors of a run."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from factscan.commands.fail_if import exit_code, fail_if_option
from factscan.commands.html_report import html_options, html_target, write_html
from factscan.commands.output import page, put
from factscan.commands.viewing import view_of, view_options
from factscan.commands.volume import said_if_slow

if TYPE_CHECKING:
    from factscan.audit.item import Item


@click.command(short_help="The predicted floors, as a table.")
@click.argument("run", metavar="RUN")
@view_options
@format_option("table", "json", "csv", "md", "ticket", "card")
@level_option
@unit_option
@scope_option
@dedup_option
@subjects_option
@domains_option
@click.option(
    "--delta",
    default="0",
    show_default=True,
    metavar="δ|measured:δ|FILE",
    help="Miscalibration of the model, for the bound: assumed (.03), measured elsewhere (measured:.03), or measured "
    "here, on a CSV FILE of its answers with the columns prompt, p_hat, right.",
)
@click.option(
    "--bound-2024",
    is_flag=True,
    help="Print the terms of the bound of Kalai and Vempala 2024, whatever it says.",
)
@click.option(
    "--audit",
    "audit_file",
    metavar="FILE",
    help="Labelled mentions ('factscan audit RUN --sample K'): adds the figures corrected for extraction errors.",
)
@click.option(
    "--pool-under",
    type=int,
    default=100,
    show_default=True,
    help="Report domains with fewer mentions as one, if they are many; 0: never.",
)
@fail_if_option()
@html_options
def report(
    run: str,
    form: str,
    subjects: str,
    audit_file: str | None,
    html: str | None,
    conditions: Any,
    delta: str,
    **choices: Any,
) -> int:
    """Print the floors of a run: overall and by domain, shard, relation or source.

    \b
      factscan report RUN                              the answer, the domains, what stands out
      factscan report RUN --by shard --min-n 1000      the shards, the highest first
      factscan report RUN --by source --only 'a*' --details
      factscan report RUN --domains map.csv            the same with domains put together otherwise
      factscan report RUN --format ticket --only SHARD a shard's figures, to be pasted into a ticket (Markdown)
      factscan report RUN --format card                a block for the README of a dataset on a hub (YAML, Markdown)

    With --html, write them into one file that any browser opens, with plots and examples, and print nothing.

    Nothing is parsed again: every choice is made over the tables. The table is as wide as the terminal (COLUMNS says
    otherwise) and has colours there, unless NO_COLOR is set. csv holds the rows of --by, json those of all (of sources
    with --by source only); --sort, --min-n and --only hold for the rows of --by in every form.
    """
    from dataclasses import replace

    import factscan
    from factscan.figures.calibration import delta_of
    from factscan.figures.conditions import measured
    from factscan.figures.settings import subject_kinds
    from factscan.report import as_card, as_csv, as_json, as_markdown, as_table, as_ticket

    evidence = not choices.pop("no_evidence")
    target = html_target(html, evidence=evidence)
    view = view_of(choices, form)
    opened, (settings, answers) = factscan.open(run), delta_of(delta)
    by_source = view.by == "source"
    settings = replace(settings, subjects=subject_kinds(subjects), by_source=by_source, **choices)
    if target or form in ("ticket", "card"):
        settings.refuse_facts("an HTML page" if target else f"a {form}")
    labelled = _labelled(audit_file, opened.identity)
    with said_if_slow("computing the figures"):
        figures = opened.report(settings, audit=labelled, answers=answers)
    if target:
        write_html(opened, figures, target, evidence=evidence)
    elif form == "json":
        put(as_json(figures, view))
    elif form == "csv":
        put(as_csv(figures, view))
    elif form == "md":
        click.echo(as_markdown(figures, view))
    elif form == "ticket":
        click.echo(as_ticket(figures, view))
    elif form == "card":
        click.echo(as_card(figures, view, opened.made_by))
    else:
        click.echo(as_table(figures, view, page()))
    return exit_code(conditions, measured(figures))


def _labelled(path: str | None, run: str) -> "list[Item] | None":
    from factscan.audit.files import read_items

    return None if path is None else read_items(Path(path), run)
