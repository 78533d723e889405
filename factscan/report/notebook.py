"""Results as HTML for a notebook: tables with the notebook's own colours, intervals as small drawings.

Text of a corpus is escaped wherever it stands. No script, no style sheet, nothing from a network.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factscan.audit.item import CLOSE, OPEN, marked
from factscan.explore.known import Evidence, Known, KnownEntity, KnownPrompt
from factscan.figures.relations import RelationRow
from factscan.figures.report import Report, Row
from factscan.report.columns import count, share
from factscan.report.floors import floor_rows
from factscan.report.grid import visible

if TYPE_CHECKING:
    from factscan.report.view import By
    from factscan.stats import Interval

_LONGEST = 300
_WIDTH, _HEIGHT = 160, 16
_LEFT = "text-align:left;padding:.2em .6em"
_RIGHT = "text-align:right;padding:.2em .6em;font-variant-numeric:tabular-nums"
_TEXT = f"{_LEFT};max-width:48em;white-space:normal;overflow-wrap:break-word"
_QUIET = "opacity:.7;font-size:90%"


def rows_html(table: pa.Table, total: int) -> str:
    """The rows of ``table``, of ``total`` that there are."""
    left = [not (pa.types.is_integer(kind) or pa.types.is_floating(kind)) for kind in table.schema.types]
    cells = [
        [_value(value) for value in row] for row in zip(*(c.to_pylist() for c in table.columns), strict=True)
    ]
    shown = f"{total:,} row{'' if total == 1 else 's'}" + (
        f", {table.num_rows} shown" if total > table.num_rows else ""
    )
    return _table(table.column_names, cells, left) + _note(shown)


def floors_html(report: Report, by: "By") -> str:
    """The floors with their intervals drawn on one scale from 0 to 1."""
    rows: Sequence[Row | RelationRow] = report.relations if by == "relation" else floor_rows(report, by)
    heads = [by, "floor", "95 %", "0 … 1", "missing mass", "N", "prompts", "singletons"]
    cells = [
        [
            _text(row.name),
            f"<b>{share(row.floor.estimate)}</b>",
            _ends(row.floor),
            _drawn(row.floor),
            share(row.missing_mass.estimate),
            *(count(number) for number in (row.mentions, row.prompts, row.singletons)),
        ]
        for row in rows
    ]
    settings = report.settings
    note = (
        "The predicted hallucination rate of a calibrated base model asked what this corpus states: a prediction, no "
        f"measurement of a model. unit {settings.unit}, scope {settings.scope}, dedup {settings.dedup}, subjects "
        f"{', '.join(settings.subjects)}"
    )
    return _table(heads, cells, [True, *[False] * 7]) + _note(note)


def known_html(known: Known) -> str:
    return _entity(known) if isinstance(known, KnownEntity) else _prompt(known)


def _entity(known: KnownEntity) -> str:
    cells = [
        [
            _text(one.relation),
            _text(", ".join(f"{answer.object} × {answer.mentions}" for answer in one.responses[:6])),
            count(one.mentions),
            count(one.documents),
            "singleton" if one.singleton else "several answers" if one.conflicting else "",
        ]
        for one in known.prompts
    ]
    heads = ["relation", "answers", "mentions", "documents", ""]
    shown = f"{known.total:,} prompts" + (f", {len(cells)} shown" if known.total > len(cells) else "")
    return _title(known.subject) + _table(heads, cells, [True, True, False, False, True]) + _note(shown)


def _prompt(known: KnownPrompt) -> str:
    counts = known.counts
    cells = [
        [_text(one.object), count(one.mentions), count(one.documents), count(one.other)]
        for one in counts.responses[:12]
    ]
    answers = _table(["answer", "mentions", "documents", "not counted"], cells, [True, False, False, False])
    said = "".join(f'<li style="margin:.4em 0">{_sentence(one)}</li>' for one in known.evidence)
    standing = (
        "a singleton" if counts.singleton else "no singleton" if counts.units else "nothing of it counts"
    )
    return _title(f"{counts.subject} – {counts.relation}") + _note(standing) + answers + f"<ul>{said}</ul>"


def _sentence(one: Evidence) -> str:
    text = _text(marked(one.sentence or "", one.span_start, one.span_end), longest=2_000)
    text = text.replace(OPEN, f"<mark>{OPEN}").replace(CLOSE, f"{CLOSE}</mark>")
    where = " · ".join(_text(part) for part in (one.domain, one.doc_id, one.title) if part)
    why = f" · not counted: {_text(one.left_out)}" if one.left_out else ""
    return f'{text}<br><span style="{_QUIET}">{where}{why}</span>'


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], left: Sequence[bool]) -> str:
    """``rows`` hold HTML; ``heads`` are escaped."""
    head = "".join(
        f'<th scope="col" style="{_LEFT if is_left else _RIGHT}">{_text(name)}</th>'
        for name, is_left in zip(heads, left, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{_TEXT if is_left else _RIGHT}">{cell}</td>'
            for cell, is_left in zip(row, left, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _title(text: str) -> str:
    return f"<div><b>{_text(text)}</b></div>"


def _note(text: str) -> str:
    return f'<div style="{_QUIET}">{_text(text)}</div>'


def _value(value: Any) -> str:
    match value:
        case None:
            return "–"
        case float():
            return f"{value:.4g}"
        case list():
            return _text(", ".join(map(str, value)))
        case _:
            return _text(str(value))


def _text(text: str, longest: int = _LONGEST) -> str:
    """Text of a corpus: no tags, no control characters, and no more of it than can be read."""
    plain = visible(" ".join(text.split()))
    return escape(plain if len(plain) <= longest else f"{plain[: longest - 1]}…")


def _ends(interval: "Interval") -> str:
    return f"{share(interval.low)} – {share(interval.high)}" if interval.estimate is not None else "–"


def _drawn(interval: "Interval") -> str:
    """A line from the low to the high end and a dot at the estimate, over a thin line from 0 to 1."""
    if interval.estimate is None or interval.low is None or interval.high is None:
        return _text(interval.reason or "–")
    low, dot, high = (
        4 + (_WIDTH - 8) * min(1.0, max(0.0, end)) for end in (interval.low, interval.estimate, interval.high)
    )
    middle = _HEIGHT // 2
    return (
        f'<svg width="{_WIDTH}" height="{_HEIGHT}" role="img" '
        f'aria-label="{share(interval.estimate)}, from {share(interval.low)} to {share(interval.high)}">'
        f'<line x1="4" x2="{_WIDTH - 4}" y1="{middle}" y2="{middle}" stroke="currentColor" stroke-opacity=".2"/>'
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}" stroke="currentColor" stroke-width="5" '
        f'stroke-opacity=".4"/><circle cx="{dot:.1f}" cy="{middle}" r="2.5" fill="currentColor"/></svg>'
    )
