"""Treebank sentences as spaCy documents, and back."""

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab
from treebanks import Sentence, Word


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """One document of these sentences with their annotations."""
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [word.space for word in words]
    # what follows a sentence is a space, also where the treebank breaks the line
    position = 0
    for sentence in sentences:
        position += len(sentence.words)
        spaces[position - 1] = position < len(words)
    heads: list[int] = []
    for sentence in sentences:
        offset = len(heads)
        heads += [offset + word.head for word in sentence.words]
    doc = Doc(
        vocab,
        words=[word.text for word in words],
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


def to_sentence(doc: Doc) -> Sentence:
    """A parsed document of one sentence, as if it came from a treebank; its names are not taken for certain."""
    words = [
        Word(
            token.text,
            upos=token.pos_,
            xpos=token.tag_,
            feats=str(token.morph),
            head=token.head.i,
            dep="root" if token.head == token else token.dep_,
        )
        for token in doc
    ]
    return Sentence(words, names_known=False)
