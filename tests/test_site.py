"""The pages as a site: every link leads somewhere, and no page asks the network for anything."""

import re
from pathlib import Path

import pytest
from pages import PAGES, ROOT, name_of

OUTSIDE = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=["'](?:https?:)?//[^>]*>""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``make docs`` builds it: a warning is an error."""
    pytest.importorskip("mkdocs", reason="pip install 'factscan[docs]'")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True))
    return folder


def test_every_page_of_docs_is_in_the_site(site: Path) -> None:
    there = {path.relative_to(site).with_suffix(".md").as_posix() for path in site.rglob("*.html")}
    wanted = {name_of(page).removeprefix("docs/") for page in PAGES if page.name != "README.md"}
    assert wanted <= there


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    found = {path.name: OUTSIDE.findall(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert {name: tags for name, tags in found.items() if tags} == {}
    styles = [
        path for path in site.rglob("*.css") if re.search(r"url\(['\"]?https?:", path.read_text("utf-8"))
    ]
    assert styles == []
