"""Facts from text: ``Extractor`` reads documents and yields the mentions of the facts they state."""

from factscan.extract.extractor import RULES_VERSION, Extractor
from factscan.extract.mention import Mention

__all__ = ["RULES_VERSION", "Extractor", "Mention"]
