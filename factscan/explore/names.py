"""What an argument names: "Ada Lovelace", "Ada Lovelace / birth date", the number of a prompt or of a fact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factscan.errors import UsageError
from factscan.extract.text.names import canonical_name, fold
from factscan.extract.text.plurals import singular

SEPARATOR = " / "
_MOST_PARTS = 3
_LONG_AND_SHORT = (("saint ", "st "), ("mount ", "mt "), ("fort ", "ft "))


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reading of the arguments: a subject, perhaps its relation, perhaps the object; or an id."""

    subject: str = ""
    relation: str | None = None
    object: str | None = None
    id: int | None = None


def readings(arguments: Sequence[str]) -> list[Wanted]:
    """What the arguments may name, the likeliest first.

    One, two or three of them are an entity, a prompt, a fact; one argument may hold several with `` / `` between them.
    A number is an id, or else a name.

    Raises:
        UsageError: there is nothing in them, or more than a fact has.
    """
    given = [argument.strip() for argument in arguments]
    if not given or not all(given):
        raise UsageError(
            f'name an entity, a prompt or a fact: "Ada Lovelace", "Ada Lovelace{SEPARATOR}birth date"'
        )
    if len(given) > _MOST_PARTS:
        raise UsageError(
            f"a fact has three parts, subject, relation and object, not {len(given)}: quote names with blanks"
        )
    if len(given) > 1:
        return [_wanted(given)]
    (text,) = given
    parts = [part.strip() for part in text.split(SEPARATOR)]
    found = [Wanted(id=int(text))] if text.isdecimal() and len(text) <= len(str(1 << 64)) else []
    if 1 < len(parts) <= _MOST_PARTS and all(parts):
        found.append(_wanted(parts))
    return [*found, Wanted(text)]


def _wanted(parts: Sequence[str]) -> Wanted:
    subject, relation, answer = [*parts, None][:_MOST_PARTS]
    return Wanted(str(subject), relation, answer)


def spellings(subject: str) -> list[str]:
    """Forms under which a run may show a subject that is meant by ``subject``."""
    return list(dict.fromkeys(_spellings(subject)))


def _spellings(subject: str) -> Iterator[str]:
    shown, folded = canonical_name(subject), fold(subject)
    yield from (subject, shown, folded)
    for long, short in _LONG_AND_SHORT:
        for one, other in ((long, short), (short, long)):
            if folded.startswith(one):
                yield other + folded.removeprefix(one)
    if subject.islower():  # a term: tables show the number in which a text has it
        before, blank, last = folded.rpartition(" ")
        one = singular(last)
        several = [one + "s", one + "es", *([one[:-1] + "ies"] if one.endswith("y") else [])]
        yield from (f"{before}{blank}{noun}" for noun in (one, *several))


def keyed_object(text: str) -> str:
    """An object as the tables have it: a date in ISO 8601, all else as it is written."""
    from factscan.extract.text.dates import date_spans  # 20 ms that only facts need

    dates = date_spans(text)
    return dates[0][2] if len(dates) == 1 and dates[0][:2] == (0, len(text)) else text
