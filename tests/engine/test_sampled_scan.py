"""Scans that keep a sample of the prompts."""

from dataclasses import replace
from pathlib import Path

import pytest
from growing import OPTIONS, records, scanned, write_shards

from factscan import merge
from factscan import open as open_run
from factscan.engine.pipeline import job_of
from factscan.errors import RunError, UsageError
from factscan.sampling import Sampling

HALF = replace(OPTIONS, sampling=Sampling("prompts", 2))


def test_a_sampled_scan_keeps_prompts_whole_and_counts_all_mentions_of_copies_too(tmp_path: Path) -> None:
    corpus = write_shards(tmp_path / "c", {"a.jsonl": records(60), "b.jsonl": records(20, 1)})
    scanned(corpus, out=tmp_path / "whole")
    scanned(corpus, out=tmp_path / "half", options=HALF)
    whole, half = open_run(tmp_path / "whole"), open_run(tmp_path / "half")
    assert half.metrics()[-1]["copied_documents"] > 0
    mentions = "select doc_no, mentions from documents order by all"
    assert half.sql(mentions) == whole.sql(mentions)
    rows = "select prompt_id, doc_no, mentions from prompt_documents order by all"
    kept = [row for row in whole.sql(rows).to_pylist() if row["prompt_id"] < 2**63]
    assert half.sql(rows).to_pylist() == kept
    assert 0 < len(kept) < whole.sql(rows).num_rows
    assert half.report().overall.mentions == whole.report().overall.mentions


def test_samples_of_one_rate_merge_and_others_do_not(tmp_path: Path) -> None:
    first = write_shards(tmp_path / "a", {"a.jsonl": records(20)})
    second = write_shards(tmp_path / "b", {"b.jsonl": records(20, 1)})
    scanned(first, out=tmp_path / "1", options=HALF)
    scanned(second, out=tmp_path / "2", options=HALF)
    scanned(second, out=tmp_path / "whole")
    merge([tmp_path / "1", tmp_path / "2"], tmp_path / "both")
    scanned(first, second, out=tmp_path / "once", options=HALF)
    both, once = (open_run(tmp_path / name).report().overall for name in ("both", "once"))
    assert both == once
    with pytest.raises(RunError, match="sample_prompts"):
        merge([tmp_path / "1", tmp_path / "whole"], tmp_path / "never")
    with pytest.raises(RunError, match="sample_prompts"):
        scanned(second, out=tmp_path / "1", options=OPTIONS, into=True)


def test_what_is_added_to_a_sample_is_sampled_at_its_rate(tmp_path: Path) -> None:
    scanned(write_shards(tmp_path / "a", {"a.jsonl": records(8)}), out=tmp_path / "run", options=HALF)
    assert job_of(["more.jsonl"], {"into": str(tmp_path / "run")}).options.sampling == HALF.sampling


def test_subjects_are_chosen_before_the_shipped_parser_only(tmp_path: Path) -> None:
    corpus = write_shards(tmp_path / "c", {"a.jsonl": records(3)})
    with pytest.raises(UsageError, match="no other extractor"):
        scanned(corpus, out=tmp_path / "run", options=replace(OPTIONS, sampling=Sampling("subjects", 2)))


def test_prompts_and_subjects_are_not_sampled_at_once() -> None:
    with pytest.raises(UsageError, match="exclude each other"):
        job_of(["c"], {"out": "run", "sample_prompts": "1/4", "sample_subjects": "1/4"})
