"""The command line as a stranger meets it."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import MakeRun, Stated

from factscan.cli import cli


def factscan(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factscan", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=cwd,
    )


def test_every_command_and_option_has_help() -> None:
    for name, command in cli.commands.items():
        assert command.help, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"


def test_help_imports_nothing_that_costs() -> None:
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "factscan", "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    for heavy in ("numpy", "spacy", "duckdb", "pyarrow", "datasets"):
        assert f" {heavy}\n" not in loaded


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["scan", "nowhere.jsonl", "--out", "run"], 1, "nowhere.jsonl"),
        (["scan", "nowhere.jsonl"], 2, "--out"),
        (["scan"], 2, "CORPUS"),
        (["report", "norun"], 1, "no factscan run"),
        (["sql", "norun", "select 1"], 1, "no factscan run"),
        (["facts", "text", "--model", "no_such_model"], 1, "no_such_model"),
        (["facts", "two words", "--lines"], 2, "--lines reads a file"),
        (["facts", "two words", "--view", "open", "--subjects", "name"], 2, "--subjects"),
        (["scan", "x.toml"], 1, "x.toml"),
        (["frobnicate"], 2, "frobnicate"),
    ],
)
def test_errors_are_one_line_with_the_right_exit_code(
    arguments: list[str], code: int, says: str, tmp_path: Path
) -> None:
    done = factscan(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_report_refuses_settings_that_do_not_exist(make_run: MakeRun) -> None:
    run = make_run([Stated()])
    done = factscan("report", run.path, "--unit", "page")
    assert done.returncode == 2
    assert "Available: document, cluster, source" in done.stderr


def test_facts_of_documents_come_back_as_json_lines(tmp_path: Path) -> None:
    record = {
        "id": "n1",
        "title": "Norway",
        "text": "Oslo is the capital of Norway. Norway may join the union.",
    }
    (tmp_path / "docs.jsonl").write_text(json.dumps(record) + "\n{broken\n")
    done = factscan("facts", tmp_path / "docs.jsonl", "--format", "jsonl")
    assert done.returncode == 0
    assert "line 2" in done.stderr
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert {fact["id"] for fact in facts} == {"n1"}
    fields = {"id", "subject", "subject_kind", "relation", "object", "object_type", "char_start", "char_end"}
    assert all(fields <= set(fact) for fact in facts)
    assert any(
        "Oslo" in record["text"][fact["char_start"] : fact["char_end"]] + fact["subject"] for fact in facts
    )
    assert not any("union" in fact["object"] for fact in facts)


def test_facts_of_lines_are_tab_separated_words_of_the_text(tmp_path: Path) -> None:
    lines = ["Oslo is the capital of Norway .", "", "Nansen did not sail to Oslo in 1890 ."]
    (tmp_path / "lines.txt").write_text("\n".join(lines))
    rows = {}
    for view in ("minimal", "open"):
        done = factscan(
            "facts", "lines.txt", "--lines", "--view", view, "--format", "tsv", "--all", cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr
        rows[view] = [line.split("\t") for line in done.stdout.splitlines()]
        assert {row[0] for row in rows[view]} == {lines[0], lines[2]}
        assert all(0 <= float(row[1]) <= 1 for row in rows[view])
        assert {row[-1] for row in rows[view] if row[0] == lines[2]} == {"negated"}
    assert all(len(row) == 6 for row in rows["minimal"])
    assert ["is", "Oslo", "the capital of Norway", ""] in [row[2:] for row in rows["open"]]


def test_a_query_with_a_parameter_and_every_format(make_run: MakeRun) -> None:
    run = make_run([Stated([("Oslo", "country", "Norway")], domain="geo")])
    query = "select subject, object from mentions where domain = $domain"
    assert "Oslo" in factscan("sql", run.path, query, "--param", "domain=geo").stdout
    as_json = factscan("sql", run.path, query, "--param", "domain=geo", "--format", "json").stdout
    assert json.loads(as_json) == [{"subject": "Oslo", "object": "Norway"}]
    as_csv = factscan("sql", run.path, query, "--param", "domain=geo", "--format", "csv").stdout
    assert as_csv == "subject,object\nOslo,Norway\n"


def test_a_pipeline_file_is_the_same_job_with_paths_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "docs.jsonl").write_text('{"body": "Oslo is the capital of Norway.", "id": "a"}\n')
    job = tmp_path / "jobs" / "job.toml"
    job.write_text(
        '[scan]\nsources = ["../docs.jsonl"]\nout = "../run"\ndomain = "=geo"\n[columns]\ntext = "body"\n'
    )
    assert factscan("scan", job).returncode == 0
    report = json.loads(factscan("report", tmp_path / "run", "--format", "json").stdout)
    assert [row["name"] for row in report["domains"]] == ["geo"]
    job.write_text('[scan]\nsources = ["../docs.jsonl"]\nworkres = 3\n')
    refused = factscan("scan", job)
    assert refused.returncode == 2
    assert "no key 'workres'" in refused.stderr
