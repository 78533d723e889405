"""The pages do what they say: their blocks run and print what stands below them, their links lead somewhere."""

import re
from pathlib import Path

import pytest
from pages import PAGES, ROOT, WRITTEN, blocks, name_of, run_page

LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^    (?:factscan|python|pip|make|import|git) ", re.M)
each_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


@pytest.fixture
def folder(tmp_path: Path, sample_run: Path) -> Path:
    """A checkout as a reader of the pages has it: the sample corpus, and its run."""
    (tmp_path / "runs").mkdir()
    for name, there in {
        "sample_data": ROOT / "sample_data",
        "pipelines": ROOT / "pipelines",
        "runs/sample": sample_run,
    }.items():
        (tmp_path / name).symlink_to(there)
    return tmp_path


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(not b.skipped for b in blocks(page))], ids=name_of
)
def test_blocks_run_in_order_and_print_what_the_page_shows(page: Path, folder: Path) -> None:
    run_page(page, folder)


@each_page
def test_every_block_runs_or_says_why_not(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if "<!-- no-run here: " in text:
        return
    found = list(blocks(page))
    outputs = sum(block.shown is not None for block in found)
    assert text.count("```") == 2 * (len(found) + outputs), "a block is not closed, or indented"
    for block in found:
        runs = block.language in ("python", "sh", "sql") or (block.file and block.language in WRITTEN)
        assert runs or len(block.skipped) >= 10, f"{block.language or 'no language'}: {block.text}"
    assert not COMMAND.search(text), "a command in an indented block, which no test runs"


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@each_page
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in link:
            path, _, anchor = link.partition("#")
            target = page.parent / path if path else page
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link


@each_page
def test_files_that_a_page_names_are_there(page: Path) -> None:
    named = re.findall(
        r"`(?:python )?((?:benchmarks|factscan|sql|tests|docs|tools|training|sample_data|pipelines)/[\w./-]+\.\w+)",
        page.read_text("utf-8"),
    )

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_theory_has_its_examples() -> None:
    examples = [block for block in blocks(ROOT / "docs" / "theory.md") if block.language == "python"]
    assert len(examples) >= 8
    assert all(block.shown for block in examples if "print(" in block.text)


def test_every_page_can_be_reached_from_the_site_and_the_index() -> None:
    listed = (ROOT / "mkdocs.yml").read_text("utf-8")
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    for page in PAGES:
        if page.is_relative_to(ROOT / "docs"):
            name = page.relative_to(ROOT / "docs").as_posix()
            assert f"- {name}\n" in listed, name
            assert name == "index.md" or f"]({name}" in index, name
