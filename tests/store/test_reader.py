"""Answers come in batches, a query can be stopped, and two readers of one run do not meet."""

import os
import signal
import threading
from pathlib import Path

import pytest
from little_run import little_run

from factscan.errors import RunError, UsageError
from factscan.run import Run
from factscan.store.database import connected
from factscan.store.reader import Reader
from factscan.store.tables import declared

ENDLESS = "select count(*) from range(1_000_000_000_000) as t(x) where x % 7 = 3"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return little_run(tmp_path_factory.mktemp("read") / "run")


def test_rows_come_before_the_query_has_found_them_all(run: Run) -> None:
    with run.reading() as reader:
        result = reader.ask("select x from range(1_000_000_000_000) as t(x)")
        first = next(result.batches)
        assert first.column(0).to_pylist()[:2] == [0, 1]
        # What is left of it is given up for the next query.
        assert reader.ask("select 42 as n").table().to_pylist() == [{"n": 42}]


def test_an_error_in_a_later_row_is_said_like_one_in_the_first(run: Run) -> None:
    with run.reading() as reader:
        result = reader.ask(
            "select cast(if(x < 900_000, '1', 'no number') as int) from range(1_000_000) as t(x)"
        )
        with pytest.raises(UsageError, match="no number"):
            result.table()


@pytest.mark.parametrize("seconds", [0.0, 0.2])
def test_ctrl_c_stops_the_query_and_leaves_the_connection(run: Run, seconds: float) -> None:
    def stopped(reader: Reader) -> None:
        threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT)).start()
        reader.ask(ENDLESS).table()

    with run.reading() as reader:
        with pytest.raises(KeyboardInterrupt):
            stopped(reader)
        assert reader.ask("select 42 as n").table().to_pylist() == [{"n": 42}]


def test_two_readers_and_a_report_share_a_process(run: Run) -> None:
    with run.reading() as one, run.reading() as other:
        half_read = one.ask("from mentions")
        assert other.ask("select count(*) as n from facts").table().num_rows == 1
        assert run.report().overall.mentions == 16
        assert half_read.table().num_rows == other.ask("from mentions").table().num_rows


def test_several_queries_get_the_parameters_that_they_name(run: Run) -> None:
    with run.reading() as reader:
        texts = "select $domain as d; select 2 as two;\n-- the end"
        answers = [
            result.table().to_pylist() for result in reader.ask_all(texts, {"domain": "law", "x": "y"})
        ]
        assert answers == [[{"d": "law"}], [{"two": 2}]]
        with pytest.raises(UsageError, match="--param domain"):
            list(reader.ask_all("select $domain", {}))


def test_explain_shows_a_plan(run: Run) -> None:
    for query in (
        "explain from facts",
        "EXPLAIN ANALYZE from facts",
        "-- why\nexplain (format json) from facts;",
    ):
        assert run.sql(query).num_rows == 1


def test_the_schema_is_read_from_its_comments_as_duckdb_reads_it(run: Run) -> None:
    for item in declared():
        if item.kind == "table":
            assert [
                row["column_name"] for row in run.sql(f"describe {item.name}").to_pylist()
            ] == item.columns
        if item.kind != "macro":
            assert "row" in item.row.lower(), item.name


def test_a_database_without_what_a_query_reads_says_how_to_get_it(tmp_path: Path) -> None:
    old = little_run(tmp_path / "old run")
    database = tmp_path / "old run" / "factscan.duckdb"
    with connected(database, tmp_path) as connection:
        connection.execute("drop view counted")
        connection.execute("alter table documents drop column sentences")
    for query in ("from counted", "select sentences from documents"):
        with pytest.raises(RunError, match=r"factscan build .*old run"):
            old.sql(query)
    assert old.sql("select count(*) as n from facts").to_pylist() == [{"n": 14}]
    with pytest.raises(UsageError, match="no_such_table"):
        old.sql("from no_such_table")
