from hypothesis import given
from hypothesis import strategies as st

from factscan.dedup import document_key, text_hash


@given(st.text(max_size=60))
def test_white_space_and_compatibility_forms_do_not_change_a_text(text: str) -> None:
    assert text_hash(text) == text_hash(f"\n {text}\t\n")
    assert text_hash("ﬁne ½") == text_hash("fine  1⁄2")


def test_a_long_text_hashes_the_same_whatever_its_white_space() -> None:
    text = "the quick brown fox " * 200_000
    assert text_hash(text) == text_hash(text.replace(" ", "\n  "))
    assert text_hash(text) != text_hash(text + "x")


def test_documents_differ_by_any_of_their_fields() -> None:
    keys = {
        document_key("1", "a", "b"),
        document_key("1", "ab", ""),
        document_key("", "1a", "b"),
        document_key("1", "a", "b "),
    }
    assert len(keys) == 4
