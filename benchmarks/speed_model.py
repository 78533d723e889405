"""Words a second of a spaCy pipeline on one core, beside its tokenizer alone.

    python benchmarks/speed_model.py --text FILE... [--words 50000] [--model PATH]

Sentences are split beforehand, outside the clock, and each is a document, as in factscan. Words are what blanks
divide. Every figure is the best of the repetitions; the components are timed one after the other on the same batch.
"""

import argparse
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--text", type=Path, nargs="+", required=True, help="JSONL or Parquet shards")
    parser.add_argument("--words", type=int, default=50_000, help="[50000]")
    parser.add_argument("--repeat", type=int, default=3, help="[3]")
    parser.add_argument(
        "--model", default=str(ROOT / "factscan/models/en_factscan"), help="[the shipped model]"
    )
    parser.add_argument("--batch", type=int, default=2_000, help="sentences at once [2000, as in a scan]")
    options = parser.parse_args()

    # before numpy is loaded: more threads would make it another measurement
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
    import spacy

    from factscan.extract.models import load

    nlp = load(options.model)
    sentences = read_sentences(options.text, options.words)
    words = sum(len(sentence.split()) for sentence in sentences)
    runs = [timed(nlp, sentences, options.batch) for _ in range(options.repeat)]
    best = min(runs, key=lambda run: sum(run.values()))
    total = sum(best.values())
    print(
        f"spaCy {spacy.__version__}, {words:,} words in {len(sentences):,} sentences, best of {options.repeat}\n"
    )
    print("| step | seconds | µs a word | words/s |")
    print("| --- | ---: | ---: | ---: |")
    for name, seconds in [*best.items(), ("all", total)]:
        print(f"| {name} | {seconds:.2f} | {1e6 * seconds / words:.1f} | {words / seconds:,.0f} |")


def read_sentences(sources: list[Path], words: int) -> list[str]:
    """Sentences of the sources, some ``words`` in all."""
    sys.path.append(str(ROOT / "training"))
    import spacy
    from text import texts

    splitter = spacy.blank("en")
    splitter.add_pipe("sentencizer")
    sentences: list[str] = []
    count = 0
    for source in sources:
        for text in texts(source):
            for paragraph in filter(str.strip, text.split("\n")):
                sentences += [sentence.text for sentence in splitter(paragraph).sents]
            count += len(text.split())
            if count >= words:
                return sentences
    return sentences


def timed(nlp: "Language", sentences: list[str], batch: int) -> dict[str, float]:
    """Seconds of each step over all sentences, in batches."""
    seconds: dict[str, float] = defaultdict(float)
    for start in range(0, len(sentences), batch):
        clock = time.process_time()
        docs = [nlp.make_doc(sentence) for sentence in sentences[start : start + batch]]
        seconds["tokenizer"] += time.process_time() - clock
        for doc in docs:
            for token in doc[1:]:
                token.is_sent_start = False
        for name, pipe in nlp.pipeline:
            clock = time.process_time()
            docs = (
                list(pipe.pipe(docs, batch_size=batch))
                if hasattr(pipe, "pipe")
                else [pipe(doc) for doc in docs]
            )
            seconds[name] += time.process_time() - clock
    return seconds


if __name__ == "__main__":
    main()
