"""Options from factscan.toml and the environment: which wins, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factscan.cli import cli
from factscan.commands.call import Call
from factscan.commands.configuration import read_configuration
from factscan.engine.pipeline import job_of
from factscan.errors import FactscanError, UsageError


def call(*arguments: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, env=env, obj=Call())


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """The jobs that ``scan`` would have done, in a working folder of the test's own."""
    jobs: list[Any] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factscan.commands.scan._scan", lambda job, form, volume: jobs.append(job))
    return jobs


def write(path: str, text: str) -> str:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(text)
    return path


def test_the_command_line_beats_the_environment_beats_a_pipeline_beats_the_file(job: list[Any]) -> None:
    write(
        "factscan.toml", "[scan]\nworkers = 1\nmemory = '1GB'\nlimit = 1\nretries = 1\nout = 'of-the-file'\n"
    )
    pipeline = write("job.toml", "[scan]\nsources = ['x.jsonl']\nworkers = 2\nmemory = '2GB'\nlimit = 2\n")
    env = {"FACTSCAN_SCAN_WORKERS": "3", "FACTSCAN_SCAN_MEMORY": "3GB"}
    assert call("scan", pipeline, "--workers", "4", env=env).exception is None
    (found,) = job
    options = found.options
    assert (options.workers, options.memory, options.limit, options.read.retries) == (4, "3GB", 2, 1)
    assert found.out == "of-the-file"


def test_an_option_that_nothing_sets_has_its_default_and_a_flag_can_be_taken_back(job: list[Any]) -> None:
    write("factscan.toml", "evidence = false\n[scan]\nstrict = true\n")
    call("scan", "x", "--out", "run")
    call("scan", "x", "--out", "run", "--evidence", env={"FACTSCAN_SCAN_STRICT": "0"})
    assert [(j.options.evidence, j.options.strict) for j in job] == [(False, True), (True, False)]
    assert job[0].options.read.retries == 8


def test_of_two_options_that_exclude_each_other_the_one_from_the_stronger_place_counts(
    job: list[Any],
) -> None:
    write("factscan.toml", "[scan]\nsample_prompts = '1/2'\nquiet = true\n")
    done = call(
        "scan", "x", "--out", "r", "--sample-subjects", "1/4", "-v", env={"FACTSCAN_SCAN_INTO": "elsewhere"}
    )
    assert done.exception is None
    assert job[0].out == "r"
    assert job[0].options.sampling.as_dict() == {"by": "subjects", "rate": "1/4"}


def test_keys_above_the_sections_hold_for_every_command_that_has_the_option(tmp_path: Path) -> None:
    path = tmp_path / "any.toml"
    path.write_text("dedup = 'exact'\n[report]\ndedup = 'none'\npool_under = 7\n")
    values = read_configuration(str(path), cli).values
    assert values["report"] == {"dedup": "none", "pool_under": 7}
    assert values["mix"] == {"dedup": "exact"}
    assert values["facts"] == {}


def test_relative_paths_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "any.toml"
    path.write_text(
        "[scan]\nout = 'runs/a'\nmodel = 'en_factscan_fast'\nsynonyms = '../s.tsv'\n[facts]\nmodel = './m'\n"
    )
    values = read_configuration(str(path), cli).values
    assert values["scan"]["out"] == f"{tmp_path}/runs/a"
    assert values["scan"]["synonyms"] == f"{tmp_path.parent}/s.tsv"
    assert (values["scan"]["model"], values["facts"]["model"]) == ("en_factscan_fast", f"{tmp_path}/m")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[scan]\nworkres = 3\n", "line 2: [scan] has no key 'workres'. did you mean 'workers'?"),
        ("\n[scna]\nworkers = 3\n", "line 2: [scna] is no command. did you mean [scan]?"),
        ("dedpu = 'near'\n", "line 1: no command has an option 'dedpu'. did you mean 'dedup'?"),
        ("[scan]\nstrict = 'yes'\n", "line 2: strict is true or false, not 'yes'"),
        ("[scan]\nworkers = true\n", "line 2: workers is a string or a number, not True"),
        ("[mix]\ndrop = 'web'\n", "line 2: drop is a list, not 'web'"),
        ("[scan\n", "is no configuration file"),
    ],
)
def test_what_a_file_says_wrong_is_named_with_its_line(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "factscan.toml"
    path.write_text(text)
    with pytest.raises(FactscanError) as error:
        read_configuration(str(path), cli)
    assert str(path) in str(error.value)
    assert says.lower() in str(error.value).lower()


def test_a_file_that_is_named_must_be_there_and_an_empty_one_sets_nothing(job: list[Any]) -> None:
    write("factscan.toml", "[scan]\nworkers = 5\n")
    assert "no configuration file elsewhere" in str(call("--config", "elsewhere", "status", "r").exception)
    call("scan", "x", "--out", "run", env={"FACTSCAN_CONFIG": "/dev/null"})
    assert job[0].options.workers is None


def test_a_bad_value_is_refused_with_the_place_where_it_stands(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from factscan.cli import main

    monkeypatch.chdir(tmp_path)
    write("factscan.toml", "[report]\nby = 'shrad'\n")
    for env, place in (("", "factscan.toml, line 2"), ("domian", "FACTSCAN_REPORT_BY")):
        monkeypatch.setenv("FACTSCAN_REPORT_BY", env)
        monkeypatch.setattr("sys.argv", ["factscan", "report", "run"])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 2
        assert f"It stands in {place}." in capfd.readouterr().err


def test_what_is_added_to_a_run_takes_its_options_and_not_the_file_s(tmp_path: Path) -> None:
    manifest = {
        "schema_version": 3,
        "options": {"domain": "host", "text_column": None, "max_record_bytes": 1000},
        "settings": {"model": None, "synonyms": None},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    habits = {"domain": "folder", "text_column": "body", "workers": 2, "out": "elsewhere"}
    found = job_of(["x"], {"into": str(tmp_path)}, habits)
    assert (str(found.options.read.domain), found.options.read.columns.text) == ("host", None)
    assert (found.options.workers, found.out) == (2, str(tmp_path))


def test_a_scan_refuses_standard_input_and_says_why() -> None:
    with pytest.raises(UsageError, match="which a pipe gives once"):
        job_of(["-"], {"out": "run"})
