"""Extracted facts and statements as text, as JSON lines and as tab-separated values."""

import json
from collections.abc import Callable, Iterator
from typing import TypeVar

from factscan.corpus import Document
from factscan.extract.mention import Mention
from factscan.extract.open_view.statement import Statement
from factscan.report.grid import visible

S = TypeVar("S", Mention, Statement)


def shown_facts(document: Document, mentions: list[Mention], form: str, *, flags: bool) -> Iterator[str]:
    """The facts of a document in one of the forms text, jsonl; with ``flags``, JSON has them too."""
    if form == "jsonl":
        return (_fact_json(document, mention, flags=flags) for mention in mentions)
    return _under_sentences(document, mentions, _fact_line)


def shown_statements(
    document: Document, statements: list[Statement], form: str, *, flags: bool, lines: bool
) -> Iterator[str]:
    """The statements of a document in one of the forms text, jsonl, tsv.

    A line of tsv is text, confidence, relation and arguments, and the flags last if ``flags``; the text is that of
    the sentence, or of the document where documents are ``lines``.
    """
    if form == "jsonl":
        return (_statement_json(document, statement, flags=flags) for statement in statements)
    if form == "tsv":
        return (_statement_tsv(document, statement, flags=flags, lines=lines) for statement in statements)
    return _under_sentences(document, statements, _statement_line)


def _under_sentences(document: Document, found: list[S], line: Callable[[S], str]) -> Iterator[str]:
    """What was found, each under the sentence that states it."""
    if document.doc_id or document.title:
        yield visible(f"# {' · '.join(filter(None, (document.doc_id, document.title)))}")
    last = (-1, -1)
    for one in found:
        place = (one.sentence_start, one.sentence_end)
        if place != last:
            yield visible(" ".join(document.text[slice(*place)].split()))
            last = place
        flags = f"  not asserted: {', '.join(sorted(one.flags))}" if one.flags else ""
        yield visible(f"    {line(one)}{flags}")


def _fact_line(mention: Mention) -> str:
    kind = f"[{mention.subject_kind} → {mention.object_type}]"
    return f"{mention.subject} | {mention.relation} | {mention.object}  {kind}"


def _statement_line(statement: Statement) -> str:
    subject, *others = statement.arguments
    return " | ".join([subject or "–", statement.relation, *others])


def _fact_json(document: Document, mention: Mention, *, flags: bool) -> str:
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
    if flags:
        fields["flags"] = list(mention.flags)
    return json.dumps(fields, ensure_ascii=False)


def _statement_json(document: Document, statement: Statement, *, flags: bool) -> str:
    fields: dict[str, object] = {
        "id": document.doc_id,
        "relation": statement.relation,
        "arguments": list(statement.arguments),
        "sentence_start": statement.sentence_start,
        "sentence_end": statement.sentence_end,
        "confidence": round(statement.confidence, 3),
    }
    if flags:
        fields["flags"] = sorted(statement.flags)
    return json.dumps(fields, ensure_ascii=False)


def _statement_tsv(document: Document, statement: Statement, *, flags: bool, lines: bool) -> str:
    text = document.text if lines else document.text[statement.sentence_start : statement.sentence_end]
    cells = [text, f"{statement.confidence:.3f}", statement.relation, *statement.arguments]
    if flags:
        cells.append(",".join(sorted(statement.flags)))
    return "\t".join(visible(" ".join(cell.split())) for cell in cells)
