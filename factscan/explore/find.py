"""Find prompts by the names of their subjects and relations, as the extractor keys them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import duckdb

from factscan.errors import UsageError
from factscan.explore.names import SEPARATOR, Wanted, keyed_object, spellings
from factscan.extract.text.keys import object_key, prompt_id, subject_id
from factscan.extract.text.names import fold
from factscan.store.statements import statement

_SUGGESTED = 5
_LETTERS_AN_EDIT = 4  # one wrong letter in so many, at most
_MOST_EDITS = 2
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Prompt:
    prompt_id: int
    subject: str
    subject_kind: str
    relation: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What was found: the prompts of an entity, or one prompt, perhaps with the object of a fact."""

    prompts: list[Prompt]
    is_entity: bool = False
    object: str | None = None


def find(connection: duckdb.DuckDBPyConnection, wanted: list[Wanted]) -> Sought:
    """The first reading that the run knows.

    Raises:
        UsageError: it knows none; the message names what is near.
    """
    connection.execute(statement("explore/plain"))
    for one in wanted:
        if found := _find(connection, one):
            return found
    raise UsageError(_unknown(connection, wanted[-1] if len(wanted) == 1 else wanted[-2]))


def _find(connection: duckdb.DuckDBPyConnection, wanted: Wanted) -> Sought | None:
    if wanted.id is not None:
        return _by_id(connection, wanted.id)
    if wanted.relation is None:
        prompts = prompts_of(connection, wanted.subject)
        return Sought(prompts, is_entity=True) if prompts else None
    for subject in _cases(wanted.subject):
        if prompts := _prompt(connection, prompt_id(subject, wanted.relation)):
            return Sought(prompts, object=wanted.object)
    relation = fold(wanted.relation)  # of an extractor with keys of its own
    prompts = [one for one in prompts_of(connection, wanted.subject) if fold(one.relation) == relation]
    return Sought(prompts[:1], object=wanted.object) if prompts else None


def _by_id(connection: duckdb.DuckDBPyConnection, number: int) -> Sought | None:
    if number >= 1 << 64:
        return None
    if prompts := _prompt(connection, number):
        return Sought(prompts)
    fact = connection.execute(statement("explore/fact"), {"id": number}).fetchone()
    return Sought(_prompt(connection, fact[0]), object=fact[1]) if fact else None


def prompts_of(connection: duckdb.DuckDBPyConnection, subject: str) -> list[Prompt]:
    """All prompts of a subject; those of its most literal reading where upper and lower case tell two apart."""
    names = {"names": spellings(subject)}
    for name in ("by_key", "by_letters"):
        found = _named(connection, name, names)
        for case in _cases(subject):
            key = subject_id(case)
            if meant := [prompt for prompt in found if subject_id(prompt.subject) == key]:
                return meant
    return []


def _named(connection: duckdb.DuckDBPyConnection, how: str, names: dict[str, list[str]]) -> list[Prompt]:
    try:
        rows = connection.execute(statement(f"explore/{how}"), names).fetchall()
    except duckdb.BinderException:  # a run of an earlier version, without the keys
        rows = connection.execute(statement("explore/by_name"), names).fetchall()
    return [Prompt(*row) for row in rows]


def _cases(subject: str) -> Iterator[str]:
    """A term, in lower case, is keyed in the singular, a name is not: "los angeles" is meant as either."""
    yield from dict.fromkeys((subject, subject.upper(), subject.lower()))


def _prompt(connection: duckdb.DuckDBPyConnection, number: int) -> list[Prompt]:
    return [
        Prompt(*row) for row in connection.execute(statement("explore/prompt"), {"id": number}).fetchall()
    ]


def same_object(wanted: str, objects: list[str]) -> int | None:
    """The place among ``objects`` of the one that is keyed like ``wanted``."""
    keys = {object_key(case) for case in _cases(keyed_object(wanted))}
    return next((place for place, one in enumerate(objects) if object_key(one) in keys), None)


def check_domain(connection: duckdb.DuckDBPyConnection, domain: str | None) -> None:
    """UsageError where the run has no such domain."""
    if domain is None:
        return
    names = [row[0] for row in connection.execute(statement("explore/domains")).fetchall()]
    if domain not in names:
        shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
        raise UsageError(f"the run has no domain {domain!r}. Available: {shown}")


def _unknown(connection: duckdb.DuckDBPyConnection, wanted: Wanted) -> str:
    """What to say of a name that the run does not know."""
    if wanted.id is not None:
        return f"the run has no prompt, fact or subject {wanted.id}"
    prompts = prompts_of(connection, wanted.subject) if wanted.relation else []
    if prompts and wanted.relation:
        relations = sorted({prompt.relation for prompt in prompts}, key=_nearness(wanted.relation))
        more = f" and {len(relations) - _NAMED:,} more" if len(relations) > _NAMED else ""
        return (
            f"the run does not say the {wanted.relation!r} of {prompts[0].subject}. "
            f"It says: {', '.join(relations[:_NAMED])}{more}"
        )
    near = _suggestions(connection, wanted.subject)
    said = (
        f". Near: {'; '.join(near)}" if near else "; prompts are written 'subject" + SEPARATOR + "relation'"
    )
    return f"the run has no subject {wanted.subject!r}{said}"


def _nearness(wanted: str) -> Any:
    words = set(fold(wanted).split())
    return lambda relation: (-len(words & set(relation.split())), relation)


def _suggestions(connection: duckdb.DuckDBPyConnection, subject: str) -> list[str]:
    edits = min(_MOST_EDITS, len(subject) // _LETTERS_AN_EDIT)
    given = {"name": fold(subject), "edits": edits, "limit": _SUGGESTED}
    return [row[0] for row in connection.execute(statement("explore/suggestions"), given).fetchall()]
