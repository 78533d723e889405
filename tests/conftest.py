"""Runs made of facts that a test writes down, without any text being parsed."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from factscan.corpus.document import Document
from factscan.dedup import NearOptions, Signer, identity_of
from factscan.engine.rows import PartRows
from factscan.extract.extraction import Extraction, Skipped
from factscan.extract.mention import Mention
from factscan.run import Run
from factscan.sampling import Sampling, sampling_options
from factscan.store.build import build
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import PartId, write_part

ROOT = Path(__file__).parents[1]

Fact = tuple[str, str, str]


@dataclass(frozen=True)
class Stated:
    """A document and the facts that it states; a fact stated twice stands twice.

    Documents of one ``near`` are near-duplicates of each other, as are those with the same ``text``, and no others,
    whatever their texts are like. ``said`` are the sentences that state the facts, one each; without them a document
    states its facts in one sentence of its own. ``foreign`` of its ``sentences`` are in another language.
    """

    facts: Sequence[Fact] = ()
    domain: str = "d"
    shard: str = "s"
    source: str = ""
    text: str = ""
    kind: str = "name"
    title: str = ""
    near: str = ""
    said: Sequence[str] = ()
    denied: Sequence[Fact] = field(default_factory=tuple)
    sentences: int = 0
    foreign: int = 0


MakeRun = Callable[[Sequence[Stated]], Run]


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run of the sample corpus, scanned once for all test processes. Not to be changed."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if own.name.startswith("popen-") else own
    run = shared / "sample" / "run"
    with FileLock(shared / "sample.lock"):
        if not (run / "factscan.duckdb").exists():
            command = ["scan", ROOT / "pipelines" / "sample.toml", "--out", run]
            done = subprocess.run(
                [sys.executable, "-m", "factscan", *map(str, command)],
                capture_output=True,
                text=True,
                check=False,
                cwd="/",
            )
            assert done.returncode == 0, done.stderr
    return run


@pytest.fixture
def make_run(tmp_path: Path) -> MakeRun:
    """A function that lays documents out as the parts of a run, builds its database and opens it."""
    made = 0

    def make(documents: Sequence[Stated]) -> Run:
        nonlocal made
        made += 1
        return write_run(tmp_path / f"run{made}", documents)

    return make


def write_run(path: Path, documents: Sequence[Stated], sampling: Sampling | None = None) -> Run:
    names = sorted({document.shard for document in documents})
    folder = RunFolder(path)
    options = sampling_options(sampling)
    folder.create(
        {"options": options, "sources": [], "shards": [{"name": name, "key": name} for name in names]}
    )
    markers = []
    signer = Signer(NearOptions())
    for name in names:
        rows = PartRows(evidence=True, sampling=sampling)
        held = [document for document in documents if document.shard == name]
        for record, document in enumerate(held):
            doc_id, own = f"{name}-{record}", document.text or f"{name} {record}"
            text = "\n".join([own, *document.said])
            said = [*document.said, *[own] * len([*document.facts, *document.denied])]
            stated = [
                *((fact, ()) for fact in document.facts),
                *((fact, ("negated",)) for fact in document.denied),
            ]
            rows.add_document(
                Document(record, doc_id, document.title, text, document.domain, document.source),
                identity_of(doc_id, document.title, text, signer),
                Extraction(
                    document.sentences,
                    skipped={"language": Skipped(document.foreign, 1)} if document.foreign else {},
                    mentions=[
                        _mention(fact, document.kind, flags, text.index(sentence), len(sentence))
                        for (fact, flags), sentence in zip(stated, said, strict=False)
                    ],
                ),
            )
        part = write_part(folder.parts, PartId(name, 0, 0, len(held), "", False), rows.tables())
        markers.append(
            ShardMarker(
                name,
                name,
                name,
                1,
                part.documents,
                part.words,
                part.mentions,
                part.rejected,
                "complete",
                [part.name],
            )
        )
    for marker in markers:
        folder.finish_shard(marker)
    build(folder, markers)
    _put_into_clusters(folder.database, documents)
    return Run(path)


def _put_into_clusters(database: Path, documents: Sequence[Stated]) -> None:
    """Make the near-duplicates those that the test calls so."""
    near: dict[str, list[str]] = {}
    for document in documents:
        near.setdefault(document.shard, []).append(document.near)
    with duckdb.connect(str(database)) as connection:
        held = connection.execute("select doc_no, exact_cluster, shard, record from documents").fetchall()
        labels = {no: {f"text {exact}", near[shard][record] or f"{no}"} for no, exact, shard, record in held}
        clusters = [[cluster, no] for no, cluster in least_of_components(labels).items()]
        connection.executemany("update documents set cluster = ? where doc_no = ?", clusters)


def least_of_components(labels: Mapping[int, set[str]]) -> dict[int, int]:
    """The smallest number of the component of each: numbers that share a label are connected."""
    found = {number: number for number in labels}
    while True:
        least: dict[str, int] = {}
        for number, its in labels.items():
            least |= {label: min(found[number], least.get(label, number)) for label in its}
        closer = {number: min(least[label] for label in its) for number, its in labels.items()}
        if closer == found:
            return found
        found = closer


def _mention(fact: Fact, kind: str, flags: tuple[str, ...], start: int, length: int) -> Mention:
    subject, relation, answer = fact
    sort = "date" if relation.endswith(" date") else "name"
    return Mention(subject, kind, relation, answer, sort, start, start + length, start, start + 1, flags, 1.0)  # type: ignore[arg-type]
