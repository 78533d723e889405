"""A parsed sentence as the rules see it: plain lists, Universal Dependencies labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factscan.extract.syntax.list_repairs import repair_coordinations
from factscan.extract.syntax.reading import STAND_IN, Reading
from factscan.extract.syntax.repairs import repair
from factscan.extract.syntax.schemes import clear_to_universal, rename_universal
from factscan.extract.syntax.tag_repairs import repair_tags

if TYPE_CHECKING:
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
_QUOTES = ('"', "“")
_POS_OF_LETTER = {"N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV"}


class Parse:
    """One sentence: per token its words, tags, head and label, and the characters it spans in ``text``.

    A root is its own head. ``proper`` says which tokens head a proper name. Character offsets count from the
    start of the sentence.
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
    ) -> None:
        self.text = text
        self.starts = [s for s, _ in spans]
        self.ends = [e for _, e in spans]
        self.words = words = [text[s:e] for s, e in spans]
        self.lower = [w.lower() for w in words]
        self.lemmas = lemmas
        self.pos = pos
        self.tags = tags
        self.heads = heads
        self.labels = labels
        self.names = names
        self.proper = [self._is_proper(i) for i in range(len(words))]
        self.children: list[list[int]] = [[] for _ in words]
        for i, head in enumerate(heads):
            if head != i:
                self.children[head].append(i)

    @classmethod
    def of(cls, doc: Doc, text: str, reading: Reading, *, clear: bool) -> Parse:
        """The view of a parsed spaCy ``Doc`` that holds the reading of a sentence.

        ``clear``: its labels are CLEAR's.
        """
        from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, LOWER, ORTH, POS, TAG

        strings = doc.vocab.strings
        rows = doc.to_array([ORTH, LOWER, LEMMA, POS, TAG, DEP, HEAD, ENT_TYPE, ENT_IOB]).T.tolist()
        orth, _, lemma, pos_ids, tag, dep, offsets, entity, iob = rows
        words = [strings[w] for w in orth]
        tags = [strings[t] for t in tag]
        pos = [strings[p] if p else "" for p in pos_ids]
        if not all(pos):
            pos = [p or _pos_of(t) for p, t in zip(pos, tags, strict=True)]
        lemmas = [(strings[m] if m else w).lower() for m, w in zip(lemma, words, strict=True)]
        labels = [strings[d] for d in dep]
        heads = [i + (h if h < 1 << 63 else h - (1 << 64)) for i, h in enumerate(offsets)]
        names = [
            (f"{'B' if b == 3 else 'I'}-{strings[e]}" if e else "") for e, b in zip(entity, iob, strict=True)
        ]
        if clear:
            clear_to_universal(heads, labels, pos, lemmas)
        else:
            rename_universal(labels)
        repair_tags(heads, labels, pos, tags, words, lemmas)
        lower = [w.lower() for w in words]
        repair(heads, labels, pos, tags, lower)
        repair_coordinations(heads, labels, pos, tags, lower, names)
        spans, at = [], 0
        plain = reading.text == text
        for word, space in zip(words, _spaces(doc), strict=True):
            end = at + len(word)
            spans.append((at, end) if plain else reading.source(at, end))
            at = end + space
        for i, (start, end) in enumerate(spans):
            stands_in = not plain and words[i] == STAND_IN != text[start:end]
            if (
                stands_in
                or (" " in text[start:end] and text[start].isalnum())
                or (text[start : start + 1] in _QUOTES and end - start > 1)
            ):
                # a name that was read as one word
                names[i] = ""
                if pos[i] != "PROPN" or tags[i] != "NNP":
                    pos[i], tags[i] = "PROPN", "NNP"
                lemmas[i] = text[start:end].lower()
        return cls(text, spans, lemmas, pos, tags, heads, labels, names)

    def _is_proper(self, token: int) -> bool:
        if self.pos[token] == "PROPN":
            return True
        if self.pos[token] not in ("NOUN", "X", "ADJ", "VERB") or not self.words[token][:1].isupper():
            return False
        return bool(self.names[token]) or (token > 0 and self.lower[token - 1] not in _SENTENCE_STARTS)

    def __len__(self) -> int:
        return len(self.words)

    def child(self, token: int, *labels: str) -> int | None:
        """The first child under one of the labels."""
        for c in self.children[token]:
            if self.labels[c] in labels:
                return c
        return None

    def under(self, token: int, *labels: str) -> list[int]:
        """All children under one of the labels, left to right."""
        return [c for c in self.children[token] if self.labels[c] in labels]

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
        return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in self.tags)


def _spaces(doc: Doc) -> list[int]:
    from spacy.attrs import SPACY

    spaces: list[int] = doc.to_array(SPACY).tolist()
    return spaces


def _pos_of(tag: str) -> str:
    return _POS_OF_TAG.get(tag) or _POS_OF_LETTER.get(tag[:1], "X")
