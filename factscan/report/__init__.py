"""Reports as text. Nothing is computed here."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factscan.report.card import as_card
    from factscan.report.page import Page
    from factscan.report.render import as_csv, as_json, as_markdown, as_table
    from factscan.report.ticket import as_ticket
    from factscan.report.view import View

__all__ = ["Page", "View", "as_card", "as_csv", "as_json", "as_markdown", "as_table", "as_ticket"]

_HOMES = {
    "Page": "page",
    "View": "view",
    "as_card": "card",
    "as_csv": "render",
    "as_json": "render",
    "as_markdown": "render",
    "as_table": "render",
    "as_ticket": "ticket",
}


def __getattr__(name: str) -> Any:
    """Imported when first asked for: what only prints a few lines needs no figures."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"factscan.report.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'factscan.report' has no attribute {name!r}")
