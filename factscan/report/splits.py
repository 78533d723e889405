"""What an audit of near prompts tells, as text: how many are one question, and what merging them would do."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict

from factscan.audit.merging import Splits
from factscan.audit.pair import Pair
from factscan.figures import Report
from factscan.report.columns import share, with_interval
from factscan.report.grid import plain_grid, pretty_grid
from factscan.report.lines import wrapped
from factscan.stats import Interval
from factscan.stats.merging import merged

_HEADS = ("near prompts", "of singletons' mentions", "same [95 %]", "same", "different", "unsure")
_TITLES = {"subject": "other subject, same answer", "relation": "other relation"}


def render_splits(found: Splits, pairs: Sequence[Pair], report: Report, form: str, pretty: bool) -> str:
    """``form`` is table, json or csv; ``report`` holds the figures as they are without merging."""
    figures = {
        "missing_mass": (
            report.overall.missing_mass,
            merged(report.overall.missing_mass, found.merged_share),
        ),
        "floor": (report.overall.floor, merged(report.overall.floor, found.merged_share)),
    }
    match form:
        case "json":
            return json.dumps(_document(found, pairs, figures), ensure_ascii=False, indent=1, allow_nan=False)
        case "csv":
            return _csv(found, figures)
        case _:
            return _table(found, pairs, figures, pretty)


Figures = dict[str, tuple[Interval, Interval]]
"""Each figure as seen and after merging."""


def _document(found: Splits, pairs: Sequence[Pair], figures: Figures) -> dict[str, object]:
    return {
        **pairs[0].design,
        "drawn": len(pairs),
        "labelled": sum(pair.label != "" for pair in pairs),
        "kinds": [asdict(kind) for kind in found.kinds],
        "merged_share": asdict(found.merged_share),
        **{name: {"seen": asdict(seen), "merged": asdict(after)} for name, (seen, after) in figures.items()},
    }


def _csv(found: Splits, figures: Figures) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("what", "estimate", "low", "high"))
    lines = [(f"same: {kind.kind}", kind.precision) for kind in found.kinds]
    lines.append(("merged_share", found.merged_share))
    for name, (seen, after) in figures.items():
        lines += [(name, seen), (f"{name}, merged", after)]
    writer.writerows((what, interval.estimate, interval.low, interval.high) for what, interval in lines)
    return out.getvalue().rstrip("\n")


def _table(found: Splits, pairs: Sequence[Pair], figures: Figures, pretty: bool) -> str:
    grid = pretty_grid if pretty else plain_grid
    kinds = [
        [
            _TITLES[kind.kind],
            share(kind.share),
            with_interval(kind.precision),
            str(kind.same),
            str(kind.different),
            str(kind.unsure),
        ]
        for kind in found.kinds
    ]
    after = [
        [title, with_interval(figures[name][0]), with_interval(figures[name][1])]
        for title, name in (("floor", "floor"), ("missing mass M", "missing_mass"))
    ]
    said = [
        f"merging what is the same would make {with_interval(found.merged_share)} of the mentions of singletons known "
        "elsewhere",
        "a least estimate: each singleton is compared with its nearest prompt only, and prompts that differ in subject "
        "and relation, or whose subjects share no word, beginning or initials, are never compared. Nothing in the run "
        "is changed; wordings of a relation are merged by 'factscan scan --synonyms FILE'",
    ]
    if found.merged_share.reason:
        said.append(found.merged_share.reason)
    if left := sum(pair.label == "" for pair in pairs):
        said.append(f"{left:,} of {len(pairs):,} are not labelled yet")
    table = grid(_HEADS, kinds, [True, *[False] * 5])
    overall = grid(("overall", "as seen [95 %]", "merged [95 %]"), after, (True, False, False))
    return "\n".join([table, "", overall, "", *map(wrapped, said)])
