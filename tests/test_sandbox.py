"""A query can neither read nor write outside its run, and corpus text is only ever text."""

import subprocess
from pathlib import Path

import pytest
from conftest import MakeRun, Stated, write_run

from factscan.errors import UsageError
from factscan.run import Run

OF_A_RUN = {"manifest.json", "parts", "shards", "factscan.duckdb", "tmp", ".lock", ".workers"}
HOSTILE = "x'); drop table facts; -- <script>alert(1)</script> | `$(touch pwned)` \x1b[31m"


ATTEMPTS = [
    # files and addresses: by function, by name, by a name that is replaced
    "select * from read_csv('{secret}')",
    "select * from read_csv_auto('{secret}')",
    "select * from read_text('{secret}')",
    "select * from read_blob('{secret}')",
    "select * from read_json('{secret}')",
    "select * from read_ndjson_objects('{secret}')",
    "select * from read_parquet('{secret}')",
    "select * from parquet_scan(['{secret}'])",
    "select * from parquet_metadata('{secret}')",
    "select * from read_duckdb('{outside}/other.duckdb', table_name = 'x')",
    "select * from sniff_csv('{secret}')",
    "select * from '{secret}'",
    "from '{secret}'",
    'select * from "{secret}"',
    "select * from glob('{outside}/*')",
    "select * from glob('/etc/*')",
    "select * from query('from ''{secret}''')",
    "select * from query_table('{secret}')",
    "select * from query_table(['{secret}'])",
    "from json_execute_serialized_sql(json_serialize_sql('from read_text(''{secret}'')'))",
    "with stolen as materialized (from read_text('{secret}')) from stolen",
    "select (select content from read_text('{secret}')) from facts",
    "select * from read_text('/proc/self/environ')",
    "select * from read_text('{run}/../outside/secret.csv')",
    "select * from read_text('{run}/manifest.json')",
    "select * from read_csv('https://example.org/x.csv')",
    "select * from 's3://bucket/x.parquet'",
    "from read_parquet('hf://datasets/x/y.parquet')",
    "describe from read_csv('{secret}')",
    "summarize from read_csv('{secret}')",
    "explain analyze from read_csv('{secret}')",
    # variables of the Python program
    "select * from secret",
    "select * from statement",
    "select * from self",
    # writing
    "copy documents to '{outside}/out.csv'",
    "copy (select 1) to '/dev/stdout'",
    "copy documents to '{run}/tmp/out.csv'",
    "copy facts from '{secret}'",
    "explain analyze copy (select 1) to '{outside}/out.csv'",
    "explain analyze copy (select 1) to '{run}/tmp/out.csv'",
    "/* explain */ explain /* x */ analyze copy (select 1) to '{outside}/out.csv'",
    "explain (analyze, format json) copy (select 1) to '{outside}/out.csv'",
    "explain analyze create table mine as select 1",
    "explain analyze delete from facts",
    "explain analyze set threads = 1",
    "export database '{outside}/export'",
    "import database '{outside}'",
    "create table mine as select 1",
    "create temp table mine as select 1",
    "create view mine as select 1",
    "create macro mine() as 1",
    "create schema mine",
    "create sequence mine",
    "insert into facts select * from facts",
    "with gone as (delete from facts returning *) from gone",
    "update facts set object = 'x'",
    "delete from documents",
    "truncate facts",
    "drop view mentions",
    "alter table facts add column x integer",
    "comment on table facts is 'x'",
    "checkpoint",
    "vacuum",
    # other databases, and this one by another way
    "attach '{outside}/other.duckdb'",
    "attach ':memory:' as other",
    "attach '{run}/factscan.duckdb' as other",
    "attach if not exists '{run}/factscan.duckdb' as other (read_only false)",
    "detach factscan",
    "use memory",
    "copy from database factscan to memory",
    # extensions, secrets, settings, the environment
    "install httpfs",
    "force install httpfs from community",
    "load httpfs",
    "load '{outside}/evil.duckdb_extension'",
    "select * from iceberg_scan('{outside}')",
    "select * from sqlite_scan('{secret}', 't')",
    "select * from st_read('{secret}')",
    "create secret stolen (type s3)",
    "from duckdb_secrets()",
    "from which_secret('s3://bucket', 's3')",
    "set enable_external_access = true",
    "set global enable_external_access = true",
    "set lock_configuration = false",
    "reset lock_configuration",
    "set allowed_directories = ['/']",
    "set memory_limit = '1TB'",
    "set autoinstall_known_extensions = true",
    "set variable x = 1",
    "pragma enable_external_access",
    "pragma database_list",
    "pragma enable_profiling = 'json'",
    "pragma profiling_output = '{outside}/profile.json'",
    "call enable_logging(storage = 'file', storage_path = '{outside}')",
    "select * from enable_logging(storage = 'file', storage_path = '{outside}')",
    "select getenv('HOME')",
    "select * from add_grammar_extension('x')",
    # several at once, and those that run others
    "select 1; copy documents to '{outside}/out.csv'",
    "call pragma_database_size(); select 1",
    "begin; select 1",
    "begin",
    "prepare mine as select 1",
    "execute mine",
    "deallocate mine",
    "select 1; -- \n attach '{outside}/other.duckdb'",
    "",
    "-- nothing",
]


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return write_run(tmp_path_factory.mktemp("one") / "run", [Stated([("a", "b", "c")])])


@pytest.fixture
def outside(one: Run) -> Path:
    outside = Path(one.path).with_name("outside")
    outside.mkdir(exist_ok=True)
    (outside / "secret.csv").write_text("password\n")
    return outside


def test_a_query_cannot_leave_the_run(one: Run, outside: Path) -> None:
    for attempt in ATTEMPTS:
        query = attempt.format(outside=outside, secret=outside / "secret.csv", run=one.path)
        with pytest.raises(UsageError) as refused:
            one.sql(query)
        assert "password" not in str(refused.value), query
        assert [path.name for path in outside.iterdir()] == ["secret.csv"], query
        assert {path.name for path in Path(one.path).iterdir()} <= OF_A_RUN, query


def test_no_attempt_changes_what_the_same_connection_may_do_next(one: Run, outside: Path) -> None:
    with one.reading() as reader:
        for attempt in ATTEMPTS:
            with pytest.raises(UsageError):
                reader.ask(attempt.format(outside=outside, secret=outside / "secret.csv", run=one.path))
        count = reader.ask("select count(*) as n, any_value(object) as object from facts").table()
    assert count.to_pylist() == [{"n": 1, "object": "c"}]
    assert [path.name for path in outside.iterdir()] == ["secret.csv"]


def test_settings_tell_nothing_of_the_environment(one: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "http://me:password@127.0.0.1:9")
    settings = one.sql("select value from duckdb_settings()").to_pylist()
    assert [row for row in settings if "password" in str(row["value"])] == []


def test_parameters_are_values_and_nothing_else(one: Run) -> None:
    for hostile in (HOSTILE, "facts", "'/etc/passwd'", "$x", "x' or '1'='1"):
        assert one.sql("select $x as x", {"x": hostile}).to_pylist() == [{"x": hostile}]
        assert one.sql("select 1 from facts where object = $x", {"x": hostile}).num_rows == 0
    with pytest.raises(UsageError):
        one.sql("select * from $x", {"x": "facts"})


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
