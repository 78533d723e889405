"""What a corpus writes must not steer the terminal that shows it."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
import termios

import pytest
from conftest import MakeRun, Stated

from factscan.run import Run

STEERING = "law\x1b]0;owned\x07\x9b2J\u202e"


@pytest.fixture
def run(make_run: MakeRun) -> Run:
    return make_run([Stated([("Oslo", "country", "Norway")], domain=STEERING)])


def factscan(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "factscan", *arguments]


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    around = {
        name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "TERM")
    }
    environment = {"TERM": "xterm", **around, **environment}
    with subprocess.Popen(factscan(*arguments), stdout=theirs, stdin=theirs, env=environment) as process:
        os.close(theirs)
        written = b""
        try:
            while block := os.read(ours, 65536):
                written += block
        except OSError:  # Linux's way to say that the other side is closed
            pass
        finally:
            os.close(ours)
    assert process.returncode == 0
    return written.decode()


@pytest.mark.parametrize("form", ["csv", "json", "md"])
@pytest.mark.parametrize("command", ["report", "sql"])
def test_a_terminal_sees_control_characters_as_such(run: Run, command: str, form: str) -> None:
    if command == "sql" and form == "md":
        form = "table"
    query = ["select domain from documents"] if command == "sql" else []
    written = on_a_terminal(command, run.path, *query, "--format", form)
    bold = written.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert not {c for c in bold if not c.isprintable()} - set("\r\n")
    assert "owned" in written


def test_a_pipe_gets_every_character(run: Run) -> None:
    piped = {
        form: subprocess.run(
            factscan("report", run.path, "--format", form), capture_output=True, check=True
        ).stdout
        for form in ("csv", "json")
    }
    assert list(csv.DictReader(io.StringIO(piped["csv"].decode())))[1]["name"] == STEERING
    assert json.loads(piped["json"])["domains"][0]["name"] == STEERING


def test_json_on_a_terminal_is_still_json(run: Run) -> None:
    written = on_a_terminal("report", run.path, "--format", "json")
    assert json.loads(written)["domains"][0]["name"] == STEERING


def test_a_report_fits_the_terminal_and_its_colours_can_be_switched_off(run: Run) -> None:
    coloured, plain = on_a_terminal("report", run.path), on_a_terminal("report", run.path, NO_COLOR="1")
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain != coloured
    assert not {c for c in plain if not c.isprintable()} - set("\r\n")
    assert 60 < max(map(len, plain.splitlines())) <= 80
    assert "owned" in plain
