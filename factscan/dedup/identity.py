"""What identifies a document and its copies: computed once, over its whole text."""

from dataclasses import dataclass

from factscan.dedup.exact import document_key, text_hash
from factscan.dedup.near import Signature, Signer


@dataclass(frozen=True, slots=True)
class Identity:
    """``doc_key``: id, title and text as they are; ``text_hash``: the normalised text; ``signature``: its shingles."""

    doc_key: int
    text_hash: int
    signature: Signature


def identity_of(doc_id: str, title: str, text: str, signer: Signer) -> Identity:
    return Identity(document_key(doc_id, title, text), text_hash(text), signer.sign(text))
