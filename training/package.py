"""Put the trained pipeline, its lemma tables and its description together, and move it into place at once."""

import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import spacy
from evaluation import Scores
from spacy.language import Language
from spacy.lookups import Lookups


def with_lemmas(model: Path, lookups: Lookups) -> Language:
    """The trained pipeline, with spaCy's own rule lemmatizer after the tags that it needs."""
    nlp = spacy.load(model)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="morphologizer")
    lemmatizer.initialize(lookups=lookups)  # type: ignore[attr-defined]
    return nlp


def install(nlp: Language, meta: dict[str, Any], target: Path) -> None:
    """Write the pipeline beside ``target`` and rename it, so that nobody ever loads half a model."""
    nlp.meta.update(meta)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # those of the machine that trained it
    fresh = target.with_name(target.name + ".new")
    old = target.with_name(target.name + ".old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(fresh)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def description(scores: Iterable[tuple[str, Scores]]) -> dict[str, Any]:
    """What ``meta.json`` says of the model, with its scores on the held-out parts, rounded to four places."""
    return {
        "lang": "en",
        "name": "en_factscan",
        "version": "0.1.0",
        "description": "English tags, lemmas, dependencies (Universal Dependencies) and names for factscan",
        "license": "CC BY-SA 4.0",
        "performance": {
            name: {key: round(value, 4) for key, value in asdict(score).items() if value is not None}
            for name, score in scores
        },
        "sources": [
            {"name": "UD_English-EWT 2.16", "license": "CC BY-SA 4.0"},
            {"name": "UNER_English-EWT", "license": "CC BY-SA 4.0"},
            {"name": "UD_English-GUM, genres without a non-commercial clause", "license": "CC BY 4.0"},
            {"name": "WikiGold", "license": "CC BY 4.0"},
        ],
    }
