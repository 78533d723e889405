import pytest

from factscan.extract.text.acronyms import long_form


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("OAU", "He joined the Organization of African Unity", "Organization of African Unity"),
        ("NINS", "the National Institute of Nerve and Skin", "National Institute of Nerve and Skin"),
        ("BoL", "at the Bank of Lund", "Bank of Lund"),
        ("FTD", "a form of focal task-specific dystonia", ""),
        ("FTSD", "a form of focal task-specific dystonia", "focal task-specific dystonia"),
        ("TB", "He had tuberculosis", "tuberculosis"),
        ("DNP", "the treasurer Karl Holm", ""),
    ],
)
def test_an_acronym_stands_for_the_words_whose_initials_it_has(short: str, before: str, long: str) -> None:
    at = long_form(short, before)
    assert (before[at:] if at >= 0 else "") == long
