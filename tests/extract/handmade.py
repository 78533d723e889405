"""Sentences parsed by hand, so that tests of the rules do not depend on a model.

A row is ``word/lemma/TAG head label [NAME]``; heads count from 1, 0 is the root. The tokens are joined by blanks
as their ``TAG`` suggests, so that ``'s`` and punctuation touch the word before.
"""

import spacy
from spacy.tokens import Doc

from factscan.extract.context import document_context
from factscan.extract.extractor import sentence_mentions
from factscan.extract.mention import Mention
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.quotations import quotations
from factscan.extract.syntax.reading import reading

_NLP = spacy.blank("en")
_UPOS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "CD": "NUM", "DT": "DET", "IN": "ADP", "RP": "ADP",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "WRB": "ADV", "MD": "AUX", "CC": "CCONJ", "TO": "PART",
    "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "EX": "PRON",
    ",": "PUNCT", ".": "PUNCT", "``": "PUNCT", "''": "PUNCT", "HYPH": "PUNCT",
}  # fmt: skip
_TOUCHING = {",", ".", "POS", "''", "HYPH"}


def parsed(rows: str, *, clear: bool = False) -> Parse:
    """A sentence that was parsed by hand."""
    words, lemmas, tags, heads, labels, names = [], [], [], [], [], []
    for row in rows.strip().splitlines():
        token, head, label, *name = row.split()
        word, lemma, tag = token.split("/")
        words.append(word)
        lemmas.append(lemma)
        tags.append(tag)
        heads.append(int(head) - 1 if int(head) else len(heads))
        labels.append(label)
        names.append(name[0] if name else "")
    assert all(_reaches_root(i, heads) for i in range(len(heads))), "the heads do not make a tree"
    auxiliary = ("aux", "aux:pass", "auxpass", "cop")
    pos = [
        "AUX" if label in auxiliary or (lemma == "be" and clear) else _UPOS.get(tag, "VERB")
        for tag, label, lemma in zip(tags, labels, lemmas, strict=True)
    ]
    spaces = [
        i + 1 < len(tags) and tags[i + 1] not in _TOUCHING and tags[i] not in ("``", "HYPH")
        for i in range(len(tags))
    ]
    doc = Doc(_NLP.vocab, words, spaces, pos=pos, tags=tags, lemmas=lemmas, heads=heads, deps=labels)
    doc.ents = [spacy.tokens.Span(doc, i, i + 1, label=name) for i, name in enumerate(names) if name]
    return Parse.of(doc, doc.text, reading(doc.text, None, []), clear=clear)


def mentions(rows: str, *, title: str = "", clear: bool = False) -> list[Mention]:
    """The mentions that the rules find in a sentence that was parsed by hand."""
    parse = parsed(rows, clear=clear)
    context = document_context(title, parse.text, [(0, len(parse.text))])
    return sentence_mentions(parse, quotations(parse.text), context, 0)


def facts(rows: str, *, title: str = "", clear: bool = False) -> set[tuple[str, str, str]]:
    """The asserted facts as (subject, relation, object)."""
    return {(m.subject, m.relation, m.object) for m in mentions(rows, title=title, clear=clear) if m.asserted}


def _reaches_root(token: int, heads: list[int]) -> bool:
    for _ in heads:
        if heads[token] == token:
            return True
        token = heads[token]
    return False
