"""Draw facts to look at: mentions that count, singletons, or what is stated most; the same on any machine."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import duckdb

from factscan.errors import UsageError
from factscan.explore.find import check_domain
from factscan.figures.layout import find_copied, lay_out
from factscan.figures.settings import Settings
from factscan.store.statements import statement

if TYPE_CHECKING:
    import pyarrow as pa

Of = Literal["mentions", "singletons", "frequent"]
MOST = 100_000


def draw(
    connection: duckdb.DuckDBPyConnection,
    size: int,
    *,
    of: Of = "mentions",
    domain: str | None = None,
    seed: int = 0,
    settings: Settings | None = None,
) -> "pa.Table":
    """``size`` rows at most, in the order of their hashes (``frequent``: the most stated first).

    A row of ``mentions`` is a mention, each as likely as any other; else it is a prompt with one of its mentions.
    ``units`` is how many state the prompt, ``span_start`` to ``span_end`` the words of relation and object in
    ``sentence``.

    Raises:
        UsageError: the size is not positive or too much to look at, or there is no such domain.
    """
    if not 1 <= size <= MOST:
        raise UsageError(f"a sample is of 1 to {MOST:,} rows, not {size:,}")
    settings = settings or Settings()
    check_domain(connection, domain)
    lay_out_prompts(connection, settings)
    given = {"size": size, "seed": str(seed), "domain": domain, "without_repeats": settings.without_repeats}
    if of == "mentions":
        return connection.sql(
            statement("explore/draw_mentions"), params={**given, "subjects": list(settings.subjects)}
        ).to_arrow_table()
    return connection.sql(
        statement("explore/draw_prompts"), params={**given, "frequent": of == "frequent"}
    ).to_arrow_table()


def lay_out_prompts(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Make the tables of ``figures.layout`` by domain, no domain pooled with others.

    Raises:
        UsageError: the settings are of another scope than ``mix``: all documents decide what is a singleton.
    """
    if settings.scope != "mix":
        raise UsageError("prompts are looked at in the scope mix: all documents decide what is a singleton")
    find_copied(connection, settings)
    lay_out(connection, "domain", replace(settings, pool_under=0))
