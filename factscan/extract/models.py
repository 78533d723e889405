"""The spaCy pipelines that parse for the extractor: the shipped one, or any other that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factscan.errors import ModelError
from factscan.extract.syntax.schemes import is_clear

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent.parent / "models" / "en_factscan"


def load(model: str | Path | None) -> Language:
    """The pipeline: the shipped one for None, else a folder or the name of an installed package.

    Raises ModelError where it cannot be loaded, or tags no parts of speech, or has no dependency parser.
    """
    import spacy

    source = SHIPPED if model is None else model
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"cannot load the spaCy pipeline {str(source)!r}: {str(error).splitlines()[0]} "
            "(give the name of an installed pipeline or a folder that holds one; without --model the shipped one "
            "is used)"
        ) from error
    if "parser" not in nlp.pipe_names:
        raise ModelError(
            f"the spaCy pipeline {str(source)!r} has no dependency parser "
            f"(it has: {', '.join(nlp.pipe_names) or 'nothing'}); choose one that has, or leave --model out"
        )
    if not {"tagger", "morphologizer"}.intersection(nlp.pipe_names):
        raise ModelError(
            f"the spaCy pipeline {str(source)!r} has no tagger (it has: {', '.join(nlp.pipe_names)}); "
            "choose one that has, or leave --model out"
        )
    return nlp


def follows_clear(nlp: Language) -> bool:
    """Whether the parser's labels are those of CLEAR (spaCy's own English pipelines)."""
    return is_clear(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
