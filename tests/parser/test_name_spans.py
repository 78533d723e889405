"""Names from the labels of tokens."""

import numpy as np

from factscan.parser.names import NameCodes

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
CODES = NameCodes(LABELS, {"PER": 7, "LOC": 9})


def spans(labels: str, firsts: tuple[int, ...] = (0,)) -> list[str]:
    ids = np.array([LABELS.index(label) for label in labels.split()])
    iob, kinds = CODES.columns(ids, np.array(firsts))
    names = {0: "", 7: "PER", 9: "LOC"}
    return [f"{'.IOB'[code]}{names[kind]}" for code, kind in zip(iob.tolist(), kinds.tolist(), strict=True)]


def test_a_name_begins_with_b_and_goes_on_with_i() -> None:
    assert spans("O B-PER I-PER O B-LOC B-LOC") == ["O", "BPER", "IPER", "O", "BLOC", "BLOC"]


def test_a_token_that_goes_on_with_another_kind_of_name_or_with_none_begins_one() -> None:
    assert spans("I-PER I-LOC O I-PER I-PER") == ["BPER", "BLOC", "O", "BPER", "IPER"]


def test_no_name_goes_on_over_the_end_of_a_sentence() -> None:
    assert spans("B-PER I-PER I-PER", firsts=(0, 2)) == ["BPER", "IPER", "BPER"]
