"""Score the extractor on the sets of a folder and print the figures beside the targets and what others have.

    python benchmarks/extraction/run.py --eval FOLDER [--scorers FOLDER] [--only carb,benchie] [--model NAME]

FOLDER holds any of these, known by the beginning of their names:

    facts*.jsonl        passages labelled with their facts            scored with score_facts.py
    factuality*.jsonl   predicates with ratings whether they happened  score_factuality.py   (open view)
    pairs*.jsonl        sentences with a pair of related entities      pair_recall.py        (open view)
    benchie*.txt        fact synsets of BenchIE                        score_openie.py       (minimal view)
    carb*.tsv           tuples of CaRB                                 score_openie.py       (open view)
    wire57*.json        tuples of WiRe57                               score_openie.py       (open view)
    wikibio*.jsonl.gz   biographies with years of birth and death      lives.py, here

The scorers are the scripts of these names in FOLDER, or in the folder that --scorers gives.
"""

import argparse
import tempfile
from pathlib import Path

from published import TARGETS
from sets import Bench, Figures, measures


def main() -> None:
    """Parse the options, score, print one row a figure."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--eval", type=Path, required=True, metavar="FOLDER", help="the sets")
    options.add_argument(
        "--scorers", type=Path, metavar="FOLDER", help="the scorers (default: beside the sets)"
    )
    options.add_argument("--only", default="", metavar="A,B", help="only sets whose names begin so")
    options.add_argument("--model", help="an installed spaCy pipeline or a folder (default: the shipped one)")
    options.add_argument("--limit", type=int, metavar="N", help="read N biographies")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the predictions here")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = given.keep or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        bench = Bench((given.scorers or given.eval).resolve(), out, given.model, given.limit)
        only = {part for part in given.only.split(",") if part}
        print(f"{'measure':20} {'file':24} {'figure':22} {'ours':>6} {'target':>7}      others")
        for measure, file, figures in measures(given.eval, bench, only):
            for row in _rows(measure, file, figures):
                print(row, flush=True)


def _rows(measure: str, file: str, figures: Figures) -> list[str]:
    targets = {target.figure: target for target in TARGETS if target.measure == measure}
    rows = []
    for figure, ours in figures.items():
        target = targets.get(figure)
        wanted = f"{'≤' if target.at_most else '≥'} {target.value:.2f}" if target else ""
        mark = ("yes" if target.holds(ours) else "no") if target else ""
        others = target.others if target else ""
        rows.append(
            f"{measure:20} {file[:24]:24} {figure:22} {ours:6.3f} {wanted:>7} {mark:4} {others}".rstrip()
        )
    return rows


if __name__ == "__main__":
    main()
