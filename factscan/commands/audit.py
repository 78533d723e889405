"""The command ``factscan audit``."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factscan.commands.choices import dedup_option
from factscan.commands.output import put
from factscan.errors import InputError, UsageError

if TYPE_CHECKING:
    from factscan.figures import Settings
    from factscan.run import Run


@click.command(short_help="How many of the extracted facts are right: sample, label, count.")
@click.argument("run", metavar="RUN")
@click.option(
    "--sample", type=int, metavar="K", help="Draw K counted mentions and K mentions of singletons into --out."
)
@click.option("--by-domain", is_flag=True, help="With --sample: K and K of every domain.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="With --sample: another seed, other mentions."
)
@click.option(
    "--subjects",
    default="name,topic",
    show_default=True,
    help="With --sample: kinds of subject: name,topic,concept.",
)
@dedup_option
@click.option("--out", metavar="FILE", help="With --sample: the file to label, .csv or .jsonl.")
@click.option(
    "--label", metavar="FILE", help="Label the mentions of FILE in the terminal; goes on where it was left."
)
@click.option("--labels", metavar="FILE", help="Print the precision that the labels of FILE tell.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="With --labels: output.",
)
def audit(
    run: str,
    sample: int | None,
    by_domain: bool,
    seed: int,
    subjects: str,
    dedup: Any,
    out: str | None,
    label: str | None,
    labels: str | None,
    form: str,
) -> None:
    """Measure the precision of a run by labelling a random sample of its mentions by hand.

    \b
      factscan audit RUN --sample 100 --out sample.csv     draw mentions, with their sentences
      factscan audit RUN --label sample.csv                label them here, one key each …
                                                           … or fill the column 'label' (y, n, u) in a spreadsheet
      factscan audit RUN --labels sample.csv               precision with intervals, by domain and relation

    The same seed draws the same mentions. Every answer is saved at once.
    """
    import factscan

    if sum(option is not None for option in (sample, label, labels)) != 1:
        raise UsageError("use just one of --sample K, --label FILE and --labels FILE")
    opened = factscan.open(run)
    if sample is not None:
        if out is None:
            raise UsageError("say where the sample goes: --out FILE.csv or FILE.jsonl")
        from factscan.figures.settings import Settings, subject_kinds

        settings = Settings(subjects=subject_kinds(subjects), dedup=dedup)
        _sample(opened, sample, by_domain, seed, settings, Path(out))
    elif label is not None:
        _label(opened, Path(label))
    else:
        _report(opened, Path(labels or ""), form)


def _sample(run: "Run", size: int, by_domain: bool, seed: int, settings: "Settings", out: Path) -> None:
    from factscan.audit.files import write_items

    if out.exists():
        raise UsageError(f"{out} exists, and may hold labels: choose another --out")
    items = run.audit(size, by_domain=by_domain, seed=seed, settings=settings)
    write_items(out, items)
    click.echo(f"{len(items):,} mentions drawn into {out}", err=True)
    click.echo(f"next: factscan audit {run.path} --label {out}", err=True)


def _label(run: "Run", path: Path) -> None:
    from factscan.audit.files import read_items, write_items
    from factscan.audit.labelling import Labelling
    from factscan.commands.label import label_in_terminal

    items = read_items(path, run.identity)
    if not os.access(path, os.W_OK):
        raise InputError(f"{path} is read-only: the labels could not be kept")
    labelling = Labelling(items, save=lambda: write_items(path, items))
    label_in_terminal(labelling)
    click.echo(f"next: factscan audit {run.path} --labels {path}", err=True)


def _report(run: "Run", path: Path, form: str) -> None:
    from factscan.audit.files import read_items
    from factscan.audit.precision import precisions
    from factscan.report.audit import render_precisions

    items = read_items(path, run.identity)
    found = precisions(items)
    if not found:
        raise InputError(
            f"nothing is labelled in {path} yet: 'factscan audit {run.path} --label {path}', or fill its column "
            "'label' with y, n or u"
        )
    pretty = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    shown = render_precisions(found, items, form, pretty)
    (click.echo if form == "table" else put)(shown)
