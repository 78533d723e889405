"""Hold the report of a scan of the sample corpus against the truth that its generator wrote down.

    factscan scan sample_data --out RUN; python sample_data/check.py RUN

Prints a line a domain and ends with exit code 1 when a figure is off by more than the tolerance, the domains
are ranked otherwise than in truth, or documents, duplicates or rejects are miscounted.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import factscan
from factscan import Settings

TOLERANCE = 0.03
TRUTH = Path(__file__).parent / "truth.json"


def measured(run: str, truth: dict[str, Any]) -> dict[str, Any]:
    """The report of a run, under the settings that the truth is stated for."""
    wanted = truth["settings"]
    settings = Settings(wanted["unit"], wanted["scope"], wanted["dedup"], tuple(wanted["subjects"]))
    return factscan.open(run).report(settings).as_dict()


def differences(report: dict[str, Any], truth: dict[str, Any], tolerance: float = TOLERANCE) -> list[str]:
    """What is wrong with a report, in words; empty if nothing is."""
    found = []
    rows = {row["name"]: row for row in report["domains"]}
    truths = {row["name"]: row for row in truth["domains"]}
    if set(rows) != set(truths):
        return [f"domains: {sorted(rows)}, in truth {sorted(truths)}"]
    for name, true in truths.items():
        row = rows[name]
        for figure, value in (
            ("singleton_rate", row["singleton_rate"]),
            ("missing_mass", row["missing_mass"]["estimate"]),
        ):
            if value is None or abs(value - true[figure]) > tolerance:
                found.append(f"{name}: {figure} {value}, in truth {true[figure]:.3f} ± {tolerance}")
        found += [
            f"{name}: {row[figure]} {figure}, in truth {true[figure]}"
            for figure in ("documents", "duplicates")
            if row[figure] != true[figure]
        ]
    if _ranking({n: r["missing_mass"]["estimate"] for n, r in rows.items()}) != _ranking(
        {n: r["missing_mass"] for n, r in truths.items()}
    ):
        found.append("the domains are ranked otherwise than in truth")
    rejected = report["overall"]["rejected"]
    if rejected != sum(truth["rejects"].values()):
        found.append(f"{rejected} records rejected, in truth {sum(truth['rejects'].values())}")
    return found


def _ranking(shares: dict[str, float | None]) -> list[str]:
    return sorted(shares, key=lambda name: shares[name] or 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", help="run folder of a scan of sample_data")
    run = parser.parse_args().run
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))
    report = measured(run, truth)
    truths = {row["name"]: row for row in truth["domains"]}
    print(f"{'domain':14} {'M':>6} {'truth':>6}   {'sr':>6} {'truth':>6}   {'N':>6} {'truth':>6}")
    for row in report["domains"]:
        true = truths.get(row["name"])
        if true:
            print(
                f"{row['name']:14} {row['missing_mass']['estimate']:6.3f} {true['missing_mass']:6.3f}   "
                f"{row['singleton_rate']:6.3f} {true['singleton_rate']:6.3f}   "
                f"{row['mentions']:6d} {true['mentions']:6d}"
            )
    problems = differences(report, truth)
    for problem in problems:
        print(problem, file=sys.stderr)
    print("the report agrees with the truth" if not problems else f"{len(problems)} differences")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
