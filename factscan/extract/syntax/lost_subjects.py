"""Subjects that a parser counted with the phrase before: "is part of the park and access by boat is allowed"."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ARTICLES = frozenset({"a", "an", "the"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl", "csubj", "csubj:pass", "nsubj:outer"})
_CLAUSES = frozenset({"conj", "root", "parataxis", "ccomp", "advcl"})
_BETWEEN = frozenset({"advmod", "aux", "aux:pass", "cop"})
_BROKEN = frozenset({"CCONJ", "PUNCT", "SCONJ"})


def find_lost_subjects(heads: list[int], labels: list[str], pos: list[str], tags: list[str]) -> None:
    """A finite verb right after a coordinated noun, without "and" between them, has it for its subject; in place."""
    for first, tag in enumerate(tags):
        if tag not in _FINITE or first < 2:
            continue
        predicate = heads[first] if labels[first] in _AUXILIARIES else first
        if predicate < first or labels[predicate] not in _CLAUSES:
            continue
        noun = _noun_before(heads, labels, pos, first, predicate)
        if noun is not None:
            _give_subject(heads, labels, tags, predicate, noun)


def raise_subjects(heads: list[int], labels: list[str]) -> None:
    """A subject before a word that only describes another is the other's: nothing is said of a compound; in place."""
    for i, label in enumerate(labels):
        if label in ("nsubj", "nsubj:pass"):
            while labels[heads[i]] == "compound" and heads[i] > i:
                heads[i] = heads[heads[i]]


def join_two_subjects(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]
) -> None:
    """Of two subjects the second, after a comma and an article, says what the first is; in place."""
    names: dict[int, int] = {}
    for i, label in enumerate(labels):
        if label not in ("nsubj", "nsubj:pass") or i > heads[i]:
            continue
        name = names.get(heads[i])
        if name is None and pos[i] == "PROPN":
            names[heads[i]] = i
        elif name is not None and tags[i] == "NN":
            begins = next((t for t in range(name + 1, i) if lower[t] in _ARTICLES and heads[t] == i), None)
            if begins is not None and lower[begins - 1] == ",":
                heads[i], labels[i] = name, "appos"


def _give_subject(heads: list[int], labels: list[str], tags: list[str], predicate: int, noun: int) -> None:
    below = [i for i, head in enumerate(heads) if head == predicate]
    subject = next((i for i in below if labels[i] in _SUBJECTS), None)
    if subject is not None:
        if noun == subject or not _is_clause(heads, labels, tags, subject):
            return
        # the clause before was taken for the subject: "X is part of the park and access is allowed"
        heads[subject] = subject if heads[predicate] == predicate else heads[predicate]
        labels[subject] = labels[predicate]
        heads[predicate], labels[predicate] = subject, "conj"
    elif labels[predicate] != "conj" or noun < heads[predicate]:
        return
    passive = any(labels[i] == "aux:pass" for i in below)
    heads[noun], labels[noun] = predicate, "nsubj:pass" if passive else "nsubj"


def _is_clause(heads: list[int], labels: list[str], tags: list[str], token: int) -> bool:
    """Whether the token has a subject and a finite verb of its own."""
    below = [i for i, head in enumerate(heads) if head == token]
    finite = tags[token] in _FINITE or any(tags[i] in _FINITE and labels[i] in _AUXILIARIES for i in below)
    return finite and any(labels[i] in _SUBJECTS for i in below)


def _noun_before(
    heads: list[int], labels: list[str], pos: list[str], first: int, predicate: int
) -> int | None:
    """The outermost coordinated noun whose phrase ends right before the verb."""
    before = first - 1
    while before > 0 and heads[before] == predicate and labels[before] in _BETWEEN:
        before -= 1
    if before < 1 or pos[before] in _BROKEN:
        return None
    found, above = None, predicate if labels[predicate] != "conj" else heads[predicate]
    while heads[before] != before and before != above:
        if before == predicate:
            return None
        if labels[before] == "conj":
            found = before
        before = heads[before]
    return found if found is not None and pos[found] in ("NOUN", "PROPN") else None
