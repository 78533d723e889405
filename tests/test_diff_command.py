"""The command diff and --fail-if, as a job in CI meets them."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result
from conftest import Stated, write_run

from factscan.cli import cli
from factscan.errors import UsageError
from factscan.store.database import connected_beside, look_at


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("runs")
    documents = [Stated([(f"s{i % 40}", "r", f"o{i}")], domain="ab"[i % 2]) for i in range(80)]
    return write_run(folder / "a", documents).path, write_run(folder / "b", documents[:40]).path


def factscan(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def test_diff_prints_json_writes_a_page_and_fails_where_a_condition_holds(
    runs: tuple[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    asked = ["rose in any domain", "floor.change.low > 0", "bound is undefined in a", "fell"]
    options = [word for text in asked for word in ("--fail-if", text)]
    done = factscan("diff", *runs, "--format", "json", "--html", str(page), *options)
    assert done.return_value == 4
    assert json.loads(done.stdout)["overall"]["moved"] is True
    lines = done.stderr.splitlines()
    assert lines[:2] == [
        "--fail-if rose in any domain: holds in domain a",
        "--fail-if rose in any domain: holds in domain b",
    ]
    assert lines[2].startswith(
        "--fail-if floor.change.low > 0: holds in overall, where floor.change.low is 0."
    )
    assert lines[3:] == ["--fail-if bound is undefined in a: holds in domain a"]
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_report_fails_where_a_condition_holds_and_says_where_a_figure_is_undefined(
    runs: tuple[str, str],
) -> None:
    done = factscan("report", runs[1], "--fail-if", "n < 21 in any domain", "--fail-if", "bound > 0")
    assert done.return_value == 4
    assert done.stderr.splitlines() == [
        "--fail-if n < 21 in any domain: holds in domain a, where n is 20",
        "--fail-if n < 21 in any domain: holds in domain b, where n is 20",
        "--fail-if bound > 0: does not hold where bound is undefined: overall",
    ]
    assert "floor [95 %]" in done.stdout
    assert factscan("report", runs[0], "--fail-if", "floor > 0.5").return_value == 0


def test_a_condition_that_is_none_is_refused_before_anything_is_read() -> None:
    done = factscan("report", "nowhere", "--fail-if", "flor > 1")
    assert isinstance(done.exception, UsageError)
    assert "no figure 'flor'" in str(done.exception)


def test_two_databases_beside_each_other_are_shut_in(runs: tuple[str, str], tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("a\n1\n")
    paths = [Path(run) / "factscan.duckdb" for run in runs]
    odd = tmp_path / "it's.duckdb"
    shutil.copy(paths[1], odd)
    with connected_beside(paths[0], odd, tmp_path / "spill") as connection:
        look_at(connection, "run_b")
        (found,) = connection.execute("select count(*) from documents").fetchall()
        assert found == (40,)
        for statement in (f"from '{outside}'", "attach 'x.duckdb'", "delete from documents"):
            with pytest.raises(duckdb.Error):
                connection.execute(statement)
