"""Verbs that a parser took for nouns: "Dromia borders Halvland." has no other word that could be its verb."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AFTER_VERBS = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PRP$"})
_STANDING = frozenset("lies runs stands works plays lives stars serves".split())
_NO_VERB = frozenset({"case", "compound", "amod", "nmod"})
_LONGEST = 25


def find_hidden_verb(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], words: list[str], lemmas: list[str]
) -> None:
    """In a sentence without a finite verb, make one of the -s word between two phrases; in place."""
    if not words or words[-1] != "." or len(words) > _LONGEST:
        return
    if any(tag in _FINITE and label not in _NO_VERB for tag, label in zip(tags, labels, strict=True)):
        return
    subject = _opening_phrase(tags, words)
    verb = subject + 1
    if subject < 0 or verb + 1 >= len(words) or not _may_be_verb(tags, words, verb):
        return
    for i in range(len(words)):
        if heads[i] == i and i != verb:
            heads[i], labels[i] = verb, "obj"
        elif i > verb and heads[i] <= verb and labels[i] != "conj":
            cased = any(head == i and labels[c] == "case" and c != verb for c, head in enumerate(heads))
            heads[i], labels[i] = verb, "punct" if tags[i] == "." else "obl" if cased else "obj"
    for i in range(verb):
        if heads[i] >= verb or i == subject:
            heads[i], labels[i] = (verb, "nsubj") if i == subject else (subject, "compound")
    heads[verb], labels[verb], pos[verb], tags[verb] = verb, "root", "VERB", "VBZ"
    lemmas[verb] = words[verb].removesuffix("s")
    _one_object(heads, labels, pos, verb)


def _may_be_verb(tags: list[str], words: list[str], place: int) -> bool:
    word, after = words[place], tags[place + 1]
    if tags[place] not in ("NNS", "NNP", "VBZ") or not word.islower() or not word.endswith("s"):
        return False
    return after in _AFTER_VERBS or (after == "IN" and word in _STANDING)


def _opening_phrase(tags: list[str], words: list[str]) -> int:
    """The last token of the name or of "the" and a noun at the beginning; -1 if there is none."""
    end = 0
    while end < len(tags) and tags[end] in ("NNP", "NNPS") and not words[end].islower():
        end += 1
    if end:
        return end - 1
    return 1 if len(tags) > 1 and tags[0] == "DT" and tags[1] == "NN" else -1


def _one_object(heads: list[int], labels: list[str], pos: list[str], verb: int) -> None:
    """Of several pieces after the verb, the first noun is the object; the others go with it."""
    pieces = [i for i in range(verb + 1, len(labels)) if heads[i] == verb and labels[i] == "obj"]
    nouns = [i for i in pieces if pos[i] in ("NOUN", "PROPN", "NUM")]
    for i in nouns[1:]:
        heads[i], labels[i] = nouns[0], "flat" if pos[i] == "PROPN" and i == nouns[0] + 1 else "conj"
