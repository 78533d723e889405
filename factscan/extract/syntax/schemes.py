"""Dependency label schemes: CLEAR (spaCy's own English models) rewritten as Universal Dependencies.

The rules know Universal Dependencies only. CLEAR differs in structure, not in names alone: prepositions govern
their nouns and copulas govern their predicates; both are turned round here.
"""

from collections.abc import Iterable

CLEAR_MARKS = frozenset({"dobj", "pobj", "nsubjpass", "auxpass", "attr"})

_RENAMED = {
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "quantmod": "advmod",
    "nmod": "nmod:desc",
    "intj": "discourse",
    "meta": "discourse",
    "complm": "mark",
    "pcomp": "advcl",
    "ROOT": "root",
    "nn": "compound",
    "number": "nummod",
}

# older releases of Universal Dependencies, by the names of the present one
_UD_RENAMED = {
    "ROOT": "root",
    "obl:npmod": "obl:unmarked",
    "obl:tmod": "obl:unmarked",
    "nmod:npmod": "nmod:unmarked",
    "nmod:tmod": "nmod:unmarked",
    "nsubjpass": "nsubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
}

_CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})


def is_clear(labels: Iterable[str]) -> bool:
    """Whether a parser with these labels follows CLEAR."""
    return len(CLEAR_MARKS.intersection(labels)) >= 2


def rename_universal(labels: list[str]) -> None:
    """Bring the labels of any release of Universal Dependencies to the present names, in place."""
    for i, label in enumerate(labels):
        renamed = _UD_RENAMED.get(label)
        if renamed is not None:
            labels[i] = renamed


def clear_to_universal(heads: list[int], labels: list[str], pos: list[str], lemmas: list[str]) -> None:
    """Rewrite a CLEAR tree as a Universal Dependencies tree, in place; a root is its own head."""
    _turn_prepositions(heads, labels, pos)
    _turn_copulas(heads, labels, lemmas)
    for i, label in enumerate(labels):
        if label == "npadvmod":
            labels[i] = "obl:unmarked" if pos[heads[i]] in _CLAUSAL else "nmod:unmarked"
        else:
            labels[i] = _RENAMED.get(label, label)


def _turn_prepositions(heads: list[int], labels: list[str], pos: list[str]) -> None:
    # right to left, so that in "out of the house" the inner preposition is turned before the outer
    for noun in range(len(heads) - 1, -1, -1):
        if labels[noun] not in ("pobj", "pcomp"):
            continue
        clausal, prep = labels[noun] == "pcomp", heads[noun]
        outer = prep
        while labels[heads[outer]] == "prep" and labels[outer] == "prep" and heads[outer] != outer:
            outer = heads[outer]
        governor, outer_label = heads[outer], labels[outer]
        if governor == outer:
            continue
        heads[noun] = governor
        if clausal:
            labels[noun] = "advcl" if pos[governor] in _CLAUSAL else "acl"
        elif outer_label == "agent":
            labels[noun] = "obl:agent"
        elif outer_label == "conj":
            labels[noun] = "conj"
        else:
            labels[noun] = "obl" if pos[governor] in _CLAUSAL else "nmod"
        while prep != governor:
            above = heads[prep]
            heads[prep], labels[prep] = noun, "mark" if clausal else "case"
            prep = above


def _turn_copulas(heads: list[int], labels: list[str], lemmas: list[str]) -> None:
    children: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        if head != i:
            children.setdefault(head, []).append(i)
    for verb, lemma in enumerate(lemmas):
        if lemma != "be" or labels[verb] in ("aux", "auxpass"):
            continue
        below = children.get(verb, [])
        complement = _complement(below, labels)
        if complement is None:
            continue
        if any(labels[c] == "expl" for c in below):
            labels[complement] = "nsubj"
            continue
        governor = heads[verb]
        heads[complement] = complement if governor == verb else governor
        labels[complement] = labels[verb]
        for c in below:
            if c != complement:
                heads[c] = complement
                children.setdefault(complement, []).append(c)
        heads[verb], labels[verb] = complement, "cop"
        if governor != verb:
            children[governor].append(complement)


def _complement(below: list[int], labels: list[str]) -> int | None:
    for wanted in (("attr", "acomp"), ("obl",)):
        for c in below:
            if labels[c] in wanted:
                return c
    return None
