"""A query can neither read nor write outside its run, and corpus text is only ever text."""

import subprocess
from pathlib import Path

import pytest
from conftest import MakeRun, Stated

from factscan.errors import UsageError

HOSTILE = "x'); drop table facts; -- <script>alert(1)</script> | `$(touch pwned)` \x1b[31m"


@pytest.mark.parametrize(
    "query",
    [
        "copy documents to '{outside}/out.csv'",
        "select * from read_csv('{secret}')",
        "select * from read_text('{secret}')",
        "select * from '{secret}'",
        "select * from glob('{outside}/*')",
        "attach '{outside}/other.duckdb'",
        "export database '{outside}/export'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "pragma enable_external_access",
        "create table mine as select 1",
        "insert into facts select * from facts",
        "delete from documents",
        "copy documents to '{run}/tmp/out.csv'",
        "select 1; copy documents to '{outside}/out.csv'",
        "call pragma_database_size(); select 1",
    ],
)
def test_a_query_cannot_leave_the_run(make_run: MakeRun, tmp_path: Path, query: str) -> None:
    run = make_run([Stated([("a", "b", "c")])])
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = outside / "secret.csv"
    secret.write_text("password\n")
    with pytest.raises(UsageError):
        run.sql(query.format(outside=outside, secret=secret, run=run.path))
    assert [path.name for path in outside.iterdir()] == ["secret.csv"]
    assert run.sql("select count(*) as n from facts").to_pylist() == [{"n": 1}]


def test_a_query_cannot_read_the_environment(make_run: MakeRun) -> None:
    with pytest.raises(UsageError):
        make_run([Stated()]).sql("select getenv('HOME')")


def test_hostile_text_stays_text(make_run: MakeRun, tmp_path: Path) -> None:
    from factscan.report import View, as_csv, as_json, as_markdown, as_table

    run = make_run(
        [Stated([(HOSTILE, HOSTILE, HOSTILE)], domain=HOSTILE, shard="s", source=HOSTILE, text=HOSTILE)]
    )
    report = run.report()
    assert report.domains[0].name == HOSTILE
    assert "\x1b" not in as_table(report, View(details=True))
    assert "\x1b" not in as_markdown(report, View(details=True))
    assert "<script>" not in as_markdown(report, View(details=True))
    assert as_json(report)
    assert as_csv(report, View("domain"))
    found = run.sql("select subject from mentions where subject = $hostile", {"hostile": HOSTILE})
    assert found.num_rows == 1
    assert not (tmp_path / "pwned").exists()


def test_a_run_folder_that_cannot_be_written_is_still_read(make_run: MakeRun) -> None:
    run = make_run([Stated([("a", "b", "c")])])
    subprocess.run(["chmod", "-R", "a-w", run.path], check=True)
    try:
        assert run.report().overall.mentions == 1
    finally:
        subprocess.run(["chmod", "-R", "u+w", run.path], check=True)
