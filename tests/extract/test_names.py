import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.extract.text.names import canonical_name, fold, is_vague


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  the  Beatles ", "Beatles"),
        ("“Ada Lovelace’s”", "Ada Lovelace"),
        ("Sir Alfred Hitchcock", "Alfred Hitchcock"),
        ("President Lincoln", "Lincoln"),
        ("Prince Edward Island", "Prince Edward Island"),
        ("General Motors", "General Motors"),
        ("King of Prussia", "King of Prussia"),
        ("Live & Direct (P Money album)", "Live & Direct"),
        ("(Robert Rorke),", "Robert Rorke"),
        ("J. K. Rowling", "J. K. Rowling"),
        ("Martin Luther King Jr.", "Martin Luther King Jr."),
        ("the U.S.", "U.S."),
        ("iPhone.", "iPhone"),
        ("José", "José"),
        ("-5 °C", "-5 °C"),
        ("The The", "The"),
    ],
)
def test_the_canonical_name_is_bare_and_keeps_its_case(text: str, name: str) -> None:
    assert canonical_name(text) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Beatles", "beatles"),
        ("José Núñez", "Jose Nunez"),
        ("J. K. Rowling", "J.K. Rowling"),
        ("U.S. Army", "US Army"),
        ("Austria–Hungary", "Austria-Hungary"),
        ("Łódź", "Lodz"),
        ("Dr. Ada Lovelace’s", "Ada Lovelace"),
        ("O’Brien", "O'Brien"),
        ("Bowes & Bowes", "Bowes and Bowes"),
        ("12,000 people", "12000 people"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++", "C"),
        ("5 °C", "-5 °C"),
        ("-0044-03-15", "0044-03-15"),
        ("$5", "5"),
        ("Law 22-6", "Law 226"),
        ("!!!", "???"),
    ],
)
def test_signs_that_tell_things_apart_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_a_folded_name_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1, max_size=40))
def test_a_canonical_name_is_canonical(text: str) -> None:
    assert canonical_name(canonical_name(text)) == canonical_name(text)


@pytest.mark.parametrize(
    "phrase",
    ["man", "the following year", "this", "many people", "the other two", "3", "a long time", "his father"],
)
def test_nouns_that_name_nothing_are_vague(phrase: str) -> None:
    assert is_vague(phrase)


@pytest.mark.parametrize("phrase", ["cornea", "type 2 diabetes", "Paris", "people of Rome", "fusion center"])
def test_terms_and_names_are_not_vague(phrase: str) -> None:
    assert not is_vague(phrase)
