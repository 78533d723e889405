"""Runs that other programs open, that nobody may write, or that another factscan made."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from little_run import little_run

from factscan.errors import RunError
from factscan.run import Run

# What a notebook does: no setting of ours, no code of ours.
ELSEWHERE = """
import duckdb, json, sys
connection = duckdb.connect(sys.argv[1], read_only=True)
names = [name for name, in connection.execute("select view_name from duckdb_views() where not internal").fetchall()]
counts = {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in names}
counts["refines"] = connection.execute("select refines('1815-12-10', '1810s')").fetchone()[0]
print(json.dumps(counts))
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return little_run(tmp_path_factory.mktemp("opened") / "run")


def test_the_views_and_macros_work_in_a_plain_duckdb(run: Run) -> None:
    database = Path(run.path) / "factscan.duckdb"
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, database], capture_output=True, text=True, check=True
    )
    counts = json.loads(done.stdout)
    assert counts.pop("refines") is True
    assert set(counts) == {"mentions", "counted"}
    for view, count in counts.items():
        assert run.sql(f"select count(*) as n from {view}").to_pylist() == [{"n": count}]


def test_the_database_can_be_read_by_an_older_duckdb(run: Run) -> None:
    """Its version number, which is that of DuckDB 1.2, stands after a checksum and the letters DUCK."""
    head = (Path(run.path) / "factscan.duckdb").read_bytes()[:20]
    assert head[8:12] == b"DUCK"
    assert int.from_bytes(head[12:20], "little") <= 65


def test_queries_spill_elsewhere_where_a_run_cannot_be_written(run: Run, tmp_path: Path) -> None:
    shutil.copytree(run.path, tmp_path / "run")
    (tmp_path / "run" / "tmp").write_text("no folder can be made here")
    opened = Run(tmp_path / "run", memory="60MB")
    # Some 100 MB to sort, which 60 do not hold.
    rows = opened.sql(
        "select count(*) as n from (select hash(x) as h, x from range(6_000_000) as t(x) order by h limit 5_000_000)"
    )
    assert rows.to_pylist() == [{"n": 5_000_000}]
    assert opened.report().overall.mentions == 16


def test_a_run_on_a_read_only_disk_opens(run: Run) -> None:
    command = (
        'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && ! touch "$1/x" 2>/dev/null && '
        'exec "$2" -m factscan sql "$1" "select count(*) as n from facts" --format csv'
    )
    inside = ["unshare", "--mount", "sh", "-c", command, "sh", run.path, sys.executable]
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "--mount", "true"], check=False).returncode
    ):
        pytest.skip("needs the right to mount")
    done = subprocess.run(inside, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("n\n14\n", "")


@pytest.mark.parametrize(
    ("version", "says"),
    [
        (2, "factscan scan 'my corpus' --out"),
        (99, "pip install --upgrade factscan"),
    ],
)
def test_a_run_of_another_schema_says_how_to_go_on(run: Run, tmp_path: Path, version: int, says: str) -> None:
    manifest = json.loads((Path(run.path) / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(
        json.dumps({**manifest, "schema_version": version, "sources": ["my corpus"]})
    )
    with pytest.raises(RunError, match=says):
        Run(tmp_path)
