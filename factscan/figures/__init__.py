"""Figures: the estimates of a run under one choice of settings, as data."""

from factscan.figures.compute import compute
from factscan.figures.report import Report, Row
from factscan.figures.settings import Settings

__all__ = ["Report", "Row", "Settings", "compute"]
