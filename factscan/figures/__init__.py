"""Figures: the estimates of a run under one choice of settings, as data."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factscan.figures.report import Report, Row
    from factscan.figures.settings import Settings

__all__ = ["Report", "Row", "Settings"]

_HOMES = {
    "Report": "factscan.figures.report",
    "Row": "factscan.figures.report",
    "Settings": "factscan.figures.settings",
}


def __getattr__(name: str) -> Any:
    """Imported when first asked for: who only chooses settings needs neither numpy nor scipy."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'factscan.figures' has no attribute {name!r}")
