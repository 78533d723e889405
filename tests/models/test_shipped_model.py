"""The pipelines that travel in the package."""

import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language

import factscan
from factscan.extract.models import SHIPPED, SHIPPED_NAMES, load

MODELS = Path(factscan.__file__).parent / "models"


@pytest.fixture(scope="module", params=SHIPPED_NAMES)
def nlp(request: pytest.FixtureRequest) -> Language:
    return load(request.param)


def test_the_accurate_one_is_the_default() -> None:
    assert load(None).meta["name"] == "en_factscan"


def test_it_is_the_network_and_its_lemmas(nlp: Language) -> None:
    assert nlp.pipe_names == ["parser", "lemmatizer"]
    assert {"nsubj:pass", "acl:relcl", "obl:agent"} <= set(nlp.get_pipe("parser").labels)


def test_spacy_finds_its_components_in_an_installed_factscan() -> None:
    code = f"import spacy; print(spacy.load({str(SHIPPED)!r})('Oslo grew.')[1].lemma_)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "grow"


def test_they_stay_under_forty_megabytes() -> None:
    assert sum(file.stat().st_size for file in MODELS.rglob("*") if file.is_file()) < 40_000_000


def test_it_carries_its_licence_and_its_scores(nlp: Language) -> None:
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    least = {"en_factscan": 0.87, "en_factscan_fast": 0.83}[nlp.meta["name"]]
    assert nlp.meta["performance"]["en_ewt test, sentences"]["las"] >= least


def test_a_plain_sentence_is_understood(nlp: Language) -> None:
    doc = nlp("Marie Curie was born in Warsaw.")
    born = doc[3]
    assert (born.lemma_, born.pos_, born.tag_, born.dep_) == ("bear", "VERB", "VBN", "ROOT")
    assert doc[1].head in (doc[0], born)
    assert {"nsubj:pass", "aux:pass", "obl"} <= {child.dep_ for child in born.children}
    assert [(name.text, name.label_) for name in doc.ents] == [("Marie Curie", "PER"), ("Warsaw", "LOC")]


def test_a_document_marked_as_one_sentence_gets_one_tree(nlp: Language) -> None:
    doc = nlp.make_doc("He wrote novels. She painted. Berlin, 1920")
    for token in doc[1:]:
        token.is_sent_start = False
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert sum(token.dep_ == "ROOT" for token in doc) == 1
