"""A report as text: table, Markdown, CSV or JSON. Computes nothing."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factscan.figures import Report, Row
from factscan.figures.relations import RelationRow
from factscan.report.answer import answer
from factscan.report.apart import apart
from factscan.report.details import corrected, details
from factscan.report.findings import findings, warnings
from factscan.report.grid import markdown_grid, markdown_text
from factscan.report.lines import wrapped
from factscan.report.notes import more_notes, notes
from factscan.report.overview import markdown_overview, overview
from factscan.report.page import Page
from factscan.report.view import BYS, By, Shown, View, shown

_MORE = "more: --by shard|source|relation, --details (texts, copies, checks, growth), --format md|csv|json|ticket|card"
_FIRST: Mapping[By, str] = {"domain": "-floor", "shard": "-low", "source": "-low", "relation": "-n"}
"""How rows are sorted where a person reads them: a shard that is high by chance alone does not come first."""
_FIRST_OF_FACTS: Mapping[By, str] = {**dict.fromkeys(BYS, "-m"), "relation": "-n"}


def as_json(report: Report, view: View | None = None) -> str:
    """Every figure with full precision. The view chooses and sorts rows of its kind; those of others are all there."""
    found = shown(report, view).report if view else report
    return json.dumps(found.as_dict(), ensure_ascii=False, indent=1, allow_nan=False)


def as_csv(report: Report, view: View | None = None) -> str:
    """Every figure of every row, flat: an interval becomes three columns, a choice of dedup three.

    The first line is the whole corpus, but for relations.
    """
    found = shown(report, view or View())
    rows: list[dict[str, object]]
    if found.view.by == "relation":
        rows = [_flat_relation(row) for row in found.rows if isinstance(row, RelationRow)]
    else:
        rows = [_flat(row) for row in (report.overall, *found.rows) if isinstance(row, Row)]
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else ["name"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().rstrip("\n")


def as_table(report: Report, view: View | None = None, page: Page | None = None) -> str:
    """The answer, the table with interval bars, what stands out, warnings and notes, on a page of plain text."""
    found, page = _sorted(report, view), page or Page()
    blocks = [
        _paragraph(answer(found), page),
        overview(found, page),
        *corrected(found, page.grid),
        _lines(findings(found), page),
        _lines(warnings(found), page, "! "),
        *(details(found, page.grid) if found.view.details else []),
        _lines(_notes(found), page),
    ]
    return "\n\n".join(block for block in blocks if block)


def as_markdown(report: Report, view: View | None = None) -> str:
    """The same, as Markdown."""
    found = _sorted(report, view)
    blocks = [
        markdown_text(answer(found)),
        markdown_overview(found),
        *corrected(found, markdown_grid),
        _bullets(findings(found)),
        _bullets([f"**warning** {markdown_text(line)}" for line in warnings(found)], escape=False),
        *(details(found, markdown_grid) if found.view.details else []),
        _bullets(_notes(found)),
    ]
    return "\n\n".join(block for block in blocks if block)


def _sorted(report: Report, view: View | None) -> Shown:
    view = view or View()
    first = _FIRST_OF_FACTS if report.settings.of_facts else _FIRST
    return shown(report, view if view.sort else replace(view, sort=first[view.by]))


def _notes(found: Shown) -> list[str]:
    report, by = found.report, found.view.by
    first = notes(report, found.view, against=bool(apart(report, by)))
    return [*first, *more_notes(report, found.view)] if found.view.details else [*first, _MORE]


def _paragraph(text: str, page: Page) -> str:
    return "\n".join(
        page.coloured(line.strip(), "bold") for line in wrapped(text, page.width, "").split("\n")
    )


def _lines(lines: Sequence[str], page: Page, sign: str = "") -> str:
    drawn = [wrapped(f"{sign}{line}", page.width) for line in lines]
    return "\n".join(page.coloured(text, "warning") if sign else text for text in drawn)


def _bullets(lines: Sequence[str], escape: bool = True) -> str:
    return "\n".join(f"- {markdown_text(line) if escape else line}" for line in lines)


def _flat_relation(row: RelationRow) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in row.as_dict().items():
        if isinstance(value, dict):
            flat |= {f"{name}_{end}": value[end] for end in ("estimate", "low", "high")}
        else:
            flat[name] = value
    return flat


def _flat(row: Row) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in row.as_dict().items():
        if name == "warnings":
            flat[name] = "; ".join(row.warnings)
        elif isinstance(value, dict):
            flat |= _leaves("bound" if name == "bound_terms" else name, value)
        elif name != "corrected":  # absent without an audit
            flat[name] = value
    return flat


def _leaves(prefix: str, tree: dict[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in tree.items():
        path = f"{prefix}_{name.replace(',', '_')}"
        if isinstance(value, dict):
            flat |= _leaves(path, value)
        elif name != "reason":
            flat[path] = value
    return flat
