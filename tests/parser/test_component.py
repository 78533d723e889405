"""The component in a pipeline: the same for a sentence in any company, and whatever it is given."""

import pickle
import random
from multiprocessing import get_context

import numpy as np
import pytest
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from factscan.extract.models import SHIPPED, load

WORDS = (
    "the a old Berlin museum river Ada Lovelace wrote opened crosses was built by and of in 1998 , which "
    "quickly who company Norway's -- ( ) \" \n 3.5 engine naïve 北京 😀 it its films directed"
).split(" ")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load(SHIPPED)


def sentence(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def annotations(doc: Doc) -> tuple[list[list[int]], list[float]]:
    attributes = [HEAD, DEP, TAG, POS, MORPH, LEMMA, ENT_IOB, ENT_TYPE, SENT_START]
    return doc.to_array(attributes).tolist(), doc.user_data["factscan_certainty"].tolist()


def random_texts(count: int, longest: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choices(WORDS, k=rng.randint(1, longest))) for _ in range(count)]


def test_a_sentence_gets_the_same_in_any_company(nlp: Language) -> None:
    texts = random_texts(150, 12, seed=1) + random_texts(20, 70, seed=2)
    alone = [annotations(nlp(sentence(nlp, text))) for text in texts]
    rng = random.Random(3)
    for size in (7, 64, len(texts)):
        order = rng.sample(range(len(texts)), len(texts))
        docs = nlp.pipe([sentence(nlp, texts[i]) for i in order], batch_size=size)
        for i, doc in zip(order, docs, strict=True):
            assert annotations(doc) == alone[i]


def test_a_text_of_several_sentences_gets_the_same_in_any_company(nlp: Language) -> None:
    texts = random_texts(40, 150, seed=4)
    alone = [annotations(nlp(text)) for text in texts]
    assert [annotations(doc) for doc in nlp.pipe(reversed(texts), batch_size=9)] == alone[::-1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n \n",
        "x",
        "  Oslo  is \n nice .  ",
        "\x00\u200b\ufffd",
        "a " * 700,
        "word" * 5_000,
        "名" * 300,
    ],
)
def test_any_text_is_parsed_into_trees(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert len(doc.user_data["factscan_certainty"]) == len(doc)
    for span in doc.sents:
        assert sum(token.head == token for token in span) == 1
        assert all(token.sent == span for token in span)


def test_given_sentence_starts_are_kept(nlp: Language) -> None:
    doc = nlp.make_doc("He wrote novels. She painted. Berlin, 1920")
    for token in doc:
        token.is_sent_start = token.text in ("He", "painted")
    assert [span.text for span in nlp(doc).sents] == ["He wrote novels. She", "painted. Berlin, 1920"]


def test_missing_sentence_starts_are_found(nlp: Language) -> None:
    doc = nlp("The river crosses the town. It was bridged in 1920.  The bridge is made of steel.")
    assert [span[0].text for span in doc.sents] == ["The", "It", "The"]


def test_a_very_long_sentence_is_one_tree(nlp: Language) -> None:
    doc = nlp(sentence(nlp, "the museum opened in Berlin and " * 200))
    assert sum(token.dep_ == "ROOT" for token in doc) == 1
    assert len(list(doc.sents)) == 1


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = nlp(sentence(nlp, "  Ada   wrote \n letters."))
    spaces = [token for token in doc if token.is_space]
    assert [(token.head.text, token.tag_, token.pos_) for token in spaces] == [
        ("Ada", "_SP", "SPACE"),
        ("Ada", "_SP", "SPACE"),
        ("wrote", "_SP", "SPACE"),
    ]


def test_certainty_is_a_probability_of_every_token(nlp: Language) -> None:
    certainty = nlp("Ada Lovelace wrote the first program.").user_data["factscan_certainty"]
    assert certainty.dtype == np.float32
    assert ((certainty > 0) & (certainty <= 1)).all()


def test_it_goes_through_bytes_and_folders(nlp: Language, tmp_path) -> None:
    text = "Ada Lovelace wrote the first program in London."
    wanted = annotations(nlp(text))
    nlp.to_disk(tmp_path / "model")
    assert annotations(spacy.load(tmp_path / "model")(text)) == wanted
    assert annotations(pickle.loads(pickle.dumps(nlp))(text)) == wanted


def parse_in_worker(text: str) -> tuple[list[list[int]], list[float]]:
    return annotations(load(SHIPPED)(text))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_worker_processes_get_the_same(nlp: Language, method: str) -> None:
    text = "The river crosses the town."
    wanted = annotations(nlp(text))
    with get_context(method).Pool(1) as pool:
        assert pool.apply(parse_in_worker, (text,)) == wanted


def test_lemmas_that_one_memory_zone_has_seen_are_found_in_the_next() -> None:
    zoned = load(SHIPPED)
    texts = ["The Tigers outscored them.", "The headwaters lie there.", "It holds 200,000 people."]
    expected = [[token.lemma_ for token in doc] for doc in load(SHIPPED).pipe(texts)]
    for _ in range(2):
        with zoned.memory_zone():
            assert [[token.lemma_ for token in doc] for doc in zoned.pipe(texts)] == expected
