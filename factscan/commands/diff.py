"""The command ``diff``: two runs beside each other."""

from pathlib import Path
from typing import Any

import click

from factscan.commands.choices import dedup_option, format_option, scope_option, subjects_option, unit_option
from factscan.commands.fail_if import exit_code, fail_if_option
from factscan.commands.output import on_terminal, put


@click.command(short_help="What moved between two runs, and which prompts came and went.")
@click.argument("run_a", metavar="RUN_A")
@click.argument("run_b", metavar="RUN_B")
@format_option("table", "json", "md")
@click.option("--html", "page", metavar="FILE", help="Write an HTML page into FILE as well.")
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=5,
    show_default=True,
    metavar="K",
    help="Prompts to show of each kind of change.",
)
@unit_option
@scope_option
@dedup_option
@subjects_option
@click.option("--memory", metavar="SIZE", help="Memory of the queries ('2GB'); the rest spills into RUN_A.")
@fail_if_option(of_changes=True)
def diff(
    run_a: str,
    run_b: str,
    form: str,
    page: str | None,
    examples: int,
    subjects: str,
    memory: str | None,
    conditions: Any,
    **choices: Any,
) -> int:
    """Print which floors moved by more than noise from RUN_A to RUN_B, and which prompts were gained and lost.

    \b
      factscan diff corpus-v1 corpus-v2
      factscan diff corpus-v1 corpus-v2 --html changes.html --fail-if 'rose in any domain'
      factscan diff small-model large-model            the same text, read by two extractors

    The runs may be versions of a corpus, mixtures, or readings of the same text; documents with the same id, title and
    text are known to be the same, and make no noise. The settings apply to both runs. What differs in how they were
    read is said first: under another extractor the same question may have another key.
    """
    from factscan.figures.diff.conditions import measured
    from factscan.figures.settings import Settings, subject_kinds
    from factscan.report.diff import diff_json, diff_markdown, diff_table
    from factscan.report.diff_html import diff_html
    from factscan.run import Run

    settings = Settings(subjects=subject_kinds(subjects), **choices)
    found = Run(run_a, memory).diff(Run(run_b, memory), settings, examples=examples)
    if page is not None:
        Path(page).write_text(diff_html(found), encoding="utf-8")
    match form:
        case "json":
            put(diff_json(found))
        case "md":
            click.echo(diff_markdown(found))
        case _:
            click.echo(diff_table(found, pretty=on_terminal()))
    return exit_code(conditions, measured(found))
