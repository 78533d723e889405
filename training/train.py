"""Train the shipped model.

    python training/train.py --treebanks DIR --text FILE... --out factscan/models/en_factscan
    python training/train.py --treebanks DIR --text FILE... --out factscan/models/en_factscan_fast \\
        --teacher factscan/models/en_factscan

Stages, each with its result under ``training/work``, kept and not made again: text → floret vectors and sentences;
treebanks → first network; then in each round treebanks and the sentences that the network before is sure of → next
network; 8-bit graphs, lemma tables, packaging. With ``--teacher`` a smaller network learns at once from the
treebanks and what the teacher, a finished pipeline, is sure of.
Needs the extra ``train`` (``pip install -e '.[train]'``).
"""

import argparse
import os
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

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
from spacy.language import Language  # noqa: E402
from spacy.lookups import Lookups  # noqa: E402
from text import write_lowercased, write_sentences  # noqa: E402
from treebanks import Sentence, documents, read_treebanks, read_wikigold  # noqa: E402
from vectors import train_floret  # noqa: E402

from factscan.parser.forms import FormEncoder, norm, read_vectors  # noqa: E402

LONGEST = 150  # tokens of a training sentence
TEXT_WORDS = 6_000_000
SILVER_WORDS = 2_500_000
SILVER_EPOCH = 300_000
FREQUENT = 20_000  # words of the text that join those of the treebanks after the first network
ROUND_RATE = 1.2e-3
FAST = {"hidden": 158, "layers": 2, "arc": 256}  # a third of the work of the network as it is


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


@dataclass(frozen=True)
class Workshop:
    """What all networks are made of, and where."""

    gold: Gold
    text: Path
    vectors: Path
    lookups: Lookups
    work: Path
    minutes: float

    def first(self, target: Path) -> None:
        """From the treebanks alone."""
        vocabulary = self.gold.vocabulary([])
        nothing = silver.Shares([], Converter(vocabulary), words=0)
        self._run(Parser(Sizes(**vocabulary.sizes())), vocabulary, nothing, target, Settings(self.minutes))

    def further(self, before: Path, target: Path, seed: int) -> None:
        """On from a network, with sentences that it labels itself, and more words."""
        teacher = target.with_suffix(".teacher")
        package.install(self.assemble(before), {"name": "en_factscan"}, teacher)
        vocabulary = self._all_words()
        parser, known = load(before)
        parser = add_words(parser, known["words"], vocabulary.words)
        settings = Settings(self.minutes, rate=ROUND_RATE, seed=seed)
        self._run(parser, vocabulary, self._labelled(teacher, vocabulary), target, settings, fresh=False)

    def fast(self, teacher: Path, target: Path) -> None:
        """A smaller one, from the treebanks and from sentences that the teacher labels."""
        vocabulary = self._all_words()
        parser = Parser(Sizes(**vocabulary.sizes(), **FAST))
        shares = self._labelled(teacher, vocabulary)
        self._run(parser, vocabulary, shares, target, Settings(self.minutes))

    def assemble(self, checkpoint: Path) -> Language:
        """A checkpoint as a spaCy pipeline with 8-bit weights."""
        parser, vocabulary = load(checkpoint)
        export(parser, vocabulary, self.vectors, self.work / "graphs")
        return package.pipeline(self.work / "graphs", self.lookups)

    def _all_words(self) -> Vocabulary:
        return self.gold.vocabulary(frequent_words(self.text, FREQUENT))

    def _labelled(self, teacher: Path, vocabulary: Vocabulary) -> silver.Shares:
        labelled = silver.label(teacher, self.text, words=SILVER_WORDS)
        return silver.Shares(labelled, Converter(vocabulary), words=SILVER_EPOCH)

    def _run(
        self,
        parser: Parser,
        vocabulary: Vocabulary,
        shares: silver.Shares,
        target: Path,
        settings: Settings,
        *,
        fresh: bool = True,
    ) -> None:
        """Train ``parser``, which is ``fresh`` or has learned before, and keep the best at ``target``."""
        material = self.gold.material(Converter(vocabulary), shares)
        forms = FormTable(FormEncoder(vocabulary.words, vocabulary.characters, read_vectors(self.vectors)))
        for examples in (
            material.whole,
            material.streams,
            material.develop,
            material.develop_streams,
            shares.examples,
        ):
            forms.add(examples)
        if fresh:
            parser.expect(counts(material.whole, vocabulary))
        print(learn(parser, material, forms, vocabulary, settings, target))


def main() -> None:
    options = _options()
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    vectors, text = prepare_text(options.text, work, epochs=options.vector_epochs, threads=options.threads)
    gold = Gold.read(options.treebanks)
    shop = Workshop(gold, text, vectors, lemmas.tables(gold.train), work, options.minutes)

    if options.teacher:
        network = work / f"{options.out.name}.pt"
        if not network.exists():
            shop.fast(options.teacher, network)
    else:
        network = work / "round-0.pt"
        if not network.exists():
            shop.first(network)
        for number in range(1, options.rounds + 1):
            before, network = network, work / f"round-{number}.pt"
            if not network.exists():
                shop.further(before, network, seed=number + 1)

    nlp = shop.assemble(network)
    rows = held_out_scores(nlp, options.treebanks, "test")
    print("\n".join(table(rows)))
    package.install(nlp, package.description(options.out.name, rows), options.out)


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
    parser.add_argument(
        "--rounds", type=int, default=3, help="runs with machine-labelled text after the first [3]"
    )
    parser.add_argument("--teacher", type=Path, help="make the fast model, with the help of this pipeline")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="folder of what is made on the way")
    parser.add_argument(
        "--vector-epochs", type=int, default=2, help="passes over the text for the vectors [2]"
    )
    parser.add_argument("--threads", type=int, default=1, help="threads for the vectors [1]")
    return parser.parse_args()


if __name__ == "__main__":
    main()
