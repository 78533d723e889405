"""Rules for narrow constructions: what they read, and that no other rule reads it again."""

import pytest
from handmade import facts

from factscan.extract.rules.ratios import _RATIO, _canonical

_AFFECTED = """
    Affected/affected/JJ 2 amod
    people/people/NNS 3 nsubj
    have/have/VBP 0 root
    weak/weak/JJ 5 amod
    muscles/muscle/NNS 3 obj
    ././. 3 punct
"""


def test_what_the_affected_have_is_a_symptom_and_nothing_else() -> None:
    assert facts(_AFFECTED, title="Larsen disease") == {("Larsen disease", "symptom", "weak muscles")}


def test_the_affected_of_a_text_on_no_illness_have_nothing() -> None:
    assert facts(_AFFECTED, title="Kiruna") == set()


def test_what_is_caused_to_happen_is_one_response() -> None:
    found = facts(
        """
        Larsen/larsen/NNP 2 compound
        disease/disease/NN 3 nsubj
        causes/cause/VBZ 0 root
        the/the/DT 5 det
        skin/skin/NN 3 obj
        to/to/TO 7 mark
        peel/peel/VB 3 xcomp
        ././. 3 punct
    """,
        title="Larsen disease",
    )
    assert found == {("Larsen disease", "cause of", "skin to peel")}


def test_a_proposal_proposes_the_whole_phrase() -> None:
    found = facts(
        """
        This/this/DT 2 det
        PEP/pep/NNP 3 nsubj
        describes/describe/VBZ 0 root
        a/a/DT 5 det
        way/way/NN 3 obj
        to/to/TO 7 mark
        draw/draw/VB 5 acl
        maps/map/NNS 7 obj
        ././. 3 punct
    """,
        title="PEP 9003: Maps",
    )
    assert found == {("PEP 9003", "describe", "way to draw maps")}


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("1 in 50,000 people", "1 in 50000 people"),
        ("one in every 500 live births", "1 in 500 live births"),
        ("between 1 in 5,000 and 1 in 10,000 newborns", "1 in 5000 to 10000 newborns"),
        ("1 in 10,000 to 20,000 men", "1 in 10000 to 20000 men"),
        ("fewer than 1 per million people", "< 1 in 1000000 people"),
        ("1 in 10 million people", "1 in 10 million people"),
    ],
)
def test_a_ratio_has_one_form(text: str, canonical: str) -> None:
    match = _RATIO.search(text)
    assert match is not None
    assert _canonical(match) == canonical
