"""Runs laid out part by part: the same documents, cut and ordered as a test asks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factscan.corpus.document import Document
from factscan.dedup import NearOptions, Signer, identity_of
from factscan.engine.batches import Piece
from factscan.engine.rows import PartRows
from factscan.extract.extraction import Extraction, Skipped
from factscan.extract.mention import Mention
from factscan.run import Run
from factscan.store.folder import RunFolder, ShardMarker
from factscan.store.part import PartId, PartMarker, write_part

SIGNER = Signer(NearOptions())

# Spellings of one subject and one object each: ids fold case, tables keep one spelling.
SUBJECTS = ("Ada", "ADA", "ada", "Oslo", "oslo", "Lima")
OBJECTS = ("Norway", "NORWAY", "peru", "1815")
KINDS = ("concept", "topic", "name")


@dataclass(frozen=True)
class Laid:
    """A run and the markers of its shards, not built yet."""

    folder: RunFolder
    shards: list[ShardMarker]


def text_of(number: int) -> str:
    """Every seventh text is the copy of another, every fifth nearly one."""
    number -= number % 7 == 6
    words = [f"word{(number - (number % 5 == 4)) * 100 + place}" for place in range(60)]
    return " ".join([*words, f"end{number}"])


def mentions_of(number: int) -> list[Mention]:
    """Two mentions, one in five of them not asserted; spellings and kinds go round."""
    return [
        Mention(
            SUBJECTS[place % len(SUBJECTS)],
            KINDS[place % len(KINDS)],  # type: ignore[arg-type]
            "country",
            OBJECTS[place % len(OBJECTS)],
            "name",
            *(0, 10, 2, 5),
            ("negated",) if place % 5 == 0 else (),
            1.0,
        )
        for place in (number, 3 * number + 1)
    ]


def lay_out(
    path: Path,
    documents: int,
    *,
    shards: int = 1,
    part_size: int = 50,
    order: Callable[[list[Any]], Any] = list,
) -> Laid:
    """Documents in so many shards and in parts of so many; ``order`` shuffles shards, and the parts of a marker."""
    folder = RunFolder(path)
    names = [f"s{shard}" for shard in range(shards)]
    folder.create({"options": {}, "sources": [], "shards": [{"name": name, "key": name} for name in names]})
    markers = []
    for place, name in enumerate(names):
        numbers = list(range(place, documents, shards))
        parts = [
            _write(folder, name, start, numbers[start : start + part_size])
            for start in range(0, len(numbers), part_size)
        ]
        markers.append(marker_of(name, list(order(parts))))
    for marker in markers:
        folder.finish_shard(marker)
    return Laid(folder, list(order(markers)))


def _write(folder: RunFolder, shard: str, first: int, numbers: Sequence[int]) -> PartMarker:
    rows = PartRows(evidence=True)
    for record, number in enumerate(numbers, first):
        text = text_of(number)
        doc_id = f"d{number}"
        rows.add_document(
            Document(record, doc_id, "", text, f"domain {number % 3}", ""),
            identity_of(doc_id, "", text, SIGNER),
            Extraction(3, mentions_of(number), skipped={"fragment": Skipped(1, 9)}),
        )
    return write_part(folder.parts, PartId(shard, first, 0, len(numbers), "", False), rows.tables())


def lay_out_pieces(path: Path, pieces: Sequence[Sequence[Mention]]) -> Laid:
    """One very long document, cut into pieces of ten words that state what is given."""
    folder = RunFolder(path)
    folder.create({"options": {}, "sources": [], "shards": [{"name": "s", "key": "s"}]})
    identity = identity_of("long", "", "the whole text of it", SIGNER)
    parts = []
    for index, mentions in enumerate(pieces):
        rows = PartRows(evidence=True, piece=Piece(index, 100 * index, identity))
        document = Document(4, "long", "", " ".join(["word"] * 10), "d", "")
        rows.add_document(
            document, identity, Extraction(2, list(mentions), skipped={"fragment": Skipped(1, 9)})
        )
        parts.append(write_part(folder.parts, PartId("s", 4, index, 1, "", False), rows.tables()))
    shards = [marker_of("s", parts)]
    folder.finish_shard(shards[0])
    return Laid(folder, shards)


def marker_of(name: str, parts: Iterable[PartMarker]) -> ShardMarker:
    found = list(parts)
    sums = {
        field: sum(getattr(part, field) for part in found)
        for field in ("documents", "words", "mentions", "rejected")
    }
    return ShardMarker(
        key=name,
        name=name,
        path=name,
        bytes=1,
        state="complete",
        parts=[part.name for part in found],
        **sums,
    )


TABLES = (
    "documents",
    "prompts",
    "facts",
    "occurrences",
    "sentences",
    "skipped",
    "prompt_documents",
    "rejects",
    "clustering",
)


def dump(path: Path) -> dict[str, list[str]]:
    """The tables of a run but for the columns that name its shards, as sets with their counts."""
    run = Run(path)
    shown = {"documents": "* exclude (shard, record)", "rejects": "* exclude shard"}
    return {
        table: sorted(map(str, run.sql(f"select {shown.get(table, '*')} from {table}").to_pylist()))
        for table in TABLES
    }


def digest(path: Path) -> dict[str, tuple[int, str]]:
    """The number of rows of each table, and the sum of their hashes: equal for equal tables, in any order."""
    run = Run(path)
    question = "select count(*) as rows, sum(hash(one)::hugeint)::varchar as hashes from {} as one"
    return {table: tuple(run.sql(question.format(table)).to_pylist()[0].values()) for table in TABLES}
