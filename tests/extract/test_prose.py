"""Sentences that are worth a parse."""

import pytest

from factscan.extract.text.prose import may_state


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo is the capital of Norway.",
        "She was born in Warsaw.",
        "SNAFU is an acronym that soldiers of the U.S. Army used.",
    ],
)
def test_prose_is_parsed(sentence: str) -> None:
    assert may_state(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "| Rank | Lane | Name | Time |",
        "Home",
        "Das ägyptische Mundöffnungsritual ist ein altes Ritual vor dem Grab gewesen.",
        "I I I MASON l I I c~ I w If Y.ada4",
        "BE IT ENACTED BY THE COUNCIL OF THE DISTRICT",
        "Symptoms - Fever 90% - Cough 50% - Pain 7.5% - The list is long.",
        "for (i = 0; i < n; i++) { a[i] = b->c; } // the end",
    ],
)
def test_tables_lists_scans_code_and_other_languages_are_not(sentence: str) -> None:
    assert not may_state(sentence)
