"""Reports as text. Nothing is computed here."""

from factscan.report.render import as_csv, as_json, as_markdown, as_table

__all__ = ["as_csv", "as_json", "as_markdown", "as_table"]
