"""Runs made of facts that a test writes down, without any text being parsed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from factscan.corpus.document import Document
from factscan.engine.rows import PartRows
from factscan.extract.extraction import Extraction
from factscan.extract.mention import Mention
from factscan.run import Run
from factscan.store.build import build
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import write_part

Fact = tuple[str, str, str]


@dataclass(frozen=True)
class Stated:
    """A document and the facts that it states; a fact stated twice stands twice."""

    facts: Sequence[Fact] = ()
    domain: str = "d"
    shard: str = "s"
    source: str = ""
    text: str = ""
    kind: str = "name"
    denied: Sequence[Fact] = field(default_factory=tuple)


MakeRun = Callable[[Sequence[Stated]], Run]


@pytest.fixture
def make_run(tmp_path: Path) -> MakeRun:
    """A function that lays documents out as the parts of a run, builds its database and opens it."""
    made = 0

    def make(documents: Sequence[Stated]) -> Run:
        nonlocal made
        made += 1
        return write_run(tmp_path / f"run{made}", documents)

    return make


def write_run(path: Path, documents: Sequence[Stated]) -> Run:
    names = sorted({document.shard for document in documents})
    folder = RunFolder(path)
    folder.create({"options": {}, "sources": [], "shards": [{"name": name, "key": name} for name in names]})
    markers = []
    for name in names:
        rows = PartRows(evidence=True)
        held = [document for document in documents if document.shard == name]
        for record, document in enumerate(held):
            text = document.text or f"{name} {record}"
            rows.add_document(
                Document(record, f"{name}-{record}", "", text, document.domain, document.source),
                Extraction(
                    mentions=[_mention(fact, document.kind, ()) for fact in document.facts]
                    + [_mention(fact, document.kind, ("negated",)) for fact in document.denied]
                ),
            )
        part = write_part(folder.parts, name, 0, len(held), rows.tables())
        markers.append(
            ShardMarker(
                name, name, name, 1, part.documents, part.words, part.mentions, part.rejected, "complete", [0]
            )
        )
    for marker in markers:
        folder.finish_shard(marker)
    build(folder, markers)
    return Run(path)


def _mention(fact: Fact, kind: str, flags: tuple[str, ...]) -> Mention:
    subject, relation, answer = fact
    sort = "date" if relation.endswith(" date") else "name"
    return Mention(subject, kind, relation, answer, sort, 0, 1, 0, 1, flags, 1.0)  # type: ignore[arg-type]
