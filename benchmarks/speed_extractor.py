"""Words a second of the whole extractor on one core: text in, mentions out, with each of the shipped models.

    python benchmarks/speed_extractor.py SHARD... [--words 100000] [--models en_factscan,en_factscan_fast]

CPU time. The first pass meets every word and every name for the first time, the second finds them remembered; a long
scan is in between. The parse alone: the same sentences through the pipeline, in the second pass.
"""

import argparse
import os
import time
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"  # before numpy is loaded: more threads would make it another measurement

from factscan import Extractor  # noqa: E402
from factscan.corpus import Document, ReadOptions, find_shards, read_shard  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("shards", nargs="+", help="as factscan scan reads them")
    options.add_argument("--words", type=int, default=100_000, help="[100000]")
    options.add_argument("--models", default="en_factscan,en_factscan_fast", help="[the shipped ones]")
    given = options.parse_args()

    texts = read(given.shards, given.words)
    words = sum(len(text.split()) for _, text in texts)
    print(f"{words:,} words in {len(texts)} documents\n")
    print("| model | first pass, words/s | second pass, words/s | µs a word | the parse alone | mentions |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for model in given.models.split(","):
        extractor = Extractor(model)
        first, mentions, _ = timed(extractor, texts)
        second, _, parse = timed(extractor, texts)
        print(
            f"| {model} | {words / first:,.0f} | {words / second:,.0f} | {1e6 * second / words:.1f} | "
            f"{1e6 * parse / words:.1f} | {mentions:,} |"
        )


def read(sources: list[str], words: int) -> list[tuple[str, str]]:
    """Titles and texts of the first documents, some ``words`` in all."""
    count = 0

    def short(document: tuple[str, str]) -> bool:
        nonlocal count
        count += len(document[1].split())
        return count <= words

    return [*takewhile(short, documents(sources))]


def documents(sources: list[str]) -> Iterator[tuple[str, str]]:
    for shard in find_shards(sources, ReadOptions()).shards:
        for record in read_shard(shard, ReadOptions()):
            if isinstance(record, Document):
                yield record.title, record.text


def timed(extractor: Extractor, texts: list[tuple[str, str]]) -> tuple[float, int, float]:
    """CPU seconds of a pass, its mentions, and the seconds of it that the pipeline took."""
    parse = 0.0
    pipe = extractor._nlp.pipe

    def clocked(docs: list[Any], **how: Any) -> list[Any]:
        nonlocal parse
        begun = time.process_time()
        parsed = [*pipe(docs, **how)]
        parse += time.process_time() - begun
        return parsed

    extractor._nlp.pipe = clocked  # type: ignore[assignment]
    begun = time.process_time()
    mentions = sum(len(found) for found in extractor.extract(texts))
    seconds = time.process_time() - begun
    extractor._nlp.pipe = pipe  # type: ignore[method-assign]
    return seconds, mentions, parse


if __name__ == "__main__":
    main()
