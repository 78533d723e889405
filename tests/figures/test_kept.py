"""Reports are computed once for each choice of settings, and read from the run folder after that."""

import json
from pathlib import Path

import duckdb
import pytest

from factscan.commands.figures import compute_figures
from factscan.figures import Report, Settings, kept
from factscan.figures.plain import plain, restored
from factscan.run import Run
from tests.conftest import MakeRun, Stated

CORPUS = [
    Stated(
        [("Oslo", "country", "Norway"), ("Oslo", "river", "Akerselva")], domain="a", shard="one", source="x"
    ),
    Stated([("Oslo", "country", "Norway"), ("Bergen", "mayor", "Ann")], domain="b", shard="two", source="y"),
    Stated(
        [("Bergen", "mayor", "Kari"), ("Molde", "county", "Romsdal")], domain="a", shard="two", source="y"
    ),
    Stated([("Molde", "county", "Romsdal")], domain="b", shard="one", near="n"),
    Stated([("Molde", "county", "Romsdal")], domain="b", shard="one", near="n"),
    Stated(domain="empty"),
]


@pytest.fixture
def run(make_run: MakeRun) -> Run:
    return make_run(CORPUS)


def kept_files(run: Run) -> list[Path]:
    return sorted((Path(run.path) / "figures").glob("*"))


def forbid_computing(monkeypatch: pytest.MonkeyPatch) -> None:
    def compute(*_: object) -> Report:
        raise AssertionError("computed again")

    monkeypatch.setattr(kept, "compute", compute)


def test_a_report_goes_through_json_without_a_loss(run: Run) -> None:
    report = run.report()
    back = restored(Report, json.loads(json.dumps(plain(report))))
    assert back.as_dict() == report.as_dict()
    assert plain(back) == plain(report)
    assert back.checks.growth[0].spectrum.k.dtype == report.checks.growth[0].spectrum.k.dtype
    assert isinstance(back.settings.subjects, tuple)


def test_the_second_report_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run.report()
    forbid_computing(monkeypatch)
    assert run.report().as_dict() == first.as_dict()


def test_other_settings_are_other_figures(run: Run) -> None:
    assert run.report(Settings(scope="alone")).settings.scope == "alone"
    assert run.report(Settings(scope="mix")).settings.scope == "mix"
    assert len(kept_files(run)) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"settings": 3}'])
def test_a_damaged_file_is_computed_anew(run: Run, damage: str) -> None:
    first = run.report()
    (file,) = kept_files(run)
    whole = file.read_text()
    file.write_text(damage)
    assert run.report().as_dict() == first.as_dict()
    assert file.read_text() == whole


def test_what_was_computed_from_another_database_is_not_read_and_goes(run: Run) -> None:
    before = run.report().overall.documents
    (stale,) = kept_files(run)
    with duckdb.connect(str(Path(run.path) / "factscan.duckdb")) as connection:
        connection.execute("update built_from set fingerprint = 'another'")
        connection.execute("delete from documents where domain = 'empty'")
    assert run.report().overall.documents == before - 1
    assert stale not in kept_files(run)
    assert len(kept_files(run)) == 1


def test_what_another_factscan_computed_is_not_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.report()
    monkeypatch.setattr(kept, "_code", lambda: "other code")
    forbid_computing(monkeypatch)
    with pytest.raises(AssertionError, match="computed again"):
        run.report()


def test_a_run_that_cannot_be_written_is_reported_all_the_same(run: Run) -> None:
    (Path(run.path) / "figures").write_text("a file is in the way")
    assert run.report().overall.mentions > 0


def test_the_figures_of_a_large_run_are_computed_when_it_was_built(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    compute_figures(run.path, None)
    assert kept_files(run) == []
    monkeypatch.setattr("factscan.commands.figures.LARGE", 1)
    compute_figures(run.path, None)
    assert len(kept_files(run)) == 1
