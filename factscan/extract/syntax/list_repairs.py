"""Coordinations that parsers get wrong: members glued together, hung on the wrong word or taken for clauses."""

_LISTING = frozenset({"include", "includes", "included", "are", "were", "comprise", "have"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_GLUE = frozenset({"compound", "nmod:desc", "amod", "flat"})


def repair_coordinations(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str], names: list[str]
) -> None:
    """Correct coordinations in place; a tree stays a tree."""
    _conjuncts_of_heads(heads, labels)
    _split_words(heads, labels, pos)
    _glued_people(heads, labels, names, lower)
    _surnames(heads, labels, pos, names)
    _glued_terms(heads, labels, pos, tags, lower)
    _stray_members(heads, labels, pos, lower)


def _conjuncts_of_heads(heads: list[int], labels: list[str]) -> None:
    """What is coordinated with the last part of a name is coordinated with the name."""
    for i, label in enumerate(labels):
        if label == "conj":
            while labels[heads[i]] == "flat" and heads[heads[i]] < heads[i]:
                heads[i] = heads[heads[i]]


def _split_words(heads: list[int], labels: list[str], pos: list[str]) -> None:
    """ "Nausea and muscle weakness": two nouns side by side are one member of a list, not two."""
    for i in range(1, len(labels)):
        first = heads[i - 1]
        if labels[i - 1] != "conj" or first >= i - 1 or not pos[i] == pos[i - 1] == "NOUN":
            continue
        same = labels[i] == "conj" and heads[i] == first
        if same or (labels[i] == labels[first] == "obj" and heads[i] == heads[first]):
            heads[i], labels[i] = first, "conj"
            for c, head in enumerate(heads):
                if head == i - 1:
                    heads[c] = i
            heads[i - 1], labels[i - 1] = i, "compound"


def _glued_people(heads: list[int], labels: list[str], names: list[str], lower: list[str]) -> None:
    """ "Ann Lee and Bob Ray" as one name: where a second person begins before its last word, they are two."""
    for second, label in enumerate(labels):
        first, last = heads[second], second + 1
        if label != "conj" or lower[second - 1] not in ("and", "&") or last >= len(labels):
            continue
        if heads[first] != last or labels[first] not in _GLUE:
            continue
        if names[second] == "B-PER" and names[last] == "I-PER" and names[first] == "B-PER":
            _divide(heads, labels, first, second, last, "flat")
            heads[second], labels[second] = first, "conj"


def _surnames(heads: list[int], labels: list[str], pos: list[str], names: list[str]) -> None:
    """A surname that was hung beside its given name, as another part of the clause, belongs to it."""
    for i in range(1, len(labels)):
        first = i - 1
        if heads[i] != heads[first] or heads[i] == i:
            continue
        objects = labels[i] == labels[first] == "obj" and pos[i] == pos[first] == "PROPN"
        if not objects and (names[i] != "I-PER" or not names[first].endswith("-PER")):
            continue
        if labels[i] in ("xcomp", "obj", "appos", "dep", "list", "parataxis", "vocative", "advmod"):
            heads[i], labels[i] = first, "flat"


def _glued_terms(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]
) -> None:
    """ "Symptoms include nausea and muscle weakness": several are announced, so the first noun is one of them."""
    for second, label in enumerate(labels):
        first, last = heads[second], second + 1
        if (
            label != "conj"
            or last >= len(labels)
            or lower[second - 1] != "and"
            or labels[first] != "compound"
        ):
            continue
        if heads[first] != last or not pos[first] == pos[second] == pos[last] == "NOUN":
            continue
        if labels[last] not in ("obj", "root", "conj") or not _announces(heads, labels, tags, lower, last):
            continue
        _divide(heads, labels, first, second, last, "")
        heads[last], labels[last] = first, "conj"
        heads[second], labels[second] = last, "compound"
        for c, head in enumerate(heads):
            if head == second:
                heads[c] = last


def _announces(heads: list[int], labels: list[str], tags: list[str], lower: list[str], member: int) -> bool:
    """Whether a plural subject and a verb like "include" stand before the list."""
    verb = heads[member] if labels[member] == "obj" else member
    listing = lower[verb] in _LISTING or any(
        head == verb and lower[i] in _LISTING for i, head in enumerate(heads)
    )
    return listing and any(
        head == verb and labels[i] == "nsubj" and tags[i] == "NNS" for i, head in enumerate(heads)
    )


def _divide(heads: list[int], labels: list[str], first: int, second: int, last: int, label: str) -> None:
    """Give ``first`` the place of ``last`` in the tree, with all that hung on it but its own words."""
    heads[first], labels[first] = (first if heads[last] == last else heads[last]), labels[last]
    for c, head in enumerate(heads):
        if head == last and c not in (first, second):
            heads[c] = first
    if label:
        heads[last], labels[last] = second, label


def _stray_members(heads: list[int], labels: list[str], pos: list[str], lower: list[str]) -> None:
    """ "Include A, B and C": a bare noun after the object, taken for a clause of its own, goes on with the list."""
    joined = {heads[i] for i, label in enumerate(labels) if label == "cc"}
    joining = {heads[i] for i, label in enumerate(labels) if label == "conj" and i in joined}
    clausal = {heads[i] for i, label in enumerate(labels) if label.startswith(("nsubj", "cop", "aux"))}
    for i, label in enumerate(labels):
        if label not in ("parataxis", "list", "dep", "appos") or i not in joining or i in clausal:
            continue
        left = min((c for c, head in enumerate(heads) if head == i and labels[c] != "punct"), default=i)
        before = min(left, i) - 2
        if before < 0 or lower[before + 1] != "," or pos[i] not in _NOMINAL or pos[before] != pos[i]:
            continue
        target = before
        while labels[target] in ("conj", "flat", "compound"):
            target = heads[target]
        if label == "appos" and not _in_list(labels, lower, target):
            continue
        if labels[target] in ("obj", "obl", "root", "nmod", "obl:agent") and not _is_below(heads, target, i):
            heads[i], labels[i] = target, "conj"


def _in_list(labels: list[str], lower: list[str], target: int) -> bool:
    return labels[target] == "obj" and any(w in _LISTING for w in lower[max(target - 4, 0) : target])


def _is_below(heads: list[int], token: int, above: int) -> bool:
    while heads[token] != token:
        token = heads[token]
        if token == above:
            return True
    return False
