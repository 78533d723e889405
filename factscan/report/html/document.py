"""The page as a file: its head, the policy that shuts it off from everything, its navigation."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from xml.etree.ElementTree import Element

from factscan import __version__
from factscan.report.cells import shortened
from factscan.report.html.element import h, markup
from factscan.report.html.view import View
from factscan.report.html.words import name

DOCTYPE = "<!doctype html>\n"
GENERATOR = "factscan"
_SECTIONS = (
    ("answer", "The answer"),
    ("floors", "Floors by domain"),
    ("table", "Domains side by side"),
    ("pages", "Page by page"),
    ("shards", "Shards"),
    ("rejected", "What was rejected"),
    ("assumptions", "What is assumed"),
    ("reproduce", "How to reproduce"),
)


def document(view: View, sections: list[Element]) -> str:
    """A whole page that needs no other file and may load none."""
    style, script = _asset("report.css"), _asset("report.js")
    page = h(
        "html",
        h(
            "head",
            h("meta", charset="utf-8"),
            h("meta", name="generator", content=f"{GENERATOR} {__version__}"),
            h("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
            h("meta", name="viewport", content="width=device-width, initial-scale=1"),
            h("meta", name="referrer", content="no-referrer"),
            h("meta", name="color-scheme", content="light dark"),
            h("title", f"{shortened(view.origin.run, 60)}: hallucination floors"),
            h("style", style),
        ),
        h(
            "body",
            h("a", "To the report", href="#answer", class_="skip"),
            h("header", _masthead(view), class_="masthead"),
            h("div", _navigation(view), h("main", sections, id="report"), class_="sheet"),
            h(
                "footer",
                h("p", f"Made by factscan {__version__}. Nothing in this file is loaded from elsewhere."),
            ),
            h("script", script),
        ),
        lang="en",
    )
    return DOCTYPE + markup(page) + "\n"


def _masthead(view: View) -> list[Element]:
    button = h("button", "Theme: system", type="button", id="theme", hidden=True)
    return [
        h("p", "factscan report", class_="brand"),
        h("h1", "What ", h("em", name(view.origin.run)), " leaves to guessing"),
        button,
    ]


def _navigation(view: View) -> Element:
    pages = [h("li", h("a", "The whole corpus", href="#whole"))] + [
        h("li", h("a", name(domain, 28), href=f"#{view.anchor(domain)}")) for domain in view.pages.domains
    ]
    entries = [
        h("li", h("a", title, href=f"#{anchor}"), h("ol", pages) if anchor == "pages" else None)
        for anchor, title in _SECTIONS
    ]
    return h(
        "nav", h("details", h("summary", "Contents"), h("ol", entries), open=True), aria_label="Contents"
    )


def _policy(style: str, script: str) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return files("factscan.report.html").joinpath("assets", name).read_text(encoding="utf-8")
