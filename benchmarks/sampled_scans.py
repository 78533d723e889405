"""Real scans of samples of subjects, held against the whole scan of the same corpus.

    factscan scan CORPUS --out FULL
    python benchmarks/sampled_scans.py CORPUS --full FULL --one-in 64 --seeds 5

For each seed, one in N subjects is chosen by another hash, and the corpus is scanned for them. Printed: the processor
seconds of the stages beside those of the whole scan (its metrics.json), the share of the mentions of the chosen
subjects in FULL that were found (the same fact at the same place), and for each domain and overall whether the 95 %
interval of the missing mass holds the whole run's figure.
"""

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb

from factscan.engine.options import ScanOptions
from factscan.engine.scan import scan
from factscan.extract.text.keys import subject_id
from factscan.figures import Report
from factscan.hashing import hash64
from factscan.run import Run
from factscan.sampling import Sampling

ROWS = """
select doc_key, char_start, subject, relation, object, object_type
from occurrences join facts using (fact_id) join prompts using (prompt_id) join documents using (doc_no)
where subject_kind in ('name', 'topic') and asserted
"""


@dataclass(frozen=True)
class Salted(Sampling):
    """Another choice of subjects at the same rate."""

    salt: int = 0

    def keeps(self, key: int) -> bool:
        return super().keeps(hash64(str(key), str(self.salt)) if self.salt else key)


def seconds(run: Run) -> float:
    """Processor seconds of the stages of all jobs of a run, the build aside."""
    return sum(spent for job in run.metrics() for stage, spent in job["stages"].items() if stage != "build")


def rows(run: Run, sampling: Sampling | None = None) -> set[tuple[object, ...]]:
    """The mentions of a run; only those of the subjects that ``sampling`` chooses, if it is given."""
    with duckdb.connect(str(Path(run.path) / "factscan.duckdb"), read_only=True) as connection:
        found = connection.execute(ROWS).fetchall()
    if sampling is None:
        return set(found)
    chosen = {subject for subject in {row[2] for row in found} if sampling.keeps(subject_id(subject))}
    return {row for row in found if row[2] in chosen}


def held(sample: Report, whole: Report) -> list[tuple[str, bool, float]]:
    """For the whole run and each domain: does the interval hold the whole run's missing mass, and its half-width."""
    truth = {row.name: row.missing_mass.estimate for row in [whole.overall, *whole.domains]}
    found = []
    for row in [sample.overall, *sample.domains]:
        if row.missing_mass.estimate is not None and truth[row.name] is not None:
            low, _, high = row.missing_mass.ends
            found.append((row.name, low <= (truth[row.name] or 0) <= high, (high - low) / 2))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--full", type=Path, required=True, help="the run of the whole scan")
    parser.add_argument("--one-in", type=int, default=64)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    full = Run(asked.full)
    whole, whole_seconds = full.report(), seconds(full)
    print(f"whole scan: {whole_seconds:,.0f} CPU s")
    for seed in range(asked.seeds):
        sampling = Salted("subjects", asked.one_in, seed)
        with tempfile.TemporaryDirectory() as folder:
            scan(asked.corpus, folder, ScanOptions(sampling=sampling, workers=asked.workers))
            run = Run(folder)
            spent, wanted, got = seconds(run), rows(full, sampling), rows(run)
            domains = held(run.report(), whole)
        missed = [name for name, holds, _ in domains if not holds]
        widths = sorted(width for _, _, width in domains)
        print(
            f"1/{asked.one_in}, seed {seed}: {spent:,.0f} CPU s, {whole_seconds / spent:.1f} times fewer; "
            f"recall {len(wanted & got) / max(1, len(wanted)):.4f} of {len(wanted):,}, {len(got - wanted)} rows more; "
            f"{len(domains) - len(missed)} of {len(domains)} intervals hold"
            f"{': not ' + ', '.join(missed) if missed else ''}; half-widths {widths[0]:.2f} to {widths[-1]:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
