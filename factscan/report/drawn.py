"""Drawn facts with their sentences, as text, JSON and CSV. Computes nothing."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from factscan.audit.item import marked
from factscan.report.grid import visible
from factscan.report.known import filled

Record = dict[str, Any]


def render_drawn(rows: Sequence[Record], form: str, pretty: bool) -> str:
    """``form`` is table, json (a list), jsonl or csv; the words of the fact are marked in the sentence."""
    shown = [_marked(row) for row in rows]
    match form:
        case "json":
            return json.dumps(shown, ensure_ascii=False, indent=1)
        case "jsonl":
            return "\n".join(json.dumps(row, ensure_ascii=False) for row in shown)
        case "csv":
            return _csv(shown)
        case _:
            return "\n\n".join(_block(row, pretty) for row in shown) or "nothing to draw from"


def _marked(row: Record) -> Record:
    start, end = row["span_start"], row["span_end"]
    sentence = row["sentence"] and marked(row["sentence"], start, end)
    rest = {name: value for name, value in row.items() if name not in ("span_start", "span_end")}
    return {**rest, "sentence": sentence, "confidence": round(row["confidence"], 3)}


def _csv(rows: Sequence[Record]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().rstrip("\n")


def _block(row: Record, pretty: bool) -> str:
    fact = visible(" | ".join(str(row[name]) for name in ("subject", "relation", "object")))
    units = f"stated by {row['units']:,}" if row["units"] > 1 else "singleton"
    where = visible(" · ".join(row[name] for name in ("domain", "doc_id", "title", "source") if row[name]))
    head = f"\x1b[1m{fact}\x1b[0m" if pretty else fact
    if row["sentence"] is None:
        return f"{head}   {units}\n    [{where}]"
    return f"{head}   {units}\n{filled(row['sentence'], pretty)}\n    [{where}]"
