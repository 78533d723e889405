"""The truth about the sample, by construction: counted from what each sentence was made to state."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.documents import Document
from generator.world import Statement

SETTINGS = {
    "unit": "document",
    "scope": "mix",
    "dedup": "exact",
    "subjects": ["name", "topic"],
    "asserted": True,
}
Prompt = tuple[str, str]


def prompt_of(statement: Statement) -> Prompt:
    """The question that the statement answers."""
    return statement.subject, statement.relation


@dataclass(frozen=True)
class Scope:
    """Where a prompt counts as known: its mentions and its documents in some set of documents."""

    mentions: Counter[Prompt]
    documents: dict[Prompt, set[str]]

    @classmethod
    def over(cls, documents: Iterable[Document]) -> "Scope":
        """The scope of these documents."""
        mentions: Counter[Prompt] = Counter()
        homes: dict[Prompt, set[str]] = defaultdict(set)
        for document in documents:
            for statement in document.mentions:
                mentions[prompt_of(statement)] += 1
                homes[prompt_of(statement)].add(document.doc_id)
        return cls(mentions, homes)

    def rates(self, documents: Iterable[Document]) -> dict[str, Any]:
        """The counts of these documents, with singletons judged in this scope.

        ``missing_mass`` is M1/N: mentions of prompts found in one document, over all mentions. ``singleton_rate`` is
        prompts with exactly one mention, over all mentions.
        """
        counted = [prompt_of(s) for document in documents for s in document.mentions]
        prompts = set(counted)
        alone = {p for p in prompts if len(self.documents[p]) == 1}
        single = sum(self.mentions[p] == 1 for p in prompts)
        return {
            "mentions": len(counted),
            "prompts": len(prompts),
            "singletons": len(alone),
            "prompts_with_one_mention": single,
            "singleton_rate": round(single / len(counted), 6),
            "missing_mass": round(sum(p in alone for p in counted) / len(counted), 6),
        }


def row(name: str, documents: Sequence[Document], copies: set[str], scope: Scope) -> dict[str, Any]:
    """The row of a domain, or of all; copies count as documents, and for nothing else."""
    kept = [document for document in documents if document.doc_id not in copies]
    head = {"name": name, "documents": len(documents), "duplicates": len(documents) - len(kept)}
    sentences = [sentence for document in kept for sentence in document.sentences]
    told = {"sentences": len(sentences), "sentences_without_fact": sum(not one.states for one in sentences)}
    return head | told | scope.rates(kept)


def truth(documents: Sequence[Document], copies: set[str], domains: Sequence[str]) -> dict[str, Any]:
    """The truth for ``SETTINGS``; and each domain's rates where only its own documents count (scope ``alone``)."""
    kept = [document for document in documents if document.doc_id not in copies]
    mix = Scope.over(kept)
    rows, alone = [], {}
    for domain in domains:
        own = [document for document in documents if document.domain == domain]
        rows.append(row(domain, own, copies, mix))
        counted = [document for document in own if document.doc_id not in copies]
        rates = Scope.over(counted).rates(counted)
        alone[domain] = {key: rates[key] for key in ("singletons", "singleton_rate", "missing_mass")}
    return {
        "settings": SETTINGS,
        "overall": row("all", documents, copies, mix),
        "domains": rows,
        "alone": alone,
    }
