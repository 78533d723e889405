"""Scores of a pipeline on a treebank, with the treebank's own tokens."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import to_doc
from spacy.language import Language
from spacy.tokens import Doc
from treebanks import Sentence, documents, read_treebanks


@dataclass(frozen=True)
class Scores:
    """Shares of 1. ``uas`` and ``las`` leave punctuation out and count subtypes of labels; ``lemmas`` ignore case."""

    words: int
    uas: float
    las: float
    upos: float
    xpos: float
    feats: float
    lemmas: float
    names: float
    sentences: float | None = None


def score(nlp: Language, sentences: list[Sentence], *, split: bool) -> Scores:
    """Score ``nlp`` on the sentences, each given alone as at run time; or, with ``split``, on whole documents, whose
    sentences the parser must find.
    """
    groups = list(documents(sentences)) if split else [[sentence] for sentence in sentences]
    gold = [to_doc(nlp.vocab, group) for group in groups]
    predicted = list(nlp.pipe(_bare(doc, one_sentence=not split) for doc in gold))
    pairs = [
        (g, p)
        for gold_doc, doc in zip(gold, predicted, strict=True)
        for g, p in zip(gold_doc, doc, strict=True)
    ]
    tree = [(g, p) for g, p in pairs if g.dep_ != "punct"]
    attached = [(g, p) for g, p in tree if g.head.i == p.head.i]
    return Scores(
        words=len(pairs),
        uas=len(attached) / len(tree),
        las=_share(g.dep_.lower() == p.dep_.lower() for g, p in attached) * len(attached) / len(tree),
        upos=_share(g.pos == p.pos for g, p in pairs),
        xpos=_share(g.tag == p.tag for g, p in pairs),
        feats=_share(g.morph == p.morph for g, p in pairs),
        lemmas=_share(g.lemma_.lower() == p.lemma_.lower() for g, p in pairs if g.lemma_ != "_"),
        names=_f1(_names(gold), _names(predicted)),
        sentences=_f1(_spans(gold), _spans(predicted)) if split else None,
    )


def held_out_scores(nlp: Language, treebanks: Path, part: str) -> list[tuple[str, Scores]]:
    """Scores on both treebanks' dev or test part, each by sentences and by documents."""
    rows = []
    for name, sentences in zip(("en_ewt", "gum-free"), read_treebanks(treebanks, part), strict=True):
        rows.append((f"{name} {part}, sentences", score(nlp, sentences, split=False)))
        rows.append((f"{name} {part}, documents", score(nlp, sentences, split=True)))
    return rows


def _bare(doc: Doc, *, one_sentence: bool) -> Doc:
    starts: list[bool | int | None] | None = (
        [index == 0 for index in range(len(doc))] if one_sentence else None
    )
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)


def _share(values: Iterable[bool]) -> float:
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def _names(docs: list[Doc]) -> set[tuple[object, ...]]:
    return {(i, span.start, span.end, span.label_) for i, doc in enumerate(docs) for span in doc.ents}


def _spans(docs: list[Doc]) -> set[tuple[object, ...]]:
    return {(i, span.start, span.end) for i, doc in enumerate(docs) for span in doc.sents}


def _f1(gold: set[tuple[object, ...]], predicted: set[tuple[object, ...]]) -> float:
    return 2 * len(gold & predicted) / max(1, len(gold) + len(predicted))


def table(rows: Iterable[tuple[str, Scores]]) -> Iterator[str]:
    """The rows as lines of a Markdown table."""
    yield "| part | words | UAS | LAS | UPOS | XPOS | features | lemmas | names F | sentences F |"
    yield "| --- |" + " ---: |" * 9
    for name, s in rows:
        shares = (s.uas, s.las, s.upos, s.xpos, s.feats, s.lemmas, s.names, s.sentences)
        cells = ["–" if share is None else f"{share:.3f}".removeprefix("0") for share in shares]
        yield f"| {name} | {s.words:,} | " + " | ".join(cells) + " |"
