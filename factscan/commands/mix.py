"""The command ``mix``: domains subsampled or dropped."""

from typing import Any

import click

from factscan.commands.choices import (
    dedup_option,
    domains_option,
    format_option,
    subjects_option,
    unit_option,
)
from factscan.commands.output import on_terminal, put
from factscan.errors import UsageError


@click.command(short_help="What every domain would miss in another mixture of the domains.")
@click.argument("run", metavar="RUN")
@click.option(
    "--keep", "keep", multiple=True, metavar="DOMAIN=RATE", help="Keep this share of the documents of DOMAIN."
)
@click.option(
    "--drop", "drop", multiple=True, metavar="DOMAIN", help="Keep none of them: the same as DOMAIN=0."
)
@unit_option
@dedup_option
@subjects_option
@domains_option
@format_option("table", "json")
def mix(
    run: str, keep: tuple[str, ...], drop: tuple[str, ...], subjects: str, form: str, **choices: Any
) -> None:
    """Print the floor of every domain if domains were subsampled or dropped. Nothing is parsed again.

    \b
      factscan mix RUN --keep web=0.5 --drop forum
      factscan mix RUN --drop wiki            what the rest knows of what wiki states

    Asked is always what the documents of a domain state, whether they are kept or not. Repeating documents (a rate
    above 1) teaches no new fact, and changes no figure.
    """
    import factscan
    from factscan.figures.settings import Settings, subject_kinds
    from factscan.report.mixture import mixture_json, mixture_table

    kept = _rates(keep, drop)
    mixture = factscan.open(run).mix(kept, Settings(subjects=subject_kinds(subjects), **choices))
    if form == "json":
        put(mixture_json(mixture))
    else:
        click.echo(mixture_table(mixture, pretty=on_terminal()))


def _rates(keep: tuple[str, ...], drop: tuple[str, ...]) -> dict[str, float]:
    named = [_rate(item) for item in keep] + [(name, 0.0) for name in drop]
    if not named:
        raise UsageError("say what changes: --keep DOMAIN=RATE, --drop DOMAIN")
    rates = dict(named)
    if len(rates) < len(named):
        raise UsageError("each domain can be kept or dropped once")
    return rates


def _rate(item: str) -> tuple[str, float]:
    name, equals, text = item.rpartition("=")
    try:
        return name, float(text if equals else "")
    except ValueError as error:
        raise UsageError(f"--keep takes DOMAIN=RATE with a rate from 0 to 1, not {item!r}") from error
