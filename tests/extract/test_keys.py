import pytest

from factscan.extract.text.keys import fact_id, object_key, prompt_id, sentence_hash


def test_names_that_fold_together_share_their_keys() -> None:
    assert prompt_id("The Beatles", "member of") == prompt_id("BEATLES", "Member of")
    assert fact_id("José", "birth place", "the Łódź") == fact_id("Jose", "birth place", "Lodz")
    assert fact_id("Rome", "founding date", "-0753") != fact_id("Rome", "founding date", "0753")
    assert prompt_id("Rome", "capital") != fact_id("Rome", "capital", "")


def test_a_sentence_is_the_same_in_other_lines_and_case() -> None:
    assert sentence_hash("She was\n  born.") == sentence_hash("she WAS born. ")
    assert sentence_hash("She was born.") != sentence_hash("She was born!")


@pytest.mark.parametrize(
    "same",
    [
        ("5 km", "5,000 m", "5 kilometres", "5 kilometers"),
        ("48 km2", "48 km²", "48 sq. km", "48 square kilometres"),
        ("20 °C", "20 degrees Celsius", "68 °F"),
        ("18 months", "1.5 years"),
        ("30 years", "3 decades"),
        ("6 ft 2 in", "74 inches"),
        ("100 km/h", "100 kilometres per hour"),
        ("40 %", "40 percent", "40 per cent"),
        ("$5 million", "5000000 dollars", "US$5000000"),
        ("12450", "12450 inhabitants"),
        ("35 years", "35 years old"),
    ],
)
def test_one_quantity_in_other_units_and_spellings_is_one_response(same: tuple[str, ...]) -> None:
    assert len({object_key(text) for text in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("500 seats", "> 500 seats"),
        ("> 500", "≥ 500"),
        ("5 km", "5 miles"),
        ("12 seats", "12 rooms"),
        ("£5 million", "$5 million"),
        ("1810s", "1810"),
        ("3 barns", "3 acres"),
    ],
)
def test_what_is_another_response_keeps_another_key(one: str, other: str) -> None:
    assert object_key(one) != object_key(other)


@pytest.mark.parametrize("text", ["5 .", "5 ...", "3–4 .", "5 2 billion", "5 km 2 .", "5 ²"])
def test_parse_junk_after_a_number_is_no_unit(text: str) -> None:
    assert object_key(text)


@pytest.mark.parametrize(
    "name", ["3 Doors Down", "20 Fenchurch Street", "1815-12-10", "1810s", "A Tale", "US Steel"]
)
def test_names_and_dates_that_look_like_quantities_are_none(name: str) -> None:
    assert not any(unit in object_key(name).split() for unit in ("meter", "second", "USD"))
