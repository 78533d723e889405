"""The line that is typed: history across sessions and completion, by readline where Python has it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factscan.commands.shell.completion import Words

_MOST_LINES = 2000
# What ends a word; not the point of ".run" and "documents.words", nor the dash of "top-facts".
_DELIMITERS = " \t\n,;()=<>+*/'\""


@contextmanager
def line_editing(words: Words, history: Path) -> Iterator[None]:
    """Edit, complete and remember lines that ``input`` reads; they are kept in ``history``, for its owner alone."""
    try:
        import readline
    except ImportError:  # Windows
        yield
        return

    found: list[str] = []

    def complete(word: str, number: int) -> str | None:
        nonlocal found
        if number == 0:
            found = words.matching(readline.get_line_buffer()[: readline.get_endidx()], word)
        return found[number] if number < len(found) else None

    readline.set_completer_delims(_DELIMITERS)
    readline.set_completer(complete)
    # On macOS readline may be libedit, with another language.
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    readline.set_history_length(_MOST_LINES)
    with suppress(OSError):
        readline.read_history_file(history)
    try:
        yield
    finally:
        readline.set_completer(None)
        with suppress(OSError):  # a home that cannot be written: the history of this session alone
            history.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            history.touch(mode=0o600)
            history.chmod(0o600)
            readline.write_history_file(history)


def history_file() -> Path:
    """Where the user's programs keep their state (``$XDG_STATE_HOME``, else ``~/.local/state``)."""
    state = os.environ.get("XDG_STATE_HOME", "")
    folder = Path(state) if Path(state).is_absolute() else Path("~/.local/state").expanduser()
    return folder / "factscan" / "sql_history"
