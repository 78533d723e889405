"""Floret vectors: word and subword vectors hashed into one small table, trained on unlabelled text."""

from pathlib import Path

ROWS = 50_000
WIDTH = 64


def train_floret(text: Path, target: Path, *, epochs: int, threads: int) -> None:
    """Train skip-gram vectors on lines of lower-cased tokens; writes ``target`` in floret's text format."""
    import floret

    model = floret.train_unsupervised(
        str(text),
        model="skipgram",
        mode="floret",
        hashCount=2,
        bucket=ROWS,
        dim=WIDTH,
        minn=3,
        maxn=5,
        minCount=10,
        neg=5,
        ws=5,
        epoch=epochs,
        thread=threads,
    )
    model.save_floret_vectors(str(target))


def as_spacy(floret_table: Path, target: Path) -> None:
    """Make a blank English pipeline with these vectors, looked up by NORM as they were trained."""
    import spacy
    from spacy.training.initialize import convert_vectors
    from spacy.vectors import Mode

    nlp = spacy.blank("en")
    convert_vectors(nlp, floret_table, truncate=0, prune=-1, mode=Mode.floret, attr="NORM")
    nlp.to_disk(target)
