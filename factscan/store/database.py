"""Connections to DuckDB, set up alike everywhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from factscan.errors import UsageError
from factscan.limits import cores, memory_bytes

# DuckDB holds a little more than its limit, Python and its libraries some 100 MB: together less than 4 GB.
_MOST_MEMORY = 3_000_000_000


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
        connection.execute("set enable_progress_bar = false")
        connection.execute("set temp_directory = $folder", {"folder": str(temporary)})
        limit_memory(connection, memory or default_memory())
        connection.execute("set threads = $threads", {"threads": cores()})
        if shut_in:
            _shut_in(connection)
        try:
            yield connection
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
        return duckdb.connect(str(path))
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
    connection.execute("set lock_configuration = true")


def default_memory() -> str:
    """Half of the memory that this process may use, 3 GB at most."""
    return f"{min(_MOST_MEMORY, memory_bytes() // 2)}B"


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
