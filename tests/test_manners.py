"""Completion, versions, errors for programs, how much is said."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import BashComplete
from conftest import MakeRun, Stated

from factscan.cli import cli, main
from factscan.commands.completing import complete_names


def completions(*words: str) -> list[str]:
    """What TAB offers for the last of the words."""
    complete_names(cli)
    found = BashComplete(cli, {}, "factscan", "_FACTSCAN_COMPLETE").get_completions(
        list(words[:-1]), words[-1]
    )
    return [item.value if item.type == "plain" else f"<{item.type}>" for item in found]


def failing(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> tuple[Any, str]:
    """The exit code and stderr of a command that fails."""
    monkeypatch.setattr("sys.argv", ["factscan", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code, capfd.readouterr().err


def test_names_are_completed_from_what_there_is(
    make_run: MakeRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run([Stated(domain="law", shard="a.jsonl"), Stated(domain="sport", shard="b.jsonl")])
    monkeypatch.chdir(tmp_path)
    name = Path(run.path).name
    assert completions("report", "") == [name]
    assert completions("report", f"../{tmp_path.name}/r") == [f"../{tmp_path.name}/{name}"]
    assert completions("report", "nothing") == ["<dir>"]
    assert completions("drop", name, "") == ["a.jsonl", "b.jsonl"]
    assert completions("mix", name, "--drop", "") == ["law", "sport"]
    run.report()  # its figures are kept, and tell the domains without the database
    Path(run.path, "factscan.duckdb").unlink()
    assert completions("mix", name, "--drop", "") == ["law", "sport"]
    assert completions("report", name, "--by", "s") == ["shard", "source"]
    assert "singletons" in completions("sql", name, "--query", "sing")
    assert completions("facts", "x") == ["<file>"]


def test_a_name_that_a_shell_would_run_is_not_offered(make_run: MakeRun) -> None:
    run = make_run([Stated(shard="$(touch owned)"), Stated(shard="a;b"), Stated(shard="plain.jsonl")])
    assert completions("drop", run.path, "") == ["plain.jsonl"]


def test_the_program_itself_answers_a_shell() -> None:
    asked = {"COMP_WORDS": "factscan rep", "COMP_CWORD": "1", "_FACTSCAN_COMPLETE": "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-m", "factscan"], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    assert done.stdout == "plain,report\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_calls_back_by_the_variable_that_main_looks_for(
    shell: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["factscan", "completion", shell])
    with pytest.raises(SystemExit):
        main()
    assert f"_FACTSCAN_COMPLETE={shell}_complete" in capfd.readouterr().out


def test_the_versions_name_models_and_schemas_without_importing_what_they_are_of() -> None:
    called = "from factscan.cli import cli; cli(['--version'], standalone_mode=False)"
    code = f"import sys; {called}; print(sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    *lines, modules = shown.splitlines()
    said = dict(line.rsplit(" ", 1) for line in lines)
    assert said["spacy"] == version("spacy")
    assert {"factscan", "model en_factscan", "run schema", "report schema", "duckdb"} <= set(said)
    assert not {"'spacy'", "'duckdb'", "'numpy'"} & set(modules.strip("[]").split(", "))


@pytest.mark.parametrize(
    ("arguments", "kind", "code", "hint"),
    [
        (["status", "norun", "--format", "json"], "run", 1, "factscan scan CORPUS --out norun"),
        (["report", "norun", "--unit", "page", "--format=json"], "usage", 2, None),
        (["report", "--format", "json", "--bogus"], "usage", 2, "factscan report --help"),
        (["report", "--format", "json"], "usage", 2, "factscan report --help"),
        (["estimate", "nofile", "--format", "json"], "input", 1, None),
    ],
)
def test_where_output_is_json_an_error_is_one_object(
    arguments: list[str],
    kind: str,
    code: int,
    hint: str | None,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    make_run: MakeRun,
) -> None:
    if "--unit" in arguments:
        arguments = [make_run([Stated()]).path if part == "norun" else part for part in arguments]
    ended, told = failing(capfd, monkeypatch, *arguments)
    error = json.loads(told)
    assert (ended, error["exit_code"], error["kind"], error["hint"]) == (code, code, kind, hint)
    assert error["error"]


def test_the_environment_can_ask_for_json_errors_too(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTSCAN_STATUS_FORMAT", "json")
    _, told = failing(capfd, monkeypatch, "status", "norun")
    assert json.loads(told)["kind"] == "run"


def test_quiet_says_nothing_verbose_more_and_both_are_refused(
    make_run: MakeRun, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run([Stated(shard="a"), Stated(shard="b")]).path
    said = {}
    monkeypatch.setenv("FACTSCAN_BUILD_MEMORY", "1GB")
    for volume in ("--quiet", "--verbose"):
        code, said[volume] = failing(capfd, monkeypatch, "build", run, volume)
        assert code == 0
    assert said["--quiet"] == ""
    assert "b: complete, 1 documents" in said["--verbose"]
    assert "--memory 1GB (FACTSCAN_BUILD_MEMORY)" in said["--verbose"]
    assert failing(capfd, monkeypatch, "build", run, "-q", "-v")[0] == 2
