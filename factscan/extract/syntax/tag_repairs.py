"""Tags that taggers get wrong and that the words around decide."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PHRASE_STARTS = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PRP$"})
_STANDING = frozenset("lies runs stands works plays lives stars serves".split())
_MODIFIERS = frozenset({"compound", "amod", "det", "nmod:poss"})
_NO_VERB = frozenset({"case", "compound", "amod", "nmod"})
_NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "conj", "root"})
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen half third quarter hundred thousand
    million billion trillion zero nil couple score""".split()
)
_NUMBER_ENDINGS = ("teen", "ty", "lion", "lions", "fold", "dred", "dreds", "sand", "sands")


def repair_tags(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], words: list[str], lemmas: list[str]
) -> None:
    """Correct tags in place, and the tree where a new tag makes another of it."""
    _numbers(pos, tags, words)
    _gerunds(heads, labels, pos, tags)
    _articles(labels, tags)
    _modifiers_of_predicates(heads, labels)
    _hidden_verbs(heads, labels, pos, tags, words, lemmas)
    _subjects_of_verbs(heads, labels, tags)


def _articles(labels: list[str], tags: list[str]) -> None:
    for i, tag in enumerate(tags):
        if tag == "DT" and labels[i] in ("compound", "amod"):
            labels[i] = "det"


def _modifiers_of_predicates(heads: list[int], labels: list[str]) -> None:
    """ "The symptoms are hearing loss": the subject goes with the noun, not with what stands before it."""
    for i, label in enumerate(labels):
        modifier = heads[i]
        noun = heads[modifier]
        if not label.startswith(("nsubj", "aux", "cop")) or labels[modifier] not in ("compound", "amod"):
            continue
        if i < modifier < noun:
            heads[i], labels[i] = noun, "cop" if label == "aux" else label


def _subjects_of_verbs(heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "Axmesh runs on Solux": a name taken for the first part of a compound whose last part is a finite verb."""
    for i in range(len(tags) - 1):
        verb = i + 1
        named = tags[i].startswith("N") and labels[i] in ("compound", "amod", "nmod:desc")
        if tags[verb] != "VBZ" or heads[i] != verb or not named:
            continue
        if not any(head == verb and labels[j].startswith("nsubj") for j, head in enumerate(heads)):
            labels[i] = "nsubj"


def _numbers(pos: list[str], tags: list[str], words: list[str]) -> None:
    """A long word that is no number word names something: "the incubation period of polasis"."""
    for i, tag in enumerate(tags):
        word = words[i].lower()
        if (
            tag == "CD"
            and len(word) > 5
            and word.isalpha()
            and word not in _NUMBERS
            and not word.endswith(_NUMBER_ENDINGS)
        ):
            pos[i], tags[i] = "NOUN", "NN"


def _gerunds(heads: list[int], labels: list[str], pos: list[str], tags: list[str]) -> None:
    """ "Seal hunting", "the hunting": an -ing form with the modifiers of a noun and no object is one."""
    modified = {heads[i] for i, label in enumerate(labels) if label in _MODIFIERS and heads[i] > i}
    verbal = {
        heads[i]
        for i, label in enumerate(labels)
        if label.startswith(("obj", "nsubj", "aux", "xcomp", "ccomp"))
    }
    for i in modified - verbal:
        if tags[i] == "VBG" and pos[i] == "VERB" and labels[i] in _NOMINAL:
            pos[i], tags[i] = "NOUN", "NN"


def _hidden_verbs(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], words: list[str], lemmas: list[str]
) -> None:
    """ "Dromia borders Halvland.": in a sentence without a finite verb, the -s word between two phrases is it."""
    if not words or words[-1] != "." or len(words) > 25:
        return
    if any(t in _FINITE and labels[i] not in _NO_VERB for i, t in enumerate(tags)):
        return
    subject = _opening_phrase(tags, words)
    verb = subject + 1
    if subject < 0 or verb + 1 >= len(words):
        return
    if tags[verb + 1] not in _PHRASE_STARTS and not (tags[verb + 1] == "IN" and words[verb] in _STANDING):
        return
    if tags[verb] not in ("NNS", "NNP", "VBZ") or not words[verb].islower() or not words[verb].endswith("s"):
        return
    for i in range(len(words)):
        if heads[i] == i and i != verb:
            heads[i], labels[i] = verb, "obj"
        elif i > verb and heads[i] <= verb and labels[i] != "conj":
            cased = any(head == i and labels[c] == "case" and c != verb for c, head in enumerate(heads))
            heads[i], labels[i] = verb, "punct" if tags[i] == "." else "obl" if cased else "obj"
    _join(heads, labels, range(verb), verb, "nsubj", subject)
    heads[verb], labels[verb], pos[verb], tags[verb] = verb, "root", "VERB", "VBZ"
    _objects(heads, labels, pos, verb)
    lemmas[verb] = words[verb].removesuffix("s")


def _opening_phrase(tags: list[str], words: list[str]) -> int:
    """The last token of the name or of "the" and a noun at the beginning; -1 if there is none."""
    end = 0
    while end < len(tags) and tags[end] in ("NNP", "NNPS") and not words[end].islower():
        end += 1
    if end:
        return end - 1
    return 1 if len(tags) > 1 and tags[0] == "DT" and tags[1] == "NN" else -1


def _join(heads: list[int], labels: list[str], span: range, above: int, label: str, head: int) -> None:
    """Make one phrase of a span of tokens, under its last."""
    for i in span:
        if heads[i] not in span or i == head:
            heads[i], labels[i] = (above, label) if i == head else (head, "compound")


def _objects(heads: list[int], labels: list[str], pos: list[str], verb: int) -> None:
    """Of several pieces after the verb, the first noun is the object; the names after it go on as they were."""
    pieces = [i for i in range(verb + 1, len(labels)) if heads[i] == verb and labels[i] == "obj"]
    nouns = [i for i in pieces if pos[i] in ("NOUN", "PROPN", "NUM")]
    for i in nouns[1:]:
        heads[i], labels[i] = nouns[0], "flat" if pos[i] == "PROPN" and i == nouns[0] + 1 else "conj"
