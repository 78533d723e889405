"""Two runs beside each other as one HTML file: no script, nothing fetched, everything of a corpus escaped."""

import base64
import hashlib
import html
from collections.abc import Iterator

from factscan.figures.diff.result import Change, Diff
from factscan.report.diff import Block, answer, blocks, unlike
from factscan.report.diff_notes import notes
from factscan.report.grid import visible

_STYLE = """
:root { color-scheme: light dark; --line: #767676; --loud: #b00020; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 0 auto; padding: 1rem; }
.answer { font-size: 1.25rem; }
.loud { border-left: .4rem solid var(--loud); padding-left: .8rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 1rem 0 .3rem; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th.text, td.text { text-align: left; } tbody th { font-weight: 400; }
svg line { stroke: currentColor; } svg circle { fill: currentColor; } svg .zero { stroke: var(--line); }
@media (prefers-color-scheme: dark) { :root { --line: #8c8c8c; --loud: #ff7a8a; } }
@media print { .wide { overflow: visible; } body { max-width: none; font-size: 10px; } }
"""
_PLOT = 120
_CHANGE = 4
_COLUMN = ' scope="col"'


def diff_html(diff: Diff) -> str:
    """The page. Its content security policy lets nothing in but its own style."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>factscan diff</title><style>{_STYLE}</style></head><body><main>",
        "<h1>What changed between two runs</h1>",
        f'<p class="answer">{_safe(answer(diff))}</p>',
        *(f'<p class="loud">{_safe(line)}</p>' for line in unlike(diff)),
        *(line for block in blocks(diff) for line in _table(block)),
        "<h2>How to read this</h2><ul>",
        *(f"<li>{_safe(line)}</li>" for line in notes(diff)),
        "</ul></main></body></html>",
    ]
    return "\n".join(parts)


def _safe(text: str) -> str:
    return html.escape(visible(text))


def _table(block: Block) -> Iterator[str]:
    scale = max((_reach(change) for change in block.changes), default=0.0)
    plotted = [_plot(change, scale) for change in block.changes] if scale else []
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{_safe(block.title)}"><table>'
    yield f"<caption>{_safe(block.title)}</caption><thead><tr>"
    heads = [_cell("th", head, text, _COLUMN) for head, text in zip(block.heads, block.left, strict=True)]
    yield f"{_with(heads, _cell('th', 'about 0', True, _COLUMN) if plotted else '')}</tr></thead><tbody>"
    for number, (name, *rest) in enumerate(block.rows):
        cells = [_cell("th", name, True, ' scope="row"')]
        cells += [_cell("td", cell, text) for cell, text in zip(rest, block.left[1:], strict=True)]
        yield f"<tr>{_with(cells, f'<td>{plotted[number]}</td>' if plotted else '')}</tr>"
    yield "</tbody></table></div>"


def _with(cells: list[str], plot: str) -> str:
    """The plot stands behind the change that it shows."""
    return "".join([*cells[:_CHANGE], plot, *cells[_CHANGE:]])


def _cell(tag: str, content: str, is_text: bool, more: str = "") -> str:
    kind = ' class="text"' if is_text else ""
    return f"<{tag}{more}{kind}>{_safe(content)}</{tag}>"


def _reach(change: Change) -> float:
    found = change.floor
    return max(abs(found.low or 0.0), abs(found.high or 0.0))


def _plot(change: Change, scale: float) -> str:
    """The interval about 0; the numbers stand beside it, so that it is hidden from readers of screens."""
    found = change.floor
    if found.estimate is None or found.low is None or found.high is None:
        return ""

    def place(value: float) -> str:
        return f"{_PLOT / 2 + value / scale * (_PLOT / 2 - 4):.1f}"

    return (
        f'<svg width="{_PLOT}" height="14" aria-hidden="true">'
        f'<line class="zero" x1="{_PLOT / 2}" x2="{_PLOT / 2}" y1="0" y2="14"/>'
        f'<line x1="{place(found.low)}" x2="{place(found.high)}" y1="7" y2="7"/>'
        f'<circle cx="{place(found.estimate)}" cy="7" r="3.5"/></svg>'
    )
