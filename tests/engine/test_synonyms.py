"""A user's table of wordings: it changes the facts, and a run keeps to the one it was begun with."""

import json
from pathlib import Path

import pytest

from factscan import ScanOptions, scan
from factscan import open as open_run
from factscan.errors import RunError


def relations(run: Path) -> list[str]:
    rows = open_run(run).sql("select distinct relation from prompts order by relation").to_pylist()
    return [row["relation"] for row in rows]


def test_a_run_is_scanned_with_one_table_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    text = "Mary Ray piloted Falcon Nine during the war. She was a member of the Eagle Club."
    corpus.write_text(json.dumps({"title": "Mary Ray", "text": text}) + "\n", encoding="utf-8")
    table, run = tmp_path / "table.tsv", tmp_path / "run"
    table.write_text("# wordings of ours\npilot|fly\tname\t^pilot\n", encoding="utf-8")
    options = ScanOptions(synonyms=str(table), workers=1)

    scan([str(corpus)], run, options)
    assert relations(run) == ["member of", "pilot"]
    assert scan([str(corpus)], run, options).resumed == 1

    table.write_text("pilot\tname\tfly\n", encoding="utf-8")
    for other in (options, ScanOptions(workers=1)):
        with pytest.raises(RunError, match="synonyms"):
            scan([str(corpus)], run, other)
