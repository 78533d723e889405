"""Reports that were computed before, kept in the run folder: a large run's take minutes, and its tables do not change.

A kept report is a file of JSON, ``figures/<database>-<settings>.json``: one for each choice of settings, as long as the
database and factscan stay the same. It can be thrown away at any time.
"""

import json
from functools import cache
from pathlib import Path

import duckdb

from factscan import __version__
from factscan.figures.compute import compute
from factscan.figures.plain import plain, restored
from factscan.figures.report import Report
from factscan.figures.settings import Settings
from factscan.hashing import hash64
from factscan.sampling import Sampling
from factscan.store.durable import write_json
from factscan.store.statements import FOLDER, statement

_DAMAGED = (AttributeError, KeyError, TypeError, ValueError)


def report_of(
    connection: duckdb.DuckDBPyConnection, folder: Path, settings: Settings, sampling: Sampling | None
) -> Report:
    """The report under ``settings``: read from ``folder`` if it was computed before, else computed and kept there.

    ``connection`` is as in ``compute``. Where ``folder`` cannot be written, nothing is kept.
    """
    database, path = _place(connection, folder, settings)
    if (found := _read(path)) is not None:
        return found
    report = compute(connection, settings, sampling)
    try:
        folder.mkdir(exist_ok=True)
        write_json(path, plain(report))
        _sweep(folder, database)
    except OSError:
        pass  # a run in a folder that is read only can be reported all the same
    return report


def _place(connection: duckdb.DuckDBPyConnection, folder: Path, settings: Settings) -> tuple[str, Path]:
    """What the files of this database and this factscan begin with, and the file of these settings."""
    built_from = connection.execute(statement("build/was_built_from")).fetchall()
    database = f"{hash64(str(built_from), _code()):016x}"
    asked = hash64(json.dumps(settings.as_dict(), sort_keys=True))
    return database, folder / f"{database}-{asked:016x}.json"


@cache
def _code() -> str:
    """A hash of everything that decides a figure, so that no other version's are taken for ours."""
    rooms = Path(__file__).resolve().parent, Path(__file__).resolve().parent.parent / "stats"
    files = [*(path for room in rooms for path in room.rglob("*.py")), *FOLDER.rglob("*.sql")]
    return f"{hash64(__version__, *(path.read_text(encoding='utf-8') for path in sorted(files))):016x}"


def _read(path: Path) -> Report | None:
    try:
        return restored(Report, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, *_DAMAGED):
        return None


def _sweep(folder: Path, database: str) -> None:
    """Remove what was computed from an earlier database, or by another factscan."""
    for path in folder.glob("*.json"):
        if not path.name.startswith(database):
            path.unlink(missing_ok=True)
