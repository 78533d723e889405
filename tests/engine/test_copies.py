"""Exact copies are parsed once, and the tables do not show it."""

import json
from pathlib import Path

from scanning import dump
from stub import Stub

from factscan import ScanOptions
from factscan import open as open_run
from factscan.corpus.document import Document
from factscan.dedup import NearOptions, Signer
from factscan.engine.batches import Cut, batches
from factscan.engine.copies import Seen, copied
from factscan.engine.scan import scan
from factscan.engine.workers import Job, part_writer

TEXTS = ["Oslo lies there. Norway borders Sweden. Oslo lies here.", "Rome lies elsewhere.", "so what"]


def documents(count: int, first: int = 0) -> list[Document]:
    return [
        Document(number, str(number), "", TEXTS[number % len(TEXTS)], "d", "")
        for number in range(first, first + count)
    ]


def test_the_facts_of_a_copy_are_those_of_its_original(tmp_path: Path) -> None:
    seen = Seen()
    first, second = batches("k", documents(6), NearOptions(), Cut(records=3))
    job = Job(tmp_path, Stub, NearOptions(), evidence=True)
    seen.finish(part_writer(job)(seen.with_copies(first)).part.name)
    known = seen.with_copies(second)
    assert set(known.copies) == {3, 4, 5}
    (expected,) = Stub().extractions([("", TEXTS[0])])
    assert copied(tmp_path / "parts", known)[3] == expected


def test_a_copy_of_what_is_not_finished_is_parsed(tmp_path: Path) -> None:
    first, second = batches("k", documents(6), NearOptions(), Cut(records=3))
    seen = Seen()
    seen.with_copies(first)
    assert not seen.with_copies(second).copies


def test_a_title_makes_another_document() -> None:
    same_text = [Document(n, "", title, "Oslo lies there.", "d", "") for n, title in enumerate("ab")]
    first, second = batches("k", same_text, NearOptions(), Cut(records=1))
    seen = Seen()
    seen.with_copies(first)
    seen.finish(first.part.name)
    assert not seen.with_copies(second).copies


def test_copies_within_a_part_are_parsed_once() -> None:
    from factscan.engine.rows import part_tables
    from factscan.engine.stages import Stopwatch

    signer, stub = Signer(NearOptions()), Stub()
    (batch,) = batches("k", documents(30), NearOptions())
    tables = part_tables(batch, stub, True, signer, {}, Stopwatch())
    assert sorted(stub.texts) == sorted(TEXTS)
    assert tables["documents"].num_rows == 30
    assert tables["occurrences"].num_rows == 40


def test_tables_do_not_show_what_was_reused(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    lines = [
        {"id": str(n), "text": TEXTS[n % 3] + (f" Town{n} lies here." if n % 4 else "")} for n in range(200)
    ]
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines))
    for name, cut in (("cut", Cut(records=10)), ("whole", Cut())):
        scan([str(corpus)], tmp_path / name, ScanOptions(workers=1, cut=cut), extractor=Stub)
    assert open_run(tmp_path / "cut").metrics()[-1]["copied_documents"] > 0
    assert dump(tmp_path / "cut") == dump(tmp_path / "whole")
