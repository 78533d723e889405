"""Reports as text. Nothing is computed here."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factscan.report.render import as_csv, as_json, as_markdown, as_table

__all__ = ["as_csv", "as_json", "as_markdown", "as_table"]


def __getattr__(name: str) -> Any:
    """Imported when first asked for: what only prints a few lines needs no figures."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("factscan.report.render"), name)
    raise AttributeError(f"module 'factscan.report' has no attribute {name!r}")
