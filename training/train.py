"""Train the shipped model.

    python training/train.py --treebanks DIR --text FILE... --out factscan/models/en_factscan

Stages, each with its result under ``training/work``, kept and not made again: text → floret vectors and sentences;
treebanks → first network; that network's labels of the sentences it is sure of; treebanks and these → second
network; 8-bit graphs, lemma tables, packaging.
Needs the extra ``train`` (``pip install -e '.[train]'``).
"""

import argparse
import os
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

import lemmas  # noqa: E402
import package  # noqa: E402
import silver  # noqa: E402
from evaluation import held_out_scores, table  # noqa: E402
from examples import Converter, FormTable, Vocabulary, counts  # noqa: E402
from export import export  # noqa: E402
from learn import Material, Settings, learn  # noqa: E402
from network import Parser, Sizes, add_words, load  # noqa: E402
from text import write_lowercased, write_sentences  # noqa: E402
from treebanks import Sentence, documents, read_treebanks, read_wikigold  # noqa: E402
from vectors import train_floret  # noqa: E402

from factscan.parser.forms import FormEncoder, norm, read_vectors  # noqa: E402

LONGEST = 150  # tokens of a training sentence
TEXT_WORDS = 6_000_000
SILVER_WORDS = 700_000
SILVER_EPOCH = 150_000
FREQUENT = 20_000  # words of the text that join those of the treebanks in the second network
LESS_DROPOUT = 0.25  # of the second run


@dataclass(frozen=True)
class Gold:
    """The treebanks' training and development parts."""

    train: list[Sentence]
    names_only: list[Sentence]
    develop: list[Sentence]

    @classmethod
    def read(cls, folder: Path) -> "Gold":
        """Both treebanks, and WikiGold for the names."""
        train, develop = (read_treebanks(folder, part) for part in ("train", "dev"))
        names_only = read_wikigold(folder / "wikigold.conll.txt.gz")
        return cls([*chain(*train)], names_only, [*chain(*develop)])

    def vocabulary(self, more_words: list[str]) -> Vocabulary:
        """All that the training part holds, and more words."""
        return Vocabulary.of([*self.train, *self.names_only], more_words)

    def material(self, converter: Converter, more: silver.Shares) -> Material:
        """What a run learns from; ``more`` gives each epoch's labelled text."""
        examples = [converter.sentence(sentence) for sentence in [*self.train, *self.names_only]]
        return Material(
            whole=[example for example in examples if len(example.forms) <= LONGEST],
            streams=[converter.running(document) for document in documents(self.train)],
            silver=more,
            develop=[converter.sentence(sentence) for sentence in self.develop],
            develop_streams=[converter.running(document) for document in documents(self.develop)],
        )


def main() -> None:
    options = _options()
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    vectors, text = prepare_text(options.text, work, epochs=options.vector_epochs, threads=options.threads)
    gold = Gold.read(options.treebanks)
    lookups = lemmas.tables(gold.train)

    first = work / "first.pt"
    if not first.exists():
        vocabulary = gold.vocabulary([])
        parser = Parser(Sizes(**vocabulary.sizes()))
        nothing = silver.Shares([], Converter(vocabulary), words=0)
        run(parser, vocabulary, gold, nothing, vectors, Settings(options.minutes), first, fresh=True)
    teacher = work / "teacher"
    if not teacher.exists():
        package.install(assemble(first, vectors, work / "graphs", lookups), {"name": "en_factscan"}, teacher)

    last = work / "last.pt"
    if not last.exists():
        vocabulary = gold.vocabulary(frequent_words(text, FREQUENT))
        labelled = silver.label(teacher, text, words=SILVER_WORDS)
        shares = silver.Shares(labelled, Converter(vocabulary), words=SILVER_EPOCH)
        parser, known = load(first)
        parser = add_words(parser, known["words"], vocabulary.words, dropout=LESS_DROPOUT)
        settings = Settings(options.minutes, rate=1.5e-3)
        run(parser, vocabulary, gold, shares, vectors, settings, last, fresh=False)
    finish(last, vectors, lookups, options)


def prepare_text(sources: list[Path], work: Path, *, epochs: int, threads: int) -> tuple[Path, Path]:
    """The floret vectors and a text of one sentence a line, unless they are there."""
    vectors, text = work / "floret.npz", work / "sentences.txt"
    if not vectors.exists():
        lower = work / "text.txt"
        print(f"{write_lowercased(sources, lower):,} words of text for the vectors")
        train_floret(lower, vectors, epochs=epochs, threads=threads)
    if not text.exists():
        print(f"{write_sentences(sources, text, words=TEXT_WORDS):,} words of text to label")
    return vectors, text


def frequent_words(text: Path, most: int) -> list[str]:
    """The most frequent norms of a text of one sentence a line."""
    with text.open(encoding="utf-8") as lines:
        found = Counter(norm(form) for line in lines for form in line.split())
    return [word for word, _ in found.most_common(most)]


def run(
    parser: Parser,
    vocabulary: Vocabulary,
    gold: Gold,
    more: silver.Shares,
    vectors: Path,
    settings: Settings,
    target: Path,
    *,
    fresh: bool,
) -> None:
    """Train ``parser``, which is ``fresh`` or has learned before, and keep the best at ``target``."""
    material = gold.material(Converter(vocabulary), more)
    forms = FormTable(FormEncoder(vocabulary.words, vocabulary.characters, read_vectors(vectors)))
    for examples in (
        material.whole,
        material.streams,
        material.develop,
        material.develop_streams,
        more.examples,
    ):
        forms.add(examples)
    if fresh:
        parser.expect(counts(material.whole, vocabulary))
    print(learn(parser, material, forms, vocabulary, settings, target))


def assemble(checkpoint: Path, vectors: Path, folder: Path, lookups: Any) -> Any:
    """A checkpoint as a spaCy pipeline with 8-bit weights."""
    parser, vocabulary = load(checkpoint)
    export(parser, vocabulary, vectors, folder)
    return package.pipeline(folder, lookups)


def finish(checkpoint: Path, vectors: Path, lookups: Any, options: argparse.Namespace) -> None:
    """Export, score on the test parts, and install."""
    nlp = assemble(checkpoint, vectors, options.work / "graphs", lookups)
    rows = held_out_scores(nlp, options.treebanks, "test")
    print("\n".join(table(rows)))
    package.install(nlp, package.description(options.out.name, rows), options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--treebanks", type=Path, required=True, help="folder of the treebanks (README.md names them)"
    )
    parser.add_argument(
        "--text", type=Path, nargs="+", required=True, help="JSONL or Parquet shards with a text column"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the finished pipeline")
    parser.add_argument("--minutes", type=float, default=40, help="of every training run [40]")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="folder of what is made on the way")
    parser.add_argument(
        "--vector-epochs", type=int, default=2, help="passes over the text for the vectors [2]"
    )
    parser.add_argument("--threads", type=int, default=1, help="threads for the vectors [1]")
    return parser.parse_args()


if __name__ == "__main__":
    main()
