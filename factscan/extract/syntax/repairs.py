"""What the words themselves decide against a parser's labels, tags and attachments; a tree stays a tree."""

import re

from factscan.extract.syntax.assertion_data import ATTRIBUTING_NOUNS, FACTIVE_NOUNS
from factscan.extract.syntax.compound_participles import repair_compound_participles
from factscan.extract.syntax.hidden_verbs import find_hidden_verb
from factscan.extract.syntax.list_repairs import is_below, repair_lists
from factscan.extract.syntax.lost_subjects import find_lost_subjects, join_two_subjects, raise_subjects
from factscan.extract.syntax.noun_data import TAXA
from factscan.extract.syntax.participles import repair_participles

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_SINGULAR_ENDINGS = ("us", "ss")
_BEFORE_NOUNS = frozenset({"compound", "nmod", "nummod", "nmod:desc", "nmod:unmarked"})
_HUNG_BESIDE = frozenset({"nmod", "obl", "dep", "nmod:unmarked", "obl:unmarked", "parataxis", "list"})
_HAVING_CONTENT = FACTIVE_NOUNS | ATTRIBUTING_NOUNS | {"evidence", "proof", "news", "sign"}
_PLACING = frozenset("in at on from to for under near through into during after before with".split())
_OBJECTS = frozenset({"obj", "nsubj", "nsubj:pass"})
_NOT_BARE = frozenset({"case", "cc", "cop", "mark", "det"})


def repair(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], words: list[str], lemmas: list[str]
) -> None:
    """Correct the tree and its tags in place."""
    lower = [word.lower() for word in words]
    _proper_nouns(pos, tags)
    _singulars(heads, labels, tags, lower, lemmas)
    _ordinals(heads, labels, pos, tags, words)
    repair_compound_participles(heads, labels, pos, tags, lemmas)
    repair_participles(heads, labels, pos, tags, lower)
    _names_of_nouns(heads, labels, pos, tags, lemmas)
    _examples(heads, labels, pos, lower)
    if "chief" in lower:
        _in_chief(heads, labels, tags, lower)
    repair_lists(heads, labels, pos, tags, lower)
    _places_among_objects(heads, labels, lower)
    _content_clauses(heads, labels, lower, lemmas)
    raise_subjects(heads, labels)
    find_lost_subjects(heads, labels, pos, tags)
    join_two_subjects(heads, labels, pos, tags, lower)
    find_hidden_verb(heads, labels, pos, tags, words, lemmas)


def _proper_nouns(pos: list[str], tags: list[str]) -> None:
    """What is tagged as a part of a name ("Premier" in "the Premier League") is no adjective to the rules."""
    for i, tag in enumerate(tags):
        if tag in ("NNP", "NNPS") and pos[i] in ("ADJ", "NOUN", "VERB"):
            pos[i] = "PROPN"


def _singulars(
    heads: list[int], labels: list[str], tags: list[str], lower: list[str], lemmas: list[str]
) -> None:
    """ "A species", "the genus": after "a" and with such an ending no noun is a plural."""
    articled = {heads[i] for i, word in enumerate(lower) if word in ("a", "an") and labels[i] == "det"}
    for i, tag in enumerate(tags):
        if tag == "NNS" and (i in articled or lower[i].endswith(_SINGULAR_ENDINGS)):
            tags[i], lemmas[i] = "NN", lower[i]


def _ordinals(heads: list[int], labels: list[str], pos: list[str], tags: list[str], words: list[str]) -> None:
    """ "The 52nd season": an ordinal number before its noun is an adjective."""
    for i, word in enumerate(words):
        if heads[i] > i and labels[i] in _BEFORE_NOUNS and _ORDINAL.match(word):
            labels[i], pos[i], tags[i] = "amod", "ADJ", "JJ"


def _names_of_nouns(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lemmas: list[str]
) -> None:
    """ "By singer Ann Lee", "in the family Felidae": a name that was hung beside the noun before it belongs to it."""
    starts = [i for i in range(1, len(pos)) if pos[i] == "PROPN" and tags[i - 1] in ("NN", "NNS")]
    if not starts:
        return
    bound = {heads[i] for i, label in enumerate(labels) if label in _NOT_BARE}
    for start in starts:
        noun, name = start - 1, start
        while labels[name] == "compound" and heads[name] > name and pos[heads[name]] == "PROPN":
            name = heads[name]
        if name in bound or heads[noun] == noun or heads[name] == name:
            continue
        if heads[name] == heads[noun] and (labels[name] == labels[noun] or labels[name] in _HUNG_BESIDE):
            heads[name], labels[name] = noun, "appos"
        if heads[name] == noun and labels[name] in ("appos", "flat", "nmod") and lemmas[noun] in TAXA:
            _change_places(heads, labels, noun, name)


def _change_places(heads: list[int], labels: list[str], noun: int, name: int) -> None:
    """Make the name the head of "the family Felidae"."""
    for i, head in enumerate(heads):
        if head == noun:
            heads[i] = name
    heads[name], labels[name] = heads[noun], labels[noun]
    heads[noun], labels[noun] = name, "compound"


def _examples(heads: list[int], labels: list[str], pos: list[str], lower: list[str]) -> None:
    """ "Courses such as law": the example belongs to the noun before "such as", not to the verb."""
    for such, word in enumerate(lower[:-1]):
        if word != "such" or lower[such + 1] != "as" or labels[such] != "case" or such < 1:
            continue
        example, noun = heads[such], such - 1 - (lower[such - 1] == ",")
        while noun >= 0 and labels[noun] in ("compound", "flat") and heads[noun] < such:
            noun = heads[noun]
        if noun < 0 or pos[noun] not in ("NOUN", "PROPN") or labels[example] not in ("obl", "nmod"):
            continue
        if heads[example] != noun and not is_below(heads, noun, example):
            heads[example], labels[example] = noun, "nmod"


def _in_chief(heads: list[int], labels: list[str], tags: list[str], lower: list[str]) -> None:
    """ "Appointed editor in chief of the paper": the rank is one phrase, and what follows hangs on the editor."""
    for chief, word in enumerate(lower):
        if word == "chief" and chief > 1 and lower[chief - 1] == "in" and tags[chief - 2].startswith("NN"):
            officer = chief - 2
            if heads[officer] == chief or heads[chief] == chief:
                continue
            for i, head in enumerate(heads):
                if head == chief:
                    heads[i] = officer
            heads[chief], labels[chief] = officer, "flat"
            heads[chief - 1], labels[chief - 1] = officer, "flat"


def _places_among_objects(heads: list[int], labels: list[str], lower: list[str]) -> None:
    """ "Lived in Oslo, where he met Ann, and in Bergen": what has a preposition goes with what has the same."""
    cases = {heads[i]: lower[i] for i, label in enumerate(labels) if label == "case" and lower[i] in _PLACING}
    for place, word in cases.items():
        first = heads[place]
        if labels[place] != "conj" or labels[first] not in _OBJECTS or first > place or first in cases:
            continue
        peers = [
            i for i, case in cases.items() if case == word and i < place and labels[i] in ("obl", "nmod")
        ]
        if peers and not is_below(heads, max(peers), place):
            heads[place] = max(peers)
        else:
            labels[place] = "dep"


def _content_clauses(heads: list[int], labels: list[str], lower: list[str], lemmas: list[str]) -> None:
    """ "The fact that Ann had founded Volvo": with another object in its clause, "that" is none."""
    for i, word in enumerate(lower):
        verb = heads[i]
        if word != "that" or labels[i] != "obj" or i > verb or lemmas[heads[verb]] not in _HAVING_CONTENT:
            continue
        if any(head == verb and labels[c] == "obj" for c, head in enumerate(heads) if c > verb):
            labels[i], labels[verb] = "mark", "acl"
