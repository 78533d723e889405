"""A parsed sentence as the rules see it: plain lists, Universal Dependencies labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factscan.extract.syntax.reading import STAND_IN, Reading
from factscan.extract.syntax.repairs import repair
from factscan.extract.syntax.schemes import clear_to_universal, rename_universal

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_MAX_CONJUNCTS = 60
_NO_CASE = frozenset({"POS", "DT", "CC"})
_SENTENCE_STARTS = frozenset({".", "-", "–", "—", ":", "*", "•", '"', "“", "(", "'"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer")

_POS_OF_TAG = {
    "MD": "AUX", "CD": "NUM", "DT": "DET", "PDT": "DET", "EX": "PRON", "CC": "CCONJ", "IN": "ADP", "TO": "PART",
    "POS": "PART", "RP": "ADP", "UH": "INTJ", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV",
    "PRP": "PRON", "PRP$": "PRON", "NNP": "PROPN", "NNPS": "PROPN",
}  # fmt: skip
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NOUN", "X", "ADJ", "VERB"})
_TEXTS: dict[int, str] = {}
_MOST_TEXTS = 100_000
_REPAIRED = 0.9
_QUOTES = ('"', "“")
_POS_OF_LETTER = {"N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV"}


class Parse:
    """One sentence: per token its words, tags, head and label, and the characters it spans in ``text``.

    A root is its own head. ``proper`` says which tokens head a proper name, ``certainty`` how probable the head and
    the label of each are, if the parser tells. Character offsets count from the start of the sentence.
    """

    def __init__(
        self,
        text: str,
        spans: list[tuple[int, int]],
        lemmas: list[str],
        pos: list[str],
        tags: list[str],
        heads: list[int],
        labels: list[str],
        names: list[str],
        certainty: list[float] | None = None,
    ) -> None:
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]
        self.lower = [word.lower() for word in self.words]
        self.lemmas = lemmas
        self.pos = pos
        self.tags = tags
        self.heads = heads
        self.labels = labels
        self.names = names
        self.certainty = certainty
        self.phrases: dict[tuple[int, bool], list[int]] = {}  # worked out once, by syntax/phrases.py
        self.proper = [p == "PROPN" or (p in _NAMING and self._is_proper(i)) for i, p in enumerate(pos)]
        self._cases: dict[int, str] = {}  # the rules ask for them again and again
        self.children: list[list[int]] = [[] for _ in spans]
        for i, head in enumerate(heads):
            if head != i:
                self.children[head].append(i)

    @classmethod
    def of(cls, doc: Doc, text: str, reading: Reading, *, clear: bool) -> Parse:
        """The view of a parsed spaCy ``Doc`` that holds the reading of a sentence.

        ``clear``: its labels are CLEAR's.
        """
        from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, POS, TAG

        table = doc.to_array([IDX, LENGTH, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, HEAD]).T
        starts, lengths, lemma_ids, pos_ids, tag_ids, label_ids, kinds, iob = table[:-1].tolist()
        heads = [i + distance for i, distance in enumerate(table[-1].view("int64").tolist())]
        strings, read = doc.vocab.strings, reading.text
        spans = [(start, start + length) for start, length in zip(starts, lengths, strict=True)]
        words = [read[start:end] for start, end in spans]
        tags = _texts(strings, tag_ids)
        pos = _texts(strings, pos_ids)
        if not all(pos):
            pos = [p or _pos_of(t) for p, t in zip(pos, tags, strict=True)]
        labels = _texts(strings, label_ids)
        lemmas = _texts(strings, lemma_ids)
        if not all(lemmas):
            lemmas = [m or w for m, w in zip(lemmas, words, strict=True)]
        lemmas = [lemma.lower() for lemma in lemmas]
        names = [""] * len(spans)
        if any(kinds):
            for i, kind in enumerate(_texts(strings, kinds)):
                if kind:
                    names[i] = f"{'B' if iob[i] == 3 else 'I'}-{kind}"
        if clear:
            clear_to_universal(heads, labels, pos, lemmas)
        else:
            rename_universal(labels)
        arcs = heads[:], labels[:]
        repair(heads, labels, pos, tags, words, lemmas)
        known = _certainty(doc, arcs, heads, labels)
        if read != text:
            spans = [reading.source(start, end) for start, end in spans]
            for i, (start, end) in enumerate(spans):
                if _is_stand_in(words[i], text[start:end]):
                    names[i], lemmas[i] = "", text[start:end].lower()
                    pos[i], tags[i] = "PROPN", "NNP"
        return cls(text, spans, lemmas, pos, tags, heads, labels, names, known)

    def _is_proper(self, token: int) -> bool:
        if not self.words[token][:1].isupper():
            return False
        return bool(self.names[token]) or (token > 0 and self.lower[token - 1] not in _SENTENCE_STARTS)

    def __len__(self) -> int:
        return len(self.words)

    def child(self, token: int, *labels: str) -> int | None:
        """The first child under one of the labels."""
        found = self.labels
        for c in self.children[token]:
            if found[c] in labels:
                return c
        return None

    def under(self, token: int, *labels: str) -> list[int]:
        """All children under one of the labels, left to right."""
        below, found = self.children[token], self.labels
        return [c for c in below if found[c] in labels] if below else []

    def conjuncts(self, token: int) -> list[int]:
        """The token and what is coordinated with it, left to right; of a very long list, the first members."""
        found, todo = [token], [token]
        while todo and len(found) < _MAX_CONJUNCTS:
            for c in self.children[todo.pop()]:
                if self.labels[c] == "conj":
                    found.append(c)
                    todo.append(c)
        return sorted(found)

    def descendants(self, token: int) -> list[int]:
        """The token and everything below it, in no order."""
        found, todo = [token], [token]
        while todo:
            below = self.children[todo.pop()]
            found += below
            todo += below
        return found

    def case(self, token: int) -> str:
        """The preposition of a noun as written in lower case, "out of" for two; empty if it has none."""
        found = self._cases.get(token)
        if found is None:
            found = self._cases[token] = self._case(token) if self.children[token] else ""
        return found

    def _case(self, token: int) -> str:
        marks = [c for c in self.children[token] if self.labels[c] == "case" and self.tags[c] not in _NO_CASE]
        if not marks and self.pos[token] in ("NOUN", "PROPN"):
            marks = [c for c in self.children[token] if self.labels[c] == "mark" and self.tags[c] == "IN"]
        if not marks:
            return ""
        words = [self.lower[m] + "".join(f" {self.lower[f]}" for f in self.under(m, "fixed")) for m in marks]
        return " ".join(w for w in words if w != "both")

    def owner(self, token: int) -> int | None:
        """The possessor: "X" in "X's capital", "its" in "its capital"."""
        for c in self.children[token]:
            if self.labels[c] == "nmod:poss" and (
                self.tags[c] in ("PRP$", "WP$") or any(self.tags[m] == "POS" for m in self.children[c])
            ):
                return c
        return None

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens from ``first`` to ``last``, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    @property
    def is_finite(self) -> bool:
        """Whether there is a finite verb: without one it is no sentence, and its tree means little."""
        return not _FINITE.isdisjoint(self.tags)


def _certainty(
    doc: Doc, arcs: tuple[list[int], list[str]], heads: list[int], labels: list[str]
) -> list[float] | None:
    """The probabilities that the parser gave to its ``arcs``, with those changed since as sure as a rule is."""
    given = doc.user_data.get("factscan_certainty")
    if given is None:
        return None
    known: list[float] = given.tolist()
    if arcs != (heads, labels):
        for i, (head, label) in enumerate(zip(*arcs, strict=True)):
            if head != heads[i] or label != labels[i]:
                known[i] = max(known[i], _REPAIRED)
    return known


def _is_stand_in(word: str, written: str) -> bool:
    """Whether a word was read for a name of several words, or for something in quotation marks."""
    return (
        word == STAND_IN != written
        or (" " in written and written[0].isalnum())
        or (len(written) > 1 and written[0] in _QUOTES)
    )


def _texts(strings: StringStore, ids: list[int]) -> list[str]:
    """The strings of tags, labels and lemmas, kept within bounds: asking spaCy for each takes long."""
    try:
        return [_TEXTS[i] for i in ids]
    except KeyError:
        if len(_TEXTS) > _MOST_TEXTS:
            _TEXTS.clear()
        _TEXTS.update((i, strings[i] if i else "") for i in ids if i not in _TEXTS)
        return [_TEXTS[i] for i in ids]


def _pos_of(tag: str) -> str:
    return _POS_OF_TAG.get(tag) or _POS_OF_LETTER.get(tag[:1], "X")
