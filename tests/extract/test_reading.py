"""What the parser reads in place of the sentence, and the way back to the sentence's characters."""

from factscan.extract.syntax.reading import hard_name, is_title_like, reading


def test_asides_in_brackets_are_left_out_and_clauses_in_brackets_stay() -> None:
    assert reading("Ada Lovelace (born 1815) wrote.", None, []).text == "Ada Lovelace wrote."
    assert (
        reading("Lift Labs (who made a spoon) grew.", None, []).text == "Lift Labs (who made a spoon) grew."
    )


def test_every_piece_of_the_reading_leads_back_to_its_characters() -> None:
    sentence = 'Nena (born 1960) sang "99 Red Balloons" in 1983.'
    read = reading(sentence, None, [])
    at = read.text.index("sang")
    assert sentence[slice(*read.source(at, at + 4))] == "sang"
    stand_in = at + len("sang ")
    end = read.text.index(" in")
    assert sentence[slice(*read.source(stand_in, end))] == '"99 Red Balloons"'


def test_a_name_that_parsers_break_is_read_as_one_word() -> None:
    pattern = hard_name("Change Will Come")
    read = reading("Change Will Come was recorded at Record Plant.", pattern, [])
    assert read.text.endswith(" was recorded at Record Plant.")
    assert len(read.text.split()[0]) < len("Change Will Come")


def test_a_day_is_read_as_one_word() -> None:
    read = reading("It began on 2 May 2016 at noon.", None, [(12, 22, "2016-05-02")])
    assert len(read.text.split()) == len("It began on DAY at noon.".split())


def test_titles_are_told_from_speech_by_their_capitals() -> None:
    assert is_title_like("The Sea and the Stone")
    assert not is_title_like("I will go home")


def test_a_bracket_of_a_thousand_marks_costs_nothing() -> None:
    reading("A (" + "A.-" * 60 + " b) is." * 200, None, [])
