"""Train the shipped model.

    python training/train.py --treebanks DIR --text FILE... --out factscan/models/en_factscan

Stages, each with its result under ``training/work``, kept and not made again:
treebanks → documents; text → floret vectors → pretrained encoder; training; lemma tables; packaging.
Needs the extra ``train`` (``pip install -e .[train]``).
"""

import argparse
import random
from pathlib import Path

import lemmas
import package
import spacy
from corpus import training_groups, write
from evaluation import held_out_scores, table
from spacy.cli.train import train
from spacy.training.pretrain import pretrain
from text import write_lowercased, write_paragraphs
from treebanks import Sentence, read_treebanks, read_wikigold
from vectors import as_spacy, train_floret

HERE = Path(__file__).parent
# At run time sentences are split before the parser, so most training documents are single sentences.
SINGLE_SENTENCES = 0.7


def main() -> None:
    options = _options()
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    treebanks = read_treebanks(options.treebanks, "train")
    convert(treebanks, read_treebanks(options.treebanks, "dev"), options.treebanks, work)
    make_vectors(options.text, work, epochs=options.vector_epochs, threads=options.threads)
    encoder = pretrain_encoder(options.text, work, words=options.pretrain_words)
    trained = train_pipeline(work, encoder, steps=options.steps, seed=options.seed)
    sentences = [sentence for part in treebanks for sentence in part]
    nlp = package.with_lemmas(trained, lemmas.tables(sentences))
    rows = held_out_scores(nlp, options.treebanks, "test")
    print("\n".join(table(rows)))
    package.install(nlp, package.description(rows), options.out)


def convert(treebanks: list[list[Sentence]], dev: list[list[Sentence]], folder: Path, work: Path) -> None:
    """Write the training and development documents."""
    vocab = spacy.blank("en").vocab
    groups = [group for part in treebanks for group in training_groups(part, SINGLE_SENTENCES, seed=1)]
    groups += [[sentence] for sentence in read_wikigold(folder / "wikigold.conll.txt.gz")]
    random.Random(1).shuffle(groups)
    words = write(work / "corpus/train.spacy", vocab, groups)
    write(work / "corpus/dev.spacy", vocab, [[sentence] for part in dev for sentence in part])
    print(f"{words:,} words in {len(groups):,} training documents")


def make_vectors(sources: list[Path], work: Path, *, epochs: int, threads: int) -> None:
    """Train the floret vectors, unless they are there."""
    if (work / "vectors").exists():
        return
    text, table = work / "text.txt", work / "vectors.floret"
    if not text.exists():
        print(f"{write_lowercased(sources, text):,} words of text for the vectors")
    train_floret(text, table, epochs=epochs, threads=threads)
    as_spacy(table, work / "vectors")


def pretrain_encoder(sources: list[Path], work: Path, *, words: int) -> Path | None:
    """Pretrain the shared encoder to foretell the characters of the words around, unless it is there."""
    if not words:
        return None
    folder = work / "pretrained"
    weights = folder / "model0.bin"
    if not weights.exists():
        folder.mkdir(exist_ok=True)
        text = work / "pretrain.jsonl"
        if not text.exists():
            print(f"{write_paragraphs(sources, text, words=words):,} words of text to pretrain on")
        overrides = {"paths.raw_text": str(text), "paths.vectors": str(work / "vectors"), "training.seed": 1}
        config = spacy.util.load_config(HERE / "config.cfg", overrides=overrides, interpolate=False)
        filled = spacy.util.load_model_from_config(config, auto_fill=True).config.interpolate()
        pretrain(filled, folder, silent=False, skip_last=True)
    return weights


def train_pipeline(work: Path, encoder: Path | None, *, steps: int, seed: int) -> Path:
    """Train the heads and the encoder together; returns the folder of the last step, whose weights are averages."""
    overrides = {
        "paths.train": str(work / "corpus/train.spacy"),
        "paths.dev": str(work / "corpus/dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        "paths.init_tok2vec": str(encoder) if encoder else None,
        "training.max_steps": steps,
        "system.seed": seed,
    }
    train(HERE / "config.cfg", work / "trained", overrides=overrides)
    return work / "trained/model-last"


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
    parser.add_argument("--work", type=Path, default=HERE / "work", help="folder of what is made on the way")
    parser.add_argument("--steps", type=int, default=5000, help="training steps [5000]")
    parser.add_argument("--seed", type=int, default=1, help="seed of the training [1]")
    parser.add_argument(
        "--vector-epochs", type=int, default=2, help="passes over the text for the vectors [2]"
    )
    parser.add_argument("--pretrain-words", type=int, default=4_000_000, help="0: no pretraining [4000000]")
    parser.add_argument("--threads", type=int, default=1, help="threads for the vectors [1]")
    return parser.parse_args()


if __name__ == "__main__":
    main()
