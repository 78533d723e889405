"""The page in a real browser: a hostile corpus runs nothing and breaks nothing, and the page can be used."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from browser import Browser, chromium
from conftest import Stated, write_run
from hostile import PAYLOADS, hostile_run

from factscan.report.html import as_html


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    run = hostile_run(folder / "run")
    page = folder / "report.html"
    page.write_text(as_html(run.view(run.report())))
    return page


@pytest.fixture(scope="module")
def ordinary(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ordinary")
    documents = [
        Stated(
            [("Oslo", "country", "Norway"), (f"s{n}", "be", "x")],
            domain="aaabbc"[n % 6],
            shard=f"s{n % 2}",
        )
        for n in range(40)
    ]
    run = write_run(folder / "run", documents)
    page = folder / "report.html"
    page.write_text(as_html(run.view(run.report())))
    return page


def test_the_payloads_do_harm_where_nothing_stops_them(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "open.html"
    page.write_text(
        f'<!doctype html><title>open</title><p>{PAYLOADS[0]}{PAYLOADS[1]}<input value="{PAYLOADS[2]}">'
    )
    browser.open(page)
    assert browser.run("return window.owned") == 1
    assert (page.parent / "x").as_uri() in browser.requests()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_hostile_corpus_runs_no_script_and_asks_for_nothing(
    browser: Browser, hostile: Path, width: int
) -> None:
    browser.open(hostile, width=width)
    assert (
        browser.run(
            "for (const d of document.querySelectorAll('details')) d.open = true; return window.owned"
        )
        is None
    )
    assert browser.run("return document.scripts.length") == 1
    assert browser.run("return [...document.querySelectorAll('main > section')].length") == 8
    assert browser.console() == []
    assert browser.requests() == [hostile.as_uri()]


def test_the_page_is_no_wider_than_a_phone_whatever_the_names(browser: Browser, hostile: Path) -> None:
    browser.open(hostile, width=360)
    browser.run("for (const d of document.querySelectorAll('details')) d.open = true")
    assert browser.run("return document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 360)])
def test_axe_finds_nothing_serious(browser: Browser, ordinary: Path, dark: bool, width: int) -> None:
    pytest.importorskip("axe_core_python", reason="needs axe-core-python: pip install 'factscan[test]'")
    browser.open(ordinary, width=width, dark=dark)
    browser.run("for (const d of document.querySelectorAll('details')) d.open = true")
    browser.run(files("axe_core_python").joinpath("axe.min.js").read_text())
    found = browser.wait_for(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then((found) => done(found.violations))"
    )
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], one["nodes"][0]["html"]) for one in grave] == []


def test_the_table_sorts_and_filters_by_keyboard(browser: Browser, ordinary: Path) -> None:
    browser.open(ordinary)
    assert _domains(browser) == ["a", "b", "c"]
    browser.press("#table thead th:nth-child(6) button", "\ue007")  # Enter
    assert browser.run("return document.querySelector('#table th[aria-sort]').ariaSort") == "descending"
    first = _domains(browser)
    browser.press("#table thead th:nth-child(6) button", " ")
    assert browser.run("return document.querySelector('#table th[aria-sort]').ariaSort") == "ascending"
    assert _domains(browser) == first[::-1]
    browser.press("#filter-name", "b")
    assert _domains(browser) == ["b"]
    assert browser.run("return document.getElementById('filter-count').textContent") == "1 of 3 rows"


def test_the_theme_can_be_turned(browser: Browser, ordinary: Path) -> None:
    browser.open(ordinary)
    light = browser.run("return getComputedStyle(document.body).backgroundColor")
    for theme in ("light", "dark"):
        browser.press("#theme", "\ue007")
        assert browser.run("return document.getElementById('theme').textContent") == f"Theme: {theme}"
    assert browser.run("return getComputedStyle(document.body).backgroundColor") != light


def _domains(browser: Browser) -> list[str]:
    """Those that are shown, in their order."""
    shown: list[str] = browser.run(
        "return [...document.querySelectorAll('#table tbody tr:not([hidden]) th')].map((cell) => cell.textContent)"
    )
    return shown
