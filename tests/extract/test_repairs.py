"""Trees as a parser may leave them, and what the words make of them."""

from factscan.extract.syntax.repairs import repair

Row = tuple[str, str, str, int, str]  # word, tag, part of speech, head counted from 1 (0 the root), label


def repaired(*rows: Row) -> list[str]:
    """Every token as word/tag/label>head after the repairs."""
    words, tags, pos, heads, labels = map(list, zip(*rows, strict=True))
    heads = [i if head == 0 else head - 1 for i, head in enumerate(heads)]
    lemmas = [word.lower() for word in words]
    repair(heads, labels, pos, tags, words, lemmas)
    return [
        f"{word}/{tag}/{label}>{words[head]}"
        for word, tag, label, head in zip(words, tags, labels, heads, strict=True)
    ]


def test_a_name_beside_the_noun_before_it_belongs_to_the_noun() -> None:
    found = repaired(
        ("directed", "VBN", "VERB", 0, "root"),
        ("by", "IN", "ADP", 3, "case"),
        ("producer", "NN", "NOUN", 1, "obl:agent"),
        ("Ann", "NNP", "PROPN", 1, "obl:agent"),
        ("Lee", "NNP", "PROPN", 4, "flat"),
    )
    assert found[3] == "Ann/NNP/appos>producer"


def test_a_name_with_its_own_preposition_stays_where_it_is() -> None:
    found = repaired(
        ("moved", "VBD", "VERB", 0, "root"),
        ("with", "IN", "ADP", 3, "case"),
        ("friends", "NNS", "NOUN", 1, "obl"),
        ("to", "IN", "ADP", 5, "case"),
        ("Oslo", "NNP", "PROPN", 1, "obl"),
    )
    assert found[4] == "Oslo/NNP/obl>moved"


def test_the_name_of_a_family_is_the_head_of_its_phrase() -> None:
    found = repaired(
        ("moth", "NN", "NOUN", 0, "root"),
        ("of", "IN", "ADP", 4, "case"),
        ("the", "DT", "DET", 4, "det"),
        ("family", "NN", "NOUN", 1, "nmod"),
        ("Noctuidae", "NNP", "PROPN", 1, "nmod"),
    )
    assert found[3:] == ["family/NN/compound>Noctuidae", "Noctuidae/NNP/nmod>moth"]
    assert found[1:3] == ["of/IN/case>Noctuidae", "the/DT/det>Noctuidae"]


def test_a_noun_with_a_is_no_plural_and_an_ordinal_no_noun() -> None:
    found = repaired(
        ("a", "DT", "DET", 3, "det"),
        ("12th", "NNP", "PROPN", 3, "compound"),
        ("species", "NNS", "NOUN", 0, "root"),
    )
    assert found[1:] == ["12th/JJ/amod>species", "species/NN/root>species"]


def test_examples_belong_to_the_noun_before_such_as() -> None:
    found = repaired(
        ("sells", "VBZ", "VERB", 0, "root"),
        ("tools", "NNS", "NOUN", 1, "obj"),
        ("such", "JJ", "ADJ", 5, "case"),
        ("as", "IN", "ADP", 3, "fixed"),
        ("saws", "NNS", "NOUN", 1, "obl"),
    )
    assert found[4] == "saws/NNS/nmod>tools"


def test_names_between_commas_and_and_are_coordinated() -> None:
    found = repaired(
        ("met", "VBD", "VERB", 0, "root"),
        ("Ann", "NNP", "PROPN", 1, "obj"),
        (",", ",", "PUNCT", 2, "punct"),
        ("Bob", "NNP", "PROPN", 2, "appos"),
        ("and", "CC", "CCONJ", 6, "cc"),
        ("Cy", "NNP", "PROPN", 4, "conj"),
    )
    assert (found[3], found[5]) == ("Bob/NNP/conj>Ann", "Cy/NNP/conj>Ann")


def test_a_sentence_without_a_verb_has_it_between_its_two_names() -> None:
    found = repaired(
        ("Dromia", "NNP", "PROPN", 2, "compound"),
        ("borders", "NNS", "NOUN", 0, "root"),
        ("Halvland", "NNP", "PROPN", 2, "appos"),
        (".", ".", "PUNCT", 2, "punct"),
    )
    assert found[:3] == ["Dromia/NNP/nsubj>borders", "borders/VBZ/root>borders", "Halvland/NNP/obj>borders"]


def test_a_participle_before_a_noun_is_an_adjective() -> None:
    found = repaired(
        ("spread", "VBD", "VERB", 0, "root"),
        ("to", "IN", "SCONJ", 3, "mark"),
        ("neighbouring", "VBG", "VERB", 1, "advcl"),
        ("Norway", "NNP", "PROPN", 3, "obj"),
    )
    assert found[1:] == ["to/IN/case>Norway", "neighbouring/JJ/amod>Norway", "Norway/NNP/obl>spread"]


def test_a_participle_before_a_determiner_stays_a_verb() -> None:
    found = repaired(
        ("won", "VBD", "VERB", 0, "root"),
        ("by", "IN", "SCONJ", 3, "mark"),
        ("surrounding", "VBG", "VERB", 1, "advcl"),
        ("the", "DT", "DET", 5, "det"),
        ("town", "NN", "NOUN", 3, "obj"),
    )
    assert found[2] == "surrounding/VBG/advcl>won"


def test_the_verb_before_the_adjective_gets_its_place_back() -> None:
    found = repaired(
        ("which", "WDT", "PRON", 3, "nsubj"),
        ("sells", "VBZ", "NOUN", 3, "nsubj"),
        ("prepaid", "VBD", "VERB", 0, "root"),
        ("cards", "NNS", "NOUN", 3, "obj"),
    )
    assert found == [
        "which/WDT/nsubj>sells",
        "sells/VBZ/root>sells",
        "prepaid/JJ/amod>cards",
        "cards/NNS/obj>sells",
    ]


def test_a_noun_right_before_a_verb_without_subject_is_its_subject() -> None:
    found = repaired(
        ("bought", "VBD", "VERB", 0, "root"),
        ("Volvo", "NNP", "PROPN", 1, "obj"),
        ("and", "CC", "CCONJ", 4, "cc"),
        ("Saab", "NNP", "PROPN", 2, "conj"),
        ("was", "VBD", "AUX", 6, "aux:pass"),
        ("sold", "VBN", "VERB", 1, "conj"),
    )
    assert found[3] == "Saab/NNP/nsubj:pass>sold"


def test_after_another_and_the_noun_stays_an_object() -> None:
    found = repaired(
        ("bought", "VBD", "VERB", 0, "root"),
        ("Volvo", "NNP", "PROPN", 1, "obj"),
        ("and", "CC", "CCONJ", 4, "cc"),
        ("Saab", "NNP", "PROPN", 2, "conj"),
        ("and", "CC", "CCONJ", 6, "cc"),
        ("left", "VBD", "VERB", 1, "conj"),
    )
    assert found[3] == "Saab/NNP/conj>Volvo"


def test_the_last_noun_heads_a_compound_with_a_participle() -> None:
    found = repaired(
        ("a", "DT", "DET", 2, "det"),
        ("film", "NN", "NOUN", 0, "root"),
        ("producing", "VBG", "VERB", 2, "acl"),
        ("company", "NN", "NOUN", 3, "obj"),
    )
    assert found[1:] == [
        "film/NN/compound>company",
        "producing/NN/compound>company",
        "company/NN/root>company",
    ]
    assert found[0] == "a/DT/det>company"


def test_a_second_subject_is_an_apposition() -> None:
    found = repaired(
        ("Lumen", "NNP", "PROPN", 5, "nsubj"),
        (",", ",", "PUNCT", 4, "punct"),
        ("a", "DT", "DET", 4, "det"),
        ("tool", "NN", "NOUN", 5, "nsubj"),
        ("finds", "VBZ", "VERB", 0, "root"),
        ("files", "NNS", "NOUN", 5, "obj"),
    )
    assert found[3] == "tool/NN/appos>Lumen"


def test_what_has_a_preposition_goes_with_what_has_the_same() -> None:
    found = repaired(
        ("lived", "VBD", "VERB", 0, "root"),
        ("in", "IN", "ADP", 3, "case"),
        ("Oslo", "NNP", "PROPN", 1, "obl"),
        ("where", "WRB", "ADV", 6, "advmod"),
        ("he", "PRP", "PRON", 6, "nsubj"),
        ("met", "VBD", "VERB", 1, "advcl"),
        ("Ann", "NNP", "PROPN", 6, "obj"),
        ("and", "CC", "CCONJ", 10, "cc"),
        ("in", "IN", "ADP", 10, "case"),
        ("Bergen", "NNP", "PROPN", 7, "conj"),
    )
    assert found[9] == "Bergen/NNP/conj>Oslo"
