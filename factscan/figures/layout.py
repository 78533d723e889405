"""Lay out, for one choice of settings, what counts: the temporary tables that the figures and the audit read."""

from typing import Literal

import duckdb

from factscan.figures.settings import Settings
from factscan.store.statements import statement

GroupBy = Literal["overall", "domain", "shard"]


def lay_out(connection: duckdb.DuckDBPyConnection, by: GroupBy, settings: Settings) -> None:
    """Make the tables ``counted`` (documents), ``cells`` (prompts by unit) and ``spread`` (prompts)."""
    choices = {"unit": settings.unit, "scope": settings.scope, "dedup": settings.dedup}
    connection.execute(statement("figures/counted"), {"group_by": by, **choices})
    connection.execute(statement("figures/cells"), {"subjects": list(settings.subjects)})
    connection.execute(statement("figures/spread"))
