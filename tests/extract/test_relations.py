from pathlib import Path

import pytest

from factscan.errors import InputError
from factscan.extract.candidate import Value
from factscan.extract.relations import Relation, Relations, relations_with, shipped_relations


def value(text: str, kind: str, sort: str = "") -> Value:
    return Value(text, kind, 0, len(text), sort)  # type: ignore[arg-type]


NAME, DATE = value("Oslo", "name"), value("1815", "date")


@pytest.fixture
def table() -> Relations:
    return shipped_relations()


@pytest.mark.parametrize(
    ("patterns", "answer", "label"),
    [
        (
            ["be bear on", "be bear in", "the date of birth", "come into world on", "birth date"],
            DATE,
            "birth date",
        ),
        (["die on", "pass away on", "be murder in", "the date of death"], DATE, "death date"),
        (
            ["come into force on", "take effect on", "become effective on", "be in force since"],
            DATE,
            "effective date",
        ),
        (["graduate from", "study at", "be educate at", "receive degree from"], NAME, "education"),
        (["have headquarters in", "be base in", "lie in", "be situate in"], NAME, "location"),
        (["flow into", "empty into", "the tributary of"], NAME, "flow into"),
        (["the wife of", "marry", "wed", "be marry to"], NAME, "spouse"),
    ],
)
def test_wordings_of_one_question_have_one_label(
    table: Relations, patterns: list[str], answer: Value, label: str
) -> None:
    assert {table.canonical(pattern, pattern, answer).label for pattern in patterns} == {label}


def test_the_direction_is_the_one_with_a_single_answer(table: Relations) -> None:
    assert table.canonical("write", "write", NAME) == Relation("author", True)
    assert table.canonical("be publish by", "publish by", NAME) == Relation("publisher", False)


def test_what_the_object_is_decides(table: Relations) -> None:
    assert table.canonical("be bear in", "bear in", NAME).label == "birth place"
    assert table.canonical("win", "win", value("Nobel Prize", "name", "AWARD")).label == "award"
    assert table.canonical("win", "win", value("Battle of Hastings", "name")).label == "win"
    assert table.canonical("cover", "cover", value("48 km2", "quantity")).label == "area"
    assert table.canonical("cover", "cover", value("12 topics", "quantity")).label == "cover"
    assert table.canonical("have", "have", value("3200 inhabitants", "quantity")).label == "population"


def test_more_words_decide_before_fewer(table: Relations) -> None:
    assert table.canonical("the company", "parent company", NAME).label == "parent company"
    assert table.canonical("the mother", "birth mother", NAME).label == "parent"
    assert table.canonical("receive from", "receive letter from", NAME).label == "receive letter from"


def test_a_label_of_no_row_has_one_spelling_and_one_preposition_of_time(table: Relations) -> None:
    spelled = table.canonical("specialise in", "specialise in", value("x-rays", "phrase"))
    assert spelled == table.canonical("specialize in", "specialize in", value("x-rays", "phrase"))
    assert table.canonical("be knight on", "knight on", DATE).label == "knight in"
    assert table.canonical("be knight by", "knight by", DATE).label == "knight by"


def test_a_users_rows_lie_over_the_shipped_ones(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("# mine\npilot|fly\tname\t^pilot\nthe capital\t*\tchief town\n", encoding="utf-8")
    table = relations_with(file)
    assert table.canonical("fly", "fly", NAME) == Relation("pilot", True)
    assert table.canonical("the capital", "capital", NAME).label == "chief town"
    assert table.canonical("die in", "die in", DATE).label == "death date"
    assert table.added is not None
    assert shipped_relations().added is None


@pytest.mark.parametrize(
    "row",
    [
        "pilot name ^pilot",
        "pilot\tnoun\tpilot",
        "pilot\tname\t",
        "pilot\tname\t^",
        "pilot|\tname\tpilot",
        "steer\tname\tcaptain",
        "a|b " * 20 + "\t*\tx",
    ],
)
def test_a_line_that_is_no_row_is_named(tmp_path: Path, row: str) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(f"fly|steer\tname\t^pilot\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        relations_with(file)
    with pytest.raises(InputError, match="nowhere"):
        relations_with(tmp_path / "nowhere.tsv")
