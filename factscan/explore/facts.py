"""Facts with their counts: of a subject, of a relation, of a domain."""

from typing import TYPE_CHECKING

import duckdb

from factscan.errors import UsageError
from factscan.explore.find import check_domain, find
from factscan.explore.names import Wanted
from factscan.extract.text.names import fold
from factscan.store.statements import statement

if TYPE_CHECKING:
    import pyarrow as pa


def facts(
    connection: duckdb.DuckDBPyConnection,
    subject: str | None = None,
    relation: str | None = None,
    domain: str | None = None,
    limit: int | None = None,
) -> "pa.Table":
    """The facts that are stated, the most stated first (``sql/explore/facts.sql``).

    Raises:
        UsageError: there is no such subject or domain, or the limit is not positive.
    """
    if limit is not None and limit < 1:
        raise UsageError(f"a limit is a number of facts from 1, not {limit}")
    check_domain(connection, domain)
    prompts = None
    if subject is not None:
        prompts = [prompt.prompt_id for prompt in find(connection, [Wanted(subject)]).prompts]
    relations = None if relation is None else [relation, fold(relation)]
    given = {"prompts": prompts, "relations": relations, "domain": domain, "limit": limit}
    return connection.sql(statement("explore/facts"), params=given).to_arrow_table()
