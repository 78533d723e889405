"""Conditions on figures, as --fail-if states them."""

import pytest

from factscan.errors import UsageError
from factscan.figures.conditions import CHANGES, EVENTS, FIGURES, Measured, Words, examined, parsed

WORDS = Words((*FIGURES, *CHANGES), EVENTS)
GROUPS = [
    Measured("overall", "overall", {"floor": 0.5, "n": 1000, "bound": None, "moved": 0.0}),
    Measured("domain", "law", {"floor": 0.7, "n": 90, "bound": 0.1, "moved": 1.0}),
    Measured("domain", "any domain", {"floor": 0.2, "n": 10, "bound": None, "moved": 0.0}),
    Measured("shard", "a b.jsonl", {"floor": 0.3, "n": 5, "bound": None, "moved": 0.0}),
]


def where(text: str) -> list[str]:
    return [one.group.name for one in examined([parsed(text, WORDS)], GROUPS) if one.holds]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("floor > 0.3", ["overall"]),
        ("floor>.5", []),
        ("floor >= 50%", ["overall"]),
        ("  floor<1 in any domain ", ["law", "any domain"]),
        ("floor > 0.3 in any domain", ["law"]),
        ("floor > 0.3 in law", ["law"]),
        ("floor <= 0.3 in a b.jsonl", ["a b.jsonl"]),
        ("floor <= 0.3 in shard 'a b.jsonl'", ["a b.jsonl"]),
        ('floor <= 0.3 in domain "any domain"', ["any domain"]),
        ("n < 1e2 in any domain", ["law", "any domain"]),
        ("n < 100 in any shard", ["a b.jsonl"]),
        ("moved", []),
        ("moved in any domain", ["law"]),
        ("bound > 0", []),
        ("bound < 1 in any domain", ["law"]),
        ("bound is undefined", ["overall"]),
        ("bound is undefined in any domain", ["any domain"]),
        ("floor is undefined", []),
    ],
)
def test_a_condition_holds_where_it_says(text: str, groups: list[str]) -> None:
    assert where(text) == groups


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "say what: floor"),
        ("flor > 1", "there is no figure 'flor'. Available: floor, floor.low"),
        ("floor", "after floor comes one of >=, <=, >, <"),
        ("floor = 0.3", "after floor comes"),
        ("floor > high", "a number such as 0.3 or 30% is missing, not 'high'"),
        ("floor > nan", "a number"),
        ("floor > 0.3 law", "'law' is too much"),
        ("floor > 0.3 in", "'in' wants"),
        ("floor > 0.3; import os", "a number"),
        ("__import__('os') > 1", "there is no figure"),
        ("floor is fine", "after floor comes"),
        ("moved > 1", "'>' is too much"),
    ],
)
def test_what_is_no_condition_is_told_what_there_is(text: str, says: str) -> None:
    with pytest.raises(UsageError) as told:
        parsed(text, WORDS)
    assert says in str(told.value)


def test_changes_can_be_asked_of_two_runs_only() -> None:
    assert parsed("floor.change.low > 0", WORDS).figure == "floor.change.low"
    with pytest.raises(UsageError, match="no figure 'moved'"):
        parsed("moved", Words())


def test_a_group_that_is_not_there_is_an_error_that_lists_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"no domain 'lore'\. Available: any domain, law"):
        where("floor > 0 in domain lore")
    with pytest.raises(UsageError, match="no domain or shard 'lore'"):
        where("floor > 0 in lore")


def test_a_figure_that_is_undefined_is_found_but_does_not_hold() -> None:
    (found,) = examined([parsed("bound > 0", WORDS)], GROUPS)
    assert found.value is None
    assert not found.holds
