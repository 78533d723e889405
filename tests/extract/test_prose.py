"""Which sentences are worth a parse, and which filter drops the others."""

import pytest

from factscan.extract.syntax.quotations import quotations
from factscan.extract.text.prose import FILTERS, Filter, Prose
from factscan.extract.text.sentences import sentence_spans


def filters(text: str) -> list[tuple[str, Filter | None]]:
    spans = list(sentence_spans(text))
    prose = Prose(text, spans)
    quoted = quotations(text)
    return [
        (
            text[start:end],
            prose.filter(place, [(a - start, b - start) for a, b in quoted if a < end and b > start]),
        )
        for place, (start, end) in enumerate(spans)
    ]


def dropped(text: str) -> set[Filter | None]:
    return {name for _, name in filters(text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo is the capital of Norway.",
        "She was born in Warsaw.",
        "SNAFU is an acronym that soldiers of the U.S. Army used.",
        "D.C. Law 18-180 became effective on May 27, 2010.",
        "Leif Berg wrote Distant Island.",
        "Tarvik (Norwegian: Tårvik; Russian: Тарвик) is a town in the north of Norway.",
        "- The brig Carolina sank near the island in December 1786.",
        "Symptoms include fever, cough, rash, nausea, headache, fatigue, chills and pain.",
        "Berg (1951) showed that the sea rises (pp. 3–5), and Lund agreed with her in later years.",
        "The function os.urandom() is part of the standard library and calls getrandom().",
        "“The Raven,” a poem by Poe, was published in 1845.",
        "In 2019 the price rose by 5% to 12.50 and the volume by 7% to 1,200.",
        "Die Zeit is a German newspaper.",
        "Of the people 97.2% are White, 1.1% Black, 0.5% Asian and 1.2% of other races, as 3% were born abroad.",
        "The film stars Anna Berg, Carl Lund, Erik Dahl, Nora Vik, Olaf Moe, Tor Lie and Siri Aas.",
        "Dahl stars Anna Berg, Carl Lund, Erik Holm, Nora Vik, Olaf Moe and Siri Aas.",
        "The HMS LION was a ship of the navy.",
    ],
)
def test_prose_is_parsed(sentence: str) -> None:
    assert dropped(sentence) == {None}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fragment", "Home"),
        ("fragment", "(b-1)"),
        ("table", "| Rank | Lane | Name | Time |"),
        ("table", "1999   12   Berlin East End   4:01"),
        ("table", "a | b | the end"),
        ("code", "for (i = 0; i < n; i++) { a[i] = b->c; } // the end"),
        ("code", ">>> from os import path as the_path"),
        ("code", "- PyUnicode_FromKindAndData(kind, data, size)"),
        ("markup", "See [[Berg|the mountain]] {{cite web}} <ref name=a>"),
        ("markup", '{"name": "Berg", "height": 1200, "in": ["Norway"]}'),
        ("markup", r"\frac{a}{b} is \mathbf{x} and \sum_{i} of \left( y \right)"),
        ("capitals", "BE IT ENACTED BY THE COUNCIL OF THE DISTRICT"),
        (
            "capitals",
            "Page 3 of 9 NOTICE OF THE COUNCIL OF THE OLD DISTRICT AND HARBOUR The act is amended as follows.",
        ),
        ("navigation", "See also the list of towns in the north."),
        ("navigation", "Click here to read more about the town."),
        (
            "reference",
            "Berg, A. B. (1999). Of towns and of rivers. Journal of Towns 12(3): 45–67. doi: 10.1/x",
        ),
        ("list", "Symptoms - Fever 90% - Cough 50% - Pain 7.5% - The list is long."),
        ("list", "- King Jan II (1135–1165)"),
        ("list", "3. Anna Berg, Carl Lund (both Tarvik)"),
        ("heading", "Northern Towns Preservation Act of 2016"),
        ("language", "Das Mundöffnungsritual ist ein altes Ritual vor dem Grab gewesen."),
        ("language", "Город стоит на реке и был основан в 1040 году."),
        ("language", "この町は川のほとりにあります。"),
        ("length", "The town is old and " * 30),
    ],
)
def test_what_is_no_prose_is_dropped_by_name(name: Filter, text: str) -> None:
    assert dropped(text) == {name}
    assert name in FILTERS


def test_in_a_bad_scan_every_damaged_sentence_is_dropped_and_the_others_stay() -> None:
    text = (
        "The act was signed by the Mayor on May 1, 1979. T he council amen~ed t he act o f that yea r. "
        "The b3ll was adopted a nd sent to C#uncil. A~ter that it was assi9ned to a nother committee."
    )
    assert [name for _, name in filters(text)] == [None, "scan", "scan", "scan"]
    assert dropped("The tilde ~ is the sign of the home folder, and ~anna is that of Anna.") == {None}


def test_what_is_said_in_a_story_is_dropped_and_what_is_told_stays() -> None:
    said = (
        "“I know the town,” said Anna. “It lies by the river.\n\n"
        "“And you were born there?” asked Carl, laughing.\n\n"
    )
    told = "Carl went to the window."
    found = dict(filters(said * 4 + told))
    assert found[told] is None
    assert {name for sentence, name in found.items() if sentence != told} == {"dialogue"}


def test_a_quotation_in_an_article_is_no_dialogue() -> None:
    text = "Anna Berg was a chemist. “I was born in Tarvik,” she wrote in 1901, and Tarvik is a town."
    assert dropped(text) == {None}


def test_an_exclamation_that_is_told_is_dialogue_anywhere() -> None:
    assert dropped("“There is Carl!” whispered Anna.") == {"dialogue"}
    assert dropped("Carl wrote “Who Goes There?” in the year 1938.") == {None}


def test_the_lines_of_a_play_are_dropped() -> None:
    assert dropped("ANNA: The town is old and it is grey.\nCARL: And so is the river of the town.\n" * 4) == {
        "dialogue"
    }


def test_a_running_head_takes_its_sentence_along() -> None:
    text = "The act is amended as ENROLLED ORIGINAL follows in the first part of the law. " * 3
    assert dropped(text) == {"capitals"}


def test_a_short_foreign_sentence_is_told_by_its_paragraph() -> None:
    text = "Der Fluss ist alt. Die Stadt und das Dorf liegen an dem Fluss. Er kam spät."
    assert dropped(text) == {"language"}
