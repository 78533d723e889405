"""Extracted facts as text and as JSON lines."""

import json
from collections.abc import Iterable, Iterator

from factscan.corpus import Document
from factscan.extract.mention import Mention
from factscan.report.grid import visible


def fact_jsonl(document: Document, mentions: Iterable[Mention], everything: bool) -> Iterator[str]:
    """One JSON object for every asserted fact (with ``everything``: for every mention, with its flags)."""
    for mention in mentions:
        if not (mention.asserted or everything):
            continue
        fields: dict[str, object] = {
            "id": document.doc_id,
            "subject": mention.subject,
            "subject_kind": mention.subject_kind,
            "relation": mention.relation,
            "object": mention.object,
            "object_type": mention.object_type,
            "char_start": mention.char_start,
            "char_end": mention.char_end,
            "sentence_start": mention.sentence_start,
            "sentence_end": mention.sentence_end,
            "confidence": round(mention.confidence, 3),
        }
        if everything:
            fields["flags"] = list(mention.flags)
        yield json.dumps(fields, ensure_ascii=False)


def fact_lines(document: Document, mentions: Iterable[Mention], everything: bool) -> Iterator[str]:
    """The facts of a document, each under the sentence that states it."""
    if document.doc_id or document.title:
        yield visible(f"# {' · '.join(filter(None, (document.doc_id, document.title)))}")
    last = (-1, -1)
    for mention in mentions:
        if not (mention.asserted or everything):
            continue
        place = (mention.sentence_start, mention.sentence_end)
        if place != last:
            yield visible(" ".join(document.text[slice(*place)].split()))
            last = place
        kind = f"  [{mention.subject_kind} → {mention.object_type}]"
        flags = f"  not asserted: {', '.join(mention.flags)}" if mention.flags else ""
        yield visible(f"    {mention.subject} | {mention.relation} | {mention.object}{kind}{flags}")
