"""Lay out, for one choice of settings, what counts: the temporary tables that the figures and the audit read."""

from collections.abc import Iterable
from typing import Literal

import duckdb

from factscan.figures.settings import MANY_DOMAINS, Copies, Settings
from factscan.store.statements import statement

GroupBy = Literal["overall", "domain", "shard", "source"]


def regroup(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Let every later statement read the domains under the names that ``settings.domains`` gives them."""
    if settings.domains:
        patterns, names = (list(column) for column in zip(*settings.domains, strict=True))
        connection.execute(statement("figures/domain_map"), {"patterns": patterns, "names": names})
        connection.execute(statement("figures/regrouped_documents"))


def find_copied(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Make the table ``copied`` (sentences that several documents state), which every layout reads."""
    connection.execute(statement("figures/copied"), {"subjects": list(settings.subjects)})


def lay_out(
    connection: duckdb.DuckDBPyConnection, by: GroupBy, settings: Settings, beside: Iterable[Copies] = ()
) -> None:
    """Make the tables ``counted`` (documents), ``repeats`` (of sentences), ``cells`` (prompts by unit) and ``spread``.

    A domain's group is in ``domain_groups``: itself, or that of all tiny ones; a source's in ``source_groups``.

    ``choices`` holds what ``counted`` would be under the choices ``beside`` the chosen one, too.
    ``find_copied`` comes first.
    """
    pool = {"under": settings.pool_under, "many": MANY_DOMAINS}
    connection.execute(statement("figures/domain_groups"), pool)
    connection.execute(statement("figures/source_groups"), {"wanted": settings.by_source, **pool})
    connection.execute(statement("figures/group_names"))
    dedup = {"dedup": settings.copies}
    where = {"group_by": by, "unit": settings.unit, "scope": settings.scope}
    connection.execute(statement("figures/choices"), {"dedups": sorted({settings.copies, *beside}), **where})
    connection.execute(statement("figures/counted"), dedup)
    connection.execute(statement("figures/repeats"))
    kept = {"without_repeats": settings.without_repeats, "subjects": list(settings.subjects)}
    connection.execute(statement("figures/cells"), {**dedup, **kept})
    several = settings.unit != "document"  # documents may be one unit, wherever they are
    if several:
        connection.execute(statement("figures/united"))
    # By shard and by source, a copy is counted in every group, and is the same unit.
    apart = settings.scope == "alone" or (not several and by not in ("shard", "source"))
    connection.execute(statement("figures/spread"), {"apart": apart})
