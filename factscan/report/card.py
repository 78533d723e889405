"""A report as a block for the README of a dataset on a hub: front matter in YAML, and a section in Markdown."""

import json
from collections.abc import Iterator
from dataclasses import replace

from factscan.figures import Report
from factscan.report.answer import answer
from factscan.report.cells import steady
from factscan.report.columns import count, share, with_interval
from factscan.report.grid import markdown_table, markdown_text
from factscan.report.noise import in_short
from factscan.report.ticket import code
from factscan.report.view import AnyRow, Shown, View, shown
from factscan.stats import Interval

_HEADS = ("", "floor [95 %]", "M", "mentions", "singletons")
_SAYS = """\
The floor is a prediction for a calibrated base model that is asked what this dataset states, from the share of its
questions that one document alone answers (Kalai et al. 2025, arXiv 2509.04664); it measures no model. It takes
documents for independent and facts for rightly extracted."""


def as_card(report: Report, view: View | None = None, made_by: str = "") -> str:
    """The lines between ``---`` belong into the front matter that a README has, the others anywhere below it.

    ``made_by``: the extractor, as the run names it.
    """
    view = view or View()
    found = shown(
        report, view if view.sort else replace(view, sort="-floor" if view.by != "relation" else "-n")
    )
    return "\n".join(["---", *_front_matter(found, made_by), "---", "", *_section(found, made_by)])


def _front_matter(found: Shown, made_by: str) -> Iterator[str]:
    settings = found.report.settings
    yield "tags:"
    yield "- factscan"
    yield "factscan:"
    if made_by:
        yield f"  made_by: {_text(made_by)}"
    yield f"  settings: {_text(f'unit {settings.unit}, scope {settings.scope}, dedup {settings.dedup}')}"
    yield f"  subjects: {json.dumps(list(settings.subjects))}"
    yield from (f"  {line}" for line in _figures(found.report.overall))
    yield f"  {found.view.by}s:"
    for row in found.rows:
        yield f"  - name: {_text(row.name)}"
        yield from (f"    {line}" for line in _figures(row))


def _figures(row: AnyRow) -> Iterator[str]:
    for name, interval in (("floor", row.floor), ("missing_mass", row.missing_mass)):
        yield f"{name}: {_number(interval.estimate)}"
        yield f"{name}_95: {_ends(interval)}"
    yield f"mentions: {row.mentions}"
    yield f"singletons: {row.singletons}"


def _section(found: Shown, made_by: str) -> Iterator[str]:
    yield "## Facts stated only once"
    yield ""
    yield markdown_text(answer(found))
    yield ""
    rows = [("overall", found.report.overall), *((code(row.name), row) for row in found.rows)]
    cells = [
        [
            name.replace("|", "\\|"),
            with_interval(row.floor),
            share(row.missing_mass.estimate),
            *map(count, (row.mentions, row.singletons)),
        ]
        for name, row in rows
    ]
    yield markdown_table(_HEADS, cells, [True, *[False] * (len(_HEADS) - 1)])
    yield ""
    yield _SAYS
    yield ""
    yield from (f"- {markdown_text(line)}" for line in _notes(found.report, made_by))


def _notes(report: Report, made_by: str) -> Iterator[str]:
    """What the figures are of; no name of a file, as a card is public."""
    overall = report.overall
    yield f"{overall.documents:,} documents, {overall.words:,} words; {overall.duplicates:,} copies left out"
    if overall.rejected:
        yield f"{overall.rejected:,} records could not be read"
    if report.broken_shards:
        yield f"{len(report.broken_shards):,} of {len(report.shards):,} shards could not be read to their end"
    yield from in_short(report)
    if made_by:
        yield f"made by {made_by}"


def _number(value: float | None) -> str:
    return "null" if value is None else f"{value:.4f}"


def _ends(interval: Interval) -> str:
    return f"[{_number(interval.low)}, {_number(interval.high)}]"


def _text(text: str) -> str:
    """A string of YAML: JSON's, of characters that both may print."""
    return json.dumps(steady(text), ensure_ascii=False)
