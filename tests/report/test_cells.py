"""Names that a corpus makes up, measured and cut as a terminal shows them."""

import pytest

from factscan.report.cells import columns, padded, shortened, steady, told_apart
from factscan.report.grid import plain_grid
from factscan.report.lines import wrapped
from factscan.report.page import Page

HOSTILE = {
    "wide": "法律文書データ",
    "emoji": "👩🏽‍🚀 rockets ☎️",
    "right to left": "קהיר القاهرة",
    "marks": "ze" + "\u0301" * 40 + "ro",
    "control": "law\x1b[2J\r\n\x00end",
    "long": "shard-" + "x" * 290 + ".jsonl",
    "override": "gnp\u202e.exe",
}


@pytest.mark.parametrize(
    ("text", "width"),
    [("law", 3), ("法律", 4), ("e\u0301", 1), ("👍", 2), ("한", 2), ("\u1112\u1161\u11ab", 2), ("ｱ", 1)],
)
def test_a_character_takes_the_columns_that_terminals_give_it(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_every_name_is_cut_to_its_room_and_keeps_both_ends(name: str) -> None:
    plain = steady(name)
    for room in range(3, 30):
        cut = shortened(plain, room)
        assert columns(cut) <= room
        assert columns(cut) >= min(columns(plain), room - 2)
        assert cut == plain or "…" in cut
    assert plain.isprintable()


def test_shards_that_differ_in_the_middle_are_still_told_apart() -> None:
    names = [f"crawl/2024-{n // 20:02}/part-{n:05}-of-00200.jsonl.zst" for n in range(200)]
    cut = told_apart(["overall", *names], 20)
    assert len(set(cut)) == 201
    assert max(map(columns, cut)) <= 20
    assert cut[:2] == ["overall", "…2024-00/part-00000…"]
    assert told_apart(["x" * 30, "y" * 30, "x" * 30], 9) == ["xxxx…xxxx", "yyyy…yyyy", "xxxx…xxxx"]


def test_a_cut_leaves_no_mark_without_its_letter() -> None:
    assert shortened("abcdefghijke\u0301fg", 5) == "ab…fg"


def test_rows_of_hostile_names_stand_in_line() -> None:
    rows = [[name, "123"] for name in HOSTILE.values()]
    lines = Page(40).grid(["", "N"], rows, [True, False]).splitlines()
    assert {columns(line) for line in lines} == {columns(lines[0])}
    assert max(map(columns, lines)) <= 40


def test_right_to_left_names_do_not_turn_their_row_around() -> None:
    cell = padded("קהיר", 6, True)
    assert cell == "\u200eקהיר\u200e  "
    assert padded("law", 5, False) == "  law"


def test_a_head_of_two_lines_stands_on_the_last() -> None:
    assert plain_grid(["", "exact\ncopies"], [["a", "1"]], [True, False]).splitlines() == [
        "    exact",
        "   copies",
        "a       1",
    ]


def test_what_is_too_wide_for_the_page_goes_on_below() -> None:
    rows = [["law", *["1234567890"] * 6]]
    grids = Page(60).grid(["", *"abcdef"], rows, [True, *[False] * 6]).split("\n\n")
    assert len(grids) == 2
    assert [grid.splitlines()[1].split()[0] for grid in grids] == ["law", "law"]
    assert sum(grid.count("1234567890") for grid in grids) == 6


def test_a_note_is_wrapped_by_columns_and_breaks_no_interval() -> None:
    text = wrapped("法律" * 8 + " gap +.500 [+.400, +.600] of " + "x" * 200, 40)
    assert max(map(columns, text.splitlines())) <= 40
    assert "[+.400, +.600]" in text
