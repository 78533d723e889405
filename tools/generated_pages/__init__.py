"""The pages of docs/reference that are made from the code: what they say cannot go out of date unseen.

``tools/write_reference.py`` writes them, tests/test_reference.py fails where one is stale.
"""

from collections.abc import Callable
from pathlib import Path

from generated_pages.commands import commands_page
from generated_pages.questions import questions_page
from generated_pages.tables import tables_page

FOLDER = Path(__file__).parents[2] / "docs" / "reference"

PAGES: dict[Path, Callable[[], str]] = {
    FOLDER / "commands.md": commands_page,
    FOLDER / "questions.md": questions_page,
    FOLDER / "tables.md": tables_page,
}
