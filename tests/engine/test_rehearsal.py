"""A dry run writes nothing and says what the scan would do."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from stub import Stub

from factscan.cli import cli
from factscan.commands.call import Call
from factscan.corpus import ReadOptions, find_shards
from factscan.engine.looking import MOST_SHARDS, evenly, look_at
from factscan.engine.options import ScanOptions
from factscan.engine.pipeline import ScanJob
from factscan.engine.rehearsal import rehearse
from factscan.engine.scan import scan
from factscan.report.rehearsal import rehearsal_json, rehearsal_text

RECORDS = 30_000


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "c"
    folder.mkdir()
    for shard in ("a", "b"):
        with (folder / f"{shard}.jsonl").open("w") as file:
            for record in range(RECORDS if shard == "a" else 200):
                text = f"Oslo{record:06} lies there. Bergen{record:06} lies here."
                file.write(
                    json.dumps({"content": text, "domain": f"d{record % 2}", "url": f"x/{record}"}) + "\n"
                )
    (folder / "README.md").write_text("no data")
    return folder


def test_a_dry_run_forecasts_the_scan_and_writes_nothing(corpus: Path, tmp_path: Path) -> None:
    job = ScanJob([str(corpus)], str(tmp_path / "run"), ScanOptions(workers=1))
    found = rehearse(job, 1.0, lambda _: None, Stub)
    assert not list(tmp_path.iterdir())
    assert found.forecast
    assert found.sample
    assert found.forecast.documents == pytest.approx(RECORDS + 200, rel=0.02)
    assert found.forecast.words == pytest.approx(6 * (RECORDS + 200), rel=0.02)
    assert found.forecast.mentions == pytest.approx(2 * (RECORDS + 200), rel=0.02)
    assert found.forecast.low < found.forecast.extract + found.forecast.build < found.forecast.high
    text = rehearsal_text(found)
    assert "text from 'content', id from 'url', url from 'url', domain from 'domain'" in text
    assert "README.md: not a format that factscan reads" in text
    assert json.loads(rehearsal_json(found))["forecast"]["documents"] == found.forecast.documents


def test_what_an_earlier_job_has_finished_is_not_forecast_again(corpus: Path, tmp_path: Path) -> None:
    scan([str(corpus / "b.jsonl")], tmp_path / "run", ScanOptions(workers=1), extractor=Stub)
    found = rehearse(
        ScanJob([str(corpus / "b.jsonl")], str(tmp_path / "run"), ScanOptions()), 0, lambda _: None
    )
    assert [shard.name for shard in found.finished] == ["b.jsonl"]
    assert found.looks == []


def test_a_part_of_a_shard_tells_how_much_there_is_and_gives_documents_from_all_of_it(corpus: Path) -> None:
    (look,) = look_at(find_shards([str(corpus / "a.jsonl")], ReadOptions()).shards, ReadOptions(), 0.02)
    assert not look.ended
    assert look.documents * look.whole == pytest.approx(RECORDS, rel=0.05)
    records = [document.record for document in look.sample]
    steps = {later - earlier for earlier, later in pairwise(records)}
    assert len(steps) == 1


def test_shards_that_are_looked_into_lie_evenly_by_size() -> None:
    class Sized:
        def __init__(self, size: int) -> None:
            self.bytes = size

    shards = [Sized(1) for _ in range(5_000)]
    shards[17] = Sized(3_000)
    chosen = evenly(shards)  # type: ignore[arg-type]
    assert len(chosen) <= MOST_SHARDS
    assert shards[17] in chosen
    assert sum(shards.index(shard) > 17 for shard in chosen if shard.bytes == 1) > MOST_SHARDS / 2


def test_the_command_needs_no_run_for_a_dry_run_and_no_model_without_a_sample(corpus: Path) -> None:
    arguments = ["scan", str(corpus), "--dry-run", "--dry-run-seconds", "0", "--format", "json"]
    done = CliRunner().invoke(cli, arguments, obj=Call())
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert [shard["name"] for shard in told["shards"]] == ["a.jsonl", "b.jsonl"]
    assert set(told["domains"]) == {"d0", "d1"}
    assert told["forecast"] is None
