"""Facts from text: ``Extractor`` reads documents and yields the mentions of the facts they state."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factscan.extract.extractor import RULES_VERSION, Extractor
    from factscan.extract.mention import Mention

__all__ = ["RULES_VERSION", "Extractor", "Mention"]

_HOMES = {
    "RULES_VERSION": "factscan.extract.extractor",
    "Extractor": "factscan.extract.extractor",
    "Mention": "factscan.extract.mention",
}


def __getattr__(name: str) -> Any:
    """Imported when first asked for: who only handles mentions needs neither the rules nor their tables."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'factscan.extract' has no attribute {name!r}")
