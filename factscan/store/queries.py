"""The named questions of ``sql/queries``: their comment is their documentation and declares their parameters.

-- The most frequent facts: …                  first line: what it answers
-- One row: a fact, …                          what a row is
-- $domain = null   only in this domain        a parameter with its default; without '= …' it must be given
"""

import re
from dataclasses import dataclass

from factscan.errors import UsageError
from factscan.store.statements import FOLDER, statement

_PARAMETER = re.compile(r"-- \$(?P<name>\w+)(?: = (?P<default>\S+))?\s+(?P<help>.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    default: str | None
    required: bool
    help: str

    def value(self, given: str | None) -> str | int | None:
        """What is bound: a number where the default is one."""
        text = self.default if given is None else given
        if text is None or not (self.default or "").isdecimal():
            return text
        if not text.isdecimal():
            raise UsageError(f"parameter {self.name} is a whole number from 0, not {text!r}")
        return int(text)


@dataclass(frozen=True, slots=True)
class Query:
    """A named question. ``parameters`` are bound, never pasted into the text."""

    name: str
    title: str
    text: str
    parameters: tuple[Parameter, ...]

    def bind(self, given: dict[str, str]) -> dict[str, str | int | None]:
        """The values of all parameters: those given, and the defaults of the others.

        Raises:
            UsageError: a parameter that the query does not have, or a required one that is not given.
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
    lines = text.splitlines()
    found = [match for line in lines if (match := _PARAMETER.match(line))]
    return Query(name, lines[0].removeprefix("-- "), text, tuple(map(_parameter, found)))


def _parameter(match: re.Match[str]) -> Parameter:
    default = match["default"]
    return Parameter(
        name=match["name"],
        default=None if default == "null" else default,
        required=default is None,
        help=match["help"],
    )
