"""Draw pairs of near prompts: questions that may have been keyed apart though they are one."""

from typing import Any

import duckdb

from factscan.audit.item import marked
from factscan.audit.pair import Pair
from factscan.errors import RunError, UsageError
from factscan.figures import Settings
from factscan.figures.layout import find_copied, lay_out
from factscan.store.statements import statement

MOST = 10_000
"""Pairs of a kind in one draw."""
LOOKED_AT = 50_000
"""Singletons whose near prompts are looked for."""
_SHARED_BY = 50
"""Prompts that may share a key; one that more share (a word of many names, an answer of many) tells nothing."""


def draw_pairs(
    connection: duckdb.DuckDBPyConnection,
    run: str,
    size: int,
    *,
    seed: int = 0,
    settings: Settings | None = None,
    looked_at: int = LOOKED_AT,
) -> list[Pair]:
    """``size`` pairs of either kind: the same answer to the same relation of close names; relations of one subject.

    Near prompts are looked for of ``looked_at`` singletons (of all, if there are fewer), and each is paired
    with the nearest that another unit states: merging it with what several share or another unit has
    takes it out of the singletons. ``settings`` and ``run`` as in ``sample.draw``; the same seed draws the same pairs.

    Raises:
        UsageError: ``size`` is not positive or more than anybody labels, or ``settings`` are of scope ``alone`` or of
            level ``fact``.
        RunError: no singleton has a near prompt, or the run holds no sentences to judge by.
    """
    if not 1 <= size <= MOST:
        raise UsageError(f"an audit draws 1 to {MOST:,} pairs, not {size:,}")
    settings = settings or Settings()
    settings.refuse_facts("an audit")
    if settings.scope != "mix":
        raise UsageError(
            "an audit draws in the scope mix: whether a prompt is a singleton, all documents decide"
        )
    find_copied(connection, settings)
    lay_out(connection, "overall", settings)
    connection.execute(statement("audit/keys"))
    connection.execute(statement("audit/looked_at"), {"seed": str(seed), "looked_at": looked_at})
    connection.execute(statement("audit/near"), {"most": _SHARED_BY})
    parameters = {"seed": str(seed), "size": size}
    rows = connection.sql(statement("audit/pairs"), params=parameters).to_arrow_table().to_pylist()
    if not rows:
        raise RunError("no singleton has a near prompt: there is nothing to label, and nothing to merge")
    if all(row["sentence"] is None for row in rows):
        raise RunError("the run was made with --no-evidence: without its sentences no pair can be judged")
    design = {
        "run": run,
        "seed": seed,
        "subjects": ",".join(settings.subjects),
        "dedup": settings.dedup,
        "unit": settings.unit,
    }
    return [_pair(row, design) for row in rows]


def _pair(row: dict[str, Any], design: dict[str, Any]) -> Pair:
    for of in ("", "other_"):
        start, end = row.pop(f"{of}span_start"), row.pop(f"{of}span_end")
        row[f"{of}sentence"] = marked(row[f"{of}sentence"] or "", start, end)
    row["closeness"] = round(row["closeness"], 3)
    return Pair(label="", note="", **row, **design)
