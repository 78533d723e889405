"""The pages that people read, as blocks that a test can run.

    ```python              runs, in one namespace a page
    ```sh                  runs, line by line, in a folder of the page's own
    ```sql                 runs on the sample run
    ```text                what the block above prints; "…" stands for anything, alone on a line for any lines
    <!-- file: map.tsv -->     the block below is written to this file
    <!-- no-run: why -->       the block below, and the text that it prints, do not run
    <!-- no-run here: why -->  no block of the page runs

Behind a command of ``sh``, ``# exit code 4`` says how it ends; otherwise it must end well.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import factscan
from factscan.cli import main
from factscan.report.page import PIPED

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
WRITTEN = ("toml", "csv", "tsv", "json", "jsonl", "yaml", "txt")

_BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>file|no-run): (?P<said>.+?) -->\n+)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.M | re.S,
)
_NO_RUN_HERE = re.compile(r"^<!-- no-run here: .{10,} -->$", re.M)
_EXIT = re.compile(r"# exit code (\d+)")


@dataclass(frozen=True)
class Block:
    """A block of a page; ``shown`` is the text below it that it is to print, ``file`` where it is written."""

    language: str
    text: str
    shown: str | None = None
    skipped: str = ""
    file: str = ""


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page in order. A ``text`` block is part of the one above it, if that prints."""
    text = page.read_text(encoding="utf-8")
    found = [] if _NO_RUN_HERE.search(text) else list(_BLOCK.finditer(text))
    for number, block in enumerate(found):
        if _is_output(found, number):
            continue
        prints = number + 1 < len(found) and _is_output(found, number + 1)
        said = {block["mark"]: block["said"]}
        yield Block(
            block["language"],
            block["text"],
            found[number + 1]["text"] if prints else None,
            said.get("no-run", ""),
            said.get("file", ""),
        )


def _is_output(found: "list[re.Match[str]]", number: int) -> bool:
    """Whether a block is what the block before it prints: a ``text`` without a mark, right below it."""
    if number == 0 or found[number]["language"] != "text" or found[number]["mark"]:
        return False
    between = found[number].string[found[number - 1].end() : found[number].start()]
    return not between.strip() and found[number - 1]["language"] in ("python", "sh", "sql")


def run_page(page: Path, folder: Path) -> None:
    """Run the blocks of a page in ``folder`` and hold what they print against what the page shows."""
    names: dict[str, object] = {"__name__": "docs"}
    with chdir(folder):
        for block in blocks(page):
            if block.skipped:
                continue
            if block.file:
                path = Path(block.file)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block.text, encoding="utf-8")
            elif block.language == "python":
                _compare(block, _printed_by(block.text, names, page))
            elif block.language == "sh":
                _compare(block, "".join(map(_printed_by_command, _commands(block.text))))
            elif block.language == "sql":
                rows = factscan.open("runs/sample").sql(block.text)
                assert rows.num_columns, block.text


def _printed_by(code: str, names: dict[str, object], page: Path) -> str:
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(code, str(page), "exec"), names)
    return printed.getvalue()


def _commands(text: str) -> list[str]:
    """The commands of a block: lines, those that end in a backslash joined with the next."""
    lines = text.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _printed_by_command(line: str) -> str:
    """What a command prints, on both streams. factscan runs in this process, as a new one would take a second each."""
    expected = int(found[1]) if (found := _EXIT.search(line)) else 0
    words = shlex.split(line, comments=True)
    at = next((at for at, word in enumerate(words) if "=" not in word), 0)
    settings = dict(word.split("=", 1) for word in words[:at])
    before, pipe, after = line.partition(" | factscan ")
    if words[at] == "factscan" and "|" not in words:
        code, printed = _factscan(words[at + 1 :], settings)
    elif pipe:
        code, printed = _factscan(shlex.split(after, comments=True), {}, given=_shell(before))
    else:
        code, printed = 0, _shell(line)
    assert code == expected, f"{line}\n{printed}"
    return printed


def _factscan(arguments: list[str], settings: dict[str, str], given: str = "") -> tuple[int, str]:
    """The exit code and what is printed. ``given`` is standard input; ``> FILE`` and ``>> FILE`` work as in a shell."""
    printed, out, mode = StringIO(), None, "w"
    if arguments[-2:-1] in ([">"], [">>"]):
        *arguments, redirection, file = arguments
        mode, out = {">": "w", ">>": "a"}[redirection], StringIO()
    with (
        redirect_stdout(printed if out is None else out),
        redirect_stderr(printed),
        patch.object(sys, "argv", ["factscan", *arguments]),
        patch.object(sys, "stdin", TextIOWrapper(BytesIO(given.encode()), encoding="utf-8")),
        patch.dict(os.environ, {"COLUMNS": str(PIPED), **settings}),  # whatever runs the tests says
        patch(
            "factscan.engine.machine.cores", return_value=1
        ),  # loading the model once is enough for five sentences
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
    if out is not None:
        with Path(file).open(mode, encoding="utf-8") as target:
            target.write(out.getvalue())
    return code, printed.getvalue()


def _shell(line: str) -> str:
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True).stdout


def _compare(block: Block, printed: str) -> None:
    if block.shown is None:
        return
    pattern = re.escape(block.shown).replace(re.escape("…\n"), "…\n")
    pattern = re.sub(r"^…\n", "(?:.*\n)*?", pattern, flags=re.M).replace("…", ".*?")
    assert re.fullmatch(pattern, printed), (
        f"{block.text}\nprints\n{printed}\nwhere the page shows\n{block.shown}"
    )
