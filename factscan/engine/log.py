"""The log of a run: ``log.txt`` in its folder, a line an event, appended to by every job that works on it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factscan.engine.progress import LineProgress, Progress, printable
from factscan.store.folder import ShardMarker


class LoggedProgress(Progress):
    """Passes everything on to another ``Progress`` and writes down what happened, rates once a minute."""

    def __init__(self, shown: Progress, log: logging.Logger) -> None:
        self._shown = shown
        self._log = log
        self._lines = _LogLines(log)

    def begin(self, total_bytes: int) -> None:
        self._log.info("begin: %d bytes to read", total_bytes)
        self._lines.begin(total_bytes)
        self._shown.begin(total_bytes)

    def resume(self, shard_bytes: int) -> None:
        self._lines.resume(shard_bytes)
        self._shown.resume(shard_bytes)

    def read(self, bytes_read: int) -> None:
        self._lines.read(bytes_read)
        self._shown.read(bytes_read)

    def advance(self, documents: int, words: int, mentions: int, rejected: int) -> None:
        self._lines.advance(documents, words, mentions, rejected)
        self._shown.advance(documents, words, mentions, rejected)

    def close(self, shard: ShardMarker) -> None:
        self._log.info(
            "%s: %s, %d documents, %d words, %d facts, %d rejected",
            *(ascii(shard.name), shard.state, shard.documents, shard.words, shard.mentions, shard.rejected),
        )
        self._shown.close(shard)

    def say(self, message: str) -> None:
        self._lines.say(message)
        self._shown.say(message)

    def end(self) -> None:
        self._lines.end()
        self._shown.end()


class _LogLines(LineProgress):
    """What would be printed without a terminal, into the log."""

    def __init__(self, log: logging.Logger) -> None:
        super().__init__()
        self._log = log

    def say(self, message: str) -> None:
        self._log.info("%s", printable(message))


class _LogFile(logging.FileHandler):
    """A log that cannot be written (a full disk, say) is no reason to stop a job, nor to print a traceback."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's name
        return


@contextmanager
def logged(path: Path, progress: Progress) -> Iterator[Progress]:
    """A progress that is written down too; how the job ended is the last line."""
    handler = _LogFile(path, encoding="utf-8", errors="backslashreplace", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.Logger("factscan.scan", logging.INFO)
    log.addHandler(handler)
    try:
        yield LoggedProgress(progress, log)
        log.info("done")
    except BaseException as error:
        log.info("ended by %s: %s", type(error).__name__, printable(str(error)))
        raise
    finally:
        handler.close()
