"""Which sentences are parsed where subjects are sampled."""

import pytest

from factscan.extract import Extractor
from factscan.extract.chosen import ChosenSubjects
from factscan.extract.context import document_context
from factscan.extract.text.keys import subject_id
from factscan.extract.text.sentences import sentence_spans


def places(chosen: str, text: str, title: str = "Old letters") -> list[int]:
    spans = list(sentence_spans(text))
    context = document_context(title, text, spans)
    return sorted(ChosenSubjects(subject_id(chosen).__eq__, 32).places(context, text, spans))


@pytest.mark.parametrize(
    ("chosen", "text", "expected"),
    [
        ("Ada Lovelace", "Ada Lovelace was born in London. Oslo is a city.", [0]),
        ("Ada Lovelace", "Ada Lovelace was a writer. Oslo is a city. Lovelace died in 1852.", [0, 2]),
        ("Ada Lovelace", "Ada Lovelace was a writer. She was born in London. Oslo is a city.", [0, 1]),
        ("Fallout 4", "He played all day. In the game Fallout 4, Boston lies in ruins.", [1]),
        ("Bank of Lund", "It was built in 1920 by the Bank of Lund. Nobody paid.", [0]),
        ("Crying", 'The song "Crying" was written by Roy Orbison. It rained.', [0]),
        ("Legal Services Act 2007", "It rained. The Legal Services Act 2007 defines the term.", [1]),
        ("United Nations", "The United Nations (UN) met. It met in Rome. The UN has 193 members.", [0, 1, 2]),
        ("This", "This is a sentence. This is another.", []),
    ],
)
def test_a_chosen_subject_is_found_by_its_name_its_short_names_and_pronouns(
    chosen: str, text: str, expected: list[int]
) -> None:
    assert places(chosen, text) == expected


def test_a_document_about_a_chosen_subject_is_parsed_whole() -> None:
    text = "Oslo is the capital of Norway. The city was founded in 1040. It rained."
    assert places("Oslo", text, title="Oslo") == [0, 1, 2]
    assert places("Bergen", text, title="Oslo") == []


def test_a_short_name_of_somebody_else_is_not_taken_for_the_chosen() -> None:
    text = "Ada Lovelace was a writer. Ada lived in London."
    assert places("Ada", text) == []


TEXT = (
    "Marie Curie",
    "Marie Curie (7 November 1867 – 4 July 1934) was a Polish physicist. She was born in Warsaw. Pierre Curie was a "
    "French physicist. He discovered polonium in 1898. In 1903, Henri Becquerel won the Nobel Prize. Becquerel died "
    "in Le Croisic in 1908. The 1904 Summer Olympics were held in St. Louis. Warsaw is the capital of Poland.",
)


def test_sampled_extraction_finds_the_facts_of_the_chosen_and_no_others() -> None:
    (whole,) = Extractor().extract([TEXT])
    named = [mention for mention in whole if mention.subject_kind != "concept"]
    subjects = {mention.subject for mention in named}
    assert len(subjects) > 3
    for subject in subjects:
        chosen = Extractor(chosen=ChosenSubjects(subject_id(subject).__eq__, 32))
        assert next(iter(chosen.extract([TEXT]))) == [m for m in whole if m.subject == subject]
