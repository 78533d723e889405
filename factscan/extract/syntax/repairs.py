"""Attachments that parsers get wrong and that the words themselves decide; a tree stays a tree."""

_EMPTY_SUBJECTS = frozenset(
    "is was seems seemed appears appeared takes took remains remained follows followed turns turned".split()
)


def repair(heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]) -> None:
    """Correct the tree in place."""
    _cases(heads, labels)
    _expletives(heads, labels, tags, lower)
    _agents_of_participles(heads, labels, pos, tags, lower)
    _lists(heads, labels, pos, lower)
    _name_lists(heads, labels, pos, lower)
    _bare_names(heads, labels, pos)
    _long_lists(heads, labels, pos)
    _appositions(heads, labels, pos, lower)
    _names_given(heads, labels, pos, tags, lower)
    _reduced_relatives(heads, labels, pos, tags, lower)


def _expletives(heads: list[int], labels: list[str], tags: list[str], lower: list[str]) -> None:
    """In "It stars X" the pronoun is the subject and X the object; only "be", "seem" and their like have empty ones."""
    for i, label in enumerate(labels):
        verb = heads[i]
        if label != "expl" or lower[i] != "it" or verb < i or tags[verb] not in ("VBZ", "VBD", "VBP"):
            continue
        after = [j for j in range(verb + 1, len(labels)) if heads[j] == verb and labels[j] == "nsubj"]
        if lower[verb] in _EMPTY_SUBJECTS:
            continue
        if after and tags[after[0]] in ("NNP", "NNPS", "NN", "NNS"):
            labels[i], labels[after[0]] = "nsubj", "obj"
        elif not after and any(heads[j] == verb and labels[j] == "obj" for j in range(verb, len(labels))):
            labels[i] = "nsubj"


def _cases(heads: list[int], labels: list[str]) -> None:
    """A preposition goes with the noun of its phrase, not with a modifier that stands before the noun."""
    for i, label in enumerate(labels):
        if label != "case":
            continue
        noun = heads[i]
        while (
            labels[noun] in ("compound", "amod", "nummod", "nmod:desc", "nmod:unmarked")
            and heads[noun] > noun > i
        ):
            noun = heads[noun]
        heads[i] = noun
        if labels[noun] == "obj" and i < noun:
            labels[noun] = "obl"


def _agents_of_participles(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]
) -> None:
    """ "a line owned by X": the phrase with "by" right after a past participle is its agent."""
    for by in range(1, len(lower)):
        if lower[by] != "by" or labels[by] != "case":
            continue
        verb = by - 1
        noun = heads[by]
        if (
            tags[verb] not in ("VBN", "VBD")
            or pos[verb] not in ("VERB", "ADJ")
            or heads[noun] == verb
            or noun < by
        ):
            continue
        if labels[noun] != "root" and not _is_below(heads, verb, noun):
            heads[noun], labels[noun] = verb, "obl:agent"
            pos[verb] = "VERB"


def _lists(heads: list[int], labels: list[str], pos: list[str], lower: list[str]) -> None:
    """ "A, B, C and D": a member of a list of names taken for an apposition of the one before."""
    joined = {heads[i] for i, label in enumerate(labels) if label == "cc"}
    ends = {heads[i] for i in joined if labels[i] == "conj"} | {
        heads[i] for i, label in enumerate(labels) if label == "conj" and i in joined
    }
    for i, label in enumerate(labels):
        head = heads[i]
        if label != "appos" or pos[i] != pos[head] or pos[i] != "PROPN":
            continue
        if (i in ends or head in ends) and "," in lower[head:i]:
            labels[i] = "conj"


def _reduced_relatives(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]
) -> None:
    """In "a condition characterized by spasms, fever and pain" the list goes on inside the participle's clause."""
    joined = {heads[i] for i, label in enumerate(labels) if label == "cc"}
    subjects = {heads[i] for i, label in enumerate(labels) if label.startswith("nsubj")}
    for i in range(2, len(labels) - 1):
        if (
            labels[i] != "conj"
            or tags[i] not in ("VBN", "VBD")
            or lower[i - 1] != ","
            or i in joined | subjects
        ):
            continue
        siblings = [j for j, label in enumerate(labels) if label == "conj" and heads[j] in (heads[i], i)]
        if any(j in joined for j in siblings) or not (pos[i + 1] == "ADP" or tags[i + 1] in ("CD", "NNP")):
            continue
        noun = i - 2
        while labels[noun] in ("compound", "flat", "nummod") or (
            tags[noun] == "CD" and labels[noun].startswith("nmod")
        ):
            noun = heads[noun]
        if pos[noun] == "PROPN" and noun < i and not _is_below(heads, noun, i):
            heads[i], labels[i] = noun, "acl"


def _appositions(heads: list[int], labels: list[str], pos: list[str], lower: list[str]) -> None:
    """ "…, a technology company": a noun with its article after a name and a comma is what the name is."""
    cased = {heads[i] for i, label in enumerate(labels) if label in ("case", "cc", "cop")}
    for article, word in enumerate(lower):
        if (
            word not in ("a", "an", "the")
            or article < 2
            or lower[article - 1] != ","
            or labels[article] != "det"
        ):
            continue
        noun, name = heads[article], article - 2
        wrong = labels[noun] in ("conj", "parataxis", "list", "dep", "nmod", "obl:agent")
        if not wrong or noun < article or noun in cased or pos[noun] != "NOUN":
            continue
        if pos[name] != "PROPN" and not (
            pos[name] == "NOUN" and labels[noun] in ("parataxis", "list", "obl:agent")
        ):
            continue
        ends = (
            noun + 1 < len(lower)
            and lower[noun + 1] == ","
            and noun + 2 < len(lower)
            and lower[noun + 2] in ("and", "or")
        )
        while labels[name] in ("compound", "flat") and heads[name] < article:
            name = heads[name]
        if not ends and heads[noun] != name and not _is_below(heads, name, noun):
            heads[noun], labels[noun] = name, "appos"


def _name_lists(heads: list[int], labels: list[str], pos: list[str], lower: list[str]) -> None:
    """ "A, B and C", all names: whatever the parser made of them, they are coordinated."""
    at = 0
    while at < len(pos):
        runs = _name_runs(pos, lower, at)
        if len(runs) >= 3:
            first, *others = [_head_of_run(heads, run) for run in runs]
            if labels[first] not in ("compound", "nmod:poss") and not any(
                _is_below(heads, first, o) for o in others
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


def _names_given(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lower: list[str]
) -> None:
    """In "cells called neurons" it is the noun right before that is so called."""
    for i in range(1, len(lower)):
        if (
            labels[i] != "acl"
            or lower[i] not in ("called", "named", "known", "termed", "dubbed")
            or tags[i] != "VBN"
        ):
            continue
        if pos[i - 1] == "NOUN" and heads[i] < i - 1 and not _is_below(heads, i - 1, i):
            heads[i] = i - 1


def _long_lists(heads: list[int], labels: list[str], pos: list[str]) -> None:
    """ "a condition characterized by spasms, fever and pain": the list goes on inside the participle's clause."""
    articles = {heads[i] for i, label in enumerate(labels) if label == "det"}
    for i, label in enumerate(labels):
        head = heads[i]
        if (
            label != "conj"
            or pos[i] != "NOUN"
            or pos[head] != "NOUN"
            or head not in articles
            or i in articles
        ):
            continue
        inner = [
            j
            for j in range(head + 1, i)
            if labels[j] in ("obj", "obl", "obl:agent")
            and labels[heads[j]] == "acl"
            and heads[heads[j]] == head
        ]
        if inner:
            heads[i] = inner[-1]


def _bare_names(heads: list[int], labels: list[str], pos: list[str]) -> None:
    """A name right after a verb, without a preposition, is its object, whatever else it was taken for."""
    cased = {heads[i] for i, label in enumerate(labels) if label == "case"}
    for i, label in enumerate(labels):
        bare = (
            label in ("advmod", "dep", "discourse", "list", "vocative")
            and pos[i] == "PROPN"
            and i not in cased
        )
        if bare and pos[heads[i]] == "VERB" and heads[i] == i - 1:
            labels[i] = "obj"


def _is_below(heads: list[int], token: int, above: int) -> bool:
    while heads[token] != token:
        token = heads[token]
        if token == above:
            return True
    return False
