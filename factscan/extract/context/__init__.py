"""What a document is about, and what its short names, nouns and pronouns refer to: found without a parse."""

from factscan.extract.context.document import Context, Resolved, document_context

__all__ = ["Context", "Resolved", "document_context"]
