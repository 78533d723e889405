"""The pages of docs/reference say what the code has, and every command has its place in a page that people wrote."""

from pathlib import Path

import pytest
from generated_pages import FOLDER
from generated_pages import PAGES as GENERATED
from generated_pages.commands import commands, shown_options
from generated_pages.tables import tables
from pages import PAGES, name_of

from factscan.store.queries import query_names

WRITTEN_BY_HAND = [page for page in PAGES if page not in GENERATED and page.name != "CHANGELOG.md"]


@pytest.mark.parametrize("page", GENERATED, ids=name_of)
def test_a_generated_page_is_what_the_code_gives(page: Path) -> None:
    assert page.read_text("utf-8") == GENERATED[page](), "stale: run `make reference`"


def test_every_command_and_option_has_help_and_stands_in_the_reference() -> None:
    page = (FOLDER / "commands.md").read_text("utf-8")
    for name, command, _ in commands():
        assert command.help, name
        assert f"\n## {name}\n" in page
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for option in shown_options(command):
            assert option.help, f"{name} {option.name}"
            assert all(opt in section for opt in option.opts), f"{name} {option.name}"


def test_every_command_is_used_in_a_page_that_people_wrote() -> None:
    pages = "\n".join(page.read_text("utf-8") for page in WRITTEN_BY_HAND)
    assert [name for name, *_ in commands() if f"{name} " not in pages] == []


def test_every_question_stands_in_the_reference() -> None:
    page = (FOLDER / "questions.md").read_text("utf-8")
    assert [name for name in query_names() if f"\n## {name}\n" not in page] == []


def test_every_table_says_what_a_row_is_and_every_column_what_it_holds() -> None:
    for table in tables():
        assert "row" in table.said, table.name
        assert [name for name, said in table.columns.items() if not said] == [], table.name
