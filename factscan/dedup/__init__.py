"""Copies: which documents are the same text, and what tells how much two documents share."""

from factscan.dedup.exact import document_key, text_hash
from factscan.dedup.identity import Identity, identity_of
from factscan.dedup.near import THRESHOLD, NearOptions, Signature, Signer, check_threshold

__all__ = [
    "THRESHOLD",
    "Identity",
    "NearOptions",
    "Signature",
    "Signer",
    "check_threshold",
    "document_key",
    "identity_of",
    "text_hash",
]
