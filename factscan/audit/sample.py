"""Draw the mentions of an audit, in SQL and in one pass over the run."""

from typing import Any

import duckdb

from factscan.audit.item import Item, SampleName, marked
from factscan.errors import RunError, UsageError
from factscan.figures import Settings
from factscan.figures.layout import find_copied, lay_out
from factscan.store.statements import statement

MOST = 100_000
"""Mentions of a draw; its heaps are held in memory."""


def draw(
    connection: duckdb.DuckDBPyConnection,
    run: str,
    size: int,
    *,
    by_domain: bool = False,
    seed: int = 0,
    settings: Settings | None = None,
) -> list[Item]:
    """``size`` counted mentions and ``size`` mentions of singletons, from the whole run or from each domain.

    What counts and what is a singleton is decided by ``settings`` as in a report; ``run`` is the run's identity.
    A mention that both draws chose is one item. Their order is random, so that the first of them are a sample
    as well. The same seed draws the same mentions of the same run anywhere.

    Raises:
        UsageError: ``size`` is not positive, or more than anybody labels;
            or ``settings`` are of scope ``alone``, where a mention may be a singleton in a domain and none overall,
            or of level ``fact``.
        RunError: nothing counts, or the run holds no sentences to judge by.
    """
    if not 1 <= size <= MOST:
        raise UsageError(f"an audit samples 1 to {MOST:,} mentions, not {size:,}")
    settings = settings or Settings()
    settings.refuse_facts("an audit")
    if settings.scope != "mix":
        raise UsageError(
            "an audit draws in the scope mix: whether a mention is a singleton, all documents decide"
        )
    if settings.domains:
        raise UsageError("an audit draws from the domains of the run: leave the map of domains out")
    find_copied(connection, settings)
    lay_out(connection, "domain", settings)
    parameters = {
        "size": size,
        "seed": str(seed),
        "by_domain": by_domain,
        "subjects": list(settings.subjects),
        "without_repeats": settings.without_repeats,
    }
    rows = connection.sql(statement("audit/draw"), params=parameters).to_arrow_table().to_pylist()
    if not rows:
        raise RunError(
            f"no mention counts (subjects {','.join(settings.subjects)}): there is nothing to audit"
        )
    if all(row["sentence"] is None for row in rows):
        raise RunError("the run was made with --no-evidence: without its sentences no fact can be judged")
    design = {
        "run": run,
        "seed": seed,
        "strata": "domain" if by_domain else "all",
        "subjects": ",".join(settings.subjects),
        "dedup": settings.dedup,
        "unit": settings.unit,
    }
    return [_item(row, design) for row in rows]


def _item(row: dict[str, Any], design: dict[str, Any]) -> Item:
    start, end = row.pop("span_start"), row.pop("span_end")
    row["sentence"] = marked(row["sentence"] or "", start, end)
    row["confidence"] = round(row["confidence"], 3)
    return Item(label="", note="", sample=_sample(row), **row, **design)


def _sample(row: dict[str, Any]) -> SampleName:
    if row["random_of"] is None:
        return "singletons"
    return "random" if row["singletons_of"] is None else "both"
