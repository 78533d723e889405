"""The versions of what factscan writes; a module of its own, so that they can be told without loading a library."""

RUN_SCHEMA = 3
"""Of a run folder: its manifest, its parts and its database."""

REPORT_SCHEMA = 2
"""Of the JSON of a report."""
