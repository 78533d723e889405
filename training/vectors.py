"""Floret vectors: word and subword vectors hashed into one small table, trained on unlabelled text."""

from pathlib import Path

import numpy as np

from factscan.parser.forms import FLORET, write_vectors

ROWS = 50_000
WIDTH = 64


def train_floret(text: Path, target: Path, *, epochs: int, threads: int) -> None:
    """Train skip-gram vectors on lines of lower-cased tokens; writes ``target`` in 8 bits."""
    import floret

    model = floret.train_unsupervised(
        str(text),
        model="skipgram",
        mode="floret",
        hashCount=FLORET["hash_count"],
        bucket=ROWS,
        dim=WIDTH,
        minn=FLORET["minn"],
        maxn=FLORET["maxn"],
        minCount=10,
        neg=5,
        ws=5,
        epoch=epochs,
        thread=threads,
    )
    table = target.with_suffix(".txt")
    model.save_floret_vectors(str(table))
    # a line a row, its number before it
    write_vectors(target, np.loadtxt(table, dtype=np.float32, skiprows=1)[:, 1:])
