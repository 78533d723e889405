import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.extract.text.sentences import MAX_SENTENCE, sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. J. K. Rowling met Mr. Smith of St. Louis.",
        "The U.S. Army beat Navy vs. Yale at 3.5 points, e.g. Monday.",
        "See Sec. 4, No. 5 and Fig. 2 (b. 1820, d. 1882) on Dec. 10.",
        "Atari, Inc. was sold by Warner Bros. Burton et al. agreed.",
        "“Really?” he said, and Yahoo! is a name.",
        "It rose from 1.5 to 2.5 ... and fell.",
        "1. The first item of a numbered list.",
        'The song "Oh! Johanna" was a hit for Yahoo! Inc. in 1990.',
    ],
)
def test_stops_of_abbreviations_numbers_and_quotations_end_nothing(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He was born in the U.S. | He died in 1920.",
        "Is it true? | Yes! | “It is.” | (They agreed.) | So it ends...",
        "They contain vitamin C. | It helps.",
        "There are five people of type A. | Bone grows.",
        "Byron went to Harrow.[27] | An undistinguished student, he left.",
        "He said no. | Five left.",
        "It ended World War I. | Germany lost much land.",
        "It came with macOS 10. | macOS is a system.",
        "It lasted years.The club was dissolved.".replace(".The", ". | The"),
    ],
)
def test_sentences_end_where_the_next_begins(text: str) -> None:
    assert split(text.replace(" | ", " ")) == text.split(" | ")


def test_a_forgotten_space_still_ends_a_sentence() -> None:
    assert split("It lasted for years.The club was dissolved.") == [
        "It lasted for years.",
        "The club was dissolved.",
    ]


def test_the_name_of_a_picture_is_no_part_of_the_sentence_before_it() -> None:
    assert split("The town is old.Old_town_(1815).jpg") == ["The town is old.", "Old_town_(1815).jpg"]


def test_a_blank_line_ends_a_sentence_and_a_wrapped_line_does_not() -> None:
    wrapped = (
        "Today, Python's numerical model is similar to the C numeric model:\n"
        "there are several unrelated numerical types, and when operations between\n"
        "Numeric types are requested, coercions happen."
    )
    text = f"History\n\n{wrapped}\n\nThe end"
    assert split(text) == ["History", *wrapped.split("\n", 1)[:1], wrapped.split("\n", 1)[1], "The end"]


def test_lines_of_their_own_are_sentences_of_their_own() -> None:
    text = "Author: A. Person\nStatus: Final\n- a first item without a stop\n- a second item\n1. Look it up"
    assert split(text) == text.split("\n")


def test_an_endless_sentence_is_cut_at_a_comma_or_a_space_under_the_limit() -> None:
    pieces = split("and so on, " * 1000)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert all(piece.endswith(",") for piece in pieces)
    assert "".join(split("a" * 4000)) == "a" * 4000


def test_a_line_of_dots_costs_as_much_as_it_is_long() -> None:
    assert len(split(f"Chapter one {'.' * 200_000}7")) > 1  # minutes, were every dot a beginning


@given(st.text(alphabet="aB1 .?!\n“”()[]—é\t;,", max_size=300))
def test_spans_are_in_order_trimmed_and_lose_only_white_space(text: str) -> None:
    last = 0
    for start, end in sentence_spans(text):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()
