"""Put the network, its lemma tables and its description together, and move them into place at once."""

import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import spacy
from evaluation import Scores
from spacy.language import Language
from spacy.lookups import Lookups

import factscan.parser  # noqa: F401 - registers the components


def pipeline(network: Path, lookups: Lookups) -> Language:
    """The network in the folder ``network`` as a spaCy pipeline, with lemmas by rule after it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("factscan_parser", name="parser").from_disk(network)  # type: ignore[attr-defined]
    lemmatizer = nlp.add_pipe("factscan_lemmatizer", name="lemmatizer")
    lemmatizer.initialize(lookups=lookups)  # type: ignore[attr-defined]
    return nlp


def install(nlp: Language, meta: dict[str, Any], target: Path) -> None:
    """Write the pipeline beside ``target`` and rename it, so that nobody ever loads half a model."""
    nlp.meta.update(meta)
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


def description(name: str, scores: Iterable[tuple[str, Scores]]) -> dict[str, Any]:
    """What ``meta.json`` says of the model, with its scores on the held-out parts, rounded to four places."""
    return {
        "lang": "en",
        "name": name,
        "version": "0.2.0",
        "description": "English tags, lemmas, dependencies (Universal Dependencies) and names for factscan",
        "license": "CC BY-SA 4.0",
        "performance": {
            part: {key: round(value, 4) for key, value in asdict(score).items() if value is not None}
            for part, score in scores
        },
        "sources": [
            {"name": "UD_English-EWT 2.16", "license": "CC BY-SA 4.0"},
            {"name": "UNER_English-EWT", "license": "CC BY-SA 4.0"},
            {"name": "UD_English-GUM, genres without a non-commercial clause", "license": "CC BY 4.0"},
            {"name": "WikiGold", "license": "CC BY 4.0"},
        ],
    }
