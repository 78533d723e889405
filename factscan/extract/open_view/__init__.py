"""Open information extraction: what a sentence says in its own words, read from the same analysis as the facts."""

from factscan.extract.open_view.binary import binary_statements
from factscan.extract.open_view.nary import nary_statements
from factscan.extract.open_view.statement import Statement

__all__ = ["Statement", "binary_statements", "nary_statements"]
