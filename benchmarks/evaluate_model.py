"""Score a spaCy pipeline on the held-out parts of the treebanks.

    python benchmarks/evaluate_model.py --treebanks DIR [--part test] [--model PATH]

Gold tokens. A line a treebank with each sentence alone (as factscan runs the pipeline), then a line with whole
documents, whose sentences the parser splits by itself. LAS and UAS leave punctuation out, lemmas ignore case.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the treebanks")
    parser.add_argument("--part", choices=("dev", "test"), default="test", help="[test]")
    parser.add_argument(
        "--model", default=str(ROOT / "factscan/models/en_factscan"), help="[the shipped model]"
    )
    options = parser.parse_args()

    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.path.append(str(ROOT / "training"))
    from evaluation import held_out_scores, table

    from factscan.extract.models import load

    nlp = load(options.model)
    print("\n".join(table(held_out_scores(nlp, options.treebanks, options.part))))


if __name__ == "__main__":
    main()
