import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.extract.text.quantities import parse_quantity


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("12,000 people", "12000 people"),
        ("about 3.5 million", "3500000"),
        ("twelve", "12"),
        ("about forty-eight years", "48 years"),
        ("one hundred and five seats", "105 seats"),
        ("two million inhabitants", "2000000 inhabitants"),
        ("a dozen eggs", "12 eggs"),
        ("5km", "5 km"),
        ("more than 5 km2", "> 5 km2"),
        ("at least 500 people", "≥ 500 people"),
        ("500 or more people", "≥ 500 people"),
        ("up to 20 years", "≤ 20 years"),
        ("fewer than 300", "< 300"),
        ("more than 290 000 residents", "> 290000 residents"),
        ("over US$8.6 billion", "> US$8.6 billion"),
        ("40%", "40 %"),
        ("−5 °C", "-5 °C"),
        ("1 1/2-story", "1 1/2 story"),
        ("6 to 15 years", "6/15 years"),
        ("between 5 and 10 km", "5/10 km"),
        ("$3 billion", "$3 billion"),
        ("nearly US$8.6 billion", "US$8.6 billion"),
        ("13.3 miles, all told", "13.3 miles"),
    ],
)
def test_a_quantity_is_its_bound_its_number_and_its_unit(text: str, quantity: str) -> None:
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize(
    "text", ["17th", "twenty-first", "97–0", "a 5–4 record", "one of the best", "2D games", "the man", ""]
)
def test_ordinals_scores_and_names_are_no_quantities(text: str) -> None:
    assert parse_quantity(text) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_group_separators_do_not_change_a_number(number: int) -> None:
    assert parse_quantity(f"{number:,} people") == parse_quantity(f"{number} people") == f"{number} people"
