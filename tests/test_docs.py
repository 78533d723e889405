"""The pages of docs/ do what they say: their Python runs and prints what stands below, their links lead somewhere."""

import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
EXAMPLE = re.compile(r"^```python\n(.*?)^```\n(?:\n^```text\n(.*?)^```)?", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def examples(page: Path) -> Iterator[tuple[str, str]]:
    """Every block of Python of a page, and the text that it prints (empty where none stands below it)."""
    for found in EXAMPLE.finditer(page.read_text(encoding="utf-8")):
        yield found[1], found[2] or ""


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_run_in_order_and_print_what_the_page_shows(page: Path) -> None:
    names: dict[str, object] = {"__name__": "docs"}
    for code, shown in examples(page):
        printed = StringIO()
        with redirect_stdout(printed):
            exec(compile(code, str(page), "exec"), names)
        assert printed.getvalue() == shown, code


def test_theory_has_examples_and_no_block_escapes_the_test() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert len(list(examples(page))) == text.count("```python"), page.name
    assert len(list(examples(ROOT / "docs" / "theory.md"))) >= 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in link:
            path, _, anchor = link.partition("#")
            target = page.parent / path if path else page
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    named = re.findall(
        r"`(?:python )?((?:benchmarks|factscan|sql|tests|docs)/[\w./]+\.\w+)", page.read_text("utf-8")
    )

    assert [path for path in named if not (ROOT / path).exists()] == []
