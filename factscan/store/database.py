"""Connections to DuckDB, set up alike everywhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from factscan.errors import UsageError
from factscan.limits import cores, memory_bytes

# DuckDB holds a little more than its limit, Python and its libraries some 100 MB: together less than 4 GB.
_MOST_MEMORY = 3_000_000_000


# The least DuckDB that reads what is built, so that other programs may be older than ours: it costs nothing.
_READABLE_SINCE = "v1.2.0"


@contextmanager
def connected(
    path: Path, temporary: Path, *, memory: str | None = None, shut_in: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """An open database; what does not fit into ``memory`` spills into the folder ``temporary``.

    ``memory`` is ``default_memory()`` if None. Threads are the cores that this process may use. ``shut_in``: read only,
    and cut off from every file and address outside the run, and from the environment; none of this can be changed
    again. Ctrl-C inside a statement is a KeyboardInterrupt, as everywhere else.
    """
    with _opened(path, read_only=shut_in) as connection:
        _set_up(connection, temporary, memory)
        if shut_in:
            _shut_in(connection)
            connection.execute("set lock_configuration = true")
        with _interruptible():
            yield connection


@contextmanager
def connected_beside(
    run_a: Path, run_b: Path, temporary: Path, *, memory: str | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Two databases beside each other, read only and shut in, as the catalogs ``run_a`` and ``run_b``.

    Otherwise as ``connected``; ``look_at`` says which of the two is meant by a table's name alone: a setting, so
    none is locked, and only statements of ours may run.
    """
    with duckdb.connect() as connection:
        # Before external access is off, as nothing can be attached then.
        connection.execute("attach $path as run_a (read_only)", {"path": str(run_a)})
        connection.execute("attach $path as run_b (read_only)", {"path": str(run_b)})
        _set_up(connection, temporary, memory)
        _shut_in(connection)
        with _interruptible():
            yield connection


def look_at(connection: duckdb.DuckDBPyConnection, catalog: str) -> None:
    """Let a table's name alone mean the one of ``catalog``."""
    connection.execute("set schema = $schema", {"schema": f"{catalog}.main"})


def _set_up(connection: duckdb.DuckDBPyConnection, temporary: Path, memory: str | None) -> None:
    _without_progress_bar(connection)
    connection.execute("set temp_directory = $folder", {"folder": str(temporary)})
    limit_memory(connection, memory or default_memory())
    connection.execute("set threads = $threads", {"threads": cores()})


@contextmanager
def _interruptible() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:  # DuckDB's word for a signal during a statement
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from error
        raise


def _opened(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to a database.

    DuckDB gives all connections of a process to one file the same settings: a second one could neither spill elsewhere
    nor be set up while the first is locked. So a reader attaches the file to a database of its own, in memory.
    """
    if not read_only:
        return duckdb.connect(str(path), config={"storage_compatibility_version": _READABLE_SINCE})
    connection = duckdb.connect()
    try:
        connection.execute("attach $path as factscan (read_only)", {"path": str(path)})
        connection.execute("use factscan")
    except BaseException:
        connection.close()
        raise
    return connection


def _shut_in(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("set enable_external_access = false")
    connection.execute("set python_enable_replacements = false")  # a table named like a variable of ours
    connection.execute("set autoinstall_known_extensions = false")
    connection.execute("set autoload_known_extensions = false")
    connection.execute("set http_proxy = ''")  # by default that of the environment, with its password


def default_memory(most: int = _MOST_MEMORY) -> str:
    """Half of the memory that this process may use, ``most`` bytes at most (3 GB)."""
    return f"{min(most, memory_bytes() // 2)}B"


def _without_progress_bar(connection: duckdb.DuckDBPyConnection) -> None:
    """DuckDB's bar would stand in our output. In a notebook without ipywidgets it is off, and must not be set."""
    if connection.execute("select current_setting('enable_progress_bar')").fetchall() == [(True,)]:
        connection.execute("set enable_progress_bar = false")


def check_memory(memory: str | None) -> None:
    """Refuse a size that DuckDB would refuse, before hours of work and not after.

    Raises:
        UsageError: ``memory`` is no size.
    """
    if memory:
        with duckdb.connect() as connection:
            limit_memory(connection, memory)


def limit_memory(connection: duckdb.DuckDBPyConnection, memory: str) -> None:
    """Set DuckDB's memory limit, such as ``2GB``.

    Raises:
        UsageError: ``memory`` is no size.
    """
    try:
        connection.execute("set memory_limit = $memory", {"memory": memory})
    except duckdb.Error as error:
        raise UsageError(f"memory is a size such as 2GB, not {memory!r}") from error
