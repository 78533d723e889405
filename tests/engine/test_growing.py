"""Runs that grow, are joined and lose shards: their tables are always those of one scan of what they hold."""

import dataclasses
import json
import os
from pathlib import Path

import pytest
from growing import OPTIONS, Heard, records, scanned, write_shards
from scanning import dump, factscan

from factscan.engine.grow import drop, merge
from factscan.engine.pipeline import job_of
from factscan.errors import RunError, UsageError
from factscan.run import Run

DOCUMENTS = records(60)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three folders of a shard or two; copies lie across them."""
    return write_shards(
        tmp_path_factory.mktemp("corpus"),
        {
            "a/0.jsonl": DOCUMENTS[:20],
            "b/1.jsonl": DOCUMENTS[20:35],
            "b/2.jsonl": DOCUMENTS[35:50],
            "c/3.jsonl": DOCUMENTS[50:],
        },
    )


@pytest.fixture(scope="module")
def everything(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("everything") / "run"
    scanned(corpus / "a", corpus / "b", corpus / "c", out=run)
    return run


@pytest.fixture(scope="module")
def first(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("first") / "run"
    scanned(corpus / "a", corpus / "b", out=run)
    return run


@pytest.fixture(scope="module")
def second(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shares the shards of b with the first."""
    run = tmp_path_factory.mktemp("second") / "run"
    scanned(corpus / "b", corpus / "c", out=run)
    return run


def names(run: Path) -> list[str]:
    return [shard.name for shard in Run(run).status().shards]


def test_the_corpus_has_near_duplicates_across_its_shards(everything: Path) -> None:
    across = Run(everything).sql(
        "select count(*) from documents d join documents c on d.cluster = c.doc_no where d.shard <> c.shard and "
        "d.exact_cluster <> d.cluster"
    )
    assert across.to_pylist()[0]["count_star()"] > 3


def test_adding_shards_gives_the_tables_of_one_scan(corpus: Path, everything: Path, tmp_path: Path) -> None:
    scanned(corpus / "b" / "1.jsonl", out=tmp_path / "run")
    heard = Heard()
    scanned(corpus / "b", corpus / "c", out=tmp_path / "run", progress=heard, into=True)
    scanned(corpus / "a", out=tmp_path / "run", into=True)
    assert dump(tmp_path / "run") == dump(everything)
    assert any("1 shards were in" in line and "1.jsonl" in line for line in heard.lines)
    again = scanned(corpus / "b" / "1.jsonl", out=tmp_path / "run")
    assert again.resumed > 0, "the command that began the run still goes on with it"


def test_joined_runs_have_the_tables_of_one_scan(
    first: Path, second: Path, everything: Path, tmp_path: Path
) -> None:
    result = merge([first, second], tmp_path / "run")
    assert dump(tmp_path / "run") == dump(everything)
    assert result.once == [(str(second), "1.jsonl"), (str(second), "2.jsonl")]
    assert merge([first, second], tmp_path / "run").once == result.once, "the same command goes on"
    part = next((tmp_path / "run" / "parts").iterdir())
    assert (part / "facts.parquet").stat().st_nlink > 1, "parts are linked, not copied"


def test_dropping_shards_gives_the_tables_of_a_scan_without_them(
    corpus: Path, everything: Path, tmp_path: Path
) -> None:
    scanned(corpus / "a", corpus / "c", out=tmp_path / "without")
    run = merge([everything, tmp_path / "without"], tmp_path / "run").run
    assert drop(run, ["1.jsonl", "2.*"]).dropped == ["1.jsonl", "2.jsonl"]
    assert dump(Path(run)) == dump(tmp_path / "without")
    assert drop(run, ["1.jsonl"]).before == ["1.jsonl"], "the same command may come again after a crash"
    kept = {part.name.rpartition("-")[0] for part in Path(run, "parts").iterdir()}
    assert kept == {shard["key"] for shard in Run(run).status().manifest["shards"]}
    with pytest.raises(UsageError, match=r"no shard .* is called 'x'"):
        drop(run, ["x"])


def test_other_files_of_the_same_name_get_longer_names(tmp_path: Path) -> None:
    one = write_shards(tmp_path / "one", {"x.jsonl": DOCUMENTS[:5]})
    two = write_shards(tmp_path / "two", {"x.jsonl": DOCUMENTS[5:9]})
    scanned(one, out=tmp_path / "A")
    scanned(two, out=tmp_path / "A", into=True)
    scanned(two, out=tmp_path / "A", into=True)
    assert names(tmp_path / "A") == ["x.jsonl", "two/x.jsonl"]
    scanned(two, out=tmp_path / "B")
    scanned(one, out=tmp_path / "C")
    merged = merge([tmp_path / "B", tmp_path / "C"], tmp_path / "D")
    assert names(tmp_path / "D") == ["x.jsonl", "C/x.jsonl"]
    assert merged.renamed[0].name == "C/x.jsonl"
    assert dump(tmp_path / "A") == dump(tmp_path / "D")


def test_the_same_file_under_another_name_is_not_added_again(
    corpus: Path, everything: Path, tmp_path: Path
) -> None:
    scanned(corpus / "a", corpus / "b", out=tmp_path / "run")
    heard = Heard()
    scanned(corpus, out=tmp_path / "run", progress=heard, into=True)
    assert any("a/0.jsonl is in" in line and "as 0.jsonl" in line for line in heard.lines)
    assert names(tmp_path / "run") == ["0.jsonl", "1.jsonl", "2.jsonl", "c/3.jsonl"]
    assert dump(tmp_path / "run") == dump(everything)


def test_runs_of_two_states_of_a_file_keep_both_though_its_name_size_and_ends_are_the_same(
    tmp_path: Path,
) -> None:
    held = [{"text": "so what. " * 12_000}, {"text": "Oslo has 1111 trams."}, {"text": "so what. " * 12_000}]
    corpus = write_shards(tmp_path / "c", {"x.jsonl": held})
    scanned(corpus, out=tmp_path / "A")
    held[1] = {"text": "Oslo has 2222 trams."}
    write_shards(corpus, {"x.jsonl": held})
    scanned(corpus, out=tmp_path / "B")
    for _ in range(2):
        merge([tmp_path / "A", tmp_path / "B"], tmp_path / "both")
    assert names(tmp_path / "both") == ["x.jsonl", "B/x.jsonl"]
    facts = Run(tmp_path / "both").sql("select object from facts order by object").to_pylist()
    assert [row["object"] for row in facts] == ["1111 trams", "2222 trams"]


def test_only_runs_of_the_same_options_are_joined(first: Path, corpus: Path, tmp_path: Path) -> None:
    scanned(corpus / "c", out=tmp_path / "bare", options=dataclasses.replace(OPTIONS, evidence=False))
    with pytest.raises(RunError, match="evidence = True"):
        merge([first, tmp_path / "bare"], tmp_path / "run")
    assert not (tmp_path / "run" / "manifest.json").exists()
    with pytest.raises(RunError, match="evidence = False, now it is True"):
        scanned(corpus / "a", out=tmp_path / "bare", into=True)


def test_a_run_with_a_limit_stays_what_it_is(corpus: Path, first: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    limited = dataclasses.replace(OPTIONS, limit=12)
    scanned(corpus / "a", out=run, options=limited)
    with pytest.raises(RunError, match="--limit 12"):
        scanned(corpus / "b", out=run, options=limited, into=True)
    with pytest.raises(RunError, match="--limit 12"):
        drop(run, ["0.jsonl"])
    with pytest.raises(RunError, match="--limit 12"):
        merge([run, first], tmp_path / "merged")


def test_what_is_added_is_scanned_with_the_options_of_the_run(tmp_path: Path) -> None:
    corpus = write_shards(tmp_path / "c", {"x.jsonl": [{"body": "Oslo has trams.", "text": "other"}]})
    scan_options = job_of(
        [str(corpus)], {"out": "x", "text_column": "body", "domain": "=law", "max_record": "1MB"}
    ).options
    scanned(corpus, out=tmp_path / "run", options=dataclasses.replace(scan_options, workers=1))
    job = job_of([str(corpus)], {"into": str(tmp_path / "run"), "workers": 1})
    assert job.into
    assert job.options == dataclasses.replace(scan_options, workers=1)
    other = job_of([str(corpus)], {"into": str(tmp_path / "run"), "domain": "=news"})
    with pytest.raises(RunError, match=r"'=law', now it is '=news'.*Leave the option out"):
        scanned(corpus, out=tmp_path / "run", options=other.options, into=True)


def test_an_unfinished_run_is_not_joined(first: Path, second: Path, tmp_path: Path) -> None:
    run = Path(merge([first, second], tmp_path / "run").run)
    next((run / "shards").iterdir()).unlink()
    with pytest.raises(RunError, match="1 of 4 shards are missing"):
        merge([run, first], tmp_path / "more")
    with pytest.raises(UsageError, match="one of the runs"):
        merge([first, second], first)
    write_shards(tmp_path / "c", {"x.jsonl": DOCUMENTS[:1]})
    scanned(tmp_path / "c", out=tmp_path / "of-others")
    with pytest.raises(RunError, match="other shards than this merge makes"):
        merge([first, second], tmp_path / "of-others")


def test_a_threshold_that_was_chosen_at_a_build_stays(
    corpus: Path, first: Path, second: Path, tmp_path: Path
) -> None:
    run = merge([first, second], tmp_path / "run").run
    assert factscan("build", run, "--near-threshold", 0.95).returncode == 0
    drop(run, ["3.jsonl"])
    assert Run(run).sql("select threshold from clustering").to_pylist() == [{"threshold": 0.95}]


def test_the_commands_tell_what_they_did_as_json(first: Path, second: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    done = factscan("merge", first, second, "--out", run, "--format", "json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["documents"], [again["shard"] for again in told["once"]]) == (60, ["1.jsonl", "2.jsonl"])
    done = factscan("drop", run, "?.jsonl", "--format", "json", env={**os.environ, "NO_COLOR": "1"})
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (len(told["dropped"]), told["documents"]) == (4, 0)
    refused = factscan("drop", run, "nothing")
    assert refused.returncode == 2
    assert "no shard" in refused.stderr
