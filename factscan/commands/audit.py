"""The command ``factscan audit``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factscan.commands.choices import dedup_option, format_option
from factscan.commands.output import on_terminal, put
from factscan.errors import InputError, UsageError

if TYPE_CHECKING:
    from factscan.audit.item import Item
    from factscan.audit.pair import Pair
    from factscan.figures import Settings
    from factscan.run import Run


@click.command(short_help="How many of the extracted facts are right, and the figures corrected by that.")
@click.argument("run", metavar="RUN")
@click.option(
    "--sample", type=int, metavar="K", help="Draw K counted mentions and K mentions of singletons into --out."
)
@click.option("--by-domain", is_flag=True, help="With --sample: K and K of every domain.")
@click.option(
    "--pairs",
    type=int,
    metavar="K",
    help="Draw K pairs of near prompts of either kind into --out: close subjects with the same answer, close relations "
    "of the same subject. Are they one question?",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another sample.")
@click.option(
    "--subjects",
    default="name,topic",
    show_default=True,
    help="With --sample and --pairs: kinds of subject: name,topic,concept.",
)
@dedup_option
@click.option(
    "--unit",
    default="document",
    show_default=True,
    help="With --sample and --pairs: a singleton is stated in one document, cluster or source.",
)
@click.option("--out", metavar="FILE", help="With --sample and --pairs: the file to label, .csv or .jsonl.")
@click.option(
    "--label", metavar="FILE", help="Label FILE in the terminal, one key each; goes on where it was left."
)
@click.option(
    "--labels",
    metavar="FILE",
    help="Print what the labels of FILE tell: precision and corrected figures, or what merging would do.",
)
@format_option("table", "json", "csv", help="With --labels: output.")
def audit(
    run: str,
    sample: int | None,
    by_domain: bool,
    pairs: int | None,
    seed: int,
    subjects: str,
    dedup: Any,
    unit: Any,
    out: str | None,
    label: str | None,
    labels: str | None,
    form: str,
) -> None:
    """Measure what extraction errors do to the figures of a run, by labelling a random sample by hand.

    \b
      factscan audit RUN --sample 400 --out sample.csv     draw mentions, with their sentences
      factscan audit RUN --label sample.csv                label them here, one key each …
                                                           … or fill the column 'label' (y, n, u) in a spreadsheet
      factscan audit RUN --labels sample.csv               precision by domain and relation; M and floor corrected
      factscan report RUN --audit sample.csv               the report with the corrected figures beside the others
      factscan audit RUN --pairs 100 --out pairs.csv       the same for questions that were keyed as two: y the same,
                                                           n different; --labels pairs.csv says what merging would do

    The same seed draws the same. Every answer is saved at once.
    """
    import factscan

    if sum(option is not None for option in (sample, pairs, label, labels)) != 1:
        raise UsageError("use just one of --sample K, --pairs K, --label FILE and --labels FILE")
    if by_domain and sample is None:
        raise UsageError("--by-domain goes with --sample K")
    opened = factscan.open(run)
    if label is not None:
        _label(opened, Path(label))
    elif labels is not None:
        _report(opened, Path(labels), form)
    else:
        from factscan.figures.settings import Settings, subject_kinds

        settings = Settings(subjects=subject_kinds(subjects), dedup=dedup, unit=unit)
        _draw(opened, sample, pairs, by_domain, seed, settings, out)


def _draw(
    run: "Run",
    sample: int | None,
    pairs: int | None,
    by_domain: bool,
    seed: int,
    settings: "Settings",
    out: str | None,
) -> None:
    from factscan.audit.files import check_name, write_items

    if out is None:
        raise UsageError("say where the sample goes: --out FILE.csv or FILE.jsonl")
    path = Path(out)
    check_name(path)
    if path.exists():
        raise UsageError(f"{out} exists, and may hold labels: choose another --out")
    if sample is not None:
        items = run.audit(sample, by_domain=by_domain, seed=seed, settings=settings)
        write_items(path, items)
        click.echo(f"{len(items):,} mentions drawn into {out}", err=True)
    else:
        near = run.audit_pairs(pairs or 0, seed=seed, settings=settings)
        write_items(path, near)
        click.echo(f"{len(near):,} pairs of prompts drawn into {out}", err=True)
    click.echo(f"next: factscan audit {run.path} --label {out}", err=True)


def _label(run: "Run", path: Path) -> None:
    from factscan.audit.files import read_audit, write_items
    from factscan.audit.labelling import Labelling
    from factscan.commands.label import label_in_terminal

    items = read_audit(path, run.identity)
    if not os.access(path, os.W_OK):
        raise InputError(f"{path} is read-only: the labels could not be kept")
    labelling = Labelling(items, save=lambda: write_items(path, items))
    label_in_terminal(labelling)
    click.echo(f"next: factscan audit {run.path} --labels {path}", err=True)


def _report(run: "Run", path: Path, form: str) -> None:
    from factscan.audit.files import read_audit

    items = read_audit(path, run.identity)
    if not any(item.label for item in items):
        raise InputError(
            f"nothing is labelled in {path} yet: 'factscan audit {run.path} --label {path}', or fill its column "
            "'label' with y, n or u"
        )
    pretty = on_terminal()
    shown = _told(run, items, form, pretty)
    (click.echo if form == "table" else put)(shown)


def _told(run: "Run", items: "list[Item] | list[Pair]", form: str, pretty: bool) -> str:
    from factscan.audit.correction import settings_of
    from factscan.audit.pair import Pair

    if isinstance(items[0], Pair):
        from factscan.audit.merging import splits
        from factscan.report.splits import render_splits

        return render_splits(splits(items), items, run.report(settings_of(items)), form, pretty)
    from factscan.audit.correction import can_correct
    from factscan.audit.precision import precisions
    from factscan.report.audit import render_precisions

    report = run.report(settings_of(items), audit=items) if can_correct(items) else None
    return render_precisions(precisions(items), items, report, form, pretty)
