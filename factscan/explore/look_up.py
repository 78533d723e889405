"""Everything that a run knows about an entity, a prompt or a fact.

What counts is decided as in a report of the scope ``mix``, but over the mentions of the prompts asked for alone: a copy
is known by its document, a singleton by the units of its own mentions. So the answer is quick however large the run is.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import duckdb

from factscan.errors import UsageError
from factscan.explore.find import Prompt, Sought, check_domain, find, same_object
from factscan.explore.known import (
    Counts,
    Evidence,
    InDomain,
    Known,
    KnownEntity,
    KnownPrompt,
    LeftOut,
    Response,
)
from factscan.explore.names import readings
from factscan.figures.settings import Settings
from factscan.store.statements import statement

PROMPTS = 40
"""Prompts of an entity that are shown."""
SENTENCES = 12
"""Sentences of a prompt that are shown."""

Connection = duckdb.DuckDBPyConnection


def look_up(
    connection: Connection,
    arguments: Sequence[str],
    settings: Settings,
    *,
    domain: str | None = None,
    limit: int | None = None,
) -> Known:
    """What is known about what the ``arguments`` name (``names.readings``).

    ``domain``: evidence from there alone. ``limit``: at most so many sentences of a prompt, or prompts of an entity.

    Raises:
        UsageError: the run knows nothing of that name, or the limit is no number from 0.
    """
    if limit is not None and limit < 0:
        raise UsageError(f"a limit is a number from 0, not {limit}")
    check_domain(connection, domain)
    sought = find(connection, readings(arguments))
    _gather(connection, sought.prompts, settings)
    if sought.is_entity:
        return _entity(connection, sought.prompts, settings, PROMPTS if limit is None else limit)
    return _prompt(connection, sought, settings, domain, SENTENCES if limit is None else limit)


def _gather(connection: Connection, prompts: Iterable[Prompt], settings: Settings) -> None:
    """Make the table ``stated``: all mentions of the prompts, and which of them count."""
    dedup = {"dedup": settings.copies}
    given = {"prompts": [prompt.prompt_id for prompt in prompts], "unit": settings.unit}
    connection.execute(statement("explore/stated"), {**given, **dedup})
    if settings.without_repeats:
        connection.execute(statement("explore/repeated"), {"subjects": list(settings.subjects), **dedup})


def _entity(connection: Connection, prompts: list[Prompt], settings: Settings, limit: int) -> KnownEntity:
    return KnownEntity(
        settings=settings,
        subject=min(prompt.subject for prompt in prompts),
        total=len(prompts),
        prompts=list(_counts(connection, prompts, limit)),
        domains=[InDomain(*row) for row in _rows(connection, "domains_of")],
        left_out=[LeftOut(*row) for row in _rows(connection, "left_out")],
    )


def _prompt(
    connection: Connection, sought: Sought, settings: Settings, domain: str | None, limit: int
) -> KnownPrompt:
    (counts,) = _counts(connection, sought.prompts, 1)
    fact = _fact(counts, sought.object) if sought.object else None
    asked = {"fact": fact.fact_id if fact else None, "domain": domain, "limit": limit}
    return KnownPrompt(
        settings=settings,
        counts=counts,
        fact=fact,
        domains=[InDomain(*row) for row in _rows(connection, "domains_of")],
        left_out=[LeftOut(*row) for row in _rows(connection, "left_out")],
        evidence=[Evidence(*row) for row in _rows(connection, "evidence", asked)],
    )


def _fact(counts: Counts, wanted: str) -> Response:
    objects = [response.object for response in counts.responses]
    place = same_object(wanted, objects)
    if place is None:
        raise UsageError(
            f"the run does not say that the {counts.relation} of {counts.subject} is {wanted!r}. It says: "
            f"{'; '.join(objects[:SENTENCES])}"
        )
    return counts.responses[place]


def _counts(connection: Connection, prompts: list[Prompt], limit: int) -> Iterator[Counts]:
    named = {prompt.prompt_id: prompt for prompt in prompts}
    counted = _rows(connection, "prompts_of", {"limit": limit})
    answers: dict[int, list[Response]] = {
        prompt: [Response(*rest) for _, *rest in rows]
        for prompt, rows in groupby(
            _rows(connection, "responses", {"prompts": [row[0] for row in counted]}),
            key=lambda row: int(row[0]),
        )
    }
    for number, mentions, documents, units, domains in counted:
        prompt = named[number]
        name = (prompt.subject, prompt.subject_kind, prompt.relation)
        yield Counts(number, *name, mentions, documents, units, domains, answers[number])


def _rows(connection: Connection, name: str, parameters: dict[str, Any] | None = None) -> list[Any]:
    return connection.execute(statement(f"explore/{name}"), parameters or {}).fetchall()
