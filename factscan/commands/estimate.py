"""The command ``estimate``: the estimators of the literature on counts from a file; no run, no corpus."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from factscan.commands.choices import format_option
from factscan.commands.output import put
from factscan.errors import UsageError

Number = TypeVar("Number", int, float)

KINDS = ("counts", "spectrum", "tokens", "incidence")


@click.command(short_help="Coverage, unseen names and growth, from counts alone.")
@click.argument("file", metavar="FILE")
@click.option(
    "--kind", type=click.Choice(KINDS), default="counts", show_default=True, help="What FILE holds."
)
@click.option(
    "--samples", type=click.IntRange(min=1), metavar="T", help="Sampling units, where FILE does not say."
)
@click.option(
    "--level",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.95,
    show_default=True,
    help="Confidence of intervals and bounds.",
)
@click.option(
    "--cutoff",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="K",
    help="ACE and ICE: names seen at most K times are rare.",
)
@click.option(
    "--growth",
    metavar="T,…",
    help="New names in T times as many further mentions.  [default: 0.1,0.25,0.5,1,2,3,5]",
)
@click.option(
    "--sizes",
    metavar="M,…",
    help="Points of the curves, in mentions or sampling units.  [default: 0.1, 0.5, 1, 1.5 and 2 times FILE's]",
)
@format_option("table", "json")
def estimate(
    file: str,
    kind: str,
    samples: int | None,
    growth: str | None,
    sizes: str | None,
    form: str,
    **choices: Any,
) -> None:
    """Estimate from FILE how much of the whole its names cover, and how many are unseen. "-" is standard input.

    \b
    --kind counts     one count a line: how often each name was seen
    --kind spectrum   "k f_k" a line: f_k names were seen k times each
    --kind tokens     one name a line, as often as it was seen
    --kind incidence  first the number of sampling units; then, a line, in how many of them a name was found,
                      or "k Q_k"

    Coverage (Turing, Chao-Jost, Zhang-Huang), Simple Good-Turing, Chao1 and 2, iChao, ACE, ICE, jackknife, Hill
    numbers, Good-Toulmin and its smoothed forms, rarefaction and extrapolation. They take mentions for independent;
    facts in documents are not, and 'factscan report' is made for them.
    """
    from factscan.commands.spectrum_file import read_spectrum
    from factscan.report.estimate import estimate_json, estimate_table
    from factscan.stats.spectrum.toolbox import GROWTH, Choices, toolbox

    if samples is not None and kind != "incidence":
        raise UsageError("--samples belongs to --kind incidence")
    asked = tuple(_numbers("--growth", growth, float)) if growth else GROWTH
    chosen = Choices(growth=asked, **choices)
    points = _numbers("--sizes", sizes, int) if sizes else None
    spectrum, units = read_spectrum(file, kind, samples)
    result = toolbox(spectrum, samples=units, choices=chosen, sizes=points)
    if form == "json":
        put(estimate_json(result, kind))
    else:
        click.echo(estimate_table(result))


def _numbers(option: str, text: str, number: Callable[[str], Number]) -> list[Number]:
    try:
        found = [number(part) for part in text.split(",")]
    except ValueError:
        found = []
    if not found or not all(0 < value < float("inf") for value in found):
        kind = "whole numbers" if number is int else "numbers"
        raise UsageError(f"{option} takes {kind} above 0 with commas between them, not {text!r}")
    return found
