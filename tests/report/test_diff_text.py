"""Two runs beside each other as text and as a page."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from conftest import Stated, write_run

from factscan.figures.diff import Diff
from factscan.figures.diff.reading import ReadApart
from factscan.report.diff import diff_markdown, diff_table
from factscan.report.diff_html import diff_html

HOSTILE = "<script>alert(1)</script>\x1b[31m & \"'|*"


@pytest.fixture(scope="module")
def diff(tmp_path_factory: pytest.TempPathFactory) -> Diff:
    """All is called by the hostile name; the second run knows half of what the first knows."""
    folder = tmp_path_factory.mktemp("runs")
    documents = [
        Stated([(f"{HOSTILE} {i % 40}", HOSTILE, f"{HOSTILE} {i}")], domain=HOSTILE if i % 2 else "law")
        for i in range(120)
    ]
    a, b = write_run(folder / "a", documents), write_run(folder / "b", documents[:40])
    found = a.diff(b)
    unlike = ReadApart("extractor", HOSTILE, "e-2", "keys")
    return replace(found, path_a=HOSTILE, read_apart=[unlike])


def test_the_answer_and_what_was_not_read_alike_come_first(diff: Diff) -> None:
    lines = diff_table(diff, pretty=False).splitlines()
    assert lines[0].startswith("  floor overall .000 → .9")
    assert "more than noise" in lines[0]
    assert "2 of 2 domains moved" in " ".join(lines[:3])
    assert any("NOT READ ALIKE: extractor is " in line for line in lines[:5])


def test_the_tables_name_what_rose_and_what_became_of_the_prompts(diff: Diff) -> None:
    table = diff_table(diff, pretty=False)
    assert re.search(r"^law +\.000 +\.9\d\d +\+\.9.* rose ", table, re.MULTILINE)
    assert re.search(r"^overall +40 +40 +0 +0 +0 +0 +0 +40$", table, re.MULTILINE)
    assert re.search(r"^1 only now +.*  3 → 1$", table, re.MULTILINE)


def test_no_form_lets_control_characters_or_markup_of_the_corpus_through(diff: Diff) -> None:
    for shown in (diff_table(diff, pretty=False), diff_markdown(diff), diff_html(diff)):
        assert "\x1b" not in shown
    assert "<script" not in diff_markdown(diff)
    assert "\\|" in diff_markdown(diff)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_one_file_without_script_that_lets_nothing_in(diff: Diff) -> None:
    page = diff_html(diff)
    read = Tags()
    read.feed(page)
    assert not read.found & {"script", "link", "img", "iframe", "a", "form"}
    assert not {name for name in read.attributes if name.startswith("on") or name in ("style", "src", "href")}
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "<script>alert(1)</script>" in read.text
    assert {"h1", "h2", "caption", "th"} <= read.found
    assert len(page) < 60_000
