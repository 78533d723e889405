"""The shell of ``factscan sql`` on a real terminal, and what it completes."""

import fcntl
import os
import pty
import select
import stat
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Stated, write_run

from factscan.commands.shell.completion import Words, words_of
from factscan.run import Run
from factscan.store.queries import query_names

PROMPT = "factscan> "
STEERING = "Oslo\x1b]0;owned\x07"
PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    facts = [(STEERING, "country", "Norway"), *((f"s{number}", "r", "o") for number in range(150))]
    return write_run(tmp_path_factory.mktemp("shell") / "run", [Stated(facts)])


class Terminal:
    """A shell on a terminal of its own: type, and read until something is written."""

    def __init__(self, run: Run, home: Path, **environment: str) -> None:
        self._unread = ""
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "factscan", "sql", run.path],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "XDG_STATE_HOME": str(home), "PAGER": "", "TERM": "dumb", **environment},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        """A shell that a failed test leaves behind would run on, and keep a core busy."""
        self._process.kill()
        self._process.wait()

    def until(self, expected: str) -> str:
        """What is written up to ``expected`` and with it; the rest stays to be read."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while expected not in self._unread:
            ready, _, _ = select.select([self._ours], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"no {expected!r} in {self._unread!r}"
            self._unread += os.read(self._ours, 65536).decode(errors="replace")
        seen, found, self._unread = self._unread.partition(expected)
        return seen + found

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def answer(self, line: str) -> str:
        """What a line gives, up to the next prompt."""
        self.type(line + "\r")
        self.until("\n")
        return self.until(PROMPT)

    def leave(self, keys: str) -> int:
        self.type(keys)
        try:
            while os.read(self._ours, 65536):
                pass
        except OSError:  # Linux's way to say that the other side is closed
            pass
        os.close(self._ours)
        return self._process.wait(PATIENCE_SECONDS)


def test_a_session(run: Run, tmp_path: Path) -> None:
    with Terminal(run, tmp_path) as shell:
        shell.until(PROMPT)
        shell.type("select 40 +\r")
        shell.until("...> ")
        assert "42" in shell.answer("2 as n;")
        # A mistake, and Ctrl-C in a query and at the prompt, end neither the shell nor the next query.
        assert "syntax error" in shell.answer("selec 1;")
        shell.type("select count(*) from range(1000000000000) t(x) where x % 7 = 3;\r")
        shell.until("3;\r\n")
        time.sleep(1)  # until the query is under way, which nothing tells
        shell.type("\x03")
        assert "cancelled" in shell.until(PROMPT)
        time.sleep(1)  # a moment after its prompt, readline does not notice a signal yet
        shell.type("half a state")
        shell.until("half a state")
        time.sleep(1)
        shell.type("\x03")
        shell.until("\n" + PROMPT)
        # The corpus does not steer the terminal, in no mode.
        for mode in ("jsonl", "csv", "json", "table"):
            assert f"mode: {mode}" in shell.answer(f".mode {mode}")
            written = shell.answer(".run top-facts limit=1000")
            assert "owned" in written
            assert "\x1b]0" not in written
        assert "the first 100 rows" in shell.answer("from mentions;")
        assert "a fact: a prompt and its response" in shell.answer(".tables")
        assert "create table facts" in shell.answer(".schema facts")
        assert "entities=" in shell.answer(".queries coverage")
        assert ".queries" in shell.answer(".help")
        assert "Available: .tables" in shell.answer(".tabels")
        assert "needs --param entities" in shell.answer(".run coverage")
        shell.type("select mentions from prompt_d\t where mentions > 999;\r")
        assert "(0 rows)" in shell.until("rows)")
        shell.until(PROMPT)
        assert shell.leave(".quit\r") == 0

    (history,) = tmp_path.rglob("sql_history")
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert stat.S_IMODE(history.parent.stat().st_mode) == 0o700
    assert "selec 1;" in history.read_text("utf-8")


def test_long_answers_go_through_the_pager(run: Run, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\nhead -c 20 > /dev/null; echo PAGED\n")  # leaves long before the end
    pager.chmod(0o755)
    with Terminal(run, tmp_path, PAGER=f"'{pager}' -x") as shell:
        shell.until(PROMPT)
        assert "PAGED" in shell.answer("select x from range(10000000000) t(x);")
        assert "PAGED" not in shell.answer("select 1 as n;")
        assert shell.leave("\x04") == 0


@pytest.fixture(scope="module")
def words(run: Run) -> Iterator[Words]:
    with run.reading() as reader:
        yield words_of(reader, [".run", ".schema", ".mode"], ["table", "csv"])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("select * from prompt_d", ["prompt_documents"]),
        ("select subject_k", ["subject_key", "subject_kind"]),
        ("select documents.exact", ["documents.exact_cluster"]),
        ("select facts.exact", []),
        ("SELECT DISTI", ["DISTINCT"]),
        ("select disti", ["distinct"]),
        (".ru", [".run"]),
        (".run one-s", ["one-source"]),
        (".run coverage ent", ["entities="]),
        (".run nothing ent", []),
        (".schema fac", ["facts"]),
        (".mode ", ["table", "csv"]),
    ],
)
def test_tab_completes_what_may_stand_there(words: Words, line: str, found: list[str]) -> None:
    assert words.matching(line, line.rpartition(" ")[2]) == found


def test_tab_knows_every_question(words: Words) -> None:
    assert words.matching(".run ", "") == query_names()
