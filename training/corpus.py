"""From treebank sentences to spaCy documents, in the shapes that the pipeline meets."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab
from treebanks import Sentence

MAX_SENTENCES = 6


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """One document of these sentences. Without trees, all but the names is left missing."""
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [word.space for word in words]
    # what follows a sentence is a space, also where the treebank breaks the line
    position = 0
    for sentence in sentences:
        position += len(sentence.words)
        spaces[position - 1] = position < len(words)
    texts = [word.text for word in words]
    if not all(sentence.parsed for sentence in sentences):
        doc = Doc(vocab, words=texts, spaces=spaces)
    else:
        heads: list[int] = []
        for sentence in sentences:
            offset = len(heads)
            heads += [offset + word.head for word in sentence.words]
        doc = Doc(
            vocab,
            words=texts,
            spaces=spaces,
            tags=[word.xpos for word in words],
            pos=[word.upos for word in words],
            morphs=[word.feats for word in words],
            lemmas=[word.lemma for word in words],
            heads=heads,
            deps=[word.dep for word in words],
        )
    offset, names = 0, []
    for sentence in sentences:
        names += [Span(doc, offset + first, offset + after, label) for first, after, label in sentence.names]
        offset += len(sentence.words)
    known = all(sentence.names_known for sentence in sentences)
    doc.set_ents(names, default="outside" if known else "missing")
    return doc


def documents(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """The treebank's own documents."""
    document: list[Sentence] = []
    for sentence in sentences:
        if sentence.new_document and document:
            yield document
            document = []
        document.append(sentence)
    if document:
        yield document


def training_groups(sentences: list[Sentence], single_share: float, seed: int) -> Iterator[list[Sentence]]:
    """Cut documents into groups: at run time a document is one sentence, so most groups are; the others, of up to
    ``MAX_SENTENCES``, teach the parser where sentences end.
    """
    rng = random.Random(seed)
    for document in documents(sentences):
        position = 0
        while position < len(document):
            size = 1 if rng.random() < single_share else rng.randint(2, MAX_SENTENCES)
            yield document[position : position + size]
            position += size


def write(path: Path, vocab: Vocab, groups: Iterable[list[Sentence]]) -> int:
    """Write the groups as one DocBin and return the number of words."""
    path.parent.mkdir(parents=True, exist_ok=True)
    docs = [to_doc(vocab, group) for group in groups]
    DocBin(store_user_data=False, docs=docs).to_disk(path)
    return sum(map(len, docs))
