"""How near do the figures of a sample of the prompts come to those of the whole run? Drawn from a finished run.

For each seed, one in N prompts of RUN is kept by another hash, in a database of its own, and the report of that
database is computed as for a run of ``factscan scan --sample-prompts 1/N``. Printed for the whole run and each domain,
for missing mass and floor: the figure of the whole run, the mean of the samples', their standard deviation, the
mean half-width of their 95 % intervals and how often they hold the figure of the whole run.

The floor's κ comes from each sample anew. What the whole run itself does not know (another corpus of the same
kind) is in the intervals too, so they should hold its figure somewhat more often than 95 %.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np

from factscan.figures import Report, Row, Settings, compute
from factscan.run import Run
from factscan.sampling import Sampling
from factscan.stats import Interval
from factscan.store.statements import statement

# One row: a prompt that is kept under a seed.
KEPT = """
create or replace temp table kept as
select prompt_id from whole.prompts where hash(prompt_id, $seed) < 18446744073709551616 / $one_in
"""
COPIED = ("documents", "shards", "rejects", "skipped")
SAMPLED = {
    "prompts": "from whole.prompts semi join kept using (prompt_id)",
    "facts": "from whole.facts semi join kept using (prompt_id)",
    "occurrences": "select o.* from whole.occurrences as o semi join facts using (fact_id)",
    "prompt_documents": "from whole.prompt_documents semi join kept using (prompt_id)",
    "sentences": "from whole.sentences semi join occurrences using (sentence_hash)",
}
COUNTED = """
insert into document_mentions
select doc_no, subject_kind, sum(mentions)
from whole.prompt_documents join whole.prompts using (prompt_id)
group by all
"""


def samples(run: Path, one_in: int, seeds: int) -> Iterator[Report]:
    """The reports of so many samples of a run."""
    sampling = Sampling("prompts", one_in)
    with duckdb.connect() as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute("set threads = 1")
        connection.execute(statement("schema"))
        connection.execute(statement("build/sampled/schema"))
        connection.execute(f"attach '{run / 'factscan.duckdb'}' as whole (read_only)")
        for table in COPIED:
            connection.execute(f"insert into {table} from whole.{table}")
        connection.execute(COUNTED)
        for seed in range(seeds):
            connection.execute(KEPT, {"seed": seed, "one_in": one_in})
            for table, query in SAMPLED.items():
                connection.execute(f"delete from {table}")
                connection.execute(f"insert into {table} {query}")
            yield compute(connection, Settings(), sampling)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="a finished run that keeps every prompt")
    parser.add_argument("--one-in", type=int, default=64)
    parser.add_argument("--seeds", type=int, default=200)
    arguments = parser.parse_args()
    whole = _rows(Run(arguments.run).report())
    found = [_rows(report) for report in samples(arguments.run, arguments.one_in, arguments.seeds)]
    print(f"{arguments.run}: {arguments.seeds} samples of 1/{arguments.one_in} of the prompts")
    print(f"{'':18}{'words':>12}{'N':>9}  {'':12}{'whole':>7}{'mean':>7}{'sd':>7}{'± mean':>8}{'covers':>8}")
    totals: dict[str, list[bool]] = {"missing_mass": [], "floor": []}
    for name, row in whole.items():
        for figure, covered in totals.items():
            covers = _show(row, figure, [getattr(rows[name], figure) for rows in found])
            if name != "overall":
                covered += covers
    for figure, covered in totals.items():
        print(f"{figure}: all domains and seeds {np.mean(covered):.3f} of {len(covered):,} intervals hold it")


def _rows(report: Report) -> dict[str, Row]:
    return {row.name: row for row in (report.overall, *report.domains)}


def _show(row: Row, figure: str, samples: list[Interval]) -> list[bool]:
    truth = getattr(row, figure).estimate
    values = np.array([[one.estimate, one.low, one.high] for one in samples])
    covers = (values[:, 1] <= truth) & (truth <= values[:, 2])
    print(
        f"{row.name:18}{row.words:12,}{row.mentions:9,}  {figure:12}{truth:7.3f}{values[:, 0].mean():7.3f}"
        f"{values[:, 0].std():7.3f}{(values[:, 2] - values[:, 1]).mean() / 2:8.3f}{covers.mean():8.3f}"
    )
    return [bool(one) for one in covers]


if __name__ == "__main__":
    main()
