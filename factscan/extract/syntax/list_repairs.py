"""Lists that parsers glue together or take apart; a tree stays a tree."""

_LISTING = frozenset({"include", "includes", "included", "are", "were", "comprise", "have"})


def repair_lists(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]
) -> None:
    """Correct coordinations in place."""
    if "," in lower:
        _name_lists(heads, labels, pos, lower)
    if "and" in lower:
        _glued_terms(heads, labels, pos, tags, lower)


def is_below(heads: list[int], token: int, above: int) -> bool:
    """Whether a token hangs, directly or not, on another."""
    while heads[token] != token:
        token = heads[token]
        if token == above:
            return True
    return False


def _name_lists(heads: list[int], labels: list[str], pos: list[str], lower: list[str]) -> None:
    """ "A, B and C", all names: whatever the parser made of them, they are coordinated."""
    at = 0
    while at < len(pos):
        runs = _name_runs(pos, lower, at) if pos[at] == "PROPN" else []
        if len(runs) >= 3:
            first, *others = [_head_of_run(heads, run) for run in runs]
            if labels[first] not in ("compound", "nmod:poss") and not any(
                is_below(heads, first, o) for o in others
            ):
                for other in others:
                    heads[other], labels[other] = first, "conj"
        at = (runs[-1].stop if runs else at) + 1


def _name_runs(pos: list[str], lower: list[str], at: int) -> list[range]:
    """The names that begin at the token and follow each other with commas and one "and" or "or" before the last."""
    runs: list[range] = []
    while True:
        start = at + (at < len(pos) and lower[at] == "the" and bool(runs))
        end = start
        while end < len(pos) and (
            pos[end] == "PROPN"
            or (
                end > start
                and lower[end] in ("of", "the")
                and end + 1 < len(pos)
                and pos[end + 1] in ("PROPN", "DET")
            )
        ):
            end += 1
        if end == start:
            return []
        runs.append(range(start, end))
        if len(runs) > 1 and lower[start - 1 - (lower[start - 1] == "the")] in ("and", "or"):
            return runs
        if end + 1 >= len(pos) or lower[end] not in (",", "and", "or"):
            return []
        at = end + 1
        if lower[end] == "," and lower[at] in ("and", "or"):
            at += 1


def _head_of_run(heads: list[int], run: range) -> int:
    return next((t for t in run if heads[t] not in run), run.start)


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
        _divide(heads, labels, first, second, last)
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


def _divide(heads: list[int], labels: list[str], first: int, second: int, last: int) -> None:
    """Give ``first`` the place of ``last`` in the tree, with all that hung on it but its own words."""
    heads[first], labels[first] = (first if heads[last] == last else heads[last]), labels[last]
    for c, head in enumerate(heads):
        if head == last and c not in (first, second):
            heads[c] = first
