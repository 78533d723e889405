"""Run the extractor on labelled passages and write its asserted facts, one a line, for the scorer.

    python benchmarks/evaluate_facts.py PASSAGES.jsonl --out FACTS.jsonl [--model NAME] [--scorer score_facts.py]

PASSAGES: ``{"id", "title", "text"}`` a line (a gold file will do: its labels are not read). Each line written has
``id``, ``subject``, ``subject_kind``, ``relation``, ``object``, ``object_type``, ``char_start``, ``char_end``.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from factscan.extract import Extractor


def main() -> None:
    """Parse the options, extract, write, and call the scorer if there is one."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("passages", type=Path)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--model", help="an installed spaCy pipeline (default: the shipped one)")
    options.add_argument("--all", action="store_true", help="also what is not asserted, with its flags")
    options.add_argument("--scorer", type=Path, help="a script that takes --gold and --pred")
    options.add_argument("--gold", type=Path, help="the labelled passages (default: PASSAGES)")
    options.add_argument(
        "--show", type=int, default=0, help="handed to the scorer: how many wrong and missed facts to print"
    )
    options.add_argument("--by-domain", action="store_true", help="handed to the scorer")
    given = options.parse_args()

    passages = [json.loads(line) for line in given.passages.read_text(encoding="utf-8").splitlines()]
    extractor = Extractor(given.model)
    began = time.perf_counter()
    with given.out.open("w", encoding="utf-8") as out:
        for passage, mentions in zip(
            passages, extractor.extract((p["title"], p["text"]) for p in passages), strict=True
        ):
            for m in mentions:
                if m.asserted or given.all:
                    row = {name: getattr(m, name) for name in m.__slots__}
                    out.write(json.dumps({"id": passage["id"], **row}, ensure_ascii=False) + "\n")
    words = sum(len(p["text"].split()) for p in passages)
    seconds = time.perf_counter() - began
    print(f"{extractor.identity}: {words} words, {words / seconds:,.0f} words/s", file=sys.stderr)
    if given.scorer:
        gold = given.gold or given.passages
        command = [
            sys.executable,
            str(given.scorer),
            "--gold",
            str(gold),
            "--pred",
            str(given.out),
            "--show",
            str(given.show),
        ]
        command += ["--by-domain"] if given.by_domain else []
        sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
