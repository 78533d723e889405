"""From labels to precision."""

import pytest
from auditing import item

from factscan.audit.item import Item
from factscan.audit.labelling import Labelling
from factscan.audit.precision import Precision, precisions


def found(items: list[Item], sample: str = "random", by: str = "all", name: str = "") -> Precision:
    (row,) = [row for row in precisions(items) if (row.sample, row.by, row.name) == (sample, by, name)]
    return row


def labels(text: str, **given: object) -> list[Item]:
    return [item(label=letter, **given) for letter in text]


def test_the_unsure_are_counted_apart_and_bound_the_precision() -> None:
    row = found([*labels("yyynuu"), item()])
    assert (row.right, row.wrong, row.unsure) == (3, 1, 2)
    assert row.precision.estimate == pytest.approx(0.75)
    assert (row.if_wrong, row.if_right) == (pytest.approx(3 / 6), pytest.approx(5 / 6))


def test_strata_weigh_as_much_as_they_have_mentions() -> None:
    items = [
        *labels("yy", strata="domain", domain="geo", random_of=900),
        *labels("nn", strata="domain", domain="law", random_of=100),
    ]
    row = found(items)
    assert row.precision.estimate == pytest.approx(0.9)
    assert found(items, by="domain", name="law").precision.estimate == 0
    even = found(labels("yynn")).precision
    assert row.precision.low is not None
    assert even.low is not None
    assert (row.precision.high or 1) - row.precision.low > 0.4  # fewer effective labels than four


def test_a_mention_of_both_samples_counts_in_each() -> None:
    items = [item(label="y", sample="both", singletons_of=50), *labels("n", singletons_of=50, random_of=None)]
    assert found(items).right == 1
    assert found(items, "singletons").wrong == 1


def test_rare_relations_stand_together() -> None:
    items = [
        *labels("yyyyn", relation="birth date"),
        *labels("nn", relation="win in"),
        *labels("y", relation="be"),
    ]
    assert found(items, by="relation", name="birth date").right == 4
    assert found(items, by="relation", name="other").wrong == 2


def test_labelling_begins_where_it_was_left_goes_back_and_saves_each_answer() -> None:
    items = [item(label="y"), item(), item(label="n"), item()]
    saved: list[list[str]] = []
    labelling = Labelling(items, save=lambda: saved.append([found.label for found in items]))
    assert labelling.place == 2
    labelling.answer("n")
    assert labelling.place == 4
    labelling.back()
    labelling.answer("u")
    assert labelling.place == 4
    labelling.answer("y")
    assert labelling.current is None
    assert saved == [["y", "n", "n", ""], ["y", "n", "u", ""], ["y", "n", "u", "y"]]
