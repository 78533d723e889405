"""Five wordings of one fact: how many are stored under one prompt, with the right object.

    python benchmarks/extraction/paraphrases.py [--model NAME_OR_PATH] [--show]

The score of a group is the size of its largest set of wordings under one prompt that also holds the right object, over
five; of a file, the mean over its groups. ``groups.txt`` was looked at while the rules were written, ``held.txt`` not.
``--show`` prints, for the groups of groups.txt below 1, what each wording gave.
"""

import argparse
import sys
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "extract"))

from paraphrase_groups import FOLDER, Outcome, outcomes, read_groups

from factscan import Extractor


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--model")
    options.add_argument("--show", action="store_true")
    given = options.parse_args()
    extractor = Extractor(given.model)
    for name in ("groups", "held"):
        found = outcomes(read_groups(FOLDER / f"{name}.txt"), extractor)
        whole = sum(outcome.score == 1 for outcome in found)
        print(
            f"{name:8} {mean(o.score for o in found):.3f} of wordings meet, {whole} of {len(found)} groups whole"
        )
        if given.show and name == "groups":
            for outcome in found:
                _show(outcome)


def _show(outcome: Outcome) -> None:
    if outcome.score == 1:
        return
    print(f"\n{outcome.group.name}: {' ~ '.join(outcome.group.ends)}: {outcome.met}")
    for (title, text), mentions in zip(outcome.group.wordings, outcome.mentions, strict=True):
        facts = "; ".join(
            f"{m.subject} | {m.relation} | {m.object}" + ("" if m.asserted else f" {m.flags}")
            for m in mentions
        )
        print(f"  {f'[{title}] ' if title else ''}{text}\n      {facts or '–'}")


if __name__ == "__main__":
    main()
