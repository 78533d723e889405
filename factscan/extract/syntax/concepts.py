"""Which common nouns are terms of a field that a fact can be about, rather than things of one story."""

from factscan.extract.syntax.noun_data import PEOPLE, THINGS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import noun_phrase

_GENERIC = frozenset({"a", "an", "the"})
_COUNTED = frozenset(
    """some many several few most all both other another such same various certain different own two three four five
    six seven eight nine ten next last previous former latter first second possible following""".split()
)
_PERSONAL_ENDINGS = ("er", "or", "ist", "man", "woman", "ian")


def is_term(parse: Parse, token: int) -> bool:
    """Whether the phrase is spoken of in general.

    "The cornea bends light" and "Blisters form …" are about kinds; "the building was sold", "two players" and
    "some users" are about things that only their story knows.
    """
    definite = False
    for c in parse.children[token]:
        label, word = parse.labels[c], parse.lower[c]
        if label in ("det", "det:predet"):
            if word not in _GENERIC:
                return False
            definite = definite or word == "the"
        elif label in ("nummod", "nmod:poss") or word in _COUNTED:
            return False
    if definite and len(noun_phrase(parse, token)) < 2:
        return False
    return not _tells_a_story(parse, token)


def is_bare_definite(parse: Parse, token: int) -> bool:
    """Whether the phrase is "the" and a thing, with nothing that says whose: "the shell", "the main disorder"."""
    if is_person(parse, token) or parse.child(token, "nmod", "acl", "acl:relcl", "nummod") is not None:
        return False
    determiner = parse.child(token, "det")
    return determiner is not None and parse.lower[determiner] == "the"


def is_person(parse: Parse, noun: int) -> bool:
    """Whether a common noun is one for people: by itself, or by an ending that seldom makes things."""
    lemma = parse.lemmas[noun]
    if lemma in PEOPLE:
        return True
    return lemma.endswith(_PERSONAL_ENDINGS) and lemma not in THINGS


def _tells_a_story(parse: Parse, token: int) -> bool:
    """Whether the predicate over the phrase is in the past."""
    head = parse.heads[token]
    verbs = [head, *parse.under(head, "aux", "aux:pass", "cop")]
    return any(parse.tags[v] == "VBD" for v in verbs)
