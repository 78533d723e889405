"""Quoted speech: which spans between quotation marks are somebody's words."""

from handmade import mentions

from factscan.extract.syntax.quotations import quotations


def test_a_quotation_reaches_over_sentences_and_one_left_open_ends_with_its_paragraph() -> None:
    text = "He said: “I won. I left.”\n“And then\nShe left."
    assert [text[start:end] for start, end in quotations(text)] == ["“I won. I left.”", "“And then"]


def test_inches_open_no_quotation() -> None:
    assert not quotations('The gun had a 12" barrel.')


def test_what_stands_in_quotation_marks_is_quoted_where_it_is_long_or_a_sentence() -> None:
    def quoted(words: str) -> bool:
        rows = f"""
            Anna/anna/NNP 2 nsubj PER
            wrote/write/VBD 0 root
            "/"/`` 2 punct
            {words}
            "/"/'' 2 punct
            ././. 2 punct
        """
        return any("quoted" in m.flags for m in mentions(rows))

    assert not quoted("Europe/europe/NNP 2 obj")
    assert quoted("""Verdi/verdi/NNP 5 nsubj PER
            visited/visit/VBD 2 ccomp
            Interpol/interpol/NNP 5 obj
            yesterday/yesterday/NN 5 obl:unmarked""")
