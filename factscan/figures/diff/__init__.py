"""Two runs beside each other: which figures moved by more than noise, which prompts came and went."""

from factscan.figures.diff.compare import compare
from factscan.figures.diff.result import Diff

__all__ = ["Diff", "compare"]
