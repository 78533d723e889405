"""Kill jobs at random instants until they get through all the same, and compare every table with an undisturbed run.

    python benchmarks/kill.py --kills 500                 about a quarter of an hour on two cores
    python benchmarks/kill.py --kills 100 --power-cuts    each kill takes what was not synced with it
    python benchmarks/kill.py --kills 20 --real           with the shipped model

Real jobs in processes of their own, on a small corpus of every format with an extractor that costs nothing: scan, scan
--into, scan --replace, merge, drop, build. SIGKILL hits a worker, the parent, or the whole process group. Between kills
nothing is repaired; after some the job may end, and the tables must equal those of one scan of everything. A row is
lost, doubled, or differs; a job that does not end well after its last kill has failed. Also: disks that are full or
fail, at a random byte. Exit code 1 if anything was lost, doubled, different or failed.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from power_cut import lose_unsynced
from stub_corpus import write_stub_corpus
from stub_scenes import SCENES, Scene, Tables, make_scenes, tables_of

JOB = Path(__file__).with_name("stub_job.py")
PATIENCE_SECONDS = 120
ODDS = {"worker": 4, "parent": 3, "group": 3}


@dataclass
class Tally:
    """What happened in all rounds of a scene."""

    rounds: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    taken: int = 0  # files and renames that power cuts took
    faults: int = 0
    lost: int = 0
    doubled: int = 0
    differing: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> bool:
        return bool(self.lost or self.doubled or self.differing or self.failures)


class Round:
    """One run folder, killed again and again and then left in peace."""

    def __init__(self, scene: Scene, run: Path, chance: random.Random, power_cuts: bool) -> None:
        self._scene = scene
        self._run = run
        self._chance = chance
        self._power_cuts = power_cuts
        self._journal = run.with_name(f"{run.name}.journal")

    def play(self, kills: int, expected: Tables, tally: Tally) -> None:
        """Kill up to so many times, finish, compare."""
        self._scene.prepare(self._run)
        before = self._documents()
        for _ in range(kills):
            victim = self._killed(tally)
            if victim is None:
                break
            tally.kills[victim] += 1
            if self._documents() not in (before, expected["documents"]):
                tally.failures.append(f"{self._scene.name}: a reader saw half of a run")
        self.finish(expected, tally)

    def fault(self, kind: str, expected: Tables, tally: Tally) -> None:
        """Let one job meet a full or failing disk, then finish and compare."""
        self._scene.prepare(self._run)
        tally.faults += 1
        if kind == "full":
            room = self._chance.randrange(500, 200_000)
            job = self._start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
        else:
            job = self._start(environment={"FACTSCAN_READ_ERROR": str(self._chance.randrange(200_000))})
        _, errors = job.communicate(timeout=PATIENCE_SECONDS)
        if job.returncode not in (0, 1, 3) or "Traceback" in errors:
            tally.failures.append(
                f"{self._scene.name}, {kind} disk: exit code {job.returncode}: {errors[-600:]}"
            )
        self.finish(expected, tally)

    def finish(self, expected: Tables, tally: Tally) -> None:
        tally.rounds += 1
        before = len(tally.failures)
        began = time.monotonic()
        job = self._start()
        _, errors = job.communicate(timeout=PATIENCE_SECONDS)
        self._scene.took(time.monotonic() - began)
        if job.returncode:
            tally.failures.append(f"{self._scene.name}: exit code {job.returncode}: {errors[-600:]}")
            return
        if left := self._leftovers():
            tally.failures.append(f"{self._scene.name}: left behind: {left}")
        found = tables_of(self._run)
        for table, rows in expected.items():
            lost, more = rows - found[table], found[table] - rows
            doubled = Counter({row: count for row, count in more.items() if row in rows})
            tally.lost += lost.total()
            tally.doubled += doubled.total()
            tally.differing += more.total() - doubled.total()
            if lost or more:
                tally.failures.append(f"{self._scene.name}: {table} differs, see {self._run}")
        if len(tally.failures) == before:
            shutil.rmtree(self._run)
            shutil.rmtree(f"{self._journal}.kept", ignore_errors=True)
            self._journal.unlink(missing_ok=True)

    def _killed(self, tally: Tally) -> str | None:
        """Start the job and kill it at a random instant; None where it was through before."""
        began = time.time_ns()
        job = self._start()
        started = time.monotonic()
        try:
            job.wait(self._chance.uniform(0.02, 1.0) * self._scene.seconds)
            self._scene.took(time.monotonic() - started)
            return None
        except subprocess.TimeoutExpired:
            pass
        victim = self._chance.choices(list(ODDS), list(ODDS.values()))[0]
        workers = list(_children(job.pid))
        if self._power_cuts:
            victim = "power"
        elif victim == "worker" and not workers:
            victim = "parent"
        if victim == "worker":
            _kill(self._chance.choice(workers))
        elif victim == "parent":
            job.kill()
        else:
            os.killpg(job.pid, signal.SIGKILL)
        job.communicate(timeout=PATIENCE_SECONDS)
        if self._power_cuts:
            lost = lose_unsynced(self._run, self._journal, began, self._chance)
            tally.taken += lost.files + lost.renames
            self._journal.unlink(missing_ok=True)
        return victim

    def _start(
        self, environment: dict[str, str] | None = None, preexec_fn: Callable[[], None] | None = None
    ) -> subprocess.Popen[str]:
        added = dict(environment or {})
        if self._power_cuts:
            added["FACTSCAN_JOURNAL"] = str(self._journal)
        return subprocess.Popen(
            [sys.executable, str(JOB), *self._scene.arguments(self._run)],
            env={**os.environ, **added},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=preexec_fn,
        )

    def _documents(self) -> Counter[str]:
        """What a reader finds in the run as it lies there; nothing where there is no database yet."""
        if not (self._run / "factscan.duckdb").exists():
            return Counter()
        return tables_of(self._run, only=["documents"])["documents"]

    def _leftovers(self) -> list[str]:
        """Temporary files that a finished job must not leave."""
        found = [*self._run.glob("parts/.*"), *self._run.glob("**/*.tmp"), *self._run.glob("*.building*")]
        return sorted(str(path.relative_to(self._run)) for path in [*found, *self._run.glob("tmp/*")])


def _children(pid: int) -> Iterator[int]:
    """The worker processes of a job."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in map(int, task.read_text().split()):
                if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                    yield child
        except OSError:
            continue


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--faults", type=int, default=24, help="full and failing disks")
    parser.add_argument("--power-cuts", action="store_true", help="each kill takes what was not synced")
    parser.add_argument("--real", action="store_true", help="the shipped model in place of the stub")
    parser.add_argument("--documents", type=int, default=400, help="of the corpus")
    parser.add_argument("--only", metavar="JOBS", default=",".join(SCENES), help="[default: %(default)s]")
    parser.add_argument("--seed", type=int, default=0, help="of the corpus and of the instants")
    parser.add_argument("--folder", help="where the runs go  [default: a temporary folder]")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder, ignore_cleanup_errors=True) as folder:
        sys.exit(_report(given, Path(folder)))


def _report(given: argparse.Namespace, folder: Path) -> int:
    began = time.monotonic()
    if given.real:
        os.environ["FACTSCAN_REAL"] = "1"  # for all jobs, see stub_job.py
    corpus = write_stub_corpus(folder / "corpus", given.documents, given.seed)
    scenes = make_scenes(folder, corpus, JOB, given.seed, given.only.split(","))
    expected = tables_of(folder / "undisturbed")
    print(f"{sum(table.total() for table in expected.values()):,} rows in {len(expected)} tables", flush=True)
    tallies = {scene.name: Tally() for scene in scenes}
    chance = random.Random(given.seed)
    number = 0

    def rounds() -> Iterator[tuple[Scene, Tally, Round]]:
        nonlocal number
        while True:
            scene = scenes[number % len(scenes)]
            number += 1
            run = folder / f"round-{number}"
            dice = random.Random(f"{given.seed} {number}")
            yield scene, tallies[scene.name], Round(scene, run, dice, given.power_cuts)

    for _, tally, round_ in rounds():
        killed = sum(tally.kills.total() for tally in tallies.values())
        if killed >= given.kills:
            break
        round_.play(min(chance.randint(1, 8), given.kills - killed), expected, tally)
    for count, (_, tally, round_) in enumerate(rounds()):
        if count >= given.faults:
            break
        round_.fault("full" if count // len(scenes) % 2 else "failing", expected, tally)
    _print(tallies, time.monotonic() - began)
    return int(any(tally.wrong for tally in tallies.values()))


def _print(tallies: dict[str, Tally], seconds: float) -> None:
    print(
        f"{'job':8} {'rounds':>6} {'kills':>6} {'worker':>7} {'parent':>7} {'group':>6} {'power':>6} {'taken':>6} "
        f"{'faults':>6} {'lost':>5} {'doubled':>7} {'differing':>9} {'failed':>6}"
    )
    total = Tally()
    for name, tally in tallies.items():
        _print_row(name, tally)
        total.rounds += tally.rounds
        total.kills += tally.kills
        total.taken += tally.taken
        total.faults += tally.faults
        total.lost += tally.lost
        total.doubled += tally.doubled
        total.differing += tally.differing
        total.failures += tally.failures
    _print_row("all", total)
    print(f"{seconds:,.0f} s")
    for failure in total.failures[:20]:
        print(failure)


def _print_row(name: str, tally: Tally) -> None:
    kinds = [tally.kills[kind] for kind in ("worker", "parent", "group", "power")]
    print(
        f"{name:8} {tally.rounds:6} {tally.kills.total():6} {kinds[0]:7} {kinds[1]:7} {kinds[2]:6} {kinds[3]:6} "
        f"{tally.taken:6} {tally.faults:6} {tally.lost:5} {tally.doubled:7} {tally.differing:9} "
        f"{len(tally.failures):6}"
    )


if __name__ == "__main__":
    main()
