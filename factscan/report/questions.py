"""The named questions as text."""

import textwrap
from collections.abc import Iterable

from factscan.store.queries import Parameter, Query

_WIDTH = 110


def listed(questions: Iterable[Query]) -> str:
    """Each with its title and its parameters."""
    return "\n".join(line for question in questions for line in _brief(question))


def described(question: Query) -> str:
    """One with what a row is."""
    head, *parameters = _brief(question)
    row = textwrap.wrap(f"One row: {question.row}", _WIDTH, initial_indent="  ", subsequent_indent="  ")
    return "\n".join([head, *row, *parameters])


def _brief(question: Query) -> list[str]:
    return [f"{question.name:24}{question.title}", *map(_parameter, question.parameters)]


def _parameter(parameter: Parameter) -> str:
    default = "required" if parameter.required else f"default {parameter.default or 'all'}"
    return f"{'':26}{parameter.name}=…  {parameter.help} ({default})"
