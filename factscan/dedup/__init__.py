"""Copies: which documents are the same text. Near-duplicates will live here too."""

from factscan.dedup.exact import document_key, text_hash

__all__ = ["document_key", "text_hash"]
