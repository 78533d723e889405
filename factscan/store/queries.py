"""The named questions of ``sql/queries``: their comment is their documentation and declares their parameters.

-- The most frequent facts: …                  first line: what it answers
-- One row: a fact, …                          what a row is
-- $domain = null   only in this domain        a parameter with its default; without '= …' it must be given
-- $entities[]   these names                   a list, given as 'a,b' or as '@FILE', a value a line
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from factscan.errors import InputError, UsageError
from factscan.store.statements import FOLDER, statement

_PARAMETER = re.compile(r"-- \$(?P<name>\w+)(?P<many>\[\])?(?: = (?P<default>\S+))?\s+(?P<help>.*)")
_ROW = "-- One row: "

Given = str | Sequence[str]
Value = str | int | list[str] | None


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    default: str | None
    required: bool
    help: str
    many: bool = False

    def value(self, given: Given | None) -> Value:
        """What is bound: a number where the default is one, a list where many are asked for."""
        if self.many:
            return _values(given or ())
        text = self.default if given is None else given
        if text is None or not (self.default or "").isdecimal():
            return str(text) if text is not None else None
        if not str(text).isdecimal():
            raise UsageError(f"parameter {self.name} is a whole number from 0, not {text!r}")
        return int(str(text))


@dataclass(frozen=True, slots=True)
class Query:
    """A named question. ``row`` says what one row is; ``parameters`` are bound, never pasted into the text."""

    name: str
    title: str
    row: str
    text: str
    parameters: tuple[Parameter, ...]

    def bind(self, given: Mapping[str, Given]) -> dict[str, Value]:
        """The values of all parameters: those given, and the defaults of the others.

        Raises:
            UsageError: a parameter that the query does not have, or a required one that is not given.
            InputError: the file of a list cannot be read.
        """
        known = {parameter.name for parameter in self.parameters}
        for name in given:
            if name not in known:
                allowed = ", ".join(sorted(known)) or "none"
                raise UsageError(f"query {self.name} has no parameter {name!r}. Available: {allowed}")
        for parameter in self.parameters:
            if parameter.required and parameter.name not in given:
                raise UsageError(f"query {self.name} needs --param {parameter.name}=…: {parameter.help}")
        return {parameter.name: parameter.value(given.get(parameter.name)) for parameter in self.parameters}

    def as_dict(self) -> dict[str, Any]:
        """Its documentation, as plain values; a default of null means all."""
        return {
            "name": self.name,
            "title": self.title,
            "row": self.row,
            "parameters": [asdict(parameter) for parameter in self.parameters],
        }


def query_names() -> list[str]:
    return sorted(path.stem for path in (FOLDER / "queries").glob("*.sql"))


def query(name: str) -> Query:
    """The named question.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in query_names():
        raise UsageError(f"there is no query {name!r}. Available: {', '.join(query_names())}")
    text = statement(f"queries/{name}")
    title, *lines = text.splitlines()
    found = [match for line in lines if (match := _PARAMETER.match(line))]
    return Query(name, title.removeprefix("-- "), _row(lines), text, tuple(map(_parameter, found)))


def _row(lines: Sequence[str]) -> str:
    """What the comment says from 'One row' on, up to the parameters."""
    said: list[str] = []
    for line in lines:
        if line.startswith("-- $") or not line.startswith("-- "):
            break
        if said or line.startswith(_ROW):
            said.append(line.removeprefix(_ROW).removeprefix("-- "))
    return " ".join(said)


def _parameter(match: re.Match[str]) -> Parameter:
    default = match["default"]
    return Parameter(
        name=match["name"],
        default=None if default == "null" else default,
        required=default is None,
        help=match["help"],
        many=match["many"] is not None,
    )


def _values(given: Given) -> list[str]:
    """Of a list: as it is, of the lines of ``@FILE``, or of a text with commas."""
    if not isinstance(given, str):
        return [str(one) for one in given]
    if not given.startswith("@"):
        return [one.strip() for one in given.split(",") if one.strip()]
    try:
        lines = Path(given[1:]).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise InputError(f"the list {given[1:]} cannot be read: {error}") from error
    return [line.strip() for line in lines if line.strip()]
