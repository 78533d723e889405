"""Counting alone: how many keys have exactly k mentions, from synthetic mentions in Parquet files like those of a run.

    python benchmarks/counting.py --mentions 1e6 1e7 1e8 --python /path/to/a/python/with/polars

Three in ten mentions (`--new`) are of a new key, the others repeat an earlier one (see synthetic_run.py): a power law
with the same share of distinct keys at every size. Keys are 64-bit hashes. Every way reads the same files, in a process
of its own, and must find the same numbers of singletons and keys. Times include reading, CPU seconds and memory (the
peak) are those of the whole process.

duckdb           factscan's way: the group by of its build and its figures, over files, with the build's limit of memory
duckdb, tight    the same with a limit of `--tight`: what does not fit spills
duckdb, sorted   the same over a table in the order of its keys, as the build leaves prompt_documents (not timed)
Counter          a loop in Python; beyond `--counter-up-to` its time and memory are extrapolated, marked ~
pandas, polars   group_by; polars also with its streaming engine
numpy            sorts all keys and measures the runs: what the processor can do where nothing but keys is asked for
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

FILE_ROWS = 1_000_000
WAYS = (
    "duckdb",
    "duckdb, tight",
    "duckdb, sorted",
    "Counter",
    "pandas",
    "polars",
    "polars, streaming",
    "numpy",
)
Found = tuple[int, int]  # keys with one mention, keys


def duckdb_groups(files: Sequence[str], folder: Path, memory: str | None) -> Found:
    from factscan.store.database import connected

    return _duckdb(files, "read_parquet($files)", folder / "aside.duckdb", connected, memory)


def duckdb_sorted(_: Sequence[str], folder: Path, memory: str | None) -> Found:
    from factscan.store.database import connected

    return _duckdb(None, "mentions", folder / "sorted.duckdb", connected, memory)


def _duckdb(
    files: Sequence[str] | None, source: str, database: Path, connected: Any, memory: str | None
) -> Found:
    with connected(database, database.parent / "spill", memory=memory) as connection:
        connection.execute("set preserve_insertion_order = false")
        row = connection.execute(
            "select sum(keys) filter (k = 1), sum(keys) from (select k, count(*) as keys from "
            f"(select count(*) as k from {source} group by prompt_id) group by k)",
            {"files": files} if files else None,
        ).fetchone()
    return int(row[0]), int(row[1])


def counter(files: Sequence[str], *_: object) -> Found:
    from collections import Counter

    import pyarrow.parquet as pq

    counts: Counter[int] = Counter()
    for file in files:
        counts.update(pq.read_table(file).column(0).to_pylist())
    return Counter(counts.values())[1], len(counts)


def pandas_groups(files: Sequence[str], *_: object) -> Found:
    import pandas as pd

    sizes = pd.read_parquet(list(files)).groupby("prompt_id", sort=False).size()
    return int((sizes == 1).sum()), len(sizes)


def polars_groups(files: Sequence[str], *_: object) -> Found:
    import polars as pl

    sizes = pl.read_parquet(list(files)).group_by("prompt_id").agg(pl.len())
    return int((sizes["len"] == 1).sum()), len(sizes)


def polars_streaming(files: Sequence[str], *_: object) -> Found:
    import polars as pl

    sizes = pl.scan_parquet(list(files)).group_by("prompt_id").agg(pl.len())
    found = sizes.group_by(pl.col("len") == 1).agg(pl.len().alias("keys")).collect(engine="streaming")
    by_single = dict(found.rows())
    return by_single[True], sum(by_single.values())


def numpy_sort(files: Sequence[str], *_: object) -> Found:
    import numpy as np
    import pyarrow.parquet as pq

    keys = np.empty(sum(pq.read_metadata(file).num_rows for file in files), np.uint64)
    place = 0
    for file in files:
        read = pq.read_table(file).column(0).to_numpy()
        keys[place : place + len(read)] = read
        place += len(read)
    keys.sort()
    ends = np.flatnonzero(np.append(keys[1:] != keys[:-1], True))
    return int((np.diff(ends, prepend=-1) == 1).sum()), len(ends)


COUNT: dict[str, Callable[[Sequence[str], Path, str | None], Found]] = {
    "duckdb": duckdb_groups,
    "duckdb, tight": duckdb_groups,
    "duckdb, sorted": duckdb_sorted,
    "Counter": counter,
    "pandas": pandas_groups,
    "polars": polars_groups,
    "polars, streaming": polars_streaming,
    "numpy": numpy_sort,
}


def child(way: str, folder: Path, memory: str | None) -> None:
    """Count once and print what it took."""
    files = sorted(str(path) for path in folder.glob("*.parquet"))
    began = time.perf_counter()
    singletons, keys = COUNT[way](files, folder, memory)
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "found": [singletons, keys],
                "seconds": seconds,
                "cpu": used.ru_utime + used.ru_stime,
                "gb": peak_bytes() / 1e9,
            }
        )
    )


def peak_bytes() -> int:
    """The largest resident set of this program; getrusage would count that of the parent before it became ours."""
    (line,) = (
        line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")
    )
    return int(line.split()[1]) * 1024


def write_keys(folder: Path, mentions: int, new: float) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq
    from synthetic_run import hashed, zipf_prompts

    for number, prompts in enumerate(zipf_prompts(mentions, new, chunk=FILE_ROWS)):
        table = pa.table({"prompt_id": hashed(prompts, 1)})
        pq.write_table(table, folder / f"{number:05d}.parquet", compression="zstd")


def write_sorted(folder: Path) -> None:
    from factscan.store.database import connected

    with connected(folder / "sorted.duckdb", folder / "spill") as connection:
        connection.execute(
            "create table mentions as select prompt_id from read_parquet($files) order by prompt_id",
            {"files": sorted(str(path) for path in folder.glob("*.parquet"))},
        )


def measure(python: str, way: str, folder: Path, memory: str | None) -> dict[str, Any] | None:
    """What one process took; None where it fails (a library is missing, or memory)."""
    arguments = [python, __file__, "--child", way, "--folder", str(folder)]
    done = subprocess.run(
        arguments + (["--memory", memory] if memory else []), capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"  {way}: {(done.stderr.strip().splitlines() or ['killed'])[-1][:110]}", file=sys.stderr)
        return None
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def middle(results: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "found": results[0]["found"],
        **{key: statistics.median(result[key] for result in results) for key in ("seconds", "cpu", "gb")},
    }


def report(mentions: int, options: argparse.Namespace, before: dict[str, Any]) -> dict[str, Any]:
    """Measure all ways at one size and print them; returns what Counter took, to extrapolate from."""
    counter_took: dict[str, Any] = before
    with tempfile.TemporaryDirectory(dir=options.tmp) as name:
        folder = Path(name)
        write_keys(folder, mentions, options.new)
        if "duckdb, sorted" in options.ways:
            write_sorted(folder)
        results: dict[str, list[dict[str, Any]]] = {way: [] for way in options.ways}
        for _ in range(options.runs):  # the ways take turns, so that all see the same load
            for way in options.ways:
                if way == "Counter" and mentions > options.counter_up_to:
                    continue
                python = options.python if way.startswith(("pandas", "polars")) else sys.executable
                memory = options.tight if way == "duckdb, tight" else options.memory
                if result := measure(python, way, folder, memory):
                    results[way].append(result)
    for way, taken in results.items():
        if taken:
            line = middle(taken)
            found = line["found"]
            counter_took = {**line, "mentions": mentions} if way == "Counter" else counter_took
            show(mentions, way, line, found)
        elif way == "Counter" and before:
            factor = mentions / before["mentions"]
            show(mentions, f"~{way}", {key: before[key] * factor for key in ("seconds", "cpu", "gb")}, None)
    all_found = {tuple(result["found"]) for taken in results.values() for result in taken}
    if len(all_found) > 1:
        sys.exit(f"the ways disagree: {sorted(all_found)}")
    return counter_took


def show(mentions: int, way: str, line: dict[str, Any], found: Sequence[int] | None) -> None:
    keys = f"{found[1]:>12,} {found[0]:>12,}" if found else f"{'':>12} {'':>12}"
    print(
        f"{mentions:>12,} {way:<18} {line['seconds']:>8.2f} {line['cpu']:>8.2f} {line['gb']:>7.2f} {keys}",
        flush=True,
    )


def versions(python: str) -> str:
    code = "import importlib.metadata as m; print(*(f'{n} {m.version(n)}' for n in ('polars', 'pandas')))"
    there = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    ours = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "numpy", "pyarrow"))
    return f"Python {sys.version.split()[0]}, {ours}; {there.stdout.strip() or 'no polars or no pandas'}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mentions", type=float, nargs="+", default=[1e6, 1e7])
    parser.add_argument("--new", type=float, default=0.3, help="distinct keys a mention")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--runs", type=int, default=3, help="runs of each; medians are shown")
    parser.add_argument("--python", default=sys.executable, help="an interpreter that has polars and pandas")
    parser.add_argument("--memory", help="DuckDB's limit (default: the build's)")
    parser.add_argument("--tight", default="1GB", help="DuckDB's limit in 'duckdb, tight'")
    parser.add_argument("--counter-up-to", type=float, default=1e7)
    parser.add_argument("--tmp", help="a folder with room for the files (1 GB at 1e8)")
    parser.add_argument("--child", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.folder, options.memory)
        return
    sizes = sorted(map(int, options.mentions))
    if any(larger == smaller for smaller, larger in pairwise(sizes)):
        parser.error("a size is given twice")
    print(versions(options.python))
    print(
        f"{'mentions':>12} {'way':<18} {'seconds':>8} {'CPU s':>8} {'GB':>7} {'keys':>12} {'singletons':>12}"
    )
    counter_took: dict[str, Any] = {}
    for mentions in sizes:
        counter_took = report(mentions, options, counter_took)


if __name__ == "__main__":
    main()
