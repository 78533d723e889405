"""The extractor with the shipped pipeline: evidence, order, independence of batches, input that is no prose."""

from pathlib import Path

import pytest

from factscan.errors import ModelError
from factscan.extract import RULES_VERSION, Extractor, Mention

CURIE = (
    "Marie Curie",
    "Marie Curie (7 November 1867 – 4 July 1934) was a Polish physicist. She was born in Warsaw. "
    "She did not move to Berlin.",
)
OSLO = ("Oslo", "Oslo is the capital of Norway. The city was founded in 1040.")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def one(extractor: Extractor, title: str, text: str) -> list[Mention]:
    return next(iter(extractor.extract([(title, text)])))


def asserted(mentions: list[Mention]) -> set[tuple[str, str, str]]:
    return {(m.subject, m.relation, m.object) for m in mentions if m.asserted}


def test_a_biography_yields_its_facts_under_the_full_name(extractor: Extractor) -> None:
    assert asserted(one(extractor, *CURIE)) >= {
        ("Marie Curie", "birth date", "1867-11-07"),
        ("Marie Curie", "death date", "1934-07-04"),
        ("Marie Curie", "nationality", "Polish"),
        ("Marie Curie", "birth place", "Warsaw"),
    }


def test_what_is_denied_is_stored_with_its_flag(extractor: Extractor) -> None:
    denied = [m for m in one(extractor, *CURIE) if m.object == "Berlin"]
    assert denied
    assert all(m.flags == ("negated",) and not m.asserted for m in denied)


def test_the_evidence_lies_where_the_offsets_say(extractor: Extractor) -> None:
    title, text = CURIE
    for m in one(extractor, title, text):
        assert m.sentence_start <= m.char_start < m.char_end <= m.sentence_end <= len(text)
    (birth,) = [m for m in one(extractor, title, text) if m.relation == "birth place"]
    assert text[birth.char_start : birth.char_end] == "born in Warsaw"
    assert text[birth.sentence_start : birth.sentence_end] == "She was born in Warsaw."


def test_mentions_come_in_text_order(extractor: Extractor) -> None:
    starts = [m.sentence_start for m in one(extractor, *CURIE)]
    assert starts == sorted(starts)


def test_a_sentence_states_a_fact_once(extractor: Extractor) -> None:
    mentions = one(extractor, *CURIE)
    keys = [(m.sentence_start, m.subject, m.relation, m.object) for m in mentions]
    assert len(keys) == len(set(keys))


def test_one_list_a_document_in_order_even_for_empty_ones(extractor: Extractor) -> None:
    lists = list(extractor.extract([CURIE, ("", ""), ("", "\n\n"), OSLO]))
    assert [bool(mentions) for mentions in lists] == [True, False, False, True]


def test_the_facts_of_a_document_do_not_depend_on_its_neighbours(extractor: Extractor) -> None:
    alone = one(extractor, *OSLO)
    together = list(extractor.extract([CURIE] * 40 + [OSLO] + [CURIE] * 7))[40]
    assert together == alone


def test_documents_are_read_no_further_than_a_batch_ahead(extractor: Extractor) -> None:
    read = 0

    def endless() -> object:
        nonlocal read
        while True:
            read += 1
            yield CURIE

    assert next(iter(extractor.extract(endless())))  # type: ignore[arg-type]
    assert read < 5_000


def test_words_that_were_seen_are_not_remembered_for_ever(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [(f"Town {n}", f"Kag{n}ville was founded by Bren{n}or Mal{n}ik in 1850.") for n in range(300)]
    expected = list(extractor.extract(texts))
    monkeypatch.setattr("factscan.extract.extractor._REMEMBERED_CHARACTERS", 1000)
    monkeypatch.setattr("factscan.extract.extractor._LONG_BATCH_CHARACTERS", 500)
    forgetful = Extractor()
    before = len(forgetful._nlp.vocab.strings)
    assert list(forgetful.extract(texts)) == expected
    assert len(forgetful._nlp.vocab.strings) < before + 200  # of some 900 new words


@pytest.mark.parametrize(
    "text",
    [
        "( " * 3000,
        "and " * 5000,
        "the house that " * 800 + "stood.",
        "| a | b |\n" * 500,
        "\x00\ud800 \u202e ?!",
        "A, " * 2000 + "and B are C.",
        "He is a member of the " + "son of the " * 1500 + "king.",
        "Anna and Boris are in " + "Oslo, " * 1500 + "Norway.",
        "x" * 200_000,
    ],
)
def test_text_that_is_no_prose_does_no_harm(extractor: Extractor, text: str) -> None:
    one(extractor, "Title", text)


def test_the_identity_names_the_pipeline_and_the_rules(extractor: Extractor) -> None:
    assert extractor.identity.startswith("en_factscan-")
    assert extractor.identity.endswith(f"+rules-{RULES_VERSION}")


def test_a_pipeline_that_is_not_there_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"cannot load .*nowhere.*--model"):
        Extractor(tmp_path / "nowhere")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no dependency parser"):
        Extractor(tmp_path / "blank")
