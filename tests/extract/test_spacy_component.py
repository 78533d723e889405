"""The extractor in a spaCy pipeline and over a dataset: the facts of a scan, wherever it is called from."""

import datasets
import pytest
import spacy
from datasets.fingerprint import Hasher
from spacy.tokens import DocBin

import factscan.extract.component  # noqa: F401 - as the entry point of an installed factscan does
from factscan.errors import UsageError
from factscan.extract import Extractor
from factscan.extract.models import load

TITLE = "Marie Curie"
TEXT = "Marie Curie was a Polish physicist. She was born in Warsaw. She did not move to Berlin."
FAST = "en_factscan_fast"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(FAST)


def facts(extractor: Extractor, title: str = "", text: str = TEXT) -> list[tuple[str, str, str]]:
    (mentions,) = extractor.extract([(title, text)])
    return [(one.subject, one.relation, one.object) for one in mentions if one.asserted]


@pytest.mark.parametrize("model", [FAST, "host"])
def test_a_component_finds_the_facts_of_a_scan(extractor: Extractor, model: str) -> None:
    nlp = spacy.blank("en") if model == FAST else load(FAST)
    nlp.add_pipe("factscan", config={"model": model})
    docs = list(nlp.pipe([TEXT, "", TEXT]))
    found = [[(one.subject, one.relation, one.object) for one in doc._.facts] for doc in docs]
    assert found == [facts(extractor), [], facts(extractor)]
    assert found[0]
    for one in docs[0]._.mentions:
        assert TEXT[one.sentence_start : one.sentence_end].endswith(".")
    assert {one.flags for one in docs[0]._.mentions} >= {(), ("negated",)}
    assert docs[0].has_annotation("DEP") == (model == "host")


def test_a_document_has_its_title_in_user_data_and_takes_its_facts_along(extractor: Extractor) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factscan", config={"model": FAST})
    doc = nlp.make_doc(TEXT)
    doc.user_data["title"] = TITLE
    doc = nlp(doc)
    assert [(one.subject, one.relation, one.object) for one in doc._.facts] == facts(extractor, TITLE)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert again._.facts == doc._.facts


def test_a_dataset_gets_a_column_of_facts(extractor: Extractor) -> None:
    rows = datasets.Dataset.from_dict({"text": ["", TEXT, TEXT], "title": [None, TITLE, ""]})
    expected = [[], facts(extractor, TITLE), facts(extractor)]

    def column(found: datasets.Dataset) -> list[list[tuple[str, str, str]]]:
        return [[(one["subject"], one["relation"], one["object"]) for one in row] for row in found["facts"]]

    features = extractor.features(rows.features)
    assert column(rows.map(extractor, batched=True, batch_size=1, features=features)) == expected
    assert column(rows.map(extractor, features=features)) == expected
    renamed = rows.rename_columns({"text": "body", "title": "name"})
    assert column(renamed.map(extractor, batched=True, input_columns=["body", "name"])) == expected
    with pytest.raises(UsageError, match="no column text or content"):
        renamed.map(extractor, batched=True)


def test_the_fingerprint_of_an_extractor_is_that_of_its_model_and_rules(extractor: Extractor) -> None:
    assert Hasher.hash(extractor) == Hasher.hash(Extractor(FAST)) != Hasher.hash(Extractor())
