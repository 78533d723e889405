"""The file of an audit survives spreadsheets, and says where it is wrong."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from auditing import item, pair

from factscan.audit.files import read_audit, read_items, write_items
from factscan.errors import InputError, UsageError


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_what_is_written_is_read(tmp_path: Path, name: str) -> None:
    items = [
        item(subject='a "quoted", one', sentence="two\nlines"),
        item(mention="m2", label="u", random_of=None, singletons_of=7, sample="singletons"),
    ]
    write_items(tmp_path / name, items)
    assert read_items(tmp_path / name, "r1") == items


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_pairs_are_read_as_pairs_and_never_taken_for_mentions(tmp_path: Path, name: str) -> None:
    pairs = [pair(subject="=cmd()"), pair(pair="p2", label="n", mentions=4)]
    write_items(tmp_path / name, pairs)
    assert read_audit(tmp_path / name, "r1") == pairs
    with pytest.raises(InputError, match="holds pairs of prompts"):
        read_items(tmp_path / name, "r1")


def test_a_pair_is_labelled_same_or_different(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [asdict(pair(label="same")), asdict(pair(label="Different", pair="p2"))]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [found.label for found in read_audit(path, "r1")] == ["y", "n"]
    path.write_text(json.dumps({**rows[0], "label": "maybe"}), encoding="utf-8")
    with pytest.raises(InputError, match=r"none of y \(the same\), n \(different\)"):
        read_audit(path, "r1")
    path.write_text(json.dumps({**rows[0], "looked_at": 0}), encoding="utf-8")
    with pytest.raises(InputError, match="line 1: looked_at is 0"):
        read_audit(path, "r1")


def test_a_file_of_an_earlier_version_still_tells_its_precision(tmp_path: Path) -> None:
    row = asdict(item(label="y"))
    for name in ("unit", "units", "dedup"):
        del row[name]
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (found,) = read_items(tmp_path / "a.jsonl", "r1")
    assert (found.unit, found.units, found.dedup) == ("document", None, "exact")


def test_no_cell_is_a_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    items = [item(subject=start + "cmd()", mention=f"m{ord(start)}") for start in "=+-@"]
    write_items(tmp_path / "a.csv", items)
    cells = [line.split(",")[2] for line in (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()[1:]]
    assert all(cell.startswith("'") for cell in cells)
    assert read_items(tmp_path / "a.csv", "r1") == items


def test_a_spreadsheet_may_change_delimiter_order_case_and_leave_empty_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_items(path, [item()])
    head, row = (
        line.split(",")
        for line in path.read_bytes().decode().replace('"name,topic"', "name").split("\r\n")[:2]
    )
    row[head.index("label")] = " YES "
    lines = [";".join(reversed(line)) for line in (head, row)]
    path.write_text("\ufeff" + "\n".join([*lines, ";" * (len(head) - 1)]) + "\n", encoding="utf-8")
    assert [found.label for found in read_items(path, "r1")] == ["y"]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_an_unknown_label_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    write_items(tmp_path / name, [item(label="y"), item(label="maybe")])
    line = 3 if name == "a.csv" else 2
    with pytest.raises(InputError, match=rf"{name}, line {line}: label 'maybe' is none of y"):
        read_items(tmp_path / name, "r1")


@pytest.mark.parametrize(
    ("second", "says"),
    [
        ({"mention": "m2", "run": "r2"}, r"line 3 is of another run \(r2, not r1\)"),
        ({"mention": "m2", "seed": 1}, "line 3 is of another sample"),
        ({"mention": "m1", "label": "y"}, "line 3 is there twice"),
        ({"mention": "m2", "random_of": 0}, "line 3: random_of is 0"),
    ],
)
def test_rows_that_are_not_of_one_sample_are_refused(
    tmp_path: Path, second: dict[str, Any], says: str
) -> None:
    write_items(tmp_path / "a.csv", [item(), item(**second)])
    with pytest.raises(InputError, match=says):
        read_items(tmp_path / "a.csv", "r1")


@pytest.mark.parametrize(
    ("name", "value"),
    [("confidence", None), ("seed", []), ("random_of", "many"), ("subject", 5), ("strata", "shard")],
)
def test_a_value_of_another_kind_is_named_with_its_line(tmp_path: Path, name: str, value: Any) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({**asdict(item()), name: value}), encoding="utf-8")
    with pytest.raises(InputError, match="line 1: "):
        read_items(tmp_path / "a.jsonl", "r1")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.csv", "name,value\n1,2\n", "no audit's file"),
        ("a.csv", "", "no rows"),
        ("a.jsonl", "{broken\n", "line 1 is no JSON"),
        ("a.jsonl", "[1]\n", "line 1 is no JSON object"),
    ],
)
def test_other_files_are_refused_with_the_place(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_items(tmp_path / name, "r1")


def test_a_name_that_is_neither_csv_nor_jsonl_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"named \.csv or \.jsonl"):
        write_items(tmp_path / "a.xlsx", [item()])


def test_a_file_that_is_not_utf_8_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"label\xff\n")
    with pytest.raises(InputError, match="save it as 'CSV UTF-8'"):
        read_items(tmp_path / "a.csv", "r1")
