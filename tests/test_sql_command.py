"""``factscan sql`` without a terminal: every form of answer, files, pipes, lists of questions."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from conftest import Stated, write_run

from factscan.cli import cli
from factscan.errors import UsageError
from factscan.report.rows import lines
from factscan.run import Run
from factscan.store.queries import query_names


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    facts = [("Oslo", "country", "Norway"), ("Åse", "is a", 'so-called "x", y')]
    return write_run(tmp_path_factory.mktemp("sql") / "run", [Stated(facts, domain="geo")])


def sql(*arguments: object, stdin: str = "") -> Result:
    """The command in this process; its errors are raised."""
    return CliRunner().invoke(cli, ["sql", *map(str, arguments)], input=stdin, catch_exceptions=False)


def test_every_form_holds_the_same_rows(run: Run, tmp_path: Path) -> None:
    query = "select subject, object, [1, 2] as numbers, null as none from mentions order by subject"
    rows = [
        {"subject": "Oslo", "object": "Norway", "numbers": [1, 2], "none": None},
        {"subject": "Åse", "object": 'so-called "x", y', "numbers": [1, 2], "none": None},
    ]
    assert json.loads(sql(run.path, query, "--format", "json").stdout) == rows
    assert [
        json.loads(line) for line in sql(run.path, query, "--format", "jsonl").stdout.splitlines()
    ] == rows
    assert sql(run.path, query, "--format", "csv").stdout == (
        'subject,object,numbers,none\nOslo,Norway,"[1, 2]",\nÅse,"so-called ""x"", y","[1, 2]",\n'
    )
    for form in ("json", "jsonl", "csv", "parquet"):
        assert sql(run.path, query, "--out", tmp_path / f"rows.{form}").stdout == ""
    assert pq.read_table(tmp_path / "rows.parquet").to_pylist() == rows
    assert json.loads((tmp_path / "rows.json").read_text("utf-8")) == rows
    assert (tmp_path / "rows.csv").read_text("utf-8") == sql(run.path, query, "--format", "csv").stdout
    assert len(list(tmp_path.iterdir())) == 4  # and nothing aside


def test_parquet_goes_down_a_pipe(run: Run) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factscan", "sql", run.path, "select 1 as a, 2 as a", "--format", "parquet"],
        capture_output=True,
        check=True,
    )
    assert pq.read_table(io.BytesIO(done.stdout)).to_pylist() == [{"a": 1, "a_2": 2}]


def test_a_file_is_there_when_it_is_whole(run: Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a number"):
        sql(
            run.path,
            "select if(x < 90_000, 1, error('not a number')) from range(100_000) t(x)",
            "--out",
            tmp_path / "x.csv",
        )
    with pytest.raises(UsageError, match="Parquet cannot hold"):
        sql(run.path, "select interval 3 days as i", "--out", tmp_path / "x.parquet")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UsageError, match="--format says"):
        sql(run.path, "select 1", "--out", tmp_path / "x.xls")


def test_sql_from_a_pipe_may_hold_many_statements(run: Run) -> None:
    text = "-- two\nselect count(*) as n from facts;\nselect $d as domain from facts limit 1"
    assert (
        sql(run.path, "--format", "jsonl", "-p", "d=geo", stdin=text).stdout
        == '{"n": 2}\n{"domain": "geo"}\n'
    )
    for nothing in ("", "  \n"):
        with pytest.raises(UsageError, match="there is no SQL"):
            sql(run.path, stdin=nothing)


def test_the_list_of_questions_is_text_or_data() -> None:
    listed = json.loads(sql("--list", "--format", "json").stdout)
    assert [question["name"] for question in listed] == query_names()
    assert len(listed) >= 20
    assert all(question["title"] and question["row"] for question in listed)
    (coverage,) = [question for question in listed if question["name"] == "coverage"]
    assert coverage["parameters"][0] == {
        "name": "entities",
        "default": None,
        "required": True,
        "help": "names, as A,B,C or @FILE with one a line",
        "many": True,
    }
    shown = sql("--list").stdout
    assert all(f"\n{name} " in f"\n{shown}" for name in query_names())


def test_a_named_question_takes_its_parameters(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("oslo\nParis\n")
    answer = sql(
        run.path, "-q", "coverage", "-p", f"entities=@{tmp_path / 'names.txt'}", "--format", "csv"
    ).stdout
    assert answer.splitlines()[1:] == ["Paris,0,0,0,0,0", "oslo,1,1,1,1,0"]
    with pytest.raises(UsageError, match="no query 'covrage'"):
        sql(run.path, "-q", "covrage")


def test_rows_become_text_batch_by_batch() -> None:
    """What is written does not depend on where they are cut, and each is written before the next is asked for."""
    table = pa.table({"n": list(range(10)), "t": [f"row {n}" for n in range(10)]})
    for form in ("json", "jsonl", "csv", "table"):
        cut = "".join(lines(table.schema, table.to_batches(3), form, pretty=False))
        assert cut == "".join(lines(table.schema, table.to_batches(), form, pretty=False))
        given = iter(table.to_batches(3))
        written = ""
        for text in lines(table.schema, given, form, pretty=False):
            written += text
            if "row 2" in written:
                break
        assert len(list(given)) >= 2
    empty = table.slice(0, 0)
    assert "".join(lines(empty.schema, empty.to_batches(), "json", pretty=False)) == "[]\n"
    assert "".join(lines(empty.schema, empty.to_batches(), "table", pretty=False)) == "n  t\n(0 rows)\n"
