"""How well factscan's rules, which run before the parser, split text into sentences.

    python benchmarks/evaluate_sentences.py TREEBANK.conllu.gz ...

Documents are put together from their sentences, with an empty line between paragraphs. A sentence is right if both
its ends are.
"""

import argparse
import gzip
from collections.abc import Iterator
from pathlib import Path

from factscan.extract.text.sentences import sentence_spans

Spans = set[tuple[int, int]]


def documents(path: Path) -> Iterator[tuple[str, Spans]]:
    """The text of each document, and where its sentences lie."""
    text, spans, space = "", Spans(), ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().strip().split("\n\n"):
            rows = block.split("\n")
            if any(row.startswith("# newdoc") for row in rows) and text:
                yield text, spans
                text, spans, space = "", Spans(), ""
            if text:
                text += "\n\n" if any(row.startswith("# newpar") for row in rows) else space
            sentence = next(row for row in rows if row.startswith("# text = ")).removeprefix("# text = ")
            spans.add((len(text), len(text) + len(sentence)))
            text += sentence
            space = "" if "SpaceAfter=No" in rows[-1] else " "
    yield text, spans


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("treebanks", nargs="+", type=Path, help="CoNLL-U, gzipped")
    print("| part | sentences | precision | recall | F |\n| --- | ---: | ---: | ---: | ---: |")
    for path in options.parse_args().treebanks:
        right = found = stated = 0
        for text, spans in documents(path):
            split = {*sentence_spans(text)}
            right, found, stated = right + len(split & spans), found + len(split), stated + len(spans)
        name = path.name.partition(".")[0]
        precision, recall = right / found, right / stated
        f = 2 * right / (found + stated)
        print(f"| {name} | {stated:,} | {precision:.3f} | {recall:.3f} | {f:.3f} |")


if __name__ == "__main__":
    main()
