"""The option ``--fail-if``: conditions on figures, for a job that has to stop when they hold."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factscan.commands.output import say

if TYPE_CHECKING:
    from factscan.figures.conditions import Condition, Finding, Measured

CONDITION_HELD = 4
"""Exit code: a condition of --fail-if held."""

_NAMED = 5

F = TypeVar("F", bound=Callable[..., Any])


def fail_if_option(of_changes: bool = False) -> Callable[[F], F]:
    """``of_changes``: of what changed between two runs, too."""

    def read(_: click.Context, __: click.Parameter, texts: Sequence[str]) -> "list[Condition]":
        if not texts:
            return []
        from factscan.figures.conditions import CHANGES, EVENTS, FIGURES, Words, parsed

        words = Words((*FIGURES, *CHANGES), EVENTS) if of_changes else Words()
        return [parsed(text, words) for text in texts]

    example = "'floor.change > 0.05', 'rose in any domain'" if of_changes else "'floor > 0.3 in any domain'"
    return click.option(
        "--fail-if",
        "conditions",
        multiple=True,
        metavar="CONDITION",
        callback=read,
        help=f"Exit with code 4 if it holds: {example}. FIGURE >, >=, < or <= NUMBER [in GROUP]; the figures are "
        f"floor, missing_mass (each with .low, .high{' and .change' if of_changes else ''}), sr, bound, n. "
        "An undefined figure fulfils nothing but 'FIGURE is undefined'. May be repeated.",
    )


def exit_code(conditions: "Sequence[Condition]", groups: "Sequence[Measured]") -> int:
    """4 if any condition holds, else 0; stderr says of each where it holds, and where it is undefined."""
    from factscan.figures.conditions import examined

    found = examined(conditions, groups) if conditions else []
    held = [one for one in found if one.holds]
    for one in held:
        say(_holding(one))
    for condition in conditions:
        if unknown := [one for one in found if one.condition == condition and not one.holds]:
            say(_undefined(condition, unknown))
    return CONDITION_HELD if held else 0


def _holding(found: "Finding") -> str:
    condition = found.condition
    head = f"--fail-if {condition.text}: holds in {_where(found)}"
    if found.value is None or not condition.comparison:
        return head
    value = f"{found.value:,.0f}" if condition.figure == "n" else f"{found.value:,.4f}"
    return f"{head}, where {condition.figure} is {value}"


def _undefined(condition: "Condition", found: "Sequence[Finding]") -> str:
    more = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
    where = ", ".join(map(_where, found[:_NAMED])) + more
    return f"--fail-if {condition.text}: does not hold where {condition.figure} is undefined: {where}"


def _where(found: "Finding") -> str:
    return "overall" if found.group.kind == "overall" else f"{found.group.kind} {found.group.name}"
