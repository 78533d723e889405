from factscan.extract.text.keys import fact_id, prompt_id, sentence_hash


def test_names_that_fold_together_share_their_keys() -> None:
    assert prompt_id("The Beatles", "member of") == prompt_id("beatles", "Member of")
    assert fact_id("José", "birth place", "the Łódź") == fact_id("Jose", "birth place", "Lodz")
    assert fact_id("Rome", "founding date", "-0753") != fact_id("Rome", "founding date", "0753")
    assert prompt_id("Rome", "capital") != fact_id("Rome", "capital", "")


def test_a_sentence_is_the_same_in_other_lines_and_case() -> None:
    assert sentence_hash("She was\n  born.") == sentence_hash("she WAS born. ")
    assert sentence_hash("She was born.") != sentence_hash("She was born!")
