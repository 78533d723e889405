"""Queries on an open run: read only, streamed, and stopped by Ctrl-C."""

import re
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from factscan.errors import UsageError
from factscan.store.tables import NOT_FOUND, outdated

T = TypeVar("T")

_BATCH_ROWS = 16_384
_PAUSE_SECONDS = 0.02
_SHOWN = 60  # characters of a query in a message

_SPACE = r"(?:\s|--[^\n]*\n|/\*.*?\*/)*"
_EXPLAIN = re.compile(rf"{_SPACE}explain\b{_SPACE}(?:analyze\b)?{_SPACE}(?:\([\w\s,]*\))?", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query. ``batches`` come as it finds them, can be read once, and raise what ``ask`` raises."""

    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]

    def table(self) -> pa.Table:
        """All rows, in memory."""
        return pa.Table.from_batches(self.batches, self.schema)


class Reader:
    """Asks a connection that is shut in (``factscan.store.database``), one query after another."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, run: str) -> None:
        """``run``: where it is, for messages."""
        self._connection = connection
        self._run_path = run
        self._answer: pa.RecordBatchReader | None = None

    def ask(self, query: str, parameters: Mapping[str, Any] | None = None) -> Result:
        """Run one query; ``parameters`` are bound to its ``$name``. What is left of the answer before is given up.

        Raises:
            UsageError: the query is wrong, is none or several, or would do something else than read.
            RunError: the database is older than a table or column that the query reads.
        """
        (statement,) = self._statements(query, one=True)
        return self._run(statement, dict(parameters or {}))

    def ask_all(self, queries: str, parameters: Mapping[str, Any]) -> Iterator[Result]:
        """Run several queries, each when its answer is asked for; a query gets those ``parameters`` that it names.

        Raises:
            UsageError: as ``ask``; a parameter that a query names is missing.
        """
        for statement in self._statements(queries):
            missing = sorted(statement.named_parameters - set(parameters))
            if missing:
                raise UsageError(f"the query needs a value: --param {missing[0]}=…")
            yield self._run(statement, {name: parameters[name] for name in statement.named_parameters})

    def _statements(self, text: str, *, one: bool = False) -> list[duckdb.Statement]:
        """The statements of a text; all of them only read."""
        with self._errors():
            statements = self._connection.extract_statements(text)
        if one and len(statements) != 1:
            raise UsageError(f"give one query, not {len(statements) or 'none'}")
        for statement in statements:
            if not self._only_reads(statement):
                raise UsageError(
                    "a query is a SELECT (or FROM, WITH, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN): it changes nothing and "
                    f"reads nothing but the run; refused: {_shown(statement.query)}"
                )
        return statements

    def _only_reads(self, statement: duckdb.Statement) -> bool:
        """EXPLAIN ANALYZE runs what it explains, and COPY may write where queries spill."""
        if statement.type == duckdb.StatementType.EXPLAIN:
            with self._errors():
                explained = self._connection.extract_statements(_EXPLAIN.sub("", statement.query, count=1))
            return [one.type for one in explained] == [duckdb.StatementType.SELECT]
        return statement.type == duckdb.StatementType.SELECT

    def _run(self, statement: duckdb.Statement, parameters: dict[str, Any]) -> Result:
        def begin() -> pa.RecordBatchReader:
            with self._errors():
                return self._connection.sql(statement, params=parameters).to_arrow_reader(_BATCH_ROWS)

        if self._answer is not None:
            self._answer.close()
        self._answer = self._beside(begin)
        return Result(self._answer.schema, self._batches(self._answer))

    def _batches(self, answer: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
        def following() -> pa.RecordBatch | None:
            with self._errors():
                return next(answer, None)

        while (batch := self._beside(following)) is not None:
            yield batch

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """What is wrong with a query, said by us; while rows stream, Arrow passes DuckDB's errors on as its own."""
        try:
            yield
        except (duckdb.Error, OSError, pa.ArrowException) as error:
            if isinstance(error, NOT_FOUND) and (older := outdated(self._connection, self._run_path, error)):
                raise older from error
            raise UsageError(f"the query failed: {_told(error)}") from error

    def _beside(self, work: Callable[[], T]) -> T:
        """Do ``work`` in a thread: the main thread stays free to be told of Ctrl-C, and stops the query then."""
        with ThreadPoolExecutor(1) as thread, _noting_interrupts() as interrupted:
            doing = thread.submit(work)
            try:
                while not wait([doing], _PAUSE_SECONDS).done:
                    if interrupted.is_set():
                        self._connection.interrupt()
            except SystemExit:  # told to end
                self._connection.interrupt()
                raise
        if interrupted.is_set():
            raise KeyboardInterrupt
        return doing.result()


@contextmanager
def _noting_interrupts() -> Iterator[threading.Event]:
    """Ctrl-C sets the event that is yielded: raised between two steps of ours, it would leave a query behind."""
    noted = threading.Event()
    if threading.current_thread() is not threading.main_thread():  # which alone gets signals
        yield noted
        return
    before = signal.signal(signal.SIGINT, lambda *_: noted.set())
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, before)


def _told(error: Exception) -> str:
    """What happened and where, without DuckDB's advice on settings that are locked here."""
    what, *more = str(error).split("\n\n")
    return "\n".join([what, *(part for part in more if part.startswith("LINE "))])


def _shown(query: str) -> str:
    words = " ".join(query.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
