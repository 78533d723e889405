"""The spaCy pipelines that parse for the extractor: the shipped one, or any other that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factscan.errors import ModelError
from factscan.extract.syntax.schemes import is_clear

if TYPE_CHECKING:
    from spacy.language import Language

_MODELS = Path(__file__).parent.parent / "models"
SHIPPED = _MODELS / "en_factscan"
SHIPPED_NAMES = ("en_factscan", "en_factscan_fast")
_TOKENIZED = 200_000
_ARCS, _TAGS = "token.dep", ("token.tag", "token.pos")


def load(model: str | Path | Language | None) -> Language:
    """The pipeline: the shipped one for None, else one of ``SHIPPED_NAMES``, a folder, or an installed package.

    One that is loaded already is taken as it is. Raises ModelError where it cannot be loaded, or tags no parts of
    speech, or has no dependency parser.
    """
    import spacy
    from spacy.language import Language

    import factscan.parser  # noqa: F401 - registers the components of the shipped one

    if isinstance(model, Language):
        return _checked(model, model.meta["name"])
    source = SHIPPED if model is None else _MODELS / model if model in SHIPPED_NAMES else model
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"cannot load the spaCy pipeline {str(source)!r}: {str(error).splitlines()[0]} "
            "(give the name of an installed pipeline or a folder that holds one; without --model the shipped one "
            "is used)"
        ) from error
    # spaCy's 10,000 are full after as many words of a corpus, and every other word is taken apart again and again
    if hasattr(nlp.tokenizer, "max_cache_size"):
        nlp.tokenizer.max_cache_size = _TOKENIZED
    return _checked(nlp, source)


def _checked(nlp: Language, source: object) -> Language:
    """The pipeline, if it has what the rules need."""
    if not _assigning(nlp, _ARCS):
        raise ModelError(
            f"the spaCy pipeline {str(source)!r} has no dependency parser "
            f"(it has: {', '.join(nlp.pipe_names) or 'nothing'}); choose one that has, or leave --model out"
        )
    if not _assigning(nlp, *_TAGS):
        raise ModelError(
            f"the spaCy pipeline {str(source)!r} has no tagger (it has: {', '.join(nlp.pipe_names)}); "
            "choose one that has, or leave --model out"
        )
    return nlp


def follows_clear(nlp: Language) -> bool:
    """Whether the parser's labels are those of CLEAR (spaCy's own English pipelines)."""
    return any(is_clear(nlp.get_pipe(name).labels) for name in _assigning(nlp, _ARCS))  # type: ignore[attr-defined]


def gains_from_long_batches(nlp: Language) -> bool:
    """Whether the parser works on sentences of one length: it needs many to find enough of each."""
    return any(nlp.get_pipe_meta(name).factory == "factscan_parser" for name in nlp.pipe_names)


def _assigning(nlp: Language, *attributes: str) -> list[str]:
    """The components that are declared to set one of the attributes."""
    return [name for name in nlp.pipe_names if {*attributes}.intersection(nlp.get_pipe_meta(name).assigns)]
